package io.warmline.core.queue;

import io.warmline.core.compliance.CallingRules;
import io.warmline.core.compliance.Jurisdiction;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.ClaimStatement.Extent;
import io.warmline.core.queue.QueueReport.QueuedLead;
import io.warmline.core.tenant.TenantSql;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks at a campaign's queue without claiming anything. */
@ApplicationScoped
public class LookAtQueue {

  /*
   * A ready row in a closed bucket is kept back by the hours, or by the pause; a waiting row whose
   * time has come is as good as ready; a closed bucket keeps back whatever is in it; a number on
   * which somebody is talking is in use for every other lead that has it.
   */
  private static final String COUNT =
      Tier.in(
          """
      select case when q.state = 'CLOSED' then q.blocked_by
                  when q.state = 'LEASED' then 'CLAIMED'
                  when c.status = 'PAUSED' then 'CAMPAIGN_PAUSED'
                  when q.state = 'WAITING' and q.not_before > :now then q.blocked_by
                  when not (b.opens_at <= :now and b.closes_at > :now) then coalesce(b.closed_by, 'CALLING_HOURS')
                  when busy.phone is not null then 'NUMBER_IN_USE'
                  when :usedUp and q.tier not in ({EXPECTED}) then 'DAILY_QUOTA'
             end as blocked_by,
             q.tier, count(*) as leads
      from queue_entry q
      join campaign c on c.tenant_id = :tenant and c.id = q.campaign_id
      left join window_bucket b on b.tenant_id = :tenant and b.id = q.bucket_id
      left join (select o.phone from queue_entry o where o.tenant_id = :tenant and o.state = 'LEASED') busy on busy.phone = q.phone
      where q.tenant_id = :tenant and q.campaign_id = :campaign
      group by 1, 2
      """);

  private static final String UNKNOWN =
      """
      select substr(j, 1, 2) as country, count(distinct q.lead_id) as leads
      from queue_entry q
      join window_bucket b on b.tenant_id = :tenant and b.id = q.bucket_id and b.closed_by = 'NO_RULE_KNOWN'
      cross join unnest(b.jurisdictions) j
      where q.tenant_id = :tenant and q.campaign_id = :campaign and q.state <> 'CLOSED'
        and not exists (select 1 from accepted_jurisdiction a where a.tenant_id = :tenant and a.country = substr(j, 1, 2))
      group by 1
      order by 1
      """;

  private static final String NEXT =
      """
      select q.*, cb.overdue_at is not null as overdue
      from window_bucket b
      cross join lateral (
        (select * from queue_entry q
         where q.tenant_id = :tenant and q.bucket_id = b.id and q.state = 'READY' and q.agent_id is null
           and q.rank <= :lastRank
           and (select o.lead_id from queue_entry o where o.tenant_id = :tenant and o.phone = q.phone and o.state = 'LEASED') is null
         order by q.rank, q.due_at, q.lead_id limit :limit)
        union all
        (select * from queue_entry q
         where q.tenant_id = :tenant and q.bucket_id = b.id and q.state = 'READY' and q.agent_id is not null
           and q.rank <= :lastRank
           and (select o.lead_id from queue_entry o where o.tenant_id = :tenant and o.phone = q.phone and o.state = 'LEASED') is null
         order by q.rank, q.due_at, q.lead_id limit :limit)
      ) q
      left join callback cb on cb.tenant_id = :tenant and cb.id = q.callback_id
      where b.tenant_id = :tenant and b.campaign_id = :campaign and b.opens_at <= :now and b.closes_at > :now
      order by q.rank, q.due_at, q.lead_id
      limit :limit
      """;

  private final TenantTransaction transaction;
  private final TenantSql sql;
  private final Promoter promoter;
  private final NextOpening nextOpening;
  private final AskAgain askAgain;
  private final Quotas quotas;
  private final Clock clock;

  LookAtQueue(
      TenantTransaction transaction,
      TenantSql sql,
      Promoter promoter,
      NextOpening nextOpening,
      AskAgain askAgain,
      Quotas quotas,
      Clock clock) {
    this.transaction = transaction;
    this.sql = sql;
    this.promoter = promoter;
    this.nextOpening = nextOpening;
    this.askAgain = askAgain;
    this.quotas = quotas;
    this.clock = clock;
  }

