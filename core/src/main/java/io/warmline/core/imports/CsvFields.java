package io.warmline.core.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.StringArrayHandler;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Takes the text of one record apart, with FastCSV. */
final class CsvFields {

  private final CsvReader.CsvReaderBuilder reader;
  private final char delimiter;

  CsvFields(char delimiter) {
    this.delimiter = delimiter;
    this.reader =
        CsvReader.builder()
            .fieldSeparator(delimiter)
            .trimWhitespacesAroundQuotes(true)
            .skipEmptyLines(false);
  }

  /**
   * The fields of a record, not trimmed.
   *
   * @throws UnreadableRow if the record is not one well-formed record, or has too many fields
   */
  List<String> of(CsvRecords.CsvRecord csvRecord) {
    if (csvRecord.fault() != null) {
      throw csvRecord.fault();
    }
    List<String> fields = split(csvRecord.text());
    if (fields.size() > LeadFileLimits.COLUMNS) {
      throw new UnreadableRow(
          null,
          RowProblem.TOO_MANY_FIELDS,
          "The record has %d fields; at most %d are allowed."
              .formatted(fields.size(), LeadFileLimits.COLUMNS));
    }
    return fields;
  }

  private List<String> split(String text) {
    try {
      StringArrayHandler handler =
          StringArrayHandler.of(limits -> limits.maxFields(LeadFileLimits.RECORD_CHARS + 1));
      return List.of(reader.ofSingleCsvRecord(handler, text));
    } catch (CsvParseException e) {
      throw new UnreadableRow(null, RowProblem.MALFORMED_QUOTES, CsvRecords.TEXT_AFTER_QUOTE);
    }
  }

  /** The record of these fields, as it would stand in the file. */
  String line(List<String> fields) {
    StringWriter line = new StringWriter();
    try (CsvWriter csv =
        CsvWriter.builder().fieldSeparator(delimiter).lineDelimiter(LineDelimiter.LF).build(line)) {
      csv.writeRecord(fields);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return line.toString().stripTrailing();
  }
}
