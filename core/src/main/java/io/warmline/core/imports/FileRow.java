package io.warmline.core.imports;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One record of a lead file: read, or broken with the reason. */
public sealed interface FileRow {

  /** The physical line, counted from 1, on which the record starts. */
  long line();

  /**
   * A row that was read. Its {@code toString} hides the values, because they are personal data.
   *
   * @param line the physical line, counted from 1, on which the record starts
   * @param values the recognised fields, trimmed; a blank one is absent, and {@link
   *     LeadField#FULL_NAME} is split
   * @param customFields everything else by its column name, trimmed, in the order of the columns; a
   *     blank one is absent
   * @param facts what else the row says
   * @param warnings the cells that were left out
   * @param spare numbers in columns beyond the phone fields
   * @param origins from which columns it came
   */
  record Parsed(
      long line,
      Map<LeadField, String> values,
      Map<String, String> customFields,
      Map<RowFact, RowAssembly.Fact> facts,
      List<RowWarning> warnings,
      List<RowAssembly.SpareNumber> spare,
      RowOrigins origins)
      implements FileRow {

    Parsed(long line, Map<LeadField, String> values, Map<String, String> customFields) {
      this(line, values, customFields, Map.of(), List.of(), List.of(), RowOrigins.UNKNOWN);
    }

    public Parsed {
      Map<LeadField, String> ordered = new EnumMap<>(LeadField.class);
      ordered.putAll(values);
      values = Collections.unmodifiableMap(ordered);
      customFields = Collections.unmodifiableMap(new LinkedHashMap<>(customFields));
      facts = Map.copyOf(facts);
      warnings = List.copyOf(warnings);
      spare = List.copyOf(spare);
    }

    @Override
    public String toString() {
      return "Parsed[line=%d, values of %s, %d custom fields]"
          .formatted(line, values.keySet(), customFields.size());
    }
  }

  /**
   * A row that cannot be read. It never stops the rows after it.
   *
   * @param line the physical line, counted from 1, on which the record starts
   * @param field the column or key at fault as the file names it, where the fault is in one
   * @param code the stable code of the kind of fault
   * @param reason what is wrong and what is expected, without the row's data
   * @param column the column as the file names it, where it is known
   */
  record Broken(
      long line, @Nullable String field, RowProblem code, String reason, @Nullable String column)
      implements FileRow {

    Broken(long line, @Nullable String field, RowProblem code, String reason) {
      this(line, field, code, reason, null);
    }
  }
}
