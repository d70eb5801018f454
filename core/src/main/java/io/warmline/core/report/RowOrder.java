package io.warmline.core.report;

import static java.util.Comparator.comparing;

import io.warmline.core.report.Report.Row;
import java.time.DayOfWeek;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The order in which rows are shown: people and campaigns by name, what is nobody's last; days by
 * date, hours from Monday morning on, lead times from the shortest and scripts from the first on.
 * The figures of a whole group come before those of its parts.
 */
final class RowOrder {

  private static final List<String> DAYS = Stream.of(DayOfWeek.values()).map(Enum::name).toList();

  private RowOrder() {}

  /**
   * The rows with the names of their groups, in order.
   *
   * @param names of the groups that are told apart by id, by id
   */
  static List<Row> of(Grouping grouping, Collection<Row> rows, Map<String, String> names) {
    String label = grouping.label();
    Comparator<Row> byGroup =
        grouping == Grouping.LEAD_TIME || grouping == Grouping.SCRIPT_VERSION
            ? comparing(row -> least(value(row, label)))
            : comparing(row -> sortsAs(value(row, label), names));
    return rows.stream()
        .map(row -> named(row, label, names))
        .sorted(
            byGroup
                .thenComparing(row -> value(row, label))
                .thenComparing(row -> row.group().size())
                .thenComparing(row -> DAYS.indexOf(value(row, "weekday")))
                .thenComparing(row -> value(row, "hour"))
                .thenComparing(row -> value(row, "objective")))
        .toList();
  }

  private static String value(Row row, String label) {
    return row.group().getOrDefault(label, "");
  }

  private static Row named(Row row, String label, Map<String, String> names) {
    String name = names.get(value(row, label));
    return name == null ? row : row.named(Map.of(label, name));
  }

  /** The name where there is one; what has an empty id is nobody's, and comes after all others. */
  private static String sortsAs(String key, Map<String, String> names) {
    String text = names.getOrDefault(key, key).toLowerCase(Locale.ROOT);
    return key.isEmpty() ? "\uffff" : text;
  }

  /** The least number of a range such as 8-14 or 15+. */
  private static int least(String range) {
    return Integer.parseInt(range.split("[-+]", 2)[0]);
  }
}
