package io.warmline.core.queue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The one statement that claims. Each open bucket is one ordered walk of its own index, and so are
 * the agent's own callbacks; the walks are merged, and the first row that nobody has locked, that
 * is still ready, whose number nobody is calling and whose bucket is still open, is leased,
 * recorded and returned. Bucket ids stand in the text as literals, because a list of parameters
 * costs a third of the rate (see the decision record on the queue).
 *
 * <p>Of a segment, the leads near the heads of the buckets are looked through; if none of them is
 * in it, the segment's leads are found by its own index and sorted. Without a segment the statement
 * has no word of it.
 */
final class ClaimStatement {

  /*
   * Each walk is ordered by itself, and the union is a subquery of the query that orders it: only
   * so does the planner merge the walks instead of sorting the bucket.
   */
  private static final String WALK =
      """
      (select lead_id, rank, due_at
       from queue_entry
       where tenant_id = :tenant and bucket_id = %1$d and state = 'READY' and agent_id is null
         and (rank, due_at, lead_id) >= (:rank%1$d, :due%1$d, :lead%1$d)%2$s
       order by rank, due_at, lead_id)
      """;

  private static final String LIST_WALK =
      """
      (select lead_id, rank, due_at
       from queue_entry
       where tenant_id = :tenant and bucket_id = %1$d and state = 'READY' and agent_id is null%2$s
       order by rank, due_at, lead_id)
      """;

  private static final String OWN_WALK =
      """
      (select lead_id, rank, due_at
       from queue_entry
       where tenant_id = :tenant and agent_id = :agent and state = 'READY' and %s
       order by rank, due_at, lead_id)
      """;

  private static final String SEGMENT_WALK =
      """
      (select q.lead_id, q.rank, q.due_at
       from lead l
       join queue_entry q on q.tenant_id = :tenant and q.lead_id = l.id and q.state = 'READY' and %s
        and (q.agent_id is null or q.agent_id = :agent)
       where l.tenant_id = :tenant%s)
      """;

  private static final String IN_SEGMENT =
      "  where (select true from lead l where l.tenant_id = :tenant and l.id = w.lead_id%s)\n";

  /** How far a claim looks for a lead that it can have. */
  enum Reach {
    /**
     * Far beyond what other claims can hold locked at the time. It stops at the first; the number
     * tells the planner that few are wanted.
     */
    NEAR("2000"),

    /**
     * As far as there are leads: however many are passed over because their numbers are in use, an
     * empty answer is true.
     */
    TO_THE_END("all");

    private final String leads;

    Reach(String leads) {
      this.leads = leads;
    }
  }

  /*
   * The lateral subquery is judged lead by lead, in the order of the walk, until one can be locked.
   * As a plain join it is reordered, and reads the whole queue. Likewise the number is looked up by
   * a scalar subquery (its index is unique), because "not exists" becomes a join over all leases. The segment
   * is a scalar subquery too, and is asked of the walk, so that only its leads are judged.
   */
  private static final String CLAIM =
      """
      with best as (
        select w.lead_id, open.lease_seconds, open.closes_at, open.rules, open.law
        from (
          select lead_id, rank, due_at from (
            %s
          ) walks
          order by rank, due_at, lead_id
          limit %s
        ) w
        cross join lateral (
          select c.lease_seconds, b.closes_at, b.rules, b.law
          from queue_entry q
          join window_bucket b on b.tenant_id = :tenant and b.id = q.bucket_id and b.opens_at <= :now and b.closes_at > :now
          join campaign c on c.tenant_id = :tenant and c.id = q.campaign_id
          where q.tenant_id = :tenant and q.lead_id = w.lead_id and q.state = 'READY'
            and (q.not_agent_id is null or q.not_agent_id <> :agent)
            and (q.callable_until is null or q.callable_until > :now)
            and (select o.lead_id from queue_entry o where o.tenant_id = :tenant and o.phone = q.phone and o.state = 'LEASED') is null%s
          for no key update of q skip locked
        ) open
      %s  order by w.rank, w.due_at, w.lead_id
        limit %d
      ), leased as (
        update queue_entry q
        set state = 'LEASED', claim_id = ids.id, lease_expires_at = :now + make_interval(secs => b.lease_seconds),
            fence = q.fence + 1, blocked_by = null
        from (select lead_id, lease_seconds, closes_at, rules, law, row_number() over () as place from %s) b
        join unnest(:ids) with ordinality ids (id, place) on ids.place = b.place
        where q.tenant_id = :tenant and q.lead_id = b.lead_id
        returning q.*, b.closes_at, b.rules, b.law
      ), promised as (
        select cb.id, cb.status
        from callback cb join leased l on l.callback_id = cb.id
        where cb.tenant_id = :tenant
        for no key update of cb
      ), promise as (
        update callback cb set status = 'CLAIMED', version = cb.version + 1, updated_at = :now
        from promised p
        where cb.tenant_id = :tenant and cb.id = p.id
        returning cb.id, cb.overdue_at, p.status = 'SCHEDULED' as unannounced
      ), recorded as (
        insert into claim (tenant_id, id, lead_id, campaign_id, agent_id, callback_id, task_id, phone, status, fence, tier,
                           score, due_at, claimed_at, expires_at, call_until, rules, law)
        select l.tenant_id, l.claim_id, l.lead_id, l.campaign_id, :agent, l.callback_id, l.task_id, l.phone, 'ACTIVE', l.fence,
               l.tier, l.score, l.due_at, :now, l.lease_expires_at, least(l.closes_at, l.callable_until), l.rules, l.law
        from leased l
        returning *
      )
      select r.*, l.bucket_id, l.rank, l.company_domain, l.company_name, p.overdue_at is not null as overdue, coalesce(p.unannounced, false) as unannounced
      from recorded r
      join leased l on l.lead_id = r.lead_id
      left join promise p on p.id = r.callback_id
      order by l.rank, l.due_at, l.lead_id
      """;

