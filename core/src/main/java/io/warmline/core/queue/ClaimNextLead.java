package io.warmline.core.queue;

import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.reach.CampaignsReached;
import io.warmline.core.tenant.ServerClock;
import io.warmline.core.tenant.TenantSql;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Hands an agent the best leads that may be called now. */
@ApplicationScoped
public class ClaimNextLead {

  private final TenantTransaction transaction;
  private final TenantSql sql;
  private final Lists lists;
  private final ShareOut shareOut;
  private final WindowBuckets buckets;
  private final Promoter promoter;
  private final AskAgain askAgain;
  private final Assignments assignments;
  private final SeenAtWork seenAtWork;
  private final CampaignsReached reached;
  private final ServerClock serverClock;
  private final Clock clock;

  ClaimNextLead(
      TenantTransaction transaction,
      TenantSql sql,
      Lists lists,
      ShareOut shareOut,
      WindowBuckets buckets,
      Promoter promoter,
      AskAgain askAgain,
      Assignments assignments,
      SeenAtWork seenAtWork,
      CampaignsReached reached,
      ServerClock serverClock,
      Clock clock) {
    this.transaction = transaction;
    this.sql = sql;
    this.lists = lists;
    this.shareOut = shareOut;
    this.buckets = buckets;
    this.promoter = promoter;
    this.askAgain = askAgain;
    this.assignments = assignments;
    this.seenAtWork = seenAtWork;
    this.reached = reached;
    this.serverClock = serverClock;
    this.clock = clock;
  }

  /** What came of it: claims, or none and the time until it is worth asking again. */
  public sealed interface Outcome {
    /** The claims, best first; at least one. */
    record Claimed(List<Claim> claims) implements Outcome {}

    /**
     * Nothing is callable; the next lead may be after {@code retryAfter}, 1 second to 1 day.
     *
     * @param byQuota whether there are leads that a used-up quota of the day holds back
     */
    record NothingCallable(Duration retryAfter, boolean byQuota) implements Outcome {}
  }

  /**
   * Claims up to {@code limit} leads, never two with the same number.
   *
   * @param campaigns only of these campaigns; null: of every active one, or for whom a client's key
   *     claims, of every active one of the client
   * @throws NotFound if the tenant has no such agent or campaign
   * @throws WarmlineException CAMPAIGN_PAUSED if a campaign that was named is paused;
   *     AGENT_NOT_ASSIGNED if the agent does not work it; AGENT_ON_BREAK; CLAIMS_EXHAUSTED if the
   *     agent holds as many leads as may be; CLOCK_DIFFERS if this server's clock is wrong
   */
  public Outcome claim(AgentId agent, @Nullable Set<CampaignId> campaigns, int limit) {
    return claim(agent, campaigns, Segment.EVERYONE, limit);
  }

  /**
   * As {@link #claim(AgentId, Set, int)}, of some leads only: the agent's own callbacks as well.
   *
   * @throws NotFound if the tenant has no such import
   * @throws InvalidValue UNKNOWN_TAG if nothing is found, and one of the tags is one that no lead
   *     of these campaigns has ever had
   */
  public Outcome claim(
      AgentId agent, @Nullable Set<CampaignId> campaigns, Segment segment, int limit) {
    serverClock.requireAgreement();
    return transaction.call(() -> claim(agent, campaigns, segment, limit, clock.instant()));
  }

  private Outcome claim(
      AgentId agent, @Nullable Set<CampaignId> campaigns, Segment segment, int limit, Instant now) {
    lists.require(segment.imports());
    @Nullable Set<CampaignId> out = reached.orAll(campaigns);
    @Nullable List<UUID> wanted = out == null ? null : sorted(out);
    promoter.promoteAtClaim(now);
    Asking asking = open(agent, wanted, now);
    if (campaigns != null) {
      requireWorked(agent, asking.open(), sorted(campaigns));
    }
    List<Claim> claimed = withinRoom(agent, asking, segment, limit, now);
    if (!claimed.isEmpty()) {
      return new Outcome.Claimed(claimed);
    }
    requireRoom(agent, asking);
    return askAgain.in(agent, wanted, segment, now);
  }

