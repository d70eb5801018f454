package io.warmline.core.queue;

import io.warmline.core.NotFound;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ImportId;
import io.warmline.core.tenant.ServerClock;
import io.warmline.core.tenant.TenantSql;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
  private final ShareOut shareOut;
  private final WindowBuckets buckets;
  private final Promoter promoter;
  private final AskAgain askAgain;
  private final Assignments assignments;
  private final SeenAtWork seenAtWork;
  private final ServerClock serverClock;
  private final Clock clock;

  ClaimNextLead(
      TenantTransaction transaction,
      TenantSql sql,
      ShareOut shareOut,
      WindowBuckets buckets,
      Promoter promoter,
      AskAgain askAgain,
      Assignments assignments,
      SeenAtWork seenAtWork,
      ServerClock serverClock,
      Clock clock) {
    this.transaction = transaction;
    this.sql = sql;
    this.shareOut = shareOut;
    this.buckets = buckets;
    this.promoter = promoter;
    this.askAgain = askAgain;
    this.assignments = assignments;
    this.seenAtWork = seenAtWork;
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
   * @param campaigns only of these campaigns; null: of every active one
   * @throws NotFound if the tenant has no such agent or campaign
   * @throws WarmlineException CAMPAIGN_PAUSED if a campaign that was named is paused;
   *     AGENT_NOT_ASSIGNED if the agent does not work it; AGENT_ON_BREAK; CLOCK_DIFFERS if this
   *     server's clock is wrong
   */
  public Outcome claim(AgentId agent, @Nullable Set<CampaignId> campaigns, int limit) {
    return claim(agent, campaigns, Segment.EVERYONE, limit);
  }

  /**
   * As {@link #claim(AgentId, Set, int)}, of some leads only: the agent's own callbacks as well.
   *
   * @throws NotFound if the tenant has no such import
   */
  public Outcome claim(
      AgentId agent, @Nullable Set<CampaignId> campaigns, Segment segment, int limit) {
    serverClock.requireAgreement();
    return transaction.call(() -> claim(agent, campaigns, segment, limit, clock.instant()));
  }

  private Outcome claim(
      AgentId agent, @Nullable Set<CampaignId> campaigns, Segment segment, int limit, Instant now) {
    requireImports(segment.imports());
    @Nullable List<UUID> wanted = campaigns == null ? null : sorted(campaigns);
    promoter.promoteAtClaim(now);
    List<Bucket> open = open(agent, wanted, now);
    if (wanted != null) {
      requireWorked(agent, open, wanted);
    }
    List<Claim> claimed =
        open.isEmpty() ? List.of() : shareOut.to(agent, open, segment, limit, now);
    return claimed.isEmpty()
        ? askAgain.in(agent, wanted, segment, now)
        : new Outcome.Claimed(claimed);
  }

  /** Whoever asks for a lead is at work. */
  private List<Bucket> open(AgentId agent, @Nullable List<UUID> wanted, Instant now) {
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
    return asking.open();
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

  private void requireImports(Set<ImportId> imports) {
    if (imports.isEmpty()) {
      return;
    }
    Set<UUID> known =
        sql.query(
            "select id from import_job where tenant_id = :tenant and id = any(:ids)",
            q ->
                q.bindArray("ids", UUID.class, imports.stream().map(ImportId::value).toArray())
                    .mapTo(UUID.class)
                    .set());
    for (ImportId id : imports) {
      if (!known.contains(id.value())) {
        throw new NotFound("import", id);
      }
    }
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
