package io.warmline.core.queue;

import io.warmline.core.NotFound;
import io.warmline.core.compliance.CallingRules;
import io.warmline.core.compliance.Cap;
import io.warmline.core.compliance.Cooldown;
import io.warmline.core.compliance.Demands;
import io.warmline.core.compliance.Jurisdiction;
import io.warmline.core.compliance.Law;
import io.warmline.core.compliance.Opening;
import io.warmline.core.compliance.RuleId;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.tenant.TenantSql;
import io.warmline.core.time.Zones;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * The window buckets. Whether a lead may be called at this hour is a property of its bucket, not of
 * the lead: so a claim probes the few buckets that are open, however many leads are in the closed
 * ones, and a change of calling hours or of the law changes a few rows, however many leads it
 * concerns.
 */
@ApplicationScoped
public class WindowBuckets {

  /** The opening of a bucket that does not open. */
  private static final Opening NEVER =
      new Opening(Instant.parse("9999-01-01T00:00:00Z"), Instant.parse("9999-12-31T00:00:00Z"));

  private static final String STATE =
      """
      update window_bucket
      set opens_at = :opens, closes_at = :closes, rules = :rules, closed_by = :closedBy,
          cap_calls = :capCalls, cap_minutes = :capMinutes, cooldown_days = :cooldownDays, refusal_is_final = :refusalIsFinal
      where tenant_id = :tenant and id = :id
      returning (select (b.cap_calls, b.cap_minutes, b.cooldown_days, b.refusal_is_final)
                        is distinct from (:capCalls, :capMinutes, :cooldownDays, :refusalIsFinal)
                 from window_bucket b where b.tenant_id = :tenant and b.id = :id)
      """;

  private final TenantSql sql;

  WindowBuckets(TenantSql sql) {
    this.sql = sql;
  }

  /** The bucket of leads with these terms; made if there is none. */
  public long bucketFor(CampaignId campaign, BucketTerms terms, Instant now) {
    Consumer<SqlStatement<?>> key = key(campaign, terms, now);
    Found found =
        find(key)
            .orElseGet(
                () -> {
                  make(campaign, key, now);
                  return find(key).orElseThrow();
                });
    if (!found.knowsZones()) {
      addZones(key);
    }
    return found.id();
  }

  /**
   * A bucket.
   *
   * @param knowsZones whether all zones that were asked for are among those of its leads
   */
  private record Found(long id, boolean knowsZones) {}

  private static Consumer<SqlStatement<?>> key(
      CampaignId campaign, BucketTerms terms, Instant now) {
    Object[] zones =
        Zones.representatives(terms.zones(), now).stream().map(ZoneId::getId).sorted().toArray();
    Object[] jurisdictions =
        CallingRules.presets().withLaw(terms.place().jurisdictions()).stream()
            .map(Jurisdiction::code)
            .sorted()
            .toArray();
    return statement ->
        statement
            .bind("campaign", campaign.value())
            .bindArray("zones", String.class, zones)
            .bindArray(
                "leadZones", String.class, terms.zones().stream().map(ZoneId::getId).toArray())
            .bindArray("jurisdictions", String.class, jurisdictions)
            .bind("consent", terms.consent().name())
            .bind("language", terms.language() == null ? "" : terms.language());
  }

  private Optional<Found> find(Consumer<SqlStatement<?>> key) {
    return sql.query(
        """
        select id, lead_zones @> :leadZones as knows_zones from window_bucket
        where tenant_id = :tenant and campaign_id = :campaign and zones = :zones and jurisdictions = :jurisdictions
          and consent = :consent and language = :language
        """,
        q -> {
          key.accept(q);
          return q.map((rs, ctx) -> new Found(rs.getLong("id"), rs.getBoolean("knows_zones")))
              .findOne();
        });
  }

  private void addZones(Consumer<SqlStatement<?>> key) {
    sql.update(
        """
        update window_bucket
        set lead_zones = array(select unnest(lead_zones) union select unnest(:leadZones) order by 1)
        where tenant_id = :tenant and campaign_id = :campaign and zones = :zones and jurisdictions = :jurisdictions
          and consent = :consent and language = :language
        """,
        key::accept);
  }

  private void make(CampaignId campaign, Consumer<SqlStatement<?>> key, Instant now) {
    lockTerms(campaign);
    int made =
        sql.update(
            """
            insert into window_bucket (tenant_id, campaign_id, zones, lead_zones, jurisdictions, consent, language, opens_at, closes_at)
            values (:tenant, :campaign, :zones, :leadZones, :jurisdictions, :consent, :language, :never, :never)
            on conflict do nothing
            """,
            u -> {
              key.accept(u);
              u.bind("never", NEVER.opensAt());
            });
    if (made == 1) {
      long id = find(key).orElseThrow().id();
      update("b.id = :id", q -> q.bind("id", id), now);
    }
  }

