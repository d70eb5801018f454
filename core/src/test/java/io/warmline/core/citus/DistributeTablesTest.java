package io.warmline.core.citus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.EmptyDatabase;
import io.warmline.core.OnPostgres;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/**
 * There is no Citus in the build. What the script asks of it is written down by stand-ins that
 * refuse what it refuses: a table whose references are not distributed, a key without the tenant.
 */
@QuarkusTest
class DistributeTablesTest extends OnPostgres {

  private static final String STAND_INS =
      """
      create table pg_dist_partition (logicalrelid regclass primary key, by_column text, beside text);

      create function create_distributed_table(what text, by_column text, colocate_with text) returns void
      language plpgsql as $$
      begin
        if exists (select 1 from pg_constraint k
                   where k.contype = 'f' and k.conrelid = what::regclass
                     and not exists (select 1 from pg_dist_partition d where d.logicalrelid = k.confrelid)) then
          raise exception 'referenced table of % must be a distributed table or a reference table', what;
        end if;
        if exists (select 1 from pg_constraint k
                   where k.contype = 'f' and k.confrelid = what::regclass
                     and not exists (select 1 from pg_dist_partition d where d.logicalrelid = k.conrelid)) then
          raise exception 'a local table refers to %', what;
        end if;
        if exists (select 1 from pg_index i
                   where i.indrelid = what::regclass and i.indisunique
                     and (select a.attnum from pg_attribute a where a.attrelid = i.indrelid and a.attname = by_column)
                         <> all (i.indkey::int2[])) then
          raise exception '% has a unique key without %', what, by_column;
        end if;
        insert into pg_dist_partition values (what::regclass, by_column, colocate_with);
      end
      $$;
      """;

  private static final String REFERENCES =
      """
      select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint
      where contype = 'f' order by 1
      """;

  private static final String OF_TENANTS =
      "select table_name from information_schema.columns where column_name = 'tenant_id' and"
          + " table_schema = 'public' order by 1";

  private Handle citus() throws SQLException {
    Jdbi jdbi = EmptyDatabase.make();
    Handle handle = jdbi.open();
    handle.execute("reset role");
    handle.getConnection().setAutoCommit(true);
    handle.createScript(STAND_INS).executeAsSeparateStatements();
    return handle;
  }

  private static void distribute(Handle handle) throws SQLException {
    handle.useTransaction(
        in -> {
          try (var statement = in.getConnection().createStatement()) {
            statement.execute(DistributeTables.script());
          }
        });
  }

  private static List<String> list(Handle handle, String statement) {
    return handle.createQuery(statement).mapTo(String.class).list();
  }

  @Test
  void everyTableOfTenantsIsDistributedAndKeepsItsReferences() throws SQLException {
    try (Handle handle = citus()) {
      List<String> references = list(handle, REFERENCES);

      distribute(handle);

      TreeSet<String> tables = new TreeSet<>(list(handle, OF_TENANTS));
      assertThat(tables).hasSizeGreaterThan(50);
      assertThat(
              list(
                  handle,
                  "select logicalrelid::text from pg_dist_partition where by_column = 'tenant_id'"
                      + " and beside = 'tenant'"))
          .containsExactlyInAnyOrderElementsOf(tables);
      assertThat(
              list(
                  handle,
                  "select logicalrelid || ' ' || by_column from pg_dist_partition where beside ="
                      + " 'none'"))
          .containsExactly("tenant id");
      assertThat(references).hasSizeGreaterThan(100);
      assertThat(list(handle, REFERENCES)).isEqualTo(references);
      assertThat(
              list(
                  handle,
                  "select rolname from pg_roles where rolname like 'warmline%' and not"
                      + " rolcanlogin"))
          .isEmpty();
    }
  }

  @Test
  void whatIsDistributedIsLeftAlone() throws SQLException {
    try (Handle handle = citus()) {
      distribute(handle);
      handle.execute("drop function create_distributed_table");

      distribute(handle);
    }
  }

  /** As a migration would add one. */
  @Test
  void aNewTableIsDistributedByTheNextRun() throws SQLException {
    try (Handle handle = citus()) {
      distribute(handle);
      handle.execute(
          "create table novelty (tenant_id uuid not null references tenant (id), id uuid not null,"
              + " primary key (tenant_id, id))");

      distribute(handle);

      assertThat(list(handle, "select logicalrelid::text from pg_dist_partition"))
          .contains("novelty");
    }
  }

  /** The stand-in refuses, so that the test above says something. */
  @Test
  void aUniqueKeyWithoutTheTenantIsRefused() throws SQLException {
    try (Handle handle = citus()) {
      handle.execute("create table novelty (tenant_id uuid not null, id uuid primary key)");

      assertThatThrownBy(() -> distribute(handle))
          .hasMessageContaining("novelty has a unique key without tenant_id");
    }
  }
}
