package io.warmline.core.queue;

import io.warmline.core.compliance.Jurisdiction;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The places for which the tenant has rules of its own: their leads wait in buckets of their own.
 */
@ApplicationScoped
class HousePlaces {

  private final TenantSql sql;

  HousePlaces(TenantSql sql) {
    this.sql = sql;
  }

  Set<Jurisdiction> places() {
    return sql.query(
        """
        select distinct body->>'jurisdiction' from calling_rule
        where tenant_id = :tenant and body->>'jurisdiction' is not null
        """,
        q -> q.mapTo(String.class).stream().map(Jurisdiction::new).collect(Collectors.toSet()));
  }
}
