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
  private final DealLeads dealLeads;
  private final Quotas quotas;
  private final CampaignTurns turns;
  private final CurrentTenant tenant;

  ShareOut(
      LeaseLeads leaseLeads,
      DealLeads dealLeads,
      Quotas quotas,
      CampaignTurns turns,
      CurrentTenant tenant) {
    this.leaseLeads = leaseLeads;
    this.dealLeads = dealLeads;
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
      Function<Bucket, Asked> first =
          bucket -> asked(bucket, rations, turn.get().equals(bucket.campaign()));
      List<Claim> found = hand(agent, open, first, segment, limit, false, now);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return hand(agent, open, bucket -> asked(bucket, rations, true), segment, limit, true, now);
  }

  /**
   * Whoever asks for a part has said which, and is dealt none.
   *
   * @param toTheEnd whether an empty answer is to be final
   */
  private List<Claim> hand(
      AgentId agent,
      List<Bucket> open,
      Function<Bucket, Asked> as,
      Segment segment,
      int limit,
      boolean toTheEnd,
      Instant now) {
    boolean dealt =
        segment.isEveryone()
            && open.stream().anyMatch(b -> b.shared() && as.apply(b).extent() == Extent.ALL);
    if (dealt) {
      return dealLeads.to(agent, open, as, limit, now);
    }
    List<Asked> asked = open.stream().map(as).toList();
    List<Claim> near = leaseLeads.to(agent, asked, segment, limit, true, now);
    return near.isEmpty() && toTheEnd
        ? leaseLeads.to(agent, asked, segment, limit, false, now)
        : near;
  }

  private static Asked asked(Bucket bucket, Rations rations, boolean hasTurn) {
    return new Asked(bucket.id(), extent(bucket, rations, hasTurn), bucket.byCompany());
  }

  private static Extent extent(Bucket bucket, Rations rations, boolean hasTurn) {
    if (!bucket.share().assigned()) {
      return Extent.OWN_PROMISES;
    }
    if (rations.usedUp(bucket.share())) {
      return Extent.PROMISES;
    }
    return hasTurn ? Extent.ALL : Extent.URGENT;
  }
}
