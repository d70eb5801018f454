package io.warmline.core.campaign;

import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** What the agents of the tenant are and can do. */
@ApplicationScoped
class Staff {

  private final TenantSql sql;

  Staff(TenantSql sql) {
    this.sql = sql;
  }

  /** The teams that somebody is of. */
  Set<String> teams() {
    return sql.query(
        "select distinct team from agent where tenant_id = :tenant and deleted_at is null and team is not null",
        q -> q.mapTo(String.class).set());
  }

  /** What somebody can do. */
  Set<String> skills() {
    return sql.query(
        "select distinct unnest(skills) from agent where tenant_id = :tenant and deleted_at is null",
        q -> q.mapTo(String.class).set());
  }
}