  /**
   * Makes a change of hours or rules, or a pause, wait until it can see the bucket that is being
   * made.
   */
  private void lockTerms(CampaignId campaign) {
    sql.query(
        "select id from campaign where tenant_id = :tenant and id = :campaign for share",
        q -> q.bind("campaign", campaign.value()).mapTo(UUID.class).findOne());
  }

  /**
   * Works out the openings of a campaign's buckets anew, after its hours, its rules or its status
   * have changed.
   *
   * @return the buckets in which numbers may now be called more or less often
   */
  public List<Long> recompute(CampaignId campaign, Instant now) {
    return update("b.campaign_id = :campaign", q -> q.bind("campaign", campaign.value()), now);
  }

  /**
   * Works out the openings of these buckets anew.
   *
   * @return those in which numbers may now be called more or less often
   */
  List<Long> recompute(Collection<Long> buckets, Instant now) {
    return update("b.id = any(:ids)", q -> q.bindArray("ids", Long.class, buckets.toArray()), now);
  }

  /** Works out all openings of the tenant anew: the law or the time-zone data may have changed. */
  List<Long> recomputeAll(Instant now) {
    return update("true", q -> {}, now);
  }

  /**
   * Works out the next openings of the buckets that have closed.
   *
   * @return the buckets in which numbers may now be called more or less often
   */
  List<Long> rollForward(Instant now) {
    return update("b.closes_at <= :now", q -> q.bind("now", now), now);
  }

  private List<Long> update(String which, Consumer<Query> bind, Instant now) {
    List<BucketLaw> stale =
        sql.query(
            """
            select %s
            from window_bucket b join campaign c on c.tenant_id = b.tenant_id and c.id = b.campaign_id
            where b.tenant_id = :tenant and %s
            order by b.id
            """
                .formatted(BucketLaw.COLUMNS, which),
            q -> {
              bind.accept(q);
              return q.map((rs, ctx) -> BucketLaw.read(rs)).list();
            });
    return stale.stream().filter(law -> write(law, now)).map(BucketLaw::bucket).toList();
  }

  /** Whether its caps or its cooldown have changed. */
  private boolean write(BucketLaw bucket, Instant now) {
    return sql.query(
        STATE,
        q -> {
          bind(q, bucket, now);
          return q.mapTo(Boolean.class).one();
        });
  }

  private static void bind(SqlStatement<?> q, BucketLaw bucket, Instant now) {
    Law law = bucket.lawAt(now);
    Opening opening = opening(bucket, now);
    Demands demands = law.demandsAt(opening.contains(now) ? now : opening.opensAt());
    List<Cap> caps = demands.caps();
    Optional<Cooldown> cooldown = demands.after(Cooldown.After.REFUSAL);
    q.bind("id", bucket.bucket())
        .bind("opens", opening.opensAt())
        .bind("closes", opening.closesAt())
        .bind("closedBy", opening.contains(now) ? null : BucketLaw.code(law.verdictAt(now)).name())
        .bindArray(
            "rules", String.class, law.inForceAt(now).ids().stream().map(RuleId::value).toArray())
        .bindArray("capCalls", Integer.class, caps.stream().map(Cap::n).toArray())
        .bindArray(
            "capMinutes",
            Integer.class,
            caps.stream().map(cap -> Math.toIntExact(cap.period().toMinutes())).toArray())
        .bind("cooldownDays", cooldown.map(Cooldown::days).map(WindowBuckets::orNull).orElse(null))
        .bind("refusalIsFinal", cooldown.filter(c -> c.days().isEmpty()).isPresent());
  }

  private static @Nullable Integer orNull(OptionalInt days) {
    return days.isPresent() ? days.getAsInt() : null;
  }

  /** The law that is kept towards the leads of a bucket. */
  public Law lawOf(long bucket) {
    return sql.query(
        """
        select %s
        from window_bucket b join campaign c on c.tenant_id = b.tenant_id and c.id = b.campaign_id
        where b.tenant_id = :tenant and b.id = :id
        """
            .formatted(BucketLaw.COLUMNS),
        q -> q.bind("id", bucket).map((rs, ctx) -> BucketLaw.read(rs).law()).one());
  }

  /** The opening that is on at an instant or comes next. */
  static Opening opening(BucketLaw bucket, Instant now) {
    return bucket.active() ? bucket.lawAt(now).openingAt(now).orElse(NEVER) : NEVER;
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
