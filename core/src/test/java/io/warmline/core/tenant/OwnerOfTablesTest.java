package io.warmline.core.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.OnPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * In a managed PostgreSQL the owner of the tables is no superuser, and held by their walls; what it
 * does for the application is done all the same.
 */
@QuarkusTest
class OwnerOfTablesTest extends OnPostgres {

  private static final String OWNER = "somebody_managed";
  private static final UUID TENANT = UUID.fromString("0198f1a0-001a-7000-8000-000000000009");
  private static final UUID LEAD = UUID.fromString("0198f1a0-0003-7000-8000-000000000009");

  private static Jdbi jdbi;

  /** With the roles that the page on configuration grants. */
  @BeforeAll
  static void aDatabaseThatSomebodyElseRuns() throws SQLException {
    String url = ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
    try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("create role " + OWNER + " login password 'secret'");
      statement.execute(
          "grant warmline_app, warmline_rounds, warmline_client, warmline_agent,"
              + " warmline_operator to "
              + OWNER);
      statement.execute("create database managed owner " + OWNER);
    }
    // Without what the address says of a user.
    String managed = url.replaceFirst("/postgres(\\?.*)?$", "/managed");
    Flyway.configure().dataSource(managed, OWNER, "secret").load().migrate();
    jdbi = Jdbi.create(managed, OWNER, "secret");
    try (Handle handle = asTheApplication()) {
      handle.execute("insert into tenant (id, name, created_at) values (?, 'T', now())", TENANT);
    }
  }

  private static Handle asTheApplication() {
    Handle handle = jdbi.open();
    handle.execute("set role warmline_app");
    handle.execute("select set_config('app.tenant', ?, false)", TENANT.toString());
    return handle;
  }

  @Test
  void theWordsOfEventsAboutWhoeverIsErasedAreForgotten() {
    try (Handle handle = asTheApplication()) {
      handle.execute(
          "insert into event (tenant_id, type, occurred_at, subject_id, data) values (?,"
              + " 'lead.status_changed', now(), ?, '{\"reason\": \"Ann told us\"}')",
          TENANT,
          LEAD);

      assertThat(
              handle
                  .select("select forget_words_of_events(?, ?)", TENANT, LEAD)
                  .mapTo(Long.class)
                  .one())
          .isEqualTo(1);
      assertThat(handle.select("select data ->> 'reason' from event").mapTo(String.class).list())
          .containsExactly("erased");
    }
  }

  @Test
  void theAuditLogIsShortened() {
    try (Handle handle = asTheApplication()) {
      handle.execute(
          "insert into audit_entry (tenant_id, id, done_at, key_id, operation, method, path,"
              + " fields, status, request_id) values (?, id_at(now() - interval '3 years'), now() -"
              + " interval '3 years', gen_random_uuid(), 'x', 'POST', '/x', '{}', 200, 'r')",
          TENANT);

      assertThat(
              handle
                  .select("select forget_audit_entries(?, now(), 10)", TENANT)
                  .mapTo(Long.class)
                  .one())
          .isEqualTo(1);
    }
  }

  /** The walls between clients stand in this database, too. */
  @Test
  void whoeverLooksWithTheEyesOfAClientSeesNothingOfOthers() {
    try (Handle handle = asTheApplication()) {
      handle.execute(
          "insert into client (tenant_id, id, version, name, fiscal_year_start, created_at,"
              + " updated_at) values (?, gen_random_uuid(), 1, 'Acme', 1, now(), now())",
          TENANT);
      handle.execute("reset role");
      handle.execute("set role warmline_client");

      assertThat(handle.select("select count(*) from client").mapTo(Integer.class).one()).isZero();
    }
  }
}
