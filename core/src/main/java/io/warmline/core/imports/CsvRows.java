package io.warmline.core.imports;

import io.warmline.core.imports.CsvRecords.CsvRecord;
import io.warmline.core.imports.DetectedLayout.Column;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV file under its header. */
final class CsvRows implements RowSource {

  /** The line by which a file tells Excel its delimiter. */
  static final Pattern DELIMITER_LINE = Pattern.compile("\"?sep=(.)\"?", Pattern.CASE_INSENSITIVE);

  /** A list may have so many lines of titles above its header. */
  private static final int HEADER_WITHIN = 19;

  private final CsvRecords records;
  private final CsvFields fields;
  private final Head head;
  private final List<Column> columns;
  private final LeadSource source;
  private final Deque<CsvRecord> read;
  private final boolean sheet;
  private String text = "";

  /**
   * The line of column names.
   *
   * @param text as it stands in the file
   */
  private record Head(String text, List<String> names) {}

  private CsvRows(
      CsvRecords records,
      CsvFields fields,
      Head head,
      List<Column> columns,
      LeadSource source,
      Deque<CsvRecord> read,
      boolean sheet) {
    this.sheet = sheet;
    this.source = source;
    this.read = read;
    this.head = head;
    this.records = records;
    this.fields = fields;
    this.columns = columns;
  }

  /**
   * Reads the header. It is on the line that the options name; else on the first line, or on the
   * first of the next nineteen that looks like one, if the first does not.
   *
   * @throws io.warmline.core.WarmlineException UNREADABLE_FILE if there is none, it cannot be read
   *     or no column holds a phone number; INVALID_VALUE if the mapping does not fit it
   */
  static CsvRows of(Reader text, char delimiter, FileOptions options) throws IOException {
    return of(text, delimiter, options, false);
  }

  /** As {@link #of}, of a sheet that {@link SheetFile} has written out. */
  static CsvRows ofSheet(Reader text, FileOptions options) throws IOException {
    return of(text, ',', options, true);
  }

  private static CsvRows of(Reader text, char delimiter, FileOptions options, boolean sheet)
      throws IOException {
    CsvRecords records = new CsvRecords(new PhysicalLines(text), delimiter);
    CsvFields fields = new CsvFields(delimiter);
    Deque<CsvRecord> read = new ArrayDeque<>();
    Head head = head(records, fields, options, read);
    LeadSource source = options.source().orElseGet(() -> LeadSource.of(head.names()));
    List<Column> columns = CsvHeader.columns(head.names(), options.mapping(), source);
    return new CsvRows(records, fields, head, columns, source, read, sheet);
  }

  /**
   * @param read gets the records that were read beyond the header
   */
  private static Head head(
      CsvRecords records, CsvFields fields, FileOptions options, Deque<CsvRecord> read)
      throws IOException {
    CsvRecord first = first(records, options.headerLine().orElse(0L));
    if (options.headerLine().isPresent()) {
      return headOf(first, fields);
    }
    if (isHeader(first, fields, options.mapping())) {
      return belowGroups(headOf(first, fields), records, fields, options, read);
    }
    List<CsvRecord> passed = new ArrayList<>();
    for (CsvRecord next = nextFilled(records);
        next != null && passed.size() < HEADER_WITHIN;
        next = nextFilled(records)) {
      if (isHeader(next, fields, options.mapping())) {
        CsvRecord above = passed.isEmpty() ? first : passed.get(passed.size() - 1);
        Head head = grouped(headOf(above, fields), headOf(next, fields), fields);
        return belowGroups(head, records, fields, options, read);
      }
      passed.add(next);
    }
    read.addAll(passed);
    return headOf(first, fields);
  }

  /**
   * The header, or the one below it where the first only has names of groups over cells that were
   * merged.
   */
  private static Head belowGroups(
      Head head, CsvRecords records, CsvFields fields, FileOptions options, Deque<CsvRecord> read)
      throws IOException {
    if (head.names().stream().noneMatch(FieldText::isBlank)) {
      return head;
    }
    CsvRecord next = nextFilled(records);
    if (next == null) {
      return head;
    }
    if (isHeader(next, fields, options.mapping())) {
      return grouped(head, headOf(next, fields), fields);
    }
    read.add(next);
    return head;
  }

  /** A name that says nothing by itself has its group before it: "Phones" and "Work". */
  private static Head grouped(Head groups, Head head, CsvFields fields) {
    List<String> names = new ArrayList<>();
    String group = "";
    boolean changed = false;
    for (int i = 0; i < head.names().size(); i++) {
      String above = i < groups.names().size() ? groups.names().get(i) : "";
      group = FieldText.isBlank(above) ? group : above;
      String name = head.names().get(i);
      String full = FieldText.isBlank(name) ? group : group + " " + name;
      boolean better = !HeaderSynonyms.isKnown(name) && HeaderSynonyms.isKnown(full);
      names.add(better ? full : name);
      changed |= better;
    }
    return changed ? new Head(fields.line(names), names) : head;
  }

  private static CsvRecord first(CsvRecords records, long fromLine) throws IOException {
    CsvRecord first = nextFilled(records);
    boolean sep = first != null && DELIMITER_LINE.matcher(first.text()).matches();
    while (first != null && (sep || first.line() < fromLine)) {
      first = nextFilled(records);
      sep = false;
    }
    if (first == null) {
      throw UnreadableFile.because(
          fromLine > 0
              ? "The file has no line %d. Say on which line the column names are."
                  .formatted(fromLine)
              : "The file is empty. Send a CSV file with column names in its first line.");
    }
    return first;
  }

  private static boolean isHeader(CsvRecord record, CsvFields fields, ColumnMapping mapping) {
    try {
      return CsvHeader.looksLikeOne(fields.of(record), mapping);
    } catch (UnreadableRow e) {
      return false;
    }
  }

  private static Head headOf(CsvRecord record, CsvFields fields) {
    try {
      return new Head(record.text(), fields.of(record));
    } catch (UnreadableRow e) {
      throw UnreadableFile.because("The line of column names cannot be read: " + e.getMessage());
    }
  }

  @Override
  public @Nullable FileRow next() throws IOException {
    for (CsvRecord next = nextRecord(); next != null; next = nextRecord()) {
      text = next.text();
      FileRow row = read(next);
      if (row != null) {
        return row;
      }
    }
    return null;
  }

  private @Nullable CsvRecord nextRecord() throws IOException {
    return read.isEmpty() ? nextFilled(records) : read.removeFirst();
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
  private @Nullable FileRow read(CsvRecord csvRecord) {
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
    if (values.stream().skip(columns.size()).anyMatch(value -> !FieldText.isBlank(value))) {
      throw new UnreadableRow(
          null,
          RowProblem.TOO_MANY_FIELDS,
          "The record has %d fields, the header %d columns; quote fields that contain the delimiter."
              .formatted(values.size(), columns.size()));
    }
    RowAssembly row = new RowAssembly();
    for (int i = 0; i < Math.min(values.size(), columns.size()); i++) {
      row.put(columns.get(i), plain(values.get(i)));
    }
    return row;
  }

  private String plain(String value) {
    return sheet ? value.replace(SheetFile.LINE_END, '\n') : FormulaGuard.removed(value);
  }

  /** The line of column names as it stands in the file. */
  String header() {
    return head.text();
  }

  /** The system whose export it looks like. */
  LeadSource source() {
    return source;
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  public List<Column> columns() {
    return columns;
  }
}
