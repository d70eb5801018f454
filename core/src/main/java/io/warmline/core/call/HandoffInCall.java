package io.warmline.core.call;

import io.warmline.core.WarmlineException;
import io.warmline.core.call.LoggedCall.EffectCode;
import io.warmline.core.handoff.ExpiryReason;
import io.warmline.core.handoff.Handoff;
import io.warmline.core.handoff.Handoff.Offer;
import io.warmline.core.handoff.HandoffBook;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.LeadStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** What becomes of the lead's hand-off in a call. */
@ApplicationScoped
class HandoffInCall {

  private final HandoffBook book;

  HandoffInCall(HandoffBook book) {
    this.book = book;
  }

  /** The client is offered a lead that is pre-qualified. */
  void offer(Aftermath after) {
    offer(Offer.qualified(after.call().findings().qualification()), after);
  }

  /** The client gets to know a lead that is interested but not ready. */
  void offerForNurture(Aftermath after) {
    Offer offer =
        Offer.nurture(
            after.call().findings().qualification(),
            after.details().reason().orElse(null),
            after.details().revisitOn().orElseThrow());
    offer(offer, after);
  }

  private void offer(Offer offer, Aftermath after) {
    Call call = after.call();
    HandoffBook.Origin origin =
        new HandoffBook.Origin(call.lead(), after.lead().campaign(), call.agent(), call.id());
    Handoff made = book.offer(origin, offer, after.now());
    after.caused(call.links().handingOver(made.id()));
    after.did(
        EffectCode.HANDOFF_OFFERED,
        "The lead is offered to the client, who decides by " + made.decideBy() + ".");
  }

  /** Nobody is to call a lead of this status, so that the client is not to decide on it either. */
  void follow(LeadId lead, LeadStatus status, Instant now) {
    if (status == LeadStatus.DO_NOT_CALL) {
      book.expireOf(lead, ExpiryReason.DO_NOT_CALL, now);
    } else if (status == LeadStatus.DISQUALIFIED) {
      book.expireOf(lead, ExpiryReason.DISQUALIFIED, now);
    }
  }

  /**
   * Takes back what a call offered by mistake.
   *
   * @throws WarmlineException HANDOFF_DECIDED
   */
  void takeBack(Call call, Effects effects, Instant now) {
    if (call.links().handoff() == null) {
      return;
    }
    book.takeBack(call.links().handoff(), now);
    effects.add(EffectCode.HANDOFF_ENDED, "The hand-off this call had offered is taken back.");
  }
}
