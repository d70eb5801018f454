package io.warmline.core.queue;

import io.warmline.core.compliance.Cap;
import io.warmline.core.compliance.Cooldown;
import io.warmline.core.compliance.Demands;
import io.warmline.core.compliance.Law;
import io.warmline.core.compliance.LawEdition;
import io.warmline.core.compliance.Opening;
import io.warmline.core.compliance.RuleId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * When the window buckets open and close, and what the law demands of calls meanwhile. It is worked
 * out when it may have changed, and kept in the rows of the buckets.
 */
@ApplicationScoped
class BucketOpenings {

  /** The opening of a bucket that does not open. */
  static final Opening NEVER =
      new Opening(Instant.parse("9999-01-01T00:00:00Z"), Instant.parse("9999-12-31T00:00:00Z"));

  private static final String STATE =
      """
      with kept as (
        insert into kept_law (tenant_id, digest, body, kept_at)
        values (:tenant, :law, :lawBody, :now)
        on conflict do nothing
      )
      update window_bucket
      set law = :law, opens_at = :opens, closes_at = :closes, rules = :rules, closed_by = :closedBy,
          law_edition = :edition, cap_calls = :capCalls, cap_minutes = :capMinutes, cooldown_days = :cooldownDays, refusal_is_final = :refusalIsFinal
      where tenant_id = :tenant and id = :id
      returning (select (b.cap_calls, b.cap_minutes, b.cooldown_days, b.refusal_is_final)
                        is distinct from (:capCalls, :capMinutes, :cooldownDays, :refusalIsFinal)
                 from window_bucket b where b.tenant_id = :tenant and b.id = :id) as capped,
                (select (b.opens_at > :now + interval '1 day') <> (:opens > :now + interval '1 day')
                 from window_bucket b where b.tenant_id = :tenant and b.id = :id) as turned
      """;

  private final TenantSql sql;

  /**
   * What has changed.
   *
   * @param capped the buckets in which numbers may now be called more or less often
   * @param turned those in which numbers may be called within a day and could not, or the other way
   *     round
   */
  record Changes(List<Long> capped, List<Long> turned) {

    private static final Changes NONE = new Changes(List.of(), List.of());
  }

  BucketOpenings(TenantSql sql) {
    this.sql = sql;
  }

  /**
   * Works out the openings of a campaign's buckets anew, after its hours, its rules or its status
   * have changed.
   */
  Changes workOut(CampaignId campaign, Instant now) {
    return workOut("b.campaign_id = :campaign", q -> q.bind("campaign", campaign.value()), now);
  }

  /** Works out the openings of these buckets anew. */
  Changes workOut(Collection<Long> buckets, Instant now) {
    return workOut("b.id = any(:ids)", q -> q.bindArray("ids", Long.class, buckets.toArray()), now);
  }

  /** Works out the openings anew that a server with an older edition of the law has worked out. */
  Changes workOutOlder(Instant now) {
    return workOut("b.law_edition < :edition", q -> q.bind("edition", LawEdition.current()), now);
  }

  /** Works out all openings of the tenant anew: the law or the time-zone data may have changed. */
  Changes workOutAll(Instant now) {
    return workOut("true", q -> {}, now);
  }

  /** Works out the next openings of the buckets that have closed. */
  Changes workOutNext(Instant now) {
    return workOut("b.closes_at <= :now", q -> q.bind("now", now), now);
  }

  private Changes workOut(String which, Consumer<Query> bind, Instant now) {
    List<Long> locked = lock(which, bind);
    if (locked.isEmpty()) {
      return Changes.NONE;
    }
    List<Change> changes = laws(locked).stream().map(law -> write(law, now)).toList();
    return new Changes(
        changes.stream().filter(Change::capped).map(Change::bucket).toList(),
        changes.stream().filter(Change::turned).map(Change::bucket).toList());
  }

  /**
   * Locked before they are read: whoever changes hours, rules or status works the buckets out, too,
   * and either has done so before or waits until we have. Nothing is written that was read earlier.
   */
  private List<Long> lock(String which, Consumer<Query> bind) {
    return sql.query(
        """
        select b.id from window_bucket b
        where b.tenant_id = :tenant and %s
        order by b.id
        for no key update
        """
            .formatted(which),
        q -> {
          bind.accept(q);
          return q.mapTo(Long.class).list();
        });
  }

  private List<BucketLaw> laws(List<Long> buckets) {
    return sql.query(
        """
        select %s
        from window_bucket b join campaign c on c.tenant_id = :tenant and c.id = b.campaign_id
        where b.tenant_id = :tenant and b.id = any(:ids)
        order by b.id
        """
            .formatted(BucketLaw.COLUMNS),
        q ->
            q.bindArray("ids", Long.class, buckets.toArray())
                .map((rs, ctx) -> BucketLaw.read(rs))
                .list());
  }

  /**
   * What has changed of a bucket.
   *
   * @param capped whether its caps or its cooldown have
   */
  private record Change(long bucket, boolean capped, boolean turned) {}

  private Change write(BucketLaw bucket, Instant now) {
    return sql.query(
        STATE,
        q -> {
          bind(q, bucket, now);
          return q.map(
                  (rs, ctx) ->
                      new Change(bucket.bucket(), rs.getBoolean("capped"), rs.getBoolean("turned")))
              .one();
        });
  }

  private static void bind(SqlStatement<?> q, BucketLaw bucket, Instant now) {
    Law law = bucket.lawAt(now);
    Opening opening = opening(bucket, now);
    Demands demands = law.demandsAt(opening.contains(now) ? now : opening.opensAt());
    List<Cap> caps = demands.caps();
    Optional<Cooldown> cooldown = demands.after(Cooldown.After.REFUSAL);
    KeptLaw kept = bucket.kept();
    q.bind("id", bucket.bucket())
        .bind("law", kept.digest())
        .bind("lawBody", kept.body())
        .bind("now", now)
        .bind("edition", LawEdition.current())
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
        .bind("cooldownDays", cooldown.map(Cooldown::days).map(BucketOpenings::orNull).orElse(null))
        .bind("refusalIsFinal", cooldown.filter(c -> c.days().isEmpty()).isPresent());
  }

  private static @Nullable Integer orNull(OptionalInt days) {
    return days.isPresent() ? days.getAsInt() : null;
  }

  /** The opening that is on at an instant or comes next. */
  static Opening opening(BucketLaw bucket, Instant now) {
    return bucket.active() ? bucket.lawAt(now).openingAt(now).orElse(NEVER) : NEVER;
  }
}
