package io.warmline.core.imports;

import io.warmline.core.tenant.TenantSql;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Has the database look at the tables of leads anew when a file has made them many times what they
 * were. Until it looks by itself, after a minute or so, it plans as for an empty table, where one
 * index is as good as another: 300 rows a second instead of 5000.
 */
@ApplicationScoped
class TableStatistics {

  private static final String ANALYZE =
      """
      select analyze_leads() from pg_class where oid = cast('lead' as regclass) and reltuples * 2 < :written
      """;

  private final TenantTransaction transaction;
  private final TenantSql sql;

  TableStatistics(TenantTransaction transaction, TenantSql sql) {
    this.transaction = transaction;
    this.sql = sql;
  }

  /**
   * Looks at the tables if they have grown to more than twice what is known of them.
   *
   * @param written how many leads were added to them in one go
   * @return whether it did
   */
  boolean follow(long written) {
    return transaction.call(
        () ->
            sql.jdbi()
                .withHandle(
                    handle ->
                        handle
                            .createQuery(ANALYZE)
                            .bind("written", written)
                            .mapTo(Boolean.class)
                            .findOne()
                            .isPresent()));
  }
}
