package io.warmline.core.report;

import io.warmline.core.campaign.CampaignStatus;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ClientId;
import io.warmline.core.queue.BlockCode;
import io.warmline.core.queue.Tier;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The floor as it is.
 *
 * @param at when it was counted
 * @param day today, in the zone
 * @param campaigns all of them, by name
 */
public record LiveNumbers(Instant at, LocalDate day, ZoneId zone, List<OfCampaign> campaigns) {

  public LiveNumbers {
    campaigns = List.copyOf(campaigns);
  }

  /** A campaign with its numbers. */
  public record OfCampaign(
      CampaignId id,
      String name,
      CampaignStatus status,
      Optional<ClientId> client,
      Numbers numbers) {}

  /**
   * Numbers of one campaign, or of several.
   *
   * @param ready leads that can be claimed now
   * @param blocked the others, by what keeps them back
   * @param overdue open promises whose time is over
   * @param atWork who holds a lead, or began a call in the last quarter of an hour
   */
  public record Numbers(
      Map<Tier, Long> ready,
      Map<BlockCode, Long> blocked,
      long overdue,
      Set<AgentId> atWork,
      Today today) {

    static final Numbers NONE = new Numbers(Map.of(), Map.of(), 0, Set.of(), Today.NONE);

    /** Leads that agents hold. */
    public long inCalls() {
      return blocked.getOrDefault(BlockCode.CLAIMED, 0L);
    }

    Numbers and(Numbers other) {
      Map<Tier, Long> allReady = new EnumMap<>(Tier.class);
      Map<BlockCode, Long> allBlocked = new EnumMap<>(BlockCode.class);
      for (Numbers one : List.of(this, other)) {
        one.ready.forEach((tier, leads) -> allReady.merge(tier, leads, Long::sum));
        one.blocked.forEach((code, leads) -> allBlocked.merge(code, leads, Long::sum));
      }
      Set<AgentId> all = new HashSet<>(atWork);
      all.addAll(other.atWork);
      return new Numbers(
          allReady, allBlocked, overdue + other.overdue, all, today.and(other.today));
    }
  }

  /**
   * What calls that began today brought; outbound ones where nothing else is said.
   *
   * @param dials without failures of the line
   * @param conversations answered, at the right place, and not abandoned by us
   * @param inbound calls that came in
   * @param callbacks promises to call again
   * @param meetings appointments set
   * @param handedOver leads offered to clients
   */
  public record Today(
      long dials,
      long conversations,
      long inbound,
      long callbacks,
      long meetings,
      long handedOver) {

    static final Today NONE = new Today(0, 0, 0, 0, 0, 0);

    Today and(Today other) {
      return new Today(
          dials + other.dials,
          conversations + other.conversations,
          inbound + other.inbound,
          callbacks + other.callbacks,
          meetings + other.meetings,
          handedOver + other.handedOver);
    }
  }

  /** All campaigns together; an agent who works on two is one. */
  public Numbers all() {
    return campaigns.stream().map(OfCampaign::numbers).reduce(Numbers.NONE, Numbers::and);
  }

  /** Those of a client alone. */
  LiveNumbers of(ClientId client) {
    return new LiveNumbers(
        at,
        day,
        zone,
        campaigns.stream().filter(one -> one.client().filter(client::equals).isPresent()).toList());
  }
}
