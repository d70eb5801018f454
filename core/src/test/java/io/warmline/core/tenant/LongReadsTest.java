package io.warmline.core.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Fixture;
import io.warmline.core.OnPostgres;
import io.warmline.core.id.CampaignId;
import io.warmline.core.imports.ExportLeads;
import io.warmline.core.report.ActivityReport;
import io.warmline.core.report.Grouping;
import io.warmline.core.report.Report;
import io.warmline.core.report.ReportScope;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Reports are read from a standby, and never of an earlier state than the answer before them. */
@QuarkusTest
@Tag(OnPostgres.TAG)
@QuarkusTestResource(value = PostgresWithStandby.class, restrictToAnnotatedClass = true)
class LongReadsTest {

  private static final String ON_STANDBY =
      "select pg_is_in_recovery() where cast(:tenant as uuid) is not null";
  private static final int MOST_TRIES = 120;
  private static final String NAMES =
      "select count(*) from agent where tenant_id = :tenant and name = 'Ada'";

  @Inject Fixture given;
  @Inject Jdbi jdbi;
  @Inject TenantTransaction transaction;
  @Inject TenantSql sql;
  @Inject CurrentTenant tenant;
  @Inject ActivityReport activity;
  @Inject ExportLeads export;

  private LongReads reads;

  private final String standby = setting(PostgresWithStandby.STANDBY);
  private final String primary = setting("quarkus.datasource.jdbc.url");

  private static String setting(String name) {
    return ConfigProvider.getConfig().getValue(name, String.class);
  }

  /** The standby knows nothing before it has heard of the schema. */
  @BeforeEach
  void aTenantAndAStandbyThatFollows() throws SQLException, InterruptedException {
    given.newTenant();
    for (int i = 0; i < MOST_TRIES && !knowsTheRole(); i++) {
      Thread.sleep(500);
    }
    reads = readingFrom(standby);
  }

  private boolean knowsTheRole() throws SQLException {
    try (Connection connection = DriverManager.getConnection(standby, "postgres", "postgres");
        Statement s = connection.createStatement();
        ResultSet found =
            s.executeQuery(
                "select 1 from pg_roles r join pg_tables t on t.tablename = 'retention'"
                    + " where r.rolname = 'warmline_app'")) {
      return found.next();
    }
  }

  private LongReads readingFrom(String url) {
    ReportsReplica replica =
        new ReportsReplica(
            jdbi, Optional.of(url), Optional.of("postgres"), Optional.of("postgres"), 4);
    return new LongReads(transaction, sql, tenant, replica);
  }

  private static boolean isOnStandby(LongReads from) {
    return from.call(reader -> reader.query(ON_STANDBY, q -> q.mapTo(Boolean.class).one()));
  }

  private static long names(LongReads from) {
    return from.call(reader -> reader.query(NAMES, q -> q.mapTo(Long.class).one()));
  }

  private void aName() {
    transaction.run(
        () ->
            sql.update(
                """
                insert into agent (tenant_id, id, version, name, created_at, updated_at)
                values (:tenant, gen_random_uuid(), 0, 'Ada', now(), now())
                """,
                u -> {}));
  }

  private void onStandby(String statement) throws SQLException {
    try (Connection connection = DriverManager.getConnection(standby, "postgres", "postgres");
        Statement s = connection.createStatement()) {
      s.execute(statement);
    }
  }

  @Test
  void theStandbyIsReadAndHasWhatWasCommittedJustBefore() {
    for (int written = 1; written <= 40; written++) {
      aName();

      assertThat(names(reads)).isEqualTo(written);
    }
    assertThat(isOnStandby(reads)).isTrue();
  }

  @Test
  void onTheStandbyTooATenantSeesItsOwnAlone() {
    aName();
    given.newTenant();

    assertThat(isOnStandby(reads)).isTrue();
    assertThat(names(reads)).isZero();
  }

  @Test
  void aStandbyThatDoesNotKeepUpIsNotRead() throws SQLException {
    LongReads late = readingFrom(standby);
    onStandby("select pg_wal_replay_pause()");
    try {
      aName();

      assertThat(names(late)).isEqualTo(1);
      assertThat(isOnStandby(late)).isFalse();
    } finally {
      onStandby("select pg_wal_replay_resume()");
    }
  }

  @Test
  void whereTheStandbyIsAwayTheDatabaseIsRead() {
    aName();

    assertThat(names(readingFrom("jdbc:postgresql://127.0.0.1:1/postgres"))).isEqualTo(1);
  }

  @Test
  void anotherAddressOfTheDatabaseItselfWillDo() {
    LongReads same = readingFrom(primary + "&ApplicationName=aside");

    assertThat(
            same.<String>call(
                reader ->
                    reader.query(
                        "select current_setting('application_name') where cast(:tenant as uuid) is"
                            + " not null",
                        q -> q.mapTo(String.class).one())))
        .isEqualTo("aside");
  }

  @Test
  void whatFailsOnTheStandbyIsReadFromTheDatabase() {
    String onlyThere =
        "select 1 / case when pg_is_in_recovery() then 0 else 1 end where cast(:tenant as uuid) is"
            + " not null";

    assertThat(
            reads.<Integer>call(
                reader -> reader.query(onlyThere, q -> q.mapTo(Integer.class).one())))
        .isEqualTo(1);
  }

  @Test
  void aStatementThatTakesTooLongIsNotBegunAnew() {
    assertThatThrownBy(
            () ->
                reads.call(
                    reader -> {
                      reader.set(LocalSettings.of("statement_timeout", "50ms"));
                      return reader.query(
                          "select cast(pg_sleep(case when pg_is_in_recovery() then 5 else 0 end) as"
                              + " text) where cast(:tenant as uuid) is not null",
                          q -> q.mapTo(String.class).one());
                    }))
        .isInstanceOf(JdbiException.class);
  }

  @Test
  void reportsAndExportsReadWhatWasWrittenJustBefore() throws IOException {
    CampaignId campaign = given.campaign();
    given.lead(campaign);
    ByteArrayOutputStream file = new ByteArrayOutputStream();

    Report report =
        activity.of(
            new ReportScope(
                Optional.of(campaign),
                Optional.empty(),
                LocalDate.of(2026, 11, 1),
                LocalDate.of(2026, 11, 30),
                ZoneId.of("UTC"),
                Grouping.NONE));
    export.write(campaign, file);

    assertThat(report.rows()).isNotEmpty();
    assertThat(file.toString(StandardCharsets.UTF_8).lines()).hasSize(2);
  }
}
