package io.warmline.core.queue;

import io.warmline.core.id.CampaignId;
import io.warmline.core.queue.Rations.Ration;
import io.warmline.core.queue.Share.Quota;
import io.warmline.core.tenant.Question;
import io.warmline.core.tenant.RoundTrip;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * How many dials campaigns and clients may make a day. A dial is a call of ours; what came in, and
 * a failure of the line, is none. A lead that an agent holds counts as one until the call is logged
 * or the lead is given back. Whoever has no quota costs nothing.
 */
@ApplicationScoped
public class Quotas {

  private static final String COUNT =
      """
      select w.id,
             (select count(*)
              from campaign c
              join call k on k.tenant_id = :tenant and k.campaign_id = c.id and k.direction = 'OUTBOUND'
                and k.disposition <> 'TECHNICAL_FAILURE' and k.started_at >= cast(w.since as timestamptz)
              where c.tenant_id = :tenant and (c.id = w.id or c.client_id = w.id)) as dialled,
             (select count(*)
              from campaign c
              join queue_entry q on q.tenant_id = :tenant and q.campaign_id = c.id and q.lease_expires_at is not null
              where c.tenant_id = :tenant and (c.id = w.id or c.client_id = w.id)) as held
      from unnest(:ids, :since) w(id, since)
      """;

  private static final String LOCK_CLIENTS =
      "select id from client where tenant_id = :tenant and id = any(:ids) order by id for no key update";

  private static final String LOCK_CAMPAIGNS =
      "select id from campaign where tenant_id = :tenant and id = any(:ids) order by id for no key update";

  private static final String OF_CAMPAIGN =
      """
      select %s
      from campaign c %s
      where c.tenant_id = :tenant and c.id = :campaign
      """
          .formatted(Share.COLUMNS, Share.JOIN);

  private static final String OF_ALL =
      """
      select %s
      from campaign c %s
      where c.tenant_id = :tenant and (c.daily_dials is not null or cl.daily_dials is not null)
      """
          .formatted(Share.COLUMNS, Share.JOIN);

  private final TenantSql sql;

  Quotas(TenantSql sql) {
    this.sql = sql;
  }

  /** What is left; others may be taking of it at the same time. */
  Rations lookAt(Collection<Share> shares, Instant now) {
    List<Quota> quotas = quotas(shares);
    return quotas.isEmpty() ? new Rations(List.of()) : new Rations(sql.ask(count(quotas, now)));
  }

  /** What is left, of which nobody else takes before the transaction ends. */
  Rations hold(Collection<Share> shares, Instant now) {
    List<Quota> quotas = quotas(shares);
    if (quotas.isEmpty()) {
      return new Rations(List.of());
    }
    return new Rations(locked(quotas, now));
  }

  /**
   * Until when a campaign hands out nothing but what was promised; empty if it hands out its leads.
   *
   * @throws java.util.NoSuchElementException if there is no such campaign
   */
  public Optional<Instant> usedUpUntil(CampaignId campaign, Instant now) {
    Share share =
        sql.query(
            OF_CAMPAIGN,
            q -> q.bind("campaign", campaign.value()).map((rs, ctx) -> Share.read(rs, true)).one());
    return lookAt(List.of(share), now).until(share);
  }

  /** The campaigns that hand out nothing but what was promised. */
  public Set<CampaignId> usedUp(Instant now) {
    List<Share> shares = sql.query(OF_ALL, q -> q.map((rs, ctx) -> Share.read(rs, true)).list());
    Rations rations = lookAt(shares, now);
    return shares.stream()
        .filter(rations::usedUp)
        .map(share -> new CampaignId(share.campaign()))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static List<Quota> quotas(Collection<Share> shares) {
    return shares.stream().flatMap(share -> share.quotas().stream()).distinct().toList();
  }

  /**
   * Locked and counted in one round trip. Clients before campaigns, each in the order of their ids:
   * two claims never wait in a ring.
   */
  private List<Ration> locked(List<Quota> quotas, Instant now) {
    Map<String, Object> ids = Map.of("ids", ids(quotas));
    RoundTrip trip = sql.roundTrip();
    trip.ask(new Question<>(LOCK_CLIENTS, ids, rows -> rows.mapTo(UUID.class).list()));
    trip.ask(new Question<>(LOCK_CAMPAIGNS, ids, rows -> rows.mapTo(UUID.class).list()));
    Supplier<List<Ration>> rations = trip.ask(count(quotas, now));
    trip.make();
    return rations.get();
  }

  private static Question<List<Ration>> count(List<Quota> quotas, Instant now) {
    return new Question<>(
        COUNT,
        Map.of(
            "ids",
            ids(quotas),
            "since",
            quotas.stream()
                .map(quota -> midnight(quota, now, 0).toString())
                .toArray(String[]::new)),
        rows -> rows.map((rs, ctx) -> ration(rs, quotas, now)).list());
  }

  private static Ration ration(ResultSet rs, List<Quota> quotas, Instant now) throws SQLException {
    UUID id = rs.getObject("id", UUID.class);
    Quota quota = quotas.stream().filter(one -> one.of().equals(id)).findFirst().orElseThrow();
    return new Ration(quota, rs.getLong("dialled"), rs.getLong("held"), midnight(quota, now, 1));
  }

  private static UUID[] ids(List<Quota> quotas) {
    return quotas.stream().map(Quota::of).toArray(UUID[]::new);
  }

  /** When the day began, or so many days later begins, on the clock of the quota. */
  private static Instant midnight(Quota quota, Instant now, int later) {
    return LocalDate.ofInstant(now, quota.zone())
        .plusDays(later)
        .atStartOfDay(quota.zone())
        .toInstant();
  }
}
