package io.warmline.core.queue;

import io.warmline.core.compliance.Jurisdiction;
import io.warmline.core.compliance.LawEdition;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The buckets whose leads have not the same clocks any more, because the time-zone data has changed
 * or a year has begun that was too far off when they were made, or not the same law, because a rule
 * was added. They open only when all these clocks and laws allow it, until the leads are where they
 * belong.
 */
@ApplicationScoped
public class TornBuckets {

  private static final String ZONES =
      "select id, zones, lead_zones, jurisdictions, lead_places from window_bucket where tenant_id = :tenant and ";

  private final TenantSql sql;
  private final HousePlaces house;
  private final CappedLeads leads;

  TornBuckets(TenantSql sql, HousePlaces house, CappedLeads leads) {
    this.sql = sql;
    this.house = house;
    this.leads = leads;
  }

  /**
   * Statements that select tenants whose buckets may be torn or worked out by an older law: a rule
   * of theirs has changed within the last minutes, or a server with a newer edition has been
   * started.
   */
  public static List<String> tenants() {
    return List.of(
        "select tenant_id from window_bucket where law_edition < %d and closes_at >= :now"
            .formatted(LawEdition.current()),
        "select tenant_id from calling_rule where updated_at between :now - interval '3 minutes' and :now");
  }

  /** Those of the tenant, by id. */
  public List<Long> find(Instant now) {
    Set<Jurisdiction> ofHouse = house.places();
    return sql.query(
        ZONES + "(lead_zones <> '{}' or lead_places <> '{}') order by id",
        q ->
            q.map((rs, ctx) -> Both.read(rs)).stream()
                .filter(bucket -> bucket.isTorn(ofHouse, now))
                .map(bucket -> bucket.zones().bucket())
                .toList());
  }

  private record Both(BucketZones zones, BucketPlaces places) {

    static Both read(ResultSet rs) throws SQLException {
      return new Both(BucketZones.read(rs), BucketPlaces.read(rs));
    }

    boolean isTorn(Set<Jurisdiction> ofHouse, Instant now) {
      return zones.isTorn(now) || places.isTorn(ofHouse);
    }
  }

  /** These open by the clocks of the leads that belong there: the others have left. */
  public void mend(Collection<Long> torn, Instant now) {
    Set<Jurisdiction> ofHouse = house.places();
    for (Both bucket : lock(torn)) {
      Set<Jurisdiction> places = bucket.places().remaining(ofHouse);
      sql.update(
          """
          update window_bucket set lead_zones = :zones, lead_places = :places where tenant_id = :tenant and id = :id
          """,
          u ->
              u.bind("id", bucket.zones().bucket())
                  .bindArray("zones", String.class, bucket.zones().remaining(now).toArray())
                  .bindArray(
                      "places",
                      String.class,
                      places.stream().map(Jurisdiction::code).sorted().toArray()));
    }
    leads.followClocks(torn, now);
  }

  /** Nobody puts leads with other zones in meanwhile. */
  private List<Both> lock(Collection<Long> torn) {
    return sql.query(
        ZONES + "id = any(:ids) order by id for no key update",
        q -> q.bindArray("ids", Long.class, torn.toArray()).map((rs, ctx) -> Both.read(rs)).list());
  }
}
