package io.warmline.core.disposition;

import io.warmline.core.InvalidValue;
import io.warmline.core.WarmlineException;
import io.warmline.core.campaign.Deliverable;
import io.warmline.core.disposition.Consequence.OfferLead;
import io.warmline.core.handoff.Handoff.Offer;
import io.warmline.core.lead.LeadStatus;
import java.time.Instant;

/**
 * Decides what follows from interest: how warm the lead is, when it is called again, and whether
 * the client is offered it. Pure.
 */
final class InterestRules {

  private final Situation before;
  private final EndedCall call;
  private final CallDetails details;
  private final Deciding deciding;

  InterestRules(Situation before, EndedCall call, CallDetails details, Deciding deciding) {
    this.before = before;
    this.call = call;
    this.details = details;
    this.deciding = deciding;
  }

  /** Interest that is for later: the lead comes back on the day that was named. */
  void nurture() {
    Instant revisitAt =
        details.revisitOn().orElseThrow().atStartOfDay(before.zoneOf(call.number())).toInstant();
    if (before.terms().deliverable() == Deliverable.WARM_LEAD) {
      offer(
          Offer.nurture(
              call.answers().qualification(),
              details.reason().orElse(null),
              details.revisitOn().orElseThrow()));
    }
    deciding.dialFrom(revisitAt);
    deciding.become(LeadStatus.NURTURE);
  }

  /** What the client has accepted is the client's: it is not offered again. */
  private void offer(Offer offer) {
    if (before.accepted()) {
      deciding.tell(
          EffectCode.HANDOFF_UNCHANGED,
          "The client has accepted the lead before: it is not offered again.");
    } else {
      deciding.add(new OfferLead(offer));
    }
  }

  /**
   * Interest.
   *
   * @throws WarmlineException LEAD_NOT_CALLABLE if a call is promised that could never be made
   */
  void warmUp() {
    warmUp(furthest(before.lead().status()));
  }

  private void warmUp(LeadStatus status) {
    if (details.callback().isPresent()) {
      deciding.requireReachable();
      Instant due = before.agreed().orElseThrow().time().window().dueAt();
      deciding.agree(before.agreed().get(), false);
      deciding.dialFrom(due);
    } else {
      deciding.dialFrom(NextAttempt.afterDelay(before, call));
    }
    deciding.become(status);
  }

  /** Whoever has come further than warm stays there. */
  private static LeadStatus furthest(LeadStatus status) {
    return switch (status) {
      case QUALIFIED, HANDED_OFF, APPOINTMENT_SET, CUSTOMER -> status;
      case COLD,
          ATTEMPTING,
          CONTACTED,
          CALLBACK_PENDING,
          WARM,
          NURTURE,
          LAPSED,
          DISQUALIFIED,
          EXHAUSTED,
          DO_NOT_CALL ->
          LeadStatus.WARM;
    };
  }

  /**
   * The client's own staff take it from here, or a meeting is next.
   *
   * @throws InvalidValue if a callback is asked for where the client calls from now on
   * @throws WarmlineException LEAD_NOT_CALLABLE as above
   */
  void qualify() {
    switch (before.terms().deliverable()) {
      case WARM_LEAD -> handOver();
      case APPOINTMENT, CHECK_IN -> warmUp(call.disposition().status());
    }
  }

  private void handOver() {
    if (details.callback().isPresent()) {
      throw new InvalidValue(
          ReportPart.CALLBACK.pointer(),
          "NOT_TAKEN",
          "the lead is handed over: the client calls it from now on");
    }
    offer(Offer.qualified(call.answers().qualification()));
    deciding.cancelTasks("HANDED_OFF");
    deciding.dialFrom(null);
    deciding.become(LeadStatus.HANDED_OFF);
  }
}
