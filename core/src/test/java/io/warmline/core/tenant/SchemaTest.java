package io.warmline.core.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.OnPostgres;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the schema promises at its head holds for every table in it, and for tables to come. */
@QuarkusTest
class SchemaTest extends OnPostgres {

  @Test
  void everyReferenceIsAForeignKeyOrSaysWhyNot() {
    List<String> loose =
        names(
            """
            select c.relname || '.' || a.attname
            from pg_attribute a
            join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p')
            where c.relnamespace = current_schema()::regnamespace
              and a.attnum > 0 and a.attname not in ('id', 'tenant_id')
              and a.atttypid in ('uuid'::regtype, 'uuid[]'::regtype)
              and not exists (select 1 from pg_constraint k
                              where k.conrelid = c.oid and k.contype = 'f' and a.attnum = any(k.conkey))
              and coalesce(col_description(c.oid, a.attnum), '') !~ 'Not a foreign key, '
            """);

    assertThat(loose).isEmpty();
  }

  @Test
  void theTenantLeadsEveryKeyAndEveryForeignKey() {
    List<String> others =
        names(
            """
            select k.conrelid::regclass || ': ' || pg_get_constraintdef(k.oid)
            from pg_constraint k
            join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
            where k.connamespace = current_schema()::regnamespace and k.contype in ('p', 'u', 'f')
              and a.attname <> 'tenant_id' and k.conrelid not in ('tenant'::regclass, 'flyway_schema_history'::regclass,
                                                                  'operator_action'::regclass, 'operator_answer'::regclass)
            """);

    assertThat(others).isEmpty();
  }

  @Test
  void everyTableBelongsToATenantButThoseOfTheOperator() {
    List<String> others =
        names(
            """
            select c.relname from pg_class c
            where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
              and c.relname not in ('tenant', 'flyway_schema_history')
              and not exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id')
            order by c.relname
            """);

    assertThat(others).containsExactly("operator_action", "operator_answer");
  }

  @Test
  void noRoleOfATenantReadsWhatIsTheOperators() {
    List<String> open =
        names(
            """
            select r.rolname || ' ' || t.relname from pg_roles r, pg_class t
            where r.rolname in ('warmline_app', 'warmline_rounds', 'warmline_client', 'warmline_agent')
              and t.relname in ('operator_action', 'operator_answer')
              and has_any_column_privilege(r.oid, t.oid, 'select, insert, update')
            """);

    assertThat(open).isEmpty();
  }

  /** It deletes what is a tenant's, and so must find it; there is nothing more to be seen. */
  @Test
  void theOperatorReadsNothingThatIsATenants() {
    List<String> open =
        names(
            """
            select a.attrelid::regclass || '.' || a.attname
            from pg_attribute a
            join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p')
            where c.relnamespace = current_schema()::regnamespace and a.attnum > 0 and not a.attisdropped
              and c.relname not in ('tenant', 'operator_action', 'operator_answer') and a.attname <> 'tenant_id'
              and has_column_privilege('warmline_operator', c.oid, a.attnum, 'select')
            """);

    assertThat(open).isEmpty();
    assertThat(
            names(
                "select 'changes its log' where has_table_privilege('warmline_operator',"
                    + " 'operator_action', 'update, delete, truncate')"))
        .isEmpty();
  }

  /** Otherwise each deletion of a lead reads a whole table of the tenant. */
  @Test
  void whateverHangsOnALeadIsFoundByTheLeadsIndex() {
    List<String> slow =
        names(
            """
            select k.conrelid::regclass || ': ' || pg_get_constraintdef(k.oid)
            from pg_constraint k
            where k.connamespace = current_schema()::regnamespace and k.contype = 'f'
              and k.confrelid in (select r.conrelid from pg_constraint r
                                  where r.contype = 'f' and r.confrelid = 'lead'::regclass and r.confdeltype = 'c'
                                  union select 'lead'::regclass)
              and not exists (select 1 from pg_index i
                              where i.indrelid = k.conrelid and i.indkey[0] = k.conkey[1]
                                and i.indkey[1] = any(k.conkey[2:]))
            """);

    assertThat(slow).isEmpty();
  }

  @Test
  void everyTableSaysWhatItIsFor() {
    assertThat(
            names(
                """
                select relname from pg_class
                where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p')
                  and relname <> 'flyway_schema_history' and obj_description(oid) is null
                """))
        .isEmpty();
  }

  private List<String> names(String query) {
    return transaction.call(
        () -> sql.jdbi().withHandle(h -> h.select(query).mapTo(String.class).list()));
  }
}
