package io.warmline.core.queue;

import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * The buckets whose leads have not the same clocks any more, because the time-zone data has changed
 * or a year has begun that was too far off when they were made. They open only when all these
 * clocks allow it, until the leads are where they belong.
 */
@ApplicationScoped
public class TornBuckets {

  private static final String ZONES =
      "select id, zones, lead_zones from window_bucket where tenant_id = :tenant and ";

  private final TenantSql sql;
  private final CappedLeads leads;

  TornBuckets(TenantSql sql, CappedLeads leads) {
    this.sql = sql;
    this.leads = leads;
  }

  /** Those of the tenant, by id. */
  public List<Long> find(Instant now) {
    return sql.query(
        ZONES + "lead_zones <> '{}' order by id",
        q ->
            q.map((rs, ctx) -> BucketZones.read(rs)).stream()
                .filter(bucket -> bucket.isTorn(now))
                .map(BucketZones::bucket)
                .toList());
  }

  /** These open by the clocks of the leads that belong there: the others have left. */
  public void mend(Collection<Long> torn, Instant now) {
    for (BucketZones bucket : lock(torn)) {
      sql.update(
          "update window_bucket set lead_zones = :zones where tenant_id = :tenant and id = :id",
          u ->
              u.bind("id", bucket.bucket())
                  .bindArray("zones", String.class, bucket.remaining(now).toArray()));
    }
    leads.followClocks(torn, now);
  }

  /** Nobody puts leads with other zones in meanwhile. */
  private List<BucketZones> lock(Collection<Long> torn) {
    return sql.query(
        ZONES + "id = any(:ids) order by id for no key update",
        q ->
            q.bindArray("ids", Long.class, torn.toArray())
                .map((rs, ctx) -> BucketZones.read(rs))
                .list());
  }
}