  /** How much of a bucket a claim asks for. */
  enum Extent {
    /** All that is ready. */
    ALL(Tier.COLD),
    /** What cannot wait: up to the prospect who was heard of today. The campaign has no turn. */
    URGENT(Tier.VISIT),
    /** What the prospect waits for. The quota of the day is used up. */
    PROMISES(Tier.CONFIRMATION),
    /** What the prospect waits for from this agent. The agent does not work the campaign. */
    OWN_PROMISES(Tier.CONFIRMATION);

    private final Tier last;

    Extent(Tier last) {
      this.last = last;
    }

    private boolean isTeams() {
      return this != OWN_PROMISES;
    }

    /** The least score is none, so this is the last rank of the tier. */
    int lastRank() {
      return last.number() * 10_000;
    }
  }

  /**
   * A bucket, and how much of it is asked for.
   *
   * @param byCompany whether of the leads of a company one is handed out at a time
   */
  record Asked(long bucket, Extent extent, boolean byCompany) {

    /** Of a bucket whose leads may all be handed out at once. */
    Asked(long bucket, Extent extent) {
      this(bucket, extent, false);
    }

    boolean isWalked() {
      return extent.isTeams();
    }
  }

  private record Wanted(List<Asked> buckets, int limit, Reach reach, Among among, String segment) {}

  /**
   * The same few buckets are open for hours, and putting the text together is a tenth of a claim's
   * time outside the database.
   */
  private static final Cache<Wanted, String> TEXTS =
      Caffeine.newBuilder().maximumSize(1000).build();

  private static final String COLD_WALK =
      """
      (select campaign_id, rank, due_at, lead_id
       from queue_entry
       where tenant_id = :tenant and bucket_id = %1$d and state = 'READY' and agent_id is null%2$s
       order by rank, due_at, lead_id
       limit 1)
      """;

  private static final String FIRST_COLD =
      """
      select campaign_id from (
        %s
      ) firsts
      order by rank, due_at, lead_id
      limit 1
      """;

  private ClaimStatement() {}

  /**
   * Claims for an agent out of these buckets: the agent's own callbacks, and what anyone may call.
   */
  static String forAgent(List<Long> buckets, int limit, Reach reach) {
    return forAgent(buckets, limit, reach, Segment.EVERYONE);
  }

  /** As {@link #forAgent(List, int, Reach)}, of some leads only. */
  static String forAgent(List<Long> buckets, int limit, Reach reach, Segment segment) {
    return ask(
        buckets.stream().map(id -> new Asked(id, Extent.ALL)).toList(), limit, reach, segment);
  }

  /** Claims for an agent what is asked for of these buckets. */
  static String ask(List<Asked> buckets, int limit, Reach reach, Segment segment) {
    return TEXTS.get(
        new Wanted(List.copyOf(buckets), limit, reach, Among.ALL, segment.condition()),
        ClaimStatement::text);
  }

