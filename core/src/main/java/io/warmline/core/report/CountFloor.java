package io.warmline.core.report;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.warmline.core.campaign.CampaignStatus;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ClientId;
import io.warmline.core.id.TenantId;
import io.warmline.core.presence.AtWork;
import io.warmline.core.queue.QueueCounts;
import io.warmline.core.queue.Quotas;
import io.warmline.core.report.LiveNumbers.Numbers;
import io.warmline.core.report.LiveNumbers.OfCampaign;
import io.warmline.core.report.LiveNumbers.Today;
import io.warmline.core.tenant.CurrentTenant;
import io.warmline.core.tenant.TenantSql;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Counts the floor as it is, for all campaigns at once. However many ask, a server counts for a
 * tenant and a zone once a second at the most, and is busy with it a tenth of the time at the most:
 * what takes longer to count is counted more rarely, and says of when it is.
 */
@ApplicationScoped
public class CountFloor {

  private static final long SHORTEST = Duration.ofSeconds(1).toNanos();
  private static final int SHARE = 10;
  private static final Duration AT_WORK = Duration.ofMinutes(15);

  private static final String CAMPAIGNS =
      """
      select id, name, status, client_id from campaign where tenant_id = :tenant order by name, id
      """;

  private static final String OVERDUE =
      """
      select campaign_id, count(*) from callback
      where tenant_id = :tenant and status in ('SCHEDULED', 'DUE', 'CLAIMED') and due_at < :now and latest_at < :now
      group by 1
      """;

  /**
   * Who has signed on is at work in all campaigns of theirs; of others it is guessed from what they
   * did.
   */
  private static final String AT_WORK_IN =
      """
      with open_shift as (
        select agent_id, state from shift where tenant_id = :tenant and signed_off_at is null
      ), did as (
        select campaign_id, agent_id, claimed_at as at from claim
        where tenant_id = :tenant and status = 'ACTIVE' and expires_at > :now
        union all
        select campaign_id, agent_id, started_at from call where tenant_id = :tenant and started_at >= :since
      )
      select c.id, a.id
      from open_shift o
      join agent a on a.tenant_id = :tenant and a.id = o.agent_id
      join campaign c on c.tenant_id = :tenant
      where o.state <> 'BREAK' and %s
      union
      select d.campaign_id, d.agent_id
      from did d
      where not exists (select 1 from open_shift o where o.agent_id = d.agent_id)
        and d.at > coalesce((select max(w.signed_off_at) from shift w
                             where w.tenant_id = :tenant and w.agent_id = d.agent_id), '-infinity')
      """
          .formatted(AtWork.WORKS);

  private static final String TODAY =
      """
      select k.campaign_id,
             count(*) filter (where k.direction = 'OUTBOUND' and k.disposition <> 'TECHNICAL_FAILURE') as dials,
             count(*) filter (where k.direction = 'OUTBOUND' and k.disposition = any(:conversations)) as conversations,
             count(*) filter (where k.direction = 'INBOUND') as inbound,
             count(k.callback_id) as callbacks,
             count(*) filter (where k.disposition = 'APPOINTMENT_SET') as meetings,
             count(k.handoff_id) as handed_over
      from call k
      where k.tenant_id = :tenant and k.started_at >= :midnight
      group by 1
      """;

  private final TenantTransaction transaction;
  private final CurrentTenant current;
  private final TenantSql sql;
  private final QueueCounts queue;
  private final Quotas quotas;
  private final Clock clock;
  private final Cache<Floor, Counted> known =
      Caffeine.newBuilder().maximumSize(1000).expireAfterWrite(Duration.ofMinutes(10)).build();

  CountFloor(
      TenantTransaction transaction,
      CurrentTenant current,
      TenantSql sql,
      QueueCounts queue,
      Quotas quotas,
      Clock clock) {
    this.transaction = transaction;
    this.current = current;
    this.sql = sql;
    this.queue = queue;
    this.quotas = quotas;
    this.clock = clock;
  }

  private record Floor(TenantId tenant, ZoneId zone) {}

  /** Numbers, and how long they are good for. */
  private record Counted(LiveNumbers numbers, long until) {

    boolean isFresh() {
      return System.nanoTime() - until < 0;
    }
  }

