package io.warmline.core.imports;

import com.fasterxml.jackson.core.JsonToken;
import io.warmline.core.imports.DetectedLayout.Column;
import io.warmline.core.imports.NdjsonObject.Scalar;
import io.warmline.core.imports.PhysicalLines.Line;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an NDJSON file. Each line names its own keys, and they are recognised line by line.
 */
final class NdjsonRows implements RowSource {

  private static final int SAMPLE_LINES = 100;

  /**
   * The fields that people write as numbers. A phone number is not among them: it would lose its
   * leading zero.
   */
  private static final Set<LeadField> NUMERIC =
      EnumSet.of(LeadField.EXTERNAL_ID, LeadField.SCORE, LeadField.POSTAL_CODE);

  private final PhysicalLines lines;
  private final ColumnMapping mapping;
  private final List<Column> sampleColumns;
  private List<String> recentKeys = List.of();
  private List<Column> recentColumns = List.of();
  private String text = "";

  private NdjsonRows(Reader text, ColumnMapping mapping, List<Column> sampleColumns) {
    this.lines = new PhysicalLines(text);
    this.mapping = mapping;
    this.sampleColumns = sampleColumns;
  }

  /** The rows of this text, whose columns are shown as in the sample. */
  static NdjsonRows of(Reader text, String sample, ColumnMapping mapping) throws IOException {
    List<String> keys = keysOf(sample, mapping);
    return new NdjsonRows(text, mapping, HeaderRecognition.recognise(keys, mapping));
  }

  private static List<String> keysOf(String sample, ColumnMapping mapping) throws IOException {
    Set<String> keys = new LinkedHashSet<>();
    PhysicalLines lines = new PhysicalLines(new StringReader(sample));
    for (Line line = lines.next();
        line != null && line.number() <= SAMPLE_LINES;
        line = lines.next()) {
      try {
        keys.addAll(NdjsonObject.of(line.text(), mapping::ignores).scalars().keySet());
      } catch (UnreadableRow e) {
        // It is reported when it is read as a row.
      }
    }
    return keys.stream().limit(LeadFileLimits.COLUMNS).toList();
  }

  @Override
  public @Nullable FileRow next() throws IOException {
    Line line = lines.next();
    while (line != null && !line.cut() && FieldText.isBlank(line.text())) {
      line = lines.next();
    }
    text = line == null || line.cut() ? "" : line.text();
    return line == null ? null : read(line);
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  public List<Column> columns() {
    return sampleColumns;
  }

  private FileRow read(Line line) {
    try {
      if (line.cut()) {
        throw new UnreadableRow(
            null,
            RowProblem.RECORD_TOO_LONG,
            "The line is longer than %d characters.".formatted(LeadFileLimits.RECORD_CHARS));
      }
      return assemble(NdjsonObject.of(line.text(), mapping::ignores)).at(line.number());
    } catch (UnreadableRow e) {
      return e.at(line.number());
    }
  }

  private RowAssembly assemble(NdjsonObject object) {
    RowAssembly row = new RowAssembly();
    Iterator<Column> columns = columnsOf(object.scalars()).iterator();
    object.scalars().forEach((key, scalar) -> put(row, columns.next(), scalar));
    object.phones().forEach(phone -> row.putPhone(NdjsonObject.PHONES, phone));
    object
        .customFields()
        .forEach((key, scalar) -> putCustom(row, HeaderNames.clean(key, 1), scalar));
    return row;
  }

  private static void putCustom(RowAssembly row, String name, Scalar scalar) {
    row.putCustom(name, name, scalar.text());
  }

  private static void put(RowAssembly row, Column column, Scalar scalar) {
    if (column.target() instanceof ColumnTarget.Field target) {
      requireType(column, target.field(), scalar.type());
    }
    row.put(column, scalar.text());
  }

  private static void requireType(Column column, LeadField field, JsonToken type) {
    boolean numeric = NUMERIC.contains(field);
    if (type != JsonToken.VALUE_STRING && !(numeric && type.isNumeric())) {
      throw NdjsonObject.wrongType(column.name(), numeric ? "a text or a number" : "a text");
    }
  }

  /** Most lines have the keys of the line before; recognising them once saves most of the work. */
  private List<Column> columnsOf(Map<String, Scalar> scalars) {
    List<String> keys = new ArrayList<>(scalars.keySet());
    if (!keys.equals(recentKeys)) {
      recentColumns = HeaderRecognition.recognise(keys, mapping);
      recentKeys = keys;
    }
    return recentColumns;
  }
}
