package io.warmline.core.queue;

import io.warmline.core.NotFound;
import io.warmline.core.compliance.CallingRules;
import io.warmline.core.compliance.Jurisdiction;
import io.warmline.core.compliance.Law;
import io.warmline.core.compliance.Opening;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.phone.AreaCode;
import io.warmline.core.tenant.Question;
import io.warmline.core.tenant.RoundTrip;
import io.warmline.core.tenant.TenantSql;
import io.warmline.core.time.ProspectZones;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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

  /*
   * A quarter of a minute is near enough to know who is there, and costs few writes.
   */
  /** With a condition on campaigns, where some are named. */
  private static final String OPEN =
      """
      select b.id, b.language, b.opens_at, b.closes_at, c.max_claims_per_agent, c.one_call_per_company, c.shares is not null as shared,
             %s as assigned, %s,
             coalesce(s.state = 'BREAK', false) as on_break,
             coalesce(s.state = 'WRAP_UP' or s.seen_at < :now - interval '15 seconds', false) as unseen,
             (select count(*) from claim k
              where k.tenant_id = :tenant and k.agent_id = :agent and k.status = 'ACTIVE' and k.expires_at > :now) as held
      from agent a
      %s
      left join window_bucket b on b.tenant_id = :tenant and b.opens_at <= :now and b.closes_at > :now%%s
        and (b.language = '' or b.language = any(a.languages))
      left join campaign c on c.tenant_id = :tenant and c.id = b.campaign_id
      %s
      where a.tenant_id = :tenant and a.id = :agent and a.deleted_at is null
      order by b.id
      """
          .formatted(Share.WORKED, Share.COLUMNS, Share.SHIFT, Share.JOIN);

  private final TenantSql sql;
  private final HousePlaces house;
  private final BucketOpenings openings;

  WindowBuckets(TenantSql sql, HousePlaces house, BucketOpenings openings) {
    this.sql = sql;
    this.house = house;
    this.openings = openings;
  }

  /** Where the house has rules: the terms of leads go by it. */
  public HouseGround ground() {
    return house.ground();
  }

  /** Leads that do not belong into these buckets do not leave them before the transaction ends. */
  public void hold(Collection<Long> buckets) {
    sql.query(
        "select id from window_bucket where tenant_id = :tenant and id = any(:ids) order by id for"
            + " key share",
        q -> q.bindArray("ids", Long.class, buckets.toArray()).mapTo(Long.class).list());
  }

  /**
   * The bucket of leads with these terms; made if there is none. Leads that belong elsewhere do not
   * leave it before the transaction ends.
   *
   * @param ground by which the terms were made
   */
  public long bucketFor(CampaignId campaign, BucketTerms terms, HouseGround ground, Instant now) {
    Consumer<SqlStatement<?>> key = key(campaign, terms, ground, now);
    Found found =
        find(key)
            .orElseGet(
                () -> {
                  make(campaign, key, now);
                  return find(key).orElseThrow();
                });
    if (!found.knowsAll()) {
      addZonesAndPlaces(key);
      openings.workOut(List.of(found.id()), now);
    }
    return found.id();
  }

  /**
   * A bucket.
   *
   * @param knowsAll whether all zones and places that were asked for are among those of its leads,
   *     and it claims to be free of no other area codes than those of the house
   */
  private record Found(long id, boolean knowsAll) {}

  private static Consumer<SqlStatement<?>> key(
      CampaignId campaign, BucketTerms terms, HouseGround ground, Instant now) {
    Object[] zones =
        ProspectZones.representatives(terms.zones(), now).stream()
            .map(ZoneId::getId)
            .sorted()
            .toArray();
    Object[] jurisdictions =
        CallingRules.presets().withLaw(terms.place().jurisdictions(), ground.places()).stream()
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
            .bindArray(
                "areaCodes",
                String.class,
                terms.areaCodes().stream().map(AreaCode::toString).sorted().toArray())
            .bindArray("houseCodes", String.class, ground.codesBut(Set.of()))
            .bindArray("freeOf", String.class, ground.codesBut(terms.areaCodes()))
            .bindArray(
                "leadPlaces",
                String.class,
                terms.place().jurisdictions().stream().map(Jurisdiction::code).sorted().toArray())
            .bind("consent", terms.consent().kind().name())
            .bind(
                "contract",
                terms.consent().contract()
                    && CallingRules.presets().exemptContracts(terms.place().jurisdictions()))
            .bind("language", terms.language() == null ? "" : terms.language());
  }

  private Optional<Found> find(Consumer<SqlStatement<?>> key) {
    return sql.query(
        """
        select id, lead_zones @> :leadZones and lead_places @> :leadPlaces and free_of <@ :houseCodes as knows_all
        from window_bucket
        where tenant_id = :tenant and campaign_id = :campaign and zones = :zones and jurisdictions = :jurisdictions
          and area_codes = :areaCodes and consent = :consent and contract = :contract and language = :language
        for key share
        """,
        q -> {
          key.accept(q);
          return q.map((rs, ctx) -> new Found(rs.getLong("id"), rs.getBoolean("knows_all")))
              .findOne();
        });
  }

  private void addZonesAndPlaces(Consumer<SqlStatement<?>> key) {
    sql.update(
        """
        update window_bucket
        set lead_zones = array(select unnest(lead_zones) union select unnest(:leadZones) order by 1),
            lead_places = array(select unnest(lead_places) union select unnest(:leadPlaces) order by 1),
            free_of = array(select unnest(free_of) intersect select unnest(:houseCodes) order by 1)
        where tenant_id = :tenant and campaign_id = :campaign and zones = :zones and jurisdictions = :jurisdictions
          and area_codes = :areaCodes and consent = :consent and contract = :contract and language = :language
        """,
        key::accept);
  }

  private void make(CampaignId campaign, Consumer<SqlStatement<?>> key, Instant now) {
    lockTerms(campaign);
    int made =
        sql.update(
            """
            insert into window_bucket (tenant_id, campaign_id, zones, lead_zones, jurisdictions, lead_places, area_codes, free_of,
                                       consent, contract, language, opens_at, closes_at)
            values (:tenant, :campaign, :zones, :leadZones, :jurisdictions, :leadPlaces, :areaCodes, :freeOf,
                    :consent, :contract, :language, :never, :never)
            on conflict do nothing
            """,
            u -> {
              key.accept(u);
              u.bind("never", BucketOpenings.NEVER.opensAt());
            });
    if (made == 1) {
      openings.workOut(List.of(find(key).orElseThrow().id()), now);
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

  /** The law that is kept towards the leads of a bucket. */
  public Law lawOf(long bucket) {
    return Objects.requireNonNull(lawsOf(List.of(bucket)).get(bucket));
  }

  /** The laws that are kept towards the leads of these buckets. */
  public Map<Long, Law> lawsOf(Collection<Long> buckets) {
    return sql
        .query(
            """
            select %s
            from window_bucket b join campaign c on c.tenant_id = :tenant and c.id = b.campaign_id
            where b.tenant_id = :tenant and b.id = any(:ids)
            """
                .formatted(BucketLaw.COLUMNS),
            q ->
                q.bindArray("ids", Long.class, buckets.toArray())
                    .map((rs, ctx) -> BucketLaw.read(rs))
                    .list())
        .stream()
        .collect(Collectors.toMap(BucketLaw::bucket, BucketLaw::law));
  }

  private static final String LOCK =
      """
      select id from agent where tenant_id = :tenant and id = :agent for no key update
      """;

  /**
   * The buckets of these campaigns, or of all active ones, in which this agent may call now, by
   * language and by the hour; also of campaigns that the agent does not work, for promises. Nobody
   * else claims for the agent until the transaction ends.
   *
   * @param campaigns null: all
   * @throws NotFound if the tenant has no such agent
   */
  Asking open(AgentId agent, @Nullable Collection<UUID> campaigns, Instant now) {
    Map<String, Object> values = new HashMap<>(Map.of("now", now, "agent", agent.value()));
    if (campaigns != null) {
      values.put("campaigns", campaigns.toArray(UUID[]::new));
    }
    String among = campaigns == null ? "" : "\n        and b.campaign_id = any(:campaigns)";
    RoundTrip trip = sql.roundTrip();
    trip.ask(
        new Question<>(
            LOCK, Map.of("agent", agent.value()), rows -> rows.mapTo(UUID.class).list()));
    Supplier<List<Asking>> asked =
        trip.ask(
            new Question<>(
                OPEN.formatted(among), values, rows -> rows.map((rs, ctx) -> asking(rs)).list()));
    trip.make();
    List<Asking> rows = asked.get();
    if (rows.isEmpty()) {
      throw new NotFound("agent", agent);
    }
    Asking first = rows.get(0);
    return new Asking(
        rows.stream().flatMap(row -> row.open().stream()).toList(),
        first.onBreak(),
        first.unseen(),
        first.held());
  }

  private static Asking asking(ResultSet rs) throws SQLException {
    return new Asking(
        bucket(rs).stream().toList(),
        rs.getBoolean("on_break"),
        rs.getBoolean("unseen"),
        rs.getInt("held"));
  }

  private static Optional<Bucket> bucket(ResultSet rs) throws SQLException {
    if (rs.getObject("campaign_id", UUID.class) == null) {
      return Optional.empty();
    }
    Opening opening =
        new Opening(
            rs.getObject("opens_at", OffsetDateTime.class).toInstant(),
            rs.getObject("closes_at", OffsetDateTime.class).toInstant());
    return Optional.of(
        new Bucket(
            rs.getLong("id"),
            rs.getString("language"),
            rs.getBoolean("one_call_per_company"),
            rs.getBoolean("shared"),
            opening,
            Share.read(rs, rs.getBoolean("assigned")),
            rs.getInt("max_claims_per_agent")));
  }
}
