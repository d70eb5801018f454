package io.warmline.core.disposition;

import io.warmline.core.InvalidValue;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.campaign.Deliverable;
import io.warmline.core.lead.Qualification;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign demands of an outcome, by what it delivers. Source: the campaign policies,
 * "Deliverable".
 *
 * @param known how far the lead is pre-qualified already; null: not at all
 */
public record CampaignDemands(Deliverable deliverable, @Nullable Qualification known) {

  /**
   * What goes on record as found out in a call with this outcome.
   *
   * @throws WarmlineException PREQUALIFICATION_MISSING if the lead is qualified or handed over
   *     although something of its pre-qualification is not recorded
   * @throws InvalidValue if a nurture lead for the client comes without a reason, or what is said
   *     of a check-in does not go with the campaign or the outcome
   */
  public CallAnswers on(Disposition disposition, CallDetails details) {
    CallAnswers found = checkedIn(disposition, details.answers());
    if (disposition == Disposition.NOT_NOW_NURTURE
        && deliverable == Deliverable.WARM_LEAD
        && details.reason().isEmpty()) {
      throw InvalidValue.required(
          "/reason", "the client gets a nurture lead with the reason why it is not ready");
    }
    return disposition == Disposition.QUALIFIED ? qualified(found) : found;
  }

  /** What is found out later adds to what the call had found out. */
  public CallAnswers onceMore(EndedCall call, CallDetails details) {
    CallAnswers told = details.answers();
    boolean silent = deliverable == Deliverable.CHECK_IN && told.checkIn() == null;
    CallAnswers all =
        silent ? new CallAnswers(told.qualification(), call.answers().checkIn()) : told;
    return on(call.disposition(), details.answering(all)).over(call.answers());
  }

  private CallAnswers checkedIn(Disposition disposition, CallAnswers found) {
    if (deliverable == Deliverable.CHECK_IN) {
      CheckIn said = CheckIn.in(disposition, found.checkIn());
      return new CallAnswers(found.qualification(), said);
    }
    if (found.checkIn() != null) {
      throw new InvalidValue(
          "/checkIn", "NOT_A_CHECK_IN", "only campaigns that deliver CHECK_IN record it");
    }
    return found;
  }

  private CallAnswers qualified(CallAnswers found) {
    @Nullable Qualification latest = found.qualification() == null ? known : found.qualification();
    List<String> missing = (latest == null ? Qualification.NONE : latest).missing();
    if (!missing.isEmpty()) {
      throw new WarmlineException(
          ProblemCode.PREQUALIFICATION_MISSING,
          "A lead is qualified, and handed over, once its pre-qualification is recorded. Not recorded is that %s."
              .formatted(String.join(", that ", missing)));
    }
    return new CallAnswers(latest, found.checkIn());
  }
}
