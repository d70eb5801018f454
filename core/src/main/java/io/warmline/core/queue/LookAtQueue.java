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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks at a campaign's queue without claiming anything. */
@ApplicationScoped
public class LookAtQueue {

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
            and %s
         order by q.rank, q.due_at, q.lead_id limit :limit)
        union all
        (select * from queue_entry q
         where q.tenant_id = :tenant and q.bucket_id = b.id and q.state = 'READY' and q.agent_id is not null
           and q.rank <= :lastRank
           and (select o.lead_id from queue_entry o where o.tenant_id = :tenant and o.phone = q.phone and o.state = 'LEASED') is null
            and %s
         order by q.rank, q.due_at, q.lead_id limit :limit)
      ) q
      left join callback cb on cb.tenant_id = :tenant and cb.id = q.callback_id
      where b.tenant_id = :tenant and b.campaign_id = :campaign and b.opens_at <= :now and b.closes_at > :now
      order by q.rank, q.due_at, q.lead_id
      limit :limit
      """
          .formatted(OneOfCompany.FREE, OneOfCompany.FREE);

  /** The best cold leads of each list; the walks are those of {@link #NEXT}, list by list. */
  private static final String NEXT_OF_LISTS =
      """
      select q.*, false as overdue
      from generate_series(0, :lists) s (list)
      cross join lateral (
        select q.*
        from window_bucket b
        cross join lateral (
          select * from queue_entry q
          where q.tenant_id = :tenant and q.bucket_id = b.id and q.state = 'READY' and q.agent_id is null and q.list = s.list%s
            and (select o.lead_id from queue_entry o where o.tenant_id = :tenant and o.phone = q.phone and o.state = 'LEASED') is null
            and %s
          order by q.rank, q.due_at, q.lead_id limit :limit
        ) q
        where b.tenant_id = :tenant and b.campaign_id = :campaign and b.opens_at <= :now and b.closes_at > :now
        order by q.rank, q.due_at, q.lead_id
        limit :limit
      ) q
      order by q.list, q.rank, q.due_at, q.lead_id
      """
          .formatted(Among.COLD.condition(), OneOfCompany.FREE);

  private final TenantTransaction transaction;
  private final TenantSql sql;
  private final QueueCounts counts;
  private final Promoter promoter;
  private final NextOpening nextOpening;
  private final ListTurns turns;
  private final AskAgain askAgain;
  private final Quotas quotas;
  private final Clock clock;

  LookAtQueue(
      TenantTransaction transaction,
      TenantSql sql,
      QueueCounts counts,
      Promoter promoter,
      NextOpening nextOpening,
      ListTurns turns,
      AskAgain askAgain,
      Quotas quotas,
      Clock clock) {
    this.transaction = transaction;
    this.sql = sql;
    this.counts = counts;
    this.promoter = promoter;
    this.nextOpening = nextOpening;
    this.turns = turns;
    this.askAgain = askAgain;
    this.quotas = quotas;
    this.clock = clock;
  }

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
          QueueCounts.Counts all = counts.of(campaign, now);
          QueueCounts.Counts leads = usedUpUntil.isPresent() ? all.byQuota() : all;
          List<QueuedLead> next = next(campaign, limit, usedUpUntil.isPresent(), now);
          return new QueueReport(
              campaign,
              now,
              leads.ready(),
              leads.blocked(),
              usedUpUntil.isPresent() ? next : dealt(campaign, next, limit, now),
              leads.blocked().containsKey(BlockCode.NO_RULE_KNOWN) ? unknown(campaign) : Map.of(),
              nextCallable(campaign, leads.ready(), usedUpUntil, now));
        });
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

  /** The same in the order in which they are handed out where cold leads are shared out. */
  private List<QueuedLead> dealt(
      CampaignId campaign, List<QueuedLead> next, int limit, Instant now) {
    return turns
        .look(campaign)
        .map(
            its -> {
              List<QueuedLead> dealt =
                  next.stream()
                      .filter(lead -> lead.place().tier() != Tier.COLD)
                      .collect(Collectors.toCollection(ArrayList::new));
              if (dealt.size() < limit) {
                Map<Integer, Deque<QueuedLead>> lists = lists(its, limit - dealt.size(), now);
                boolean more = true;
                while (more && dealt.size() < limit) {
                  more = deal(its, lists, dealt);
                }
              }
              return dealt;
            })
        .orElse(next);
  }

  /** False if nobody is left. */
  private static boolean deal(
      ListTurns.Turns its, Map<Integer, Deque<QueuedLead>> lists, List<QueuedLead> dealt) {
    for (int list : its.deal().order()) {
      Deque<QueuedLead> leads = lists.getOrDefault(list, new ArrayDeque<>());
      if (!leads.isEmpty()) {
        dealt.add(leads.pop().because(its.of(list)));
        its.deal().dealFrom(list);
        return true;
      }
    }
    return false;
  }

  private Map<Integer, Deque<QueuedLead>> lists(ListTurns.Turns its, int limit, Instant now) {
    Map<Integer, Deque<QueuedLead>> lists = new HashMap<>();
    sql.query(
            NEXT_OF_LISTS,
            q ->
                q.bind("campaign", its.campaign().value())
                    .bind("now", now)
                    .bind("lists", its.names().size())
                    .bind("limit", limit)
                    .map((rs, ctx) -> Map.entry(rs.getInt("list"), queued(rs)))
                    .list())
        .forEach(
            lead ->
                lists.computeIfAbsent(lead.getKey(), l -> new ArrayDeque<>()).add(lead.getValue()));
    return lists;
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