  /** Whoever asks for a lead is at work. */
  private Asking open(AgentId agent, @Nullable List<UUID> wanted, Instant now) {
    Asking asking = buckets.open(agent, wanted, now);
    if (asking.onBreak()) {
      throw new WarmlineException(
          ProblemCode.AGENT_ON_BREAK,
          "The agent is on a break and gets no leads until it is over (POST /v1/agents/"
              + agent
              + "/presence with the state READY).");
    }
    if (asking.unseen()) {
      seenAtWork.asking(agent, now);
    }
    return asking;
  }

  /** Where leads were passed over because the agent holds so many, nobody says there are none. */
  private static void requireRoom(AgentId agent, Asking asking) {
    if (asking.open().stream().anyMatch(bucket -> bucket.mostClaims() <= asking.held())) {
      throw new WarmlineException(
          ProblemCode.CLAIMS_EXHAUSTED,
          "The agent "
              + agent
              + " holds "
              + asking.held()
              + " leads, as many as the policy (maxClaimsPerAgent) allows. Log calls to them, or"
              + " release them, first.");
    }
  }

  /** A bucket gives no more when the agent holds as many leads as its campaign allows. */
  private List<Claim> withinRoom(
      AgentId agent, Asking asking, Segment segment, int limit, Instant now) {
    List<Claim> claimed = new ArrayList<>();
    while (claimed.size() < limit) {
      int held = asking.held() + claimed.size();
      List<Bucket> giving =
          asking.open().stream().filter(bucket -> bucket.mostClaims() > held).toList();
      if (giving.isEmpty()) {
        return claimed;
      }
      int room = giving.stream().mapToInt(Bucket::mostClaims).min().orElseThrow() - held;
      int most = Math.min(room, limit - claimed.size());
      List<Claim> more = shareOut.to(agent, giving, segment, most, now);
      claimed.addAll(more);
      if (more.size() < most) {
        return claimed;
      }
    }
    return claimed;
  }

  /** Of a campaign that has an open bucket nothing more need be asked. */
  private void requireWorked(AgentId agent, List<Bucket> open, List<UUID> wanted) {
    requireActive(without(open, wanted));
    Set<UUID> worked =
        open.stream()
            .filter(bucket -> bucket.share().assigned())
            .map(Bucket::campaign)
            .collect(Collectors.toSet());
    List<UUID> others = wanted.stream().filter(id -> !worked.contains(id)).toList();
    if (!others.isEmpty()) {
      assignments.requireWorked(agent, others);
    }
  }

  private static List<UUID> sorted(Set<CampaignId> campaigns) {
    return campaigns.stream().map(CampaignId::value).sorted().toList();
  }

  /**
   * Those that have no open bucket. One that has is known and not paused: nothing more need be
   * asked.
   */
  private static List<UUID> without(List<Bucket> open, List<UUID> campaigns) {
    Set<UUID> active = open.stream().map(Bucket::campaign).collect(Collectors.toSet());
    return campaigns.stream().filter(id -> !active.contains(id)).toList();
  }

  private void requireActive(List<UUID> ids) {
    if (ids.isEmpty()) {
      return;
    }
    Map<UUID, String> status =
        sql.query(
            "select id, status from campaign where tenant_id = :tenant and id = any(:ids)",
            q ->
                q
                    .bindArray("ids", UUID.class, ids.toArray())
                    .map((rs, ctx) -> Map.entry(rs.getObject(1, UUID.class), rs.getString(2)))
                    .stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    for (UUID id : ids) {
      if (!status.containsKey(id)) {
        throw new NotFound("campaign", id);
      }
      if (!"ACTIVE".equals(status.get(id))) {
        throw new WarmlineException(
            ProblemCode.CAMPAIGN_PAUSED,
            "The campaign "
                + id
                + " hands out no leads until it is resumed (POST /v1/campaigns/"
                + id
                + "/resume).");
      }
    }
  }
}
