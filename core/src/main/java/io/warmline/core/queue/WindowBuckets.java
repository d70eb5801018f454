package io.warmline.core.queue;

import io.warmline.core.NotFound;
import io.warmline.core.compliance.CallingHours;
import io.warmline.core.compliance.CallingHoursText;
import io.warmline.core.compliance.Opening;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.tenant.TenantSql;
import io.warmline.core.time.Zones;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The window buckets. Whether a lead may be called at this hour is a property of its bucket, not of
 * the lead: so a claim probes the few buckets that are open, however many leads are in the closed
 * ones, and a change of calling hours changes a few rows, however many leads it concerns.
 */
@ApplicationScoped
public class WindowBuckets {

  /** The opening of a bucket that does not open. */
  private static final Opening NEVER =
      new Opening(Instant.parse("9999-01-01T00:00:00Z"), Instant.parse("9999-12-31T00:00:00Z"));

  private final TenantSql sql;

  WindowBuckets(TenantSql sql) {
    this.sql = sql;
  }

  private record Rules(long id, List<String> zones, @Nullable String hours) {}

  /**
   * The bucket of leads with these candidate zones and this language; made if there is none.
   *
   * @param language ISO 639 code the agent must speak; null: any
   */
  public long bucketFor(
      CampaignId campaign, Collection<ZoneId> zones, @Nullable String language, Instant now) {
    String[] names =
        Zones.representatives(zones, now).stream()
            .map(ZoneId::getId)
            .sorted()
            .toArray(String[]::new);
    return find(campaign, names, language)
        .orElseGet(
            () -> {
              make(campaign, names, language, now);
              return find(campaign, names, language).orElseThrow();
            });
  }

  private Optional<Long> find(CampaignId campaign, String[] zones, @Nullable String language) {
    return sql.query(
        """
        select id from window_bucket
        where tenant_id = :tenant and campaign_id = :campaign and zones = :zones and language = :language
        """,
        q ->
            q.bind("campaign", campaign.value())
                .bindArray("zones", String.class, (Object[]) zones)
                .bind("language", language == null ? "" : language)
                .mapTo(Long.class)
                .findOne());
  }

  private void make(CampaignId campaign, String[] zones, @Nullable String language, Instant now) {
    Opening opening = opening(hoursOf(campaign), List.of(zones), now);
    sql.update(
        """
        insert into window_bucket (tenant_id, campaign_id, zones, language, opens_at, closes_at)
        values (:tenant, :campaign, :zones, :language, :opens, :closes)
        on conflict do nothing
        """,
        u ->
            u.bind("campaign", campaign.value())
                .bindArray("zones", String.class, (Object[]) zones)
                .bind("language", language == null ? "" : language)
                .bind("opens", opening.opensAt())
                .bind("closes", opening.closesAt()));
  }

  /**
   * The lock makes a change of hours, or a pause, wait until it can see the bucket that is being
   * made.
   */
  private @Nullable String hoursOf(CampaignId campaign) {
    return sql.query(
            """
            select case when status = 'ACTIVE' then calling_hours end from campaign
            where tenant_id = :tenant and id = :campaign
            for share
            """,
            q ->
                q.bind("campaign", campaign.value())
                    .map((rs, ctx) -> Optional.ofNullable(rs.getString(1)))
                    .findOne())
        .flatMap(hours -> hours)
        .orElse(null);
  }

  /**
   * Works out the openings of a campaign's buckets anew, after its hours or its status have
   * changed.
   */
  public void recompute(CampaignId campaign, Instant now) {
    update("b.campaign_id = :campaign", Optional.of(campaign.value()), now);
  }

  /** Works out the next openings of the buckets that have closed. */
  public void rollForward(Instant now) {
    update("b.closes_at <= :now", Optional.empty(), now);
  }

  private void update(String which, Optional<UUID> campaign, Instant now) {
    List<Rules> stale =
        sql.query(
            """
            select b.id, b.zones, case when c.status = 'ACTIVE' then c.calling_hours end as hours
            from window_bucket b join campaign c on c.tenant_id = b.tenant_id and c.id = b.campaign_id
            where b.tenant_id = :tenant and %s
            order by b.id
            """
                .formatted(which),
            q -> {
              campaign.ifPresentOrElse(id -> q.bind("campaign", id), () -> q.bind("now", now));
              return q.map((rs, ctx) -> rules(rs)).list();
            });
    for (Rules rules : stale) {
      Opening opening = opening(rules.hours(), rules.zones(), now);
      sql.update(
          "update window_bucket set opens_at = :opens, closes_at = :closes where tenant_id = :tenant and id = :id",
          u ->
              u.bind("opens", opening.opensAt())
                  .bind("closes", opening.closesAt())
                  .bind("id", rules.id()));
    }
  }

  private static Rules rules(ResultSet rs) throws SQLException {
    Array zones = rs.getArray("zones");
    return new Rules(
        rs.getLong("id"), Arrays.asList((String[]) zones.getArray()), rs.getString("hours"));
  }

  /**
   * The opening that is on at an instant or comes next.
   *
   * @param hours null: none
   */
  static Opening opening(@Nullable String hours, List<String> zones, Instant now) {
    if (hours == null) {
      return NEVER;
    }
    CallingHours parsed = CallingHoursText.parse(hours);
    return parsed.openingAt(zones.stream().map(ZoneId::of).toList(), now).orElse(NEVER);
  }

  /**
   * The buckets of these campaigns, or of all active ones, in which this agent may call now, by
   * language and by the hour.
   *
   * @param campaigns null: all
   * @throws NotFound if the tenant has no such agent
   */
  List<Bucket> open(AgentId agent, @Nullable Collection<UUID> campaigns, Instant now) {
    List<Optional<Bucket>> open =
        sql.query(
            """
            select b.id, b.campaign_id, b.language, b.opens_at, b.closes_at
            from agent a
            left join window_bucket b on b.tenant_id = a.tenant_id and b.opens_at <= :now and b.closes_at > :now
              and (cast(:campaigns as uuid[]) is null or b.campaign_id = any(:campaigns))
              and (b.language = '' or b.language = any(a.languages))
            where a.tenant_id = :tenant and a.id = :agent and a.deleted_at is null
            order by b.id
            """,
            q -> {
              q.bind("now", now).bind("agent", agent.value());
              if (campaigns == null) {
                q.bindNull("campaigns", java.sql.Types.ARRAY);
              } else {
                q.bindArray("campaigns", UUID.class, campaigns.toArray());
              }
              return q.map((rs, ctx) -> bucket(rs)).list();
            });
    if (open.isEmpty()) {
      throw new NotFound("agent", agent);
    }
    return open.stream().flatMap(Optional::stream).toList();
  }

  private static Optional<Bucket> bucket(ResultSet rs) throws SQLException {
    UUID campaign = rs.getObject("campaign_id", UUID.class);
    if (campaign == null) {
      return Optional.empty();
    }
    Opening opening =
        new Opening(
            rs.getObject("opens_at", OffsetDateTime.class).toInstant(),
            rs.getObject("closes_at", OffsetDateTime.class).toInstant());
    return Optional.of(new Bucket(rs.getLong("id"), campaign, rs.getString("language"), opening));
  }
}
