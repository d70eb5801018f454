package io.warmline.core.event;

import io.warmline.core.id.TenantId;
import io.warmline.core.tenant.TenantSql;
import java.util.List;

/** Events that were numbered by now, as if it had been in another month. */
public final class OtherMonth {

  private OtherMonth() {}

  /**
   * Moves what a tenant has of this month. In a transaction, which then goes on as the owner of the
   * tables.
   *
   * @param month as year and month: 202001
   */
  public static void forEvents(TenantSql sql, TenantId tenant, int month) {
    sql.jdbi()
        .useHandle(
            handle -> {
              handle.execute("set local role none");
              for (String table : List.of("event", "event_month")) {
                handle.execute(
                    "update %s set month = ? where tenant_id = ? and month = month_at(now())"
                        .formatted(table),
                    month,
                    tenant.value());
              }
            });
  }
}
