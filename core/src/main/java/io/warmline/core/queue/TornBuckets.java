package io.warmline.core.queue;

import io.warmline.core.compliance.Jurisdiction;
import io.warmline.core.compliance.LawEdition;
import io.warmline.core.phone.AreaCode;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The buckets whose leads have not the same clocks any more, because the time-zone data has changed
 * or a year has begun that was too far off when they were made, or not the same law, because a rule
 * was added. They open only when all these clocks and laws allow it, until the leads are where they
 * belong.
 */
@ApplicationScoped
public class TornBuckets {

  private static final String ZONES =
      "select id, zones, lead_zones, jurisdictions, lead_places, area_codes, free_of from window_bucket where tenant_id = :tenant and ";

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
    HouseGround ground = house.ground();
    return sql.query(
        ZONES + "(lead_zones <> '{}' or lead_places <> '{}') order by id",
        q ->
            q.map((rs, ctx) -> Both.read(rs)).stream()
                .filter(bucket -> bucket.isTorn(ground, now))
                .map(bucket -> bucket.zones().bucket())
                .toList());
  }

  private record Both(BucketZones zones, BucketPlaces places) {

    static Both read(ResultSet rs) throws SQLException {
      return new Both(BucketZones.read(rs), BucketPlaces.read(rs));
    }

    boolean isTorn(HouseGround house, Instant now) {
      return zones.isTorn(now) || places.isTorn(house);
    }
  }

  /**
   * These open by the clocks and the law of the leads that belong there: the others have left.
   * Whoever puts leads in by what was the law before has ended; where such a lead is left the
   * bucket stays as it is.
   *
   * @return those that stay as they are
   */
  public List<Long> mend(Collection<Long> torn, Instant now) {
    List<Both> locked = lock(torn);
    HouseGround ground = house.ground();
    List<Long> notYet = withStrangers(locked, ground);
    locked.stream()
        .filter(bucket -> !notYet.contains(bucket.zones().bucket()))
        .forEach(bucket -> mend(bucket, ground, now));
    leads.followClocks(torn, now);
    return notYet;
  }

  private void mend(Both bucket, HouseGround ground, Instant now) {
    Set<Jurisdiction> places = bucket.places().remaining(ground);
    sql.update(
        """
        update window_bucket set lead_zones = :zones, lead_places = :places, free_of = :freeOf
        where tenant_id = :tenant and id = :id
        """,
        u ->
            u.bind("id", bucket.zones().bucket())
                .bindArray("zones", String.class, bucket.zones().remaining(now).toArray())
                .bindArray(
                    "places",
                    String.class,
                    places.stream().map(Jurisdiction::code).sorted().toArray())
                .bindArray("freeOf", String.class, ground.codesBut(bucket.places().codes())));
  }

  /** Those in which a lead is left that does not belong there. */
  private List<Long> withStrangers(List<Both> buckets, HouseGround ground) {
    List<Stranger> strangers = buckets.stream().map(b -> Stranger.to(b.places(), ground)).toList();
    return sql.query(
        """
        select distinct p.bucket_id
        from unnest(cast(:ids as bigint[]), cast(:places as text[]), cast(:prefixes as text[])) as s (id, places, prefixes)
        join lead_phone p on p.bucket_id = s.id
        where p.tenant_id = :tenant
          and (p.jurisdictions && string_to_array(s.places, ',') or (s.prefixes <> '' and p.e164 ~ s.prefixes))
        """,
        q ->
            q.bindArray("ids", Long.class, strangers.stream().map(Stranger::bucket).toArray())
                .bindArray(
                    "places", String.class, strangers.stream().map(Stranger::places).toArray())
                .bindArray(
                    "prefixes", String.class, strangers.stream().map(Stranger::prefixes).toArray())
                .mapTo(Long.class)
                .list());
  }

  /**
   * What tells a lead that does not belong into a bucket.
   *
   * @param places in which it may be, with commas between
   * @param prefixes a pattern of the numbers it has; empty: none
   */
  private record Stranger(long bucket, String places, String prefixes) {

    static Stranger to(BucketPlaces bucket, HouseGround ground) {
      Set<Jurisdiction> remain = bucket.remaining(ground);
      return new Stranger(
          bucket.bucket(),
          bucket.ofLeads().stream()
              .filter(place -> !remain.contains(place))
              .map(Jurisdiction::code)
              .collect(Collectors.joining(",")),
          bucket.codesToLeave(ground).stream()
              .flatMap(AreaCode::prefixes)
              .map(prefix -> "^\\" + prefix)
              .collect(Collectors.joining("|")));
    }
  }

  /** Nobody puts leads in meanwhile. */
  private List<Both> lock(Collection<Long> torn) {
    return sql.query(
        ZONES + "id = any(:ids) order by id for update",
        q -> q.bindArray("ids", Long.class, torn.toArray()).map((rs, ctx) -> Both.read(rs)).list());
  }
}