  /**
   * The numbers of the campaigns that the caller reaches.
   *
   * @param zone in which today begins
   */
  public LiveNumbers count(ZoneId zone) {
    Counted counted =
        known
            .asMap()
            .compute(
                new Floor(current.id(), zone),
                (floor, before) -> before != null && before.isFresh() ? before : anew(zone));
    LiveNumbers numbers = counted.numbers();
    return current.reach().toClient().map(numbers::of).orElse(numbers);
  }

  private Counted anew(ZoneId zone) {
    long began = System.nanoTime();
    LiveNumbers numbers = transaction.call(() -> floor(zone, clock.instant()));
    long ended = System.nanoTime();
    return new Counted(numbers, ended + Math.max(SHORTEST, SHARE * (ended - began)));
  }

  private LiveNumbers floor(ZoneId zone, Instant now) {
    LocalDate day = now.atZone(zone).toLocalDate();
    Map<CampaignId, QueueCounts.Counts> leads = new HashMap<>(queue.ofAll(now));
    quotas
        .usedUp(now)
        .forEach(id -> leads.computeIfPresent(id, (campaign, counts) -> counts.byQuota()));
    Map<CampaignId, Long> overdue = overdue(now);
    Map<CampaignId, Set<AgentId>> busy = busy(now);
    Map<CampaignId, Today> today = today(day.atStartOfDay(zone).toInstant());
    Function<CampaignId, Numbers> numbers =
        id -> {
          QueueCounts.Counts counts = leads.getOrDefault(id, QueueCounts.Counts.NONE);
          return new Numbers(
              counts.ready(),
              counts.blocked(),
              overdue.getOrDefault(id, 0L),
              busy.getOrDefault(id, Set.of()),
              today.getOrDefault(id, Today.NONE));
        };
    return new LiveNumbers(
        now,
        day,
        zone,
        campaigns().stream()
            .map(
                one ->
                    new OfCampaign(
                        one.id(), one.name(), one.status(), one.client(), numbers.apply(one.id())))
            .toList());
  }

  private record Named(
      CampaignId id, String name, CampaignStatus status, Optional<ClientId> client) {}

  private List<Named> campaigns() {
    return sql.query(
        CAMPAIGNS,
        q ->
            q.map(
                    (rs, ctx) ->
                        new Named(
                            new CampaignId(rs.getObject("id", UUID.class)),
                            rs.getString("name"),
                            CampaignStatus.valueOf(rs.getString("status")),
                            Optional.ofNullable(rs.getObject("client_id", UUID.class))
                                .map(ClientId::new)))
                .list());
  }

  private Map<CampaignId, Long> overdue(Instant now) {
    return sql.query(
        OVERDUE,
        q ->
            q
                .bind("now", now)
                .map(
                    (rs, ctx) ->
                        Map.entry(new CampaignId(rs.getObject(1, UUID.class)), rs.getLong(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private record Busy(CampaignId campaign, AgentId agent) {}

  private Map<CampaignId, Set<AgentId>> busy(Instant now) {
    return sql.query(
        AT_WORK_IN,
        q ->
            q
                .bind("now", now)
                .bind("since", now.minus(AT_WORK))
                .map(
                    (rs, ctx) ->
                        new Busy(
                            new CampaignId(rs.getObject(1, UUID.class)),
                            new AgentId(rs.getObject(2, UUID.class))))
                .stream()
                .collect(
                    Collectors.groupingBy(
                        Busy::campaign,
                        Collectors.mapping(Busy::agent, Collectors.toCollection(HashSet::new)))));
  }

  private Map<CampaignId, Today> today(Instant midnight) {
    Object[] conversations =
        Arrays.stream(Disposition.values())
            .filter(Figures::isConversation)
            .map(Enum::name)
            .toArray();
    return sql.query(
        TODAY,
        q ->
            q
                .bind("midnight", midnight)
                .bindArray("conversations", String.class, conversations)
                .map(
                    (rs, ctx) ->
                        Map.entry(
                            new CampaignId(rs.getObject("campaign_id", UUID.class)),
                            new Today(
                                rs.getLong("dials"),
                                rs.getLong("conversations"),
                                rs.getLong("inbound"),
                                rs.getLong("callbacks"),
                                rs.getLong("meetings"),
                                rs.getLong("handed_over"))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }
}
