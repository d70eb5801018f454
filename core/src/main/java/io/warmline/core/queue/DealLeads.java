package io.warmline.core.queue;

import io.warmline.core.id.AgentId;
import io.warmline.core.queue.ClaimStatement.Asked;
import io.warmline.core.queue.ClaimStatement.Extent;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Hands out leads where a campaign shares its cold ones out among lists. What comes before them is
 * handed out as ever. Whose the next cold lead is, the order of the queue says; in a campaign with
 * shares it is then the best of the list whose turn it is, else of the next that has any. Claims of
 * one such campaign count one after the other.
 */
@ApplicationScoped
class DealLeads {

  private final TenantSql sql;
  private final LeaseLeads leaseLeads;
  private final ListTurns turns;

  DealLeads(TenantSql sql, LeaseLeads leaseLeads, ListTurns turns) {
    this.sql = sql;
    this.leaseLeads = leaseLeads;
    this.turns = turns;
  }

  /**
   * Up to {@code limit} claims, best first. An empty answer is final.
   *
   * @param as how much is asked for of a bucket
   */
  List<Claim> to(
      AgentId agent, List<Bucket> open, Function<Bucket, Asked> as, int limit, Instant now) {
    List<Asked> asked = open.stream().map(as).toList();
    List<Bucket> whole =
        open.stream().filter(bucket -> as.apply(bucket).extent() == Extent.ALL).toList();
    List<Claim> claimed = new ArrayList<>();
    fill(claimed, limit, left -> leaseLeads.to(agent, asked, Among.BEFORE_COLD, left, now));
    fill(claimed, limit, left -> cold(agent, whole, now));
    fill(claimed, limit, left -> leaseLeads.to(agent, asked, Segment.EVERYONE, left, false, now));
    return claimed;
  }

  /** Of buckets of which everything is asked for. */
  private static List<Asked> all(List<Bucket> buckets) {
    return buckets.stream()
        .map(bucket -> new Asked(bucket.id(), Extent.ALL, bucket.byCompany()))
        .toList();
  }

  /** Asks again and again, because of leads that share a number one question brings one. */
  private static void fill(List<Claim> claimed, int limit, IntFunction<List<Claim>> more) {
    boolean some = true;
    while (some && claimed.size() < limit) {
      List<Claim> next = more.apply(limit - claimed.size());
      claimed.addAll(next);
      some = !next.isEmpty();
    }
  }

  /** One, campaign by campaign, in the order of their first leads. */
  private List<Claim> cold(AgentId agent, List<Bucket> open, Instant now) {
    List<Bucket> left = open;
    Map<UUID, ListTurns.Turns> locked = Map.of();
    while (!left.isEmpty()) {
      Optional<UUID> first = firstCold(left);
      if (first.isEmpty()) {
        return List.of();
      }
      UUID campaign = first.get();
      List<Bucket> its = left.stream().filter(b -> b.campaign().equals(campaign)).toList();
      boolean shared = its.stream().anyMatch(Bucket::shared);
      if (shared && locked.isEmpty()) {
        locked = turns.lock(shared(open));
      }
      List<Claim> claimed =
          locked.containsKey(campaign)
              ? ofLists(agent, its, locked.get(campaign), now)
              : leaseLeads.to(agent, all(its), Among.COLD, 1, now);
      if (!claimed.isEmpty()) {
        return claimed;
      }
      left = left.stream().filter(b -> !b.campaign().equals(campaign)).toList();
    }
    return List.of();
  }

  /** Of all of them, so that claims lock those of several campaigns in one order. */
  private static List<UUID> shared(List<Bucket> open) {
    return open.stream().filter(Bucket::shared).map(Bucket::campaign).distinct().toList();
  }

  private Optional<UUID> firstCold(List<Bucket> buckets) {
    return sql.query(
        ClaimStatement.firstCold(buckets.stream().map(Bucket::id).toList()),
        q -> q.mapTo(UUID.class).findOne());
  }

  private List<Claim> ofLists(
      AgentId agent, List<Bucket> buckets, ListTurns.Turns campaign, Instant now) {
    for (int list : campaign.deal().order()) {
      List<Claim> claimed = leaseLeads.to(agent, all(buckets), Among.listed(list), 1, now);
      if (!claimed.isEmpty()) {
        return List.of(turns.dealt(claimed.get(0), campaign, list));
      }
    }
    return List.of();
  }
}
