package io.warmline.core.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.EmptyDatabase;
import io.warmline.core.OnPostgres;
import io.warmline.core.Race;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The parts of tables that are kept by the month. */
@QuarkusTest
class MonthsTest extends OnPostgres {

  /** This month and three more, of the audit log and of events. */
  private static final int ALL = 8;

  /** To make one takes longer than any of these tests. */
  private static @Nullable Jdbi made;

  private Jdbi jdbi;

  @BeforeEach
  void aDatabaseAfterItsFirstStart() throws SQLException {
    Jdbi there = made;
    jdbi = there == null ? EmptyDatabase.make() : there;
    made = jdbi;
    try (Handle owner = asOwner(jdbi)) {
      parts(owner, "%_2%").forEach(part -> owner.execute("drop table public_months." + part));
      List.of("event", "event_month", "audit_entry", "tenant")
          .forEach(table -> owner.execute("delete from " + table));
      owner.execute("select make_months()");
    }
  }

  private static Handle asOwner(Jdbi jdbi) {
    Handle handle = jdbi.open();
    handle.execute("reset role");
    return handle;
  }

  private static int make(Handle handle, String today) {
    return handle.select("select make_months(cast(? as date))", today).mapTo(Integer.class).one();
  }

  private static List<String> parts(Handle handle, String like) {
    return handle
        .select(
            "select relname from pg_class where relnamespace = 'public_months'::regnamespace and"
                + " relkind = 'r' and relname like ? order by 1",
            like)
        .mapTo(String.class)
        .list();
  }

  private static void audit(Handle handle, String at) {
    UUID tenant = UUID.randomUUID();
    handle.execute("insert into tenant (id, name, created_at) values (?, 'T', now())", tenant);
    handle.execute(
        "insert into audit_entry (tenant_id, id, done_at, key_id, operation, method, path, fields,"
            + " status, request_id) select ?, id_at(cast(? as timestamptz)), cast(? as"
            + " timestamptz), gen_random_uuid(), 'x', 'POST', '/x', '{}', 200, 'r'",
        tenant,
        at,
        at);
  }

  private static List<String> standsIn(Handle handle) {
    return handle
        .select("select cast(tableoid as regclass) from audit_entry order by id")
        .mapTo(String.class)
        .list();
  }

  @Test
  void aStartMakesThisMonthAndThreeMore() {
    try (Handle owner = asOwner(jdbi)) {
      assertThat(parts(owner, "event_2%")).hasSize(ALL / 2);
      assertThat(parts(owner, "audit_entry_2%")).hasSize(ALL / 2);
      assertThat(owner.select("select make_months()").mapTo(Integer.class).one()).isZero();
    }
  }

