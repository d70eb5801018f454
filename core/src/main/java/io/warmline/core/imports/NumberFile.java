package io.warmline.core.imports;

import io.warmline.core.imports.CsvRecords.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A list of phone numbers that is read record by record, in memory that does not grow with the file
 * ({@link LeadFileLimits}).
 *
 * <p>Three forms are read: one number a line; a CSV file with a header, one of whose columns is
 * called after a phone as in a lead list; and pairs of a three-digit area code and a seven-digit
 * number, as the national registry of the United States comes. Encoding and delimiter are found as
 * for {@link LeadFile}. A record that cannot be read does not stop those after it.
 *
 * <p>Not thread-safe. Failures of the stream surface as {@link UncheckedIOException}.
 */
public final class NumberFile {

  private static final Pattern NUMBER = Pattern.compile("(?:\\D*\\d){7}.*", Pattern.DOTALL);
  private static final Pattern AREA_CODE = Pattern.compile("\\s*[2-9]\\d{2}\\s*");
  private static final Pattern LOCAL_NUMBER = Pattern.compile("\\s*\\d{3}-?\\d{4}\\s*");

  private final CsvRecords records;
  private final CsvFields fields;
  private final List<CsvRecord> givenBack = new ArrayList<>();
  private int column;
  private boolean areaCodeFirst;

  private NumberFile(CsvRecords records, CsvFields fields) {
    this.records = records;
    this.fields = fields;
  }

  /**
   * Reads as much of the file as is needed to know its form.
   *
   * @param in read to its end by {@link #next}, not closed
   * @throws io.warmline.core.WarmlineException UNREADABLE_FILE if it is no list of numbers, with a
   *     message that says what it looks like and what to send instead
   */
  public static NumberFile open(InputStream in) {
    try {
      FileHead head = FileHead.of(in, LeadFile.Format.CSV, Optional.empty());
      char delimiter = DelimiterDetection.of(head.sample());
      CsvRecords records = new CsvRecords(new PhysicalLines(head.text()), delimiter);
      NumberFile file = new NumberFile(records, new CsvFields(delimiter));
      file.findNumbers();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void findNumbers() throws IOException {
    CsvRecord first = nextFilled();
    if (first != null && CsvRows.DELIMITER_LINE.matcher(first.text()).matches()) {
      first = nextFilled();
    }
    if (first == null) {
      throw UnreadableFile.because("The file is empty. Send one number a line.");
    }
    List<String> start = fieldsOfFirst(first);
    if (isHeader(start)) {
      return;
    }
    givenBack.add(first);
    areaCodeFirst =
        start.size() >= 2
            && AREA_CODE.matcher(start.get(0)).matches()
            && LOCAL_NUMBER.matcher(start.get(1)).matches();
    if (!areaCodeFirst) {
      column = columnOfNumber(start);
    }
  }

  private List<String> fieldsOfFirst(CsvRecord first) {
    try {
      return fields.of(first);
    } catch (UnreadableRow e) {
      throw UnreadableFile.because("The first line cannot be read: " + e.getMessage());
    }
  }

  /** A line without a number is a header: its phone column counts, or its only one. */
  private boolean isHeader(List<String> start) {
    List<DetectedLayout.Column> columns =
        HeaderRecognition.recognise(start, ColumnMapping.automatic());
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).isPhone()) {
        column = i;
        return true;
      }
    }
    return start.size() == 1 && !NUMBER.matcher(start.get(0)).matches();
  }

  private static int columnOfNumber(List<String> start) {
    for (int i = 0; i < start.size(); i++) {
      if (NUMBER.matcher(start.get(i)).matches()) {
        return i;
      }
    }
    throw UnreadableFile.because(
        "No column looks like a phone number. Send one number a line, or name a column \"phone\".");
  }

  /** The next record; empty at the end of the file. */
  public Optional<NumberLine> next() {
    try {
      CsvRecord next = givenBack.isEmpty() ? nextFilled() : givenBack.remove(0);
      return next == null ? Optional.empty() : Optional.of(read(next));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private @Nullable CsvRecord nextFilled() throws IOException {
    CsvRecord next = records.next();
    while (next != null && next.fault() == null && FieldText.isBlank(next.text())) {
      next = records.next();
    }
    return next;
  }

  private NumberLine read(CsvRecord next) {
    try {
      return NumberLine.read(next.line(), number(fields.of(next)));
    } catch (UnreadableRow e) {
      FileRow.Broken broken = e.at(next.line());
      return NumberLine.broken(broken.line(), broken.code(), broken.reason());
    }
  }

  private String number(List<String> values) {
    if (areaCodeFirst) {
      return values.size() < 2
          ? ""
          : FieldText.trimmed(values.get(0)) + FieldText.trimmed(values.get(1));
    }
    return values.size() <= column
        ? ""
        : FieldText.trimmed(FormulaGuard.removed(values.get(column)));
  }
}