  /** As {@link #forAgent(List, int, Reach)}, of a part of the tiers only. */
  static String forAgent(List<Long> buckets, int limit, Among among) {
    return ask(buckets.stream().map(id -> new Asked(id, Extent.ALL)).toList(), limit, among);
  }

  /** As {@link #ask(List, int, Reach, Segment)}, of a part of the tiers only. */
  static String ask(List<Asked> buckets, int limit, Among among) {
    return TEXTS.get(
        new Wanted(List.copyOf(buckets), limit, Reach.NEAR, among, ""), ClaimStatement::text);
  }

  /** Of these buckets, the campaign that has the first cold lead. */
  static String firstCold(List<Long> buckets) {
    return FIRST_COLD.formatted(
        buckets.stream()
            .map(id -> COLD_WALK.formatted(id, Among.COLD.condition()))
            .collect(Collectors.joining("union all\n")));
  }

  /** Whether a claim begins at the marks of the buckets. */
  static boolean walksBuckets(Reach reach, Segment segment) {
    return reach == Reach.NEAR || segment.isEveryone();
  }

  private static String text(Wanted wanted) {
    boolean everyone = wanted.segment().isEmpty();
    boolean byCompany = wanted.buckets().stream().anyMatch(Asked::byCompany);
    return CLAIM.formatted(
        everyone || wanted.reach() == Reach.NEAR
            ? walks(wanted)
            : SEGMENT_WALK.formatted(inSegment(wanted.buckets()), wanted.segment()),
        wanted.reach().leads,
        byCompany ? "\n            and " + OneOfCompany.FREE : "",
        everyone || wanted.reach() == Reach.TO_THE_END
            ? ""
            : IN_SEGMENT.formatted(wanted.segment()),
        wanted.limit(),
        wanted.limit() == 1 ? "best" : ONE_PER_NUMBER);
  }

  private static String walks(Wanted wanted) {
    Among among = wanted.among();
    Stream<String> own =
        among.marked() ? Stream.of(OWN_WALK.formatted(own(wanted.buckets()))) : Stream.empty();
    return Stream.concat(
            own, wanted.buckets().stream().filter(Asked::isWalked).map(asked -> walk(asked, among)))
        .collect(Collectors.joining("union all\n"));
  }

  private static String walk(Asked asked, Among among) {
    Extent extent = asked.extent();
    String limit = extent == Extent.ALL ? "" : " and rank <= " + extent.lastRank();
    return (among.marked() ? WALK : LIST_WALK).formatted(asked.bucket(), limit + among.condition());
  }

  /** What is the agent's own is urgent as such, and is only held back with the rest of its day. */
  private static String own(List<Asked> buckets) {
    return parts(
        buckets,
        extent -> extent == Extent.ALL || extent == Extent.URGENT ? Extent.ALL : extent,
        "");
  }

  private static String inSegment(List<Asked> buckets) {
    return parts(buckets, extent -> extent, "q.");
  }

  /** The buckets of each extent; without a limit no more than the buckets. */
  private static String parts(List<Asked> buckets, UnaryOperator<Extent> as, String alias) {
    Map<Extent, List<Asked>> byExtent =
        buckets.stream()
            .collect(
                Collectors.groupingBy(
                    asked -> as.apply(asked.extent()),
                    () -> new EnumMap<>(Extent.class),
                    Collectors.toList()));
    String either =
        byExtent.entrySet().stream()
            .map(part -> part(part.getKey(), ids(part.getValue()), alias))
            .collect(Collectors.joining(" or "));
    return byExtent.size() == 1 ? either : "(" + either + ")";
  }

  private static String part(Extent extent, String ids, String alias) {
    String in = alias + "bucket_id in (" + ids + ")";
    if (extent == Extent.ALL) {
      return in;
    }
    String limited = "(" + in + " and " + alias + "rank <= " + extent.lastRank();
    return extent.isTeams() ? limited + ")" : limited + " and " + alias + "agent_id = :agent)";
  }

  private static String ids(List<Asked> buckets) {
    return buckets.stream()
        .map(asked -> String.valueOf(asked.bucket()))
        .collect(Collectors.joining(", "));
  }

  /** Of several leads with one number, a batch takes the first. */
  private static final String ONE_PER_NUMBER =
      """
      (select distinct on (q.phone) best.* from best
       join queue_entry q on q.tenant_id = :tenant and q.lead_id = best.lead_id
       order by q.phone, q.rank, q.due_at, q.lead_id) distinct_numbers\
      """;
}
