package io.warmline.core.imports;

import static java.util.stream.Collectors.joining;

import io.warmline.core.WarmlineException;
import io.warmline.core.imports.DetectedLayout.Column;
import java.util.List;
import java.util.regex.Pattern;

/** Decides whether the first record of a CSV file is a header under which leads can be read. */
final class CsvHeader {

  /** An address, or the digits of a phone number: nobody calls a column that. */
  private static final Pattern DATA =
      Pattern.compile(".*\\S@\\S.*|(?:\\D*\\d){7}.*", Pattern.DOTALL);

  private CsvHeader() {}

  /**
   * Whether these look like column names under which leads can be read: one of them is a phone's,
   * and none is a value.
   */
  static boolean looksLikeOne(List<String> header, ColumnMapping mapping) {
    List<Column> columns = HeaderRecognition.recognise(header, mapping);
    boolean titled = header.stream().filter(name -> !name.isBlank()).count() > 1;
    return (columns.stream().anyMatch(Column::isPhone)
            || (titled && columns.stream().anyMatch(Column::mayHoldNumbers)))
        && header.stream().noneMatch(name -> DATA.matcher(name).matches());
  }

  /**
   * The columns of this header.
   *
   * @throws WarmlineException UNREADABLE_FILE if no column holds a phone number; INVALID_VALUE if
   *     the mapping names a column that does not exist
   */
  static List<Column> columns(List<String> header, ColumnMapping mapping, LeadSource source) {
    List<Column> columns = HeaderRecognition.recognise(header, mapping, source);
    boolean hasPhone = columns.stream().anyMatch(Column::mayHoldNumbers);
    if (!hasPhone && header.stream().anyMatch(name -> DATA.matcher(name).matches())) {
      throw UnreadableFile.because(
          "The first line looks like a lead, not like column names. "
              + "Put a line of column names above it, for example: "
              + "first_name,last_name,company,phone,email");
    }
    mapping.requireAllIn(columns.stream().map(Column::name).toList());
    if (!hasPhone) {
      throw UnreadableFile.because(
          ("No column looks like a phone number. The columns are: %s. "
                  + "Name one \"phone\", or map one to phone1.")
              .formatted(columns.stream().map(Column::name).collect(joining(", "))));
    }
    return columns;
  }
}
