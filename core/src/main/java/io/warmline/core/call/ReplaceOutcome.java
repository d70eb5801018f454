package io.warmline.core.call;

import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Gives a call another outcome: the wrong one is taken back, the right one carried out. */
@ApplicationScoped
class ReplaceOutcome {

  private final Calls calls;
  private final DialledLeads leads;
  private final TakeBack takeBack;
  private final CarryOut carryOut;

  ReplaceOutcome(Calls calls, DialledLeads leads, TakeBack takeBack, CarryOut carryOut) {
    this.calls = calls;
    this.leads = leads;
    this.takeBack = takeBack;
    this.carryOut = carryOut;
  }

  /**
   * @throws WarmlineException CALL_NOT_LATEST, SUPPRESSION_STANDS
   */
  Call of(Call call, Disposition other, CallDetails details, Effects effects, Instant now) {
    requireReplaceable(call);
    takeBack.outcomeOf(call, effects, now);
    DialledLead lead = leads.read(call.lead());
    details.requireFor(other, now.atZone(lead.zoneOf(call.dialled())).toLocalDate());
    Call corrected =
        call.finding(lead.demands().on(other, details))
            .corrected(other, details.reason().orElse(null), now);
    Aftermath after = new Aftermath(corrected, lead, details, effects, now);
    carryOut.outcomeOf(after);
    return after.call();
  }

  private void requireReplaceable(Call call) {
    if (calls.hasLater(call.lead(), call.id(), call.startedAt())) {
      throw new WarmlineException(
          ProblemCode.CALL_NOT_LATEST,
          "Only the disposition of the latest call of a lead can be corrected.");
    }
    if (call.disposition() == Disposition.DO_NOT_CALL) {
      throw new WarmlineException(
          ProblemCode.SUPPRESSION_STANDS,
          "A do-not-call request is not taken back by correcting a call. Remove the suppression"
              + " with evidence first.");
    }
  }
}
