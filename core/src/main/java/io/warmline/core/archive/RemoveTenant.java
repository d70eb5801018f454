package io.warmline.core.archive;

import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.archive.TenantTables.Table;
import io.warmline.core.id.TenantId;
import io.warmline.core.tenant.LocalSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Takes a tenant out of this database for good: every row of every table that it has. */
@ApplicationScoped
public class RemoveTenant {

  /** foreign_key_violation. */
  private static final String STILL_REFERRED_TO = "23503";

  private final Jdbi jdbi;

  RemoveTenant(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Deletes all rows, in the operator's transaction that is open. Which tables there are comes from
   * the catalogue, as for an archive; each goes before those that it refers to.
   *
   * @return how many rows of each table, as an archive of the same moment would have them; tables
   *     of which there were none are left out
   * @throws WarmlineException BUSY if something is still being written for it; the transaction is
   *     lost then
   */
  public Map<String, Long> remove(TenantId tenant) {
    return jdbi.withHandle(
        handle -> {
          LocalSettings.of("app.tenant", tenant.toString()).make(handle);
          List<Table> tables = new ArrayList<>(TenantTables.of(handle));
          Collections.reverse(tables);
          Map<String, Long> rows = new LinkedHashMap<>();
          tables.forEach(table -> rows.put(table.name(), count(handle, table, tenant)));
          tables.forEach(
              table -> rows.merge(table.name(), delete(handle, table, tenant), Math::max));
          LocalSettings.of("app.tenant", "").make(handle);
          rows.values().removeIf(count -> count == 0);
          return rows;
        });
  }

  /** Counted before anything is deleted, since some rows go with those they hang on. */
  private static long count(Handle handle, Table table, TenantId tenant) {
    return handle
        .createQuery(
            "select count(%2$s) from %1$s where %2$s = :tenant"
                .formatted(table.name(), table.tenantColumn()))
        .bind("tenant", tenant.value())
        .mapTo(Long.class)
        .one();
  }

  private static long delete(Handle handle, Table table, TenantId tenant) {
    try {
      return handle
          .createUpdate(
              "delete from %s where %s = :tenant".formatted(table.name(), table.tenantColumn()))
          .bind("tenant", tenant.value())
          .execute();
    } catch (UnableToExecuteStatementException e) {
      throw isStillReferredTo(e) ? underWay() : e;
    }
  }

  private static boolean isStillReferredTo(UnableToExecuteStatementException e) {
    return e.getCause() instanceof SQLException sql && STILL_REFERRED_TO.equals(sql.getSQLState());
  }

  /** Somebody has added a row since, that hangs on one of these. */
  private static WarmlineException underWay() {
    return new WarmlineException(
        ProblemCode.BUSY,
        "Something that began before the tenant was suspended is still under way. Nothing was"
            + " deleted; try again in a minute.");
  }
}
