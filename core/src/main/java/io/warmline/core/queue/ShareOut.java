package io.warmline.core.queue;

import io.warmline.core.id.AgentId;
import io.warmline.core.queue.ClaimStatement.Asked;
import io.warmline.core.queue.ClaimStatement.Extent;
import io.warmline.core.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Decides what a claim asks for of each open bucket: all of it, what is urgent, or what was
 * promised. Where nobody has a quota and all campaigns weigh the same it asks for everything, and
 * the order of the queue decides.
 */
@ApplicationScoped
class ShareOut {

  private final LeaseLeads leaseLeads;
  private final Quotas quotas;
  private final Turns turns;
  private final CurrentTenant tenant;

  ShareOut(LeaseLeads leaseLeads, Quotas quotas, Turns turns, CurrentTenant tenant) {
    this.leaseLeads = leaseLeads;
    this.quotas = quotas;
    this.turns = turns;
    this.tenant = tenant;
  }

  /** Up to so many leads, best first; none if there are none. */
  List<Claim> to(AgentId agent, List<Bucket> open, Segment segment, int limit, Instant now) {
    Map<UUID, Share> shares =
        open.stream().collect(Collectors.toMap(Bucket::campaign, Bucket::share, (a, b) -> a));
    Rations rations = quotas.hold(shares.values(), now);
    List<Claim> claimed = new ArrayList<>();
    while (claimed.size() < limit) {
      Optional<UUID> turn = turns.next(tenant.id(), inNeed(shares.values(), rations));
      boolean oneByOne = rations.any() || turn.isPresent();
      List<Claim> more =
          ask(agent, open, rations, turn, segment, oneByOne ? 1 : limit - claimed.size(), now);
      if (more.isEmpty()) {
        break;
      }
      more.forEach(claim -> rations.take(share(shares, claim)));
      claimed.addAll(more);
    }
    return claimed;
  }

  private static Share share(Map<UUID, Share> shares, Claim claim) {
    return Optional.ofNullable(shares.get(claim.campaign().value())).orElseThrow();
  }

  private static List<Share> inNeed(Collection<Share> shares, Rations rations) {
    return shares.stream()
        .filter(share -> share.assigned() && !rations.usedUp(share))
        .sorted((a, b) -> a.campaign().compareTo(b.campaign()))
        .toList();
  }

  /** If the campaign whose turn it is has nothing, the others are asked. */
  private List<Claim> ask(
      AgentId agent,
      List<Bucket> open,
      Rations rations,
      Optional<UUID> turn,
      Segment segment,
      int limit,
      Instant now) {
    if (turn.isPresent()) {
      List<Asked> first = asked(open, rations, id -> id.equals(turn.get()));
      List<Claim> found = leaseLeads.to(agent, first, segment, limit, true, now);
      if (!found.isEmpty()) {
        return found;
      }
    }
    List<Asked> all = asked(open, rations, id -> true);
    List<Claim> near = leaseLeads.to(agent, all, segment, limit, true, now);
    return near.isEmpty() ? leaseLeads.to(agent, all, segment, limit, false, now) : near;
  }

  private static List<Asked> asked(
      List<Bucket> open, Rations rations, Function<UUID, Boolean> hasTurn) {
    return open.stream()
        .map(bucket -> new Asked(bucket.id(), extent(bucket, rations, hasTurn)))
        .toList();
  }

  private static Extent extent(Bucket bucket, Rations rations, Function<UUID, Boolean> hasTurn) {
    if (!bucket.share().assigned()) {
      return Extent.OWN_PROMISES;
    }
    if (rations.usedUp(bucket.share())) {
      return Extent.PROMISES;
    }
    return hasTurn.apply(bucket.campaign()) ? Extent.ALL : Extent.URGENT;
  }
}
