package io.warmline.core.handoff;

import io.warmline.core.WarmlineException;
import io.warmline.core.campaign.Campaign;
import io.warmline.core.campaign.Campaigns;
import io.warmline.core.client.Client;
import io.warmline.core.client.Clients;
import io.warmline.core.event.Events;
import io.warmline.core.handoff.Handoff.ClientDecision;
import io.warmline.core.handoff.Handoff.Offer;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.HandoffId;
import io.warmline.core.id.LeadId;
import io.warmline.core.tenant.RowImages;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The book of hand-offs, in which none changes without an event. Whoever writes in it holds the
 * locks of the lead's numbers.
 */
@ApplicationScoped
public class HandoffBook {

  private static final String TABLE = "handoff";

  private final Handoffs handoffs;
  private final Campaigns campaigns;
  private final Clients clients;
  private final Events events;
  private final RowImages images;

  HandoffBook(
      Handoffs handoffs, Campaigns campaigns, Clients clients, Events events, RowImages images) {
    this.images = images;
    this.handoffs = handoffs;
    this.campaigns = campaigns;
    this.clients = clients;
    this.events = events;
  }

  /** The call from which an offer comes. */
  public record Origin(LeadId lead, CampaignId campaign, AgentId agent, CallId call) {}

  /** Offers a lead to the client of its campaign; an older offer that is undecided ends. */
  public Handoff offer(Origin from, Offer offer, Instant now) {
    expireOf(from.lead(), ExpiryReason.SUPERSEDED, now);
    Campaign campaign = campaigns.get(from.campaign());
    Handoff handoff =
        new Handoff(
            HandoffId.next(),
            0,
            from.lead(),
            from.campaign(),
            campaign.client().orElse(null),
            from.agent(),
            from.call(),
            offer,
            HandoffStatus.OFFERED,
            now,
            decideBy(campaign, now),
            null,
            null,
            false);
    handoffs.add(handoff);
    events.record(
        new HandoffEvent.Offered(
            handoff.id(),
            handoff.lead(),
            handoff.campaign(),
            handoff.client(),
            offer.kind(),
            handoff.decideBy()),
        now);
    return handoff;
  }

  /** By the clock and the holidays of the client, where they are known; else of the campaign. */
  private Instant decideBy(Campaign campaign, Instant now) {
    Optional<Client.Profile> client = campaign.client().map(clients::get).map(Client::profile);
    return BusinessDays.in(
            client.flatMap(Client.Profile::country).orElseGet(campaign::defaultCountry),
            client.flatMap(Client.Profile::timeZone).orElseGet(campaign::zone))
        .after(now, campaign.approach().handoffDecisionDays());
  }

  /** Enters what the client decided on an offer that is open. */
  void decide(Handoff handoff, ClientDecision decision) {
    if (!handoffs.decide(handoff.id(), decision)) {
      throw new IllegalStateException("the offer ended although its lead was locked");
    }
    events.record(decided(handoff, decision.returned()), decision.at());
  }

  private static HandoffEvent decided(Handoff handoff, @Nullable ReturnReason returned) {
    return returned == null
        ? new HandoffEvent.Accepted(
            handoff.id(), handoff.lead(), handoff.campaign(), handoff.client())
        : new HandoffEvent.Returned(
            handoff.id(), handoff.lead(), handoff.campaign(), handoff.client(), returned);
  }

  /** The offer of a lead that waits for a decision, as it stands in the book. */
  public Optional<Image> image(LeadId lead) {
    return handoffs.offeredOf(List.of(lead.value())).stream()
        .findFirst()
        .map(open -> new Image(open.id(), images.of(TABLE, open.id().value()).orElseThrow()));
  }

  /** An offer as it was. */
  public record Image(HandoffId id, String row) {}

  /** An offer that a call ended which was logged wrongly waits for a decision again. */
  public void restore(HandoffId id, String image) {
    Handoff ended = handoffs.get(id);
    boolean another = !handoffs.offeredOf(List.of(ended.lead().value())).isEmpty();
    if (ended.status() == HandoffStatus.EXPIRED && !another) {
      images.restore(TABLE, id.value(), image);
    }
  }

  /** Whether the client has the lead: it accepted the latest offer. */
  public boolean isAccepted(LeadId lead) {
    return handoffs.isAccepted(lead);
  }

  /** Ends the offers of a lead on which the client has not decided. */
  public void expireOf(LeadId lead, ExpiryReason reason, Instant now) {
    handoffs.offeredOf(List.of(lead.value())).forEach(open -> expire(open, reason, now));
  }

  void expire(Handoff handoff, ExpiryReason reason, Instant now) {
    if (handoffs.expire(handoff.id(), reason, now)) {
      events.record(
          new HandoffEvent.Expired(
              handoff.id(), handoff.lead(), handoff.campaign(), handoff.client(), reason),
          now);
    }
  }

  /**
   * Ends an offer that was made by mistake.
   *
   * @throws WarmlineException HANDOFF_DECIDED if the client has decided on it
   */
  public void takeBack(HandoffId id, Instant now) {
    Handoff made = handoffs.get(id);
    if (made.decision() != null) {
      throw Handoff.decidedRefusal(made.status());
    }
    expire(made, ExpiryReason.CALL_CORRECTED, now);
  }
}