  private record Count(@Nullable String blockedBy, int tier, long leads) {}

  /**
   * The queue of a campaign that exists.
   *
   * @param limit how many of the next leads to show
   */
  public QueueReport look(CampaignId campaign, int limit) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          promoter.promoteAtClaim(now);
          Optional<Instant> usedUpUntil = quotas.usedUpUntil(campaign, now);
          Map<Tier, Long> ready = new EnumMap<>(Tier.class);
          Map<BlockCode, Long> blocked = new EnumMap<>(BlockCode.class);
          for (Count count : counts(campaign, usedUpUntil.isPresent(), now)) {
            if (count.blockedBy() == null) {
              ready.merge(Tier.of(count.tier()), count.leads(), Long::sum);
            } else {
              blocked.merge(BlockCode.valueOf(count.blockedBy()), count.leads(), Long::sum);
            }
          }
          return new QueueReport(
              campaign,
              now,
              ready,
              blocked,
              next(campaign, limit, usedUpUntil.isPresent(), now),
              blocked.containsKey(BlockCode.NO_RULE_KNOWN) ? unknown(campaign) : Map.of(),
              nextCallable(campaign, ready, usedUpUntil, now));
        });
  }

  private List<Count> counts(CampaignId campaign, boolean usedUp, Instant now) {
    return sql.query(
        COUNT,
        q ->
            q.bind("campaign", campaign.value())
                .bind("now", now)
                .bind("usedUp", usedUp)
                .map((rs, ctx) -> new Count(rs.getString(1), rs.getInt(2), rs.getLong(3)))
                .list());
  }

  private Map<Jurisdiction, Long> unknown(CampaignId campaign) {
    Map<Jurisdiction, Long> unknown = new TreeMap<>();
    sql
        .query(
            UNKNOWN,
            q ->
                q.bind("campaign", campaign.value())
                    .map((rs, ctx) -> Map.entry(new Jurisdiction(rs.getString(1)), rs.getLong(2)))
                    .list())
        .stream()
        .filter(country -> !CallingRules.presets().cover(country.getKey()))
        .forEach(country -> unknown.put(country.getKey(), country.getValue()));
    return unknown;
  }

  private List<QueuedLead> next(CampaignId campaign, int limit, boolean usedUp, Instant now) {
    Extent extent = usedUp ? Extent.PROMISES : Extent.ALL;
    return sql.query(
        NEXT,
        q ->
            q.bind("campaign", campaign.value())
                .bind("now", now)
                .bind("limit", limit)
                .bind("lastRank", extent.lastRank())
                .map((rs, ctx) -> queued(rs))
                .list());
  }

  private static QueuedLead queued(ResultSet rs) throws SQLException {
    return new QueuedLead(
        new LeadId(rs.getObject("lead_id", UUID.class)),
        new PhoneNumber(rs.getString("phone")),
        new QueuePlace(
            Tier.of(rs.getInt("tier")),
            rs.getInt("score"),
            rs.getObject("due_at", OffsetDateTime.class).toInstant(),
            rs.getBoolean("overdue")),
        Optional.ofNullable(rs.getObject("agent_id", UUID.class)).map(AgentId::new));
  }

  /** Of a quota that is used up: when it is new, or when a promise is due before that. */
  private Optional<Instant> nextCallable(
      CampaignId campaign, Map<Tier, Long> ready, Optional<Instant> usedUpUntil, Instant now) {
    if (!ready.isEmpty()) {
      return Optional.empty();
    }
    Optional<Instant> opens = nextOpening.next(null, List.of(campaign.value()));
    if (usedUpUntil.isEmpty()) {
      return opens.filter(at -> at.isAfter(now));
    }
    Optional<Instant> renewed =
        opens.map(at -> at.isBefore(usedUpUntil.get()) ? usedUpUntil.get() : at);
    return Stream.of(renewed, askAgain.promised(campaign))
        .flatMap(Optional::stream)
        .filter(at -> at.isAfter(now))
        .min(Comparator.naturalOrder());
  }
}
