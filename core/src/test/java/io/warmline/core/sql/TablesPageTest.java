package io.warmline.core.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/tables.md} says who owns a table and who reads it, and the sources agree. */
class TablesPageTest {

  private static final Path PAGE = Path.of("../docs/tables.md");

  /**
   * Second writers there still are. Whoever takes one away takes its line away too; nobody adds
   * one.
   *
   * <p>callback: a claim marks the callback that it takes in its own statement, and gives it back
   * in the same way, so that a claim stays one round trip; a claim that is live says as much as the
   * mark.
   */
  private static final Map<String, Set<String>> STILL_WRITTEN_BY =
      Map.of("callback", Set.of("queue"));

  private record Entry(String owner, Set<String> readers, String purpose) {}

  private final Tables used = Tables.used();
  private final Map<String, Entry> page = page();

  @Test
  void everyTableIsOnThePageInTheOrderOfTheSchema() {
    assertThat(List.copyOf(tablesOfPage())).isEqualTo(Tables.all());
    assertThat(page.values()).noneMatch(entry -> entry.purpose().isBlank());
  }

  @Test
  void onlyItsOwnerWritesATable() {
    Map<String, Set<String>> others = new TreeMap<>();
    page.forEach(
        (table, entry) -> {
          Set<String> second = without(used.writersOf(table), Set.of(entry.owner()));
          if (!second.isEmpty()) {
            others.put(table, second);
          }
        });

    assertThat(others).isEqualTo(new TreeMap<>(STILL_WRITTEN_BY));
  }

  @Test
  void everyOwnerWritesItsTable() {
    assertThat(page)
        .allSatisfy(
            (table, entry) -> assertThat(used.writersOf(table)).as(table).contains(entry.owner()));
  }

  @Test
  void thePageNamesWhoReadsATableAndNobodyElse() {
    Map<String, Set<String>> named = new TreeMap<>();
    Map<String, Set<String>> found = new TreeMap<>();
    page.forEach(
        (table, entry) -> {
          named.put(table, new TreeSet<>(entry.readers()));
          found.put(table, without(used.readersOf(table), Set.of(entry.owner())));
        });

    assertThat(found).isEqualTo(named);
  }

  private static Set<String> without(Set<String> all, Set<String> some) {
    Set<String> rest = new TreeSet<>(all);
    rest.removeAll(some);
    return rest;
  }

  private static List<String> tablesOfPage() {
    return rows().stream().map(row -> row.get(0)).toList();
  }

  private static Map<String, Entry> page() {
    return rows().stream()
        .collect(
            Collectors.toMap(
                row -> row.get(0),
                row -> new Entry(row.get(1), names(row.get(2)), row.get(3)),
                (one, other) -> {
                  throw new IllegalStateException("a table stands on the page twice");
                },
                TreeMap::new));
  }

  private static Set<String> names(String cell) {
    return Arrays.stream(cell.split(","))
        .map(String::strip)
        .filter(s -> !s.isEmpty())
        .collect(Collectors.toSet());
  }

  private static List<List<String>> rows() {
    try {
      return Files.readAllLines(PAGE).stream()
          .filter(line -> line.startsWith("| `"))
          .map(line -> line.substring(1).replace("`", "").split("\\|", -1))
          .map(cells -> Arrays.stream(cells).map(String::strip).toList())
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
