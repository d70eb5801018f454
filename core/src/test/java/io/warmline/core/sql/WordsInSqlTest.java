package io.warmline.core.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmline.core.queue.QueueState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Statements say states and tiers of the queue by their names: a number that stands for one would
 * mean another after a change, and nobody would notice.
 */
class WordsInSqlTest {

  private static final Path BASELINE = Path.of("src/main/resources/db/migration/V1__baseline.sql");

  /** A state or a tier beside a number, whichever way it is compared, ordered or entered. */
  private static final Pattern BARE =
      Pattern.compile(
          "\\b(?:\\w+_)?(?:state|tier)\\b(?:, \\d+\\))?\\s*(?:=|<>|<=?|>=?|(?:not )?in"
              + " \\(|between)\\s*\\d|coalesce\\((?:\\w+\\.)?(?:\\w+_)?(?:state|tier), \\d|\\d+ as"
              + " (?:state|tier)\\b");

  /** A number where a row of the queue is put together. */
  private static final Pattern BARE_COLUMN =
      Pattern.compile("(?:,|\\bthen|\\belse) \\d+(?:,| end)");

  private static final Pattern STATE =
      Pattern.compile("\\bstate (?:=|<>|in) \\(?((?:'\\w+'(?:, )?)+)");

  @Test
  void noStatementKnowsAStateOrATierByItsNumber() {
    assertThat(SourceText.all().stream().filter(t -> isBare(t.text())).map(SourceText::where))
        .isEmpty();
  }

  private static boolean isBare(String text) {
    return BARE.matcher(text).find()
        || text.contains("into queue_entry") && BARE_COLUMN.matcher(text).find();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "q.state = 2",
        "state in (0, 1)",
        "q.state < 9",
        "q.state <> 2",
        "coalesce(f.work_tier, 9) > 3",
        "work_tier <= 2",
        "tier between 1 and 3",
        "select 1 as tier, cb.due_at",
        "insert into queue_entry (state, tier) select n.phone, 0, 8, n.score",
        "insert into queue_entry (tier) select case when true then 6 end"
      })
  void aBareOneIsFound(String statement) {
    assertThat(isBare(statement)).isTrue();
  }

  @Test
  void everyStateThatAStatementNamesIsOne() {
    Set<String> named =
        SourceText.all().stream()
            .filter(text -> text.text().contains("queue_entry"))
            .flatMap(text -> states(text.text()).stream())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(named).isEqualTo(names());
  }

  @Test
  void theSchemaHasTheSameStates() throws IOException {
    String schema = Files.readString(BASELINE);
    String table = schema.substring(schema.indexOf("create table queue_entry"));
    Matcher check = Pattern.compile("check \\(state in \\(([^)]*)\\)\\)").matcher(table);

    assertThat(check.find()).isTrue();
    assertThat(new TreeSet<>(words(check.group(1)))).isEqualTo(names());
    assertThat(BARE.matcher(table.substring(0, table.indexOf("create table call"))).results())
        .as("the tier's own bounds")
        .hasSize(1);
  }

  private static Set<String> names() {
    return Arrays.stream(QueueState.values())
        .map(Enum::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> states(String sql) {
    return STATE.matcher(sql).results().flatMap(m -> words(m.group(1)).stream()).toList();
  }

  private static List<String> words(String list) {
    return Pattern.compile("'(\\w+)'").matcher(list).results().map(m -> m.group(1)).toList();
  }
}