  @Test
  void aStartAfterMonthsOffMakesThoseThatAreMissing() {
    String url;
    try (Handle owner = asOwner(jdbi)) {
      url = owner.getConnection().getMetaData().getURL();
      for (String part : parts(owner, "%_2%")) {
        owner.execute("drop table public_months." + part);
      }
      audit(owner, "2026-12-02T00:00:00Z");

      Flyway.configure().dataSource(url, "postgres", "postgres").load().migrate();

      assertThat(parts(owner, "%_2%")).hasSize(ALL);
      assertThat(owner.select("select count(*) from audit_entry").mapTo(Integer.class).one())
          .isEqualTo(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void monthsAreMadeAheadAsTimePasses() {
    try (Handle owner = asOwner(jdbi)) {
      assertThat(make(owner, "2031-11-30")).isEqualTo(ALL);
      assertThat(make(owner, "2031-12-01")).isEqualTo(2);
      assertThat(make(owner, "2031-12-31")).isZero();
      assertThat(parts(owner, "event_203%"))
          .containsExactly(
              "event_2031_11", "event_2031_12", "event_2032_01", "event_2032_02", "event_2032_03");
    }
  }

  @Test
  void eachEndOfAMonthIsWhereItBelongs() {
    try (Handle owner = asOwner(jdbi)) {
      make(owner, "2031-11-30");
      audit(owner, "2031-11-30T23:59:59.999Z");
      audit(owner, "2031-12-01T00:00:00Z");

      assertThat(standsIn(owner))
          .containsExactly(
              "public_months.audit_entry_2031_11", "public_months.audit_entry_2031_12");
    }
  }

  /** As when nobody has made any for a long time. */
  @Test
  void whatWasWrittenForWantOfAMonthIsKeptAndTakenInLater() {
    try (Handle owner = asOwner(jdbi)) {
      audit(owner, "2031-11-10T00:00:00Z");
      audit(owner, "2031-12-10T00:00:00Z");
      audit(owner, "2032-12-10T00:00:00Z");
      assertThat(standsIn(owner)).containsOnly("public_months.audit_entry_other");

      make(owner, "2031-11-30");

      assertThat(standsIn(owner))
          .containsExactly(
              "public_months.audit_entry_2031_11",
              "public_months.audit_entry_2031_12",
              "public_months.audit_entry_other");
    }
  }

  @Test
  void severalServersMakeEachOnce() {
    List<Callable<Integer>> servers =
        IntStream.range(0, 4)
            .<Callable<Integer>>mapToObj(
                i ->
                    () -> {
                      try (Handle owner = asOwner(jdbi)) {
                        return make(owner, "2031-11-30");
                      }
                    })
            .toList();

    List<Integer> made = Race.of(servers);

    assertThat(made.stream().mapToInt(Integer::intValue).sum()).isEqualTo(ALL);
  }

  @Test
  void aMonthThatSomebodyHoldsUpIsMadeTheNextTime() {
    try (Handle owner = asOwner(jdbi);
        Handle reader = asOwner(jdbi)) {
      reader.begin();
      reader.select("select count(*) from event").mapTo(Integer.class).one();

      assertThat(make(owner, "2031-11-30")).isEqualTo(ALL / 2);
      reader.rollback();

      assertThat(make(owner, "2031-11-30")).isEqualTo(ALL / 2);
    }
  }

  private static UUID tenant(Handle handle) {
    UUID tenant = UUID.randomUUID();
    handle.execute("insert into tenant (id, name, created_at) values (?, 'T', now())", tenant);
    return tenant;
  }

  private static void told(Handle handle, UUID tenant, String... types) {
    handle.execute(
        "insert into event_month (tenant_id, month, first) values (?, 202001, 1)", tenant);
    for (int i = 0; i < types.length; i++) {
      handle.execute(
          "insert into event (tenant_id, month, sequence, type, occurred_at, subject_id, data)"
              + " values (?, 202001, ?, ?, '2020-01-10', ?, '{}')",
          tenant,
          i + 1,
          types[i],
          tenant);
    }
  }

  private static int drop(Handle handle) {
    return handle.select("select drop_months()").mapTo(Integer.class).one();
  }

  private static void keepsNoLonger(Handle handle, UUID tenant) {
    handle.execute("delete from event_month where tenant_id = ?", tenant);
  }

  @Test
  void aMonthIsDroppedWhenNobodyKeepsItAndWhatExplainsCallsIsKept() {
    try (Handle owner = asOwner(jdbi)) {
      make(owner, "2020-01-15");
      UUID one = tenant(owner);
      UUID other = tenant(owner);
      told(owner, one, "call.logged", "rule.lifted");
      told(owner, other, "call.logged");
      assertThat(drop(owner)).as("the empty ones").isEqualTo(ALL - 1);

      keepsNoLonger(owner, one);
      assertThat(drop(owner)).isZero();
      assertThat(parts(owner, "event_2020%")).containsExactly("event_2020_01");
      keepsNoLonger(owner, other);

      assertThat(drop(owner)).isEqualTo(1);
      assertThat(parts(owner, "%_2020%")).isEmpty();
      assertThat(parts(owner, "%_2%")).hasSize(ALL);
      assertThat(
              owner
                  .select(
                      "select sequence || ' ' || type || ' ' || cast(tableoid as regclass) from"
                          + " event")
                  .mapTo(String.class)
                  .list())
          .containsExactly("2 rule.lifted public_months.event_other");
    }
  }

  @Test
  void aMonthOfTheAuditLogIsDroppedWhenItIsEmpty() {
    try (Handle owner = asOwner(jdbi)) {
      make(owner, "2020-01-15");
      audit(owner, "2020-01-15T00:00:00Z");
      drop(owner);
      assertThat(parts(owner, "%_2020%")).containsExactly("audit_entry_2020_01");

      owner.execute("delete from audit_entry");
      drop(owner);

      assertThat(parts(owner, "%_2020%")).isEmpty();
    }
  }

  @Test
  void aMonthThatSomebodyReadsIsDroppedTheNextTime() {
    try (Handle owner = asOwner(jdbi);
        Handle reader = asOwner(jdbi)) {
      make(owner, "2020-01-15");
      reader.begin();
      reader.select("select count(*) from event").mapTo(Integer.class).one();

      assertThat(drop(owner)).isEqualTo(ALL / 2);
      reader.rollback();

      assertThat(drop(owner)).isEqualTo(ALL / 2);
    }
  }

  @Test
  void theApplicationMakesThemByTheClockOfTheDatabaseAndReachesNoPart() {
    try (Handle application = jdbi.open()) {
      assertThat(application.select("select make_months()").mapTo(Integer.class).one()).isZero();
      for (String wrong :
          List.of(
              "select make_months(cast('2031-11-30' as date))",
              "select make_month('event', '2031-11-30')",
              "select drop_month('event', 'public_months.event_new')",
              "select count(*) from public_months.event_new",
              "select count(*) from public_months.audit_entry_other")) {
        assertThatThrownBy(() -> application.execute(wrong))
            .hasMessageContaining("permission denied");
      }
    }
  }
}
