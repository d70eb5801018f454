package io.warmline.core.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Rows that are taken with {@code skip locked} are taken once. A subquery that a statement joins is
 * run as often as the plan has it: each run passes over the rows the last one took, so that a limit
 * of eight became twenty. What a {@code with} names is run once, and so is a value that hangs on no
 * row; a lateral subquery is meant to be run for each row.
 */
class LockingSqlTest {

  private static final Pattern SKIPS = Pattern.compile("\\bskip\\s+locked\\b");

  /** What stands before the bracket of a subquery that is run as often as the statement says. */
  private static final Pattern RUN_ONCE =
      Pattern.compile("(?s).*(\\w as( materialized)?|\\blateral|=)\\s*");

  @Test
  void whatSkipsLockedRowsIsRunOnce() {
    List<SourceText> skipping =
        SourceText.all().stream().filter(text -> SKIPS.matcher(text.text()).find()).toList();

    assertThat(skipping).hasSizeGreaterThan(10);
    assertThat(skipping)
        .filteredOn(text -> mayRunAgain(text.text()))
        .extracting(SourceText::where)
        .isEmpty();
  }

  @Test
  void aSubqueryThatIsJoinedMayRunAgain() {
    assertThat(
            mayRunAgain(
                "update t set a = 1 from (select b from t limit 8 for update skip locked) d"))
        .isTrue();
    assertThat(
            mayRunAgain(
                "delete from t where b in (select b from t limit 8 for update skip locked)"))
        .isTrue();
    assertThat(
            mayRunAgain("with d as (select b from t limit 8 for update skip locked) delete from t"))
        .isFalse();
    assertThat(mayRunAgain("select b from t where f(b) limit 8 for update skip locked")).isFalse();
  }

  private static boolean mayRunAgain(String sql) {
    return SKIPS
        .matcher(sql)
        .results()
        .mapToInt(found -> opening(sql, found.start()))
        .anyMatch(open -> open >= 0 && !RUN_ONCE.matcher(sql.substring(0, open)).matches());
  }

  /** The bracket that is open at a place, or -1. */
  private static int opening(String sql, int at) {
    int closed = 0;
    for (int i = at - 1; i >= 0; i--) {
      if (sql.charAt(i) == ')') {
        closed++;
      } else if (sql.charAt(i) == '(' && closed-- == 0) {
        return i;
      }
    }
    return -1;
  }
}
