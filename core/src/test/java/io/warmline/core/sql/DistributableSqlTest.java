package io.warmline.core.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every statement goes to the one shard that holds its tenant, should the tables ever be
 * distributed by it: a planner that distributes looks at the text, table by table, and knows
 * nothing of walls between tenants. On plain PostgreSQL it is the same statement.
 */
class DistributableSqlTest {

  private static final List<SourceText> STATEMENTS =
      SourceText.all().stream()
          .filter(text -> text.text().matches("(?s).*\\b(select|insert into|update|delete)\\b.*"))
          .filter(text -> !text.text().matches("(?s)\\s*select (\\w+\\.)?tenant_id\\s+from\\b.*"))
          .toList();

  /**
   * What is looked up before the tenant is known, by the hash of a secret; and the list of tenants
   * that housekeeping goes through, and of which one is archived. Row-level security has a policy
   * for each. Besides these there is what finds the tenants for whom something is due: it selects
   * their ids and nothing else.
   */
  private static final Set<String> BEFORE_THE_TENANT_IS_KNOWN =
      Set.of(
          "tenant/ApiKeys.java",
          "tenant/Tenants.java",
          "tenant/FirstTenant.java",
          "agent/CalendarLinks.java",
          "link/TrackedLinks.java",
          "archive/TenantArchive.java",
          "archive/SharedKeys.java");

  /**
   * How many statements of the operator's there are that look over all tenants, or into tables that
   * belong to none: they go to the one place where these are.
   */
  private static final Map<String, Long> OF_THE_OPERATOR =
      Map.of(
          "tenant/TenantBook.java", 1L,
          "operator/OperatorLog.java", 1L,
          "operator/OperatorAnswers.java", 3L);

  @Test
  void everyTableIsTiedToTheTenantByItself() {
    TiedTables tables = new TiedTables(Tables.all());

    Map<String, Long> untied = new TreeMap<>();
    for (SourceText statement : STATEMENTS) {
      if (!tables.untied(statement.text()).isEmpty()) {
        String file = statement.concept() + "/" + statement.file();
        untied.merge(
            BEFORE_THE_TENANT_IS_KNOWN.contains(file) || OF_THE_OPERATOR.containsKey(file)
                ? file
                : statement.where(),
            1L,
            Long::sum);
      }
    }

    Map<String, Long> known = new TreeMap<>(OF_THE_OPERATOR);
    BEFORE_THE_TENANT_IS_KNOWN.forEach(file -> known.put(file, 1L));
    assertThat(untied).isEqualTo(known);
  }

  @Test
  void noTableIsTiedToAnother() {
    assertThat(having("tenant_id = \\w+\\.")).isEmpty();
  }

  @Test
  void existsSelectsSomething() {
    assertThat(having("\\bselect\\s+from\\b")).isEmpty();
  }

  /** A row whose tenant is a parameter in a list of columns belongs to no shard. */
  @Test
  void rowsThatAreSelectedIntoATableTakeTheirTenantFromTheTenant() {
    assertThat(having("\\bselect :tenant\\b")).isEmpty();
  }

  @Test
  void noParameterIsTheSubjectOfACase() {
    assertThat(having("\\bcase :\\w+ when\\b")).isEmpty();
  }

  /** With a null, that is a condition nothing meets, and the table falls out of its shard. */
  @Test
  void noColumnIsComparedWithAnIdThatMayBeNull() {
    assertThat(having("\\w = cast\\(:\\w+ as uuid\\)")).isEmpty();
  }

  /** The name alone is looked up in the parts of the table, where it is ambiguous. */
  @Test
  void aTableThatIsWrittenUnderAnAliasReturnsByIt() {
    assertThat(having("\\binsert into \\w+ as (\\w+)\\b(?s:.*)\\breturning (?!\\1\\.|.*%s)"))
        .isEmpty();
  }

  /** The one place where it excludes others is where the tenant is. */
  @Test
  void anAdvisoryLockIsTakenWhereTheTenantIs() {
    assertThat(
            STATEMENTS.stream()
                .filter(
                    statement ->
                        statement.text().contains("pg_advisory")
                            || statement.text().contains("pg_try_advisory"))
                .filter(
                    statement ->
                        !statement
                            .text()
                            .matches("(?s).*\\bfrom (tenant t\\b.*t\\.id|.*tenant_id) = :tenant.*"))
                .map(statement -> statement.concept() + "/" + statement.file())
                .filter(file -> !OF_THE_OPERATOR.containsKey(file))
                .filter(file -> !BEFORE_THE_TENANT_IS_KNOWN.contains(file)))
        .isEmpty();
  }

  /** A function that sets something sets it where it runs, and not on the workers. */
  @Test
  void settingsAreNotMadeByAFunction() {
    assertThat(having("\\bset_config\\(")).isEmpty();
  }

  private static List<String> having(String pattern) {
    Pattern fault = Pattern.compile(pattern);
    return STATEMENTS.stream()
        .filter(statement -> fault.matcher(statement.text()).find())
        .map(SourceText::where)
        .toList();
  }
}
