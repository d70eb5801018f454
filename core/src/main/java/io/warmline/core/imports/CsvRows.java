package io.warmline.core.imports;

import io.warmline.core.imports.CsvRecords.CsvRecord;
import io.warmline.core.imports.DetectedLayout.Column;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV file under its header. */
final class CsvRows implements RowSource {

  /** The line by which a file tells Excel its delimiter. */
  static final Pattern DELIMITER_LINE = Pattern.compile("\"?sep=(.)\"?", Pattern.CASE_INSENSITIVE);

  private final CsvRecords records;
  private final CsvFields fields;
  private final List<Column> columns;

  private CsvRows(CsvRecords records, CsvFields fields, List<Column> columns) {
    this.records = records;
    this.fields = fields;
    this.columns = columns;
  }

  /**
   * Reads the header.
   *
   * @throws io.warmline.core.WarmlineException UNREADABLE_FILE if there is none, it cannot be read
   *     or no column holds a phone number; INVALID_VALUE if the mapping does not fit it
   */
  static CsvRows of(Reader text, char delimiter, ColumnMapping mapping) throws IOException {
    CsvRecords records = new CsvRecords(new PhysicalLines(text), delimiter);
    CsvFields fields = new CsvFields(delimiter);
    List<String> header = header(records, fields);
    return new CsvRows(records, fields, CsvHeader.columns(header, mapping));
  }

  private static List<String> header(CsvRecords records, CsvFields fields) throws IOException {
    try {
      CsvRecord first = nextFilled(records);
      if (first != null && DELIMITER_LINE.matcher(first.text()).matches()) {
        first = nextFilled(records);
      }
      if (first == null) {
        throw UnreadableFile.because(
            "The file is empty. Send a CSV file with column names in its first line.");
      }
      return fields.of(first);
    } catch (UnreadableRow e) {
      throw UnreadableFile.because("The line of column names cannot be read: " + e.getMessage());
    }
  }

  @Override
  public @Nullable LeadRow next() throws IOException {
    for (CsvRecord next = nextFilled(records); next != null; next = nextFilled(records)) {
      LeadRow row = read(next);
      if (row != null) {
        return row;
      }
    }
    return null;
  }

  private static @Nullable CsvRecord nextFilled(CsvRecords records) throws IOException {
    CsvRecord next = records.next();
    while (next != null && next.fault() == null && FieldText.isBlank(next.text())) {
      next = records.next();
    }
    return next;
  }

  /**
   * The row of this record, or null if nothing but delimiters is in it, as spreadsheets leave below
   * a list.
   */
  private @Nullable LeadRow read(CsvRecord csvRecord) {
    try {
      List<String> values = fields.of(csvRecord);
      if (values.stream().allMatch(FieldText::isBlank)) {
        return null;
      }
      return assemble(values).at(csvRecord.line());
    } catch (UnreadableRow e) {
      return e.at(csvRecord.line());
    }
  }

  private RowAssembly assemble(List<String> values) {
    if (values.size() > columns.size()) {
      throw new UnreadableRow(
          null,
          RowProblem.TOO_MANY_FIELDS,
          "The record has %d fields, the header %d columns; quote fields that contain the delimiter."
              .formatted(values.size(), columns.size()));
    }
    RowAssembly row = new RowAssembly();
    for (int i = 0; i < values.size(); i++) {
      row.put(columns.get(i), FormulaGuard.removed(values.get(i)));
    }
    return row;
  }

  @Override
  public List<Column> columns() {
    return columns;
  }
}
