package io.warmline.core.call;

import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.call.Callers.Caller;
import io.warmline.core.call.Callers.EndedClaim;
import io.warmline.core.call.LoggedCall.Effect;
import io.warmline.core.call.NewCalls.CallToLead;
import io.warmline.core.call.ReadSituation.Facts;
import io.warmline.core.callback.Callback;
import io.warmline.core.callback.PromiseBook;
import io.warmline.core.callback.PromisedNumber;
import io.warmline.core.callrecord.Call;
import io.warmline.core.callrecord.Calls;
import io.warmline.core.callrecord.ReportDigest;
import io.warmline.core.disposition.CallDetails;
import io.warmline.core.disposition.CallRules;
import io.warmline.core.disposition.EffectCode;
import io.warmline.core.disposition.Situation;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.Lead;
import io.warmline.core.lead.LeadBook;
import io.warmline.core.lead.LeadBook.Taken;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.Claim;
import io.warmline.core.queue.Numbers;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Records a call and everything that follows from it, in one transaction: takes the lead, reads
 * what has to be known, has {@link CallRules} decide, and writes. A call that was made is never
 * refused because its claim has ended: it is recorded, marked late, and what has been decided since
 * stands.
 */
@ApplicationScoped
public class LogCall {

  private final TenantTransaction transaction;
  private final Callers callers;
  private final LeadBook leads;
  private final Numbers numbers;
  private final ReadSituation read;
  private final PromiseBook promises;
  private final PromisedNumber promisedNumber;
  private final NewCalls newCalls;
  private final CarryOut carryOut;
  private final Calls calls;
  private final Clock clock;

  LogCall(
      TenantTransaction transaction,
      Callers callers,
      LeadBook leads,
      Numbers numbers,
      ReadSituation read,
      PromiseBook promises,
      PromisedNumber promisedNumber,
      NewCalls newCalls,
      CarryOut carryOut,
      Calls calls,
      Clock clock) {
    this.transaction = transaction;
    this.callers = callers;
    this.leads = leads;
    this.numbers = numbers;
    this.read = read;
    this.promises = promises;
    this.promisedNumber = promisedNumber;
    this.newCalls = newCalls;
    this.carryOut = carryOut;
    this.calls = calls;
    this.clock = clock;
  }

  /**
   * Records the call. One that is on record under its claim is not recorded twice: the same report
   * again gives that call back.
   *
   * @throws InvalidValue if something is missing that the disposition calls for, something is given
   *     of which nothing would come, or a time is impossible
   * @throws NotFound if there is no such claim, lead or agent
   * @throws WarmlineException CLAIM_HELD_BY_ANOTHER if the claim is not the agent's; CALL_LOGGED if
   *     another report was logged under it; LEAD_ERASED; LEAD_NOT_CALLABLE if a callback is asked
   *     for that could never be made; PREQUALIFICATION_MISSING if a lead is called qualified that
   *     is not
   */
  public LoggedCall log(ReportedCall report) {
    return transaction.call(() -> log(report, clock.instant()));
  }

  /** As {@link #log(ReportedCall)}, in the transaction that is open. */
  LoggedCall log(ReportedCall report, Instant now) {
    Instant startedAt = NewCalls.startOf(report, now);
    Caller caller = callers.of(report, now);
    LeadId id = caller.lead();
    Taken<Map<LeadId, Facts>> taken =
        leads.take(List.of(id), caller.held(), read.facts(List.of(id), caller.claims()));
    Lead lead = taken.leads().stream().findFirst().orElseThrow(() -> new NotFound("lead", id));
    lead.requireNotErased();
    Facts facts = Objects.requireNonNull(taken.known().get(id));
    return facts.logged().isPresent()
        ? again(report, calls.get(facts.logged().get()), now)
        : log(new CallToLead(report, caller, lead, startedAt), facts, now);
  }

  /** Whoever presses the button twice has called once. */
  private LoggedCall again(ReportedCall report, Call logged, Instant now) {
    if (!calls.isReport(logged.id(), ReportDigest.of(report))) {
      throw new WarmlineException(
          ProblemCode.CALL_LOGGED,
          "The call "
              + logged.id()
              + " was logged under this claim. To correct it use amendCall (PATCH /v1/calls/"
              + logged.id()
              + "); to log another call to the lead give leadId and agentId.");
    }
    return carryOut.tellAgain(logged, now);
  }

  private LoggedCall log(CallToLead dial, Facts facts, Instant now) {
    ReportedCall report = dial.report();
    PhoneNumber number = dial.number(facts);
    if (!dial.lead().numbers().contains(number)) {
      numbers.lock(List.of(number));
    }
    List<Effect> effects = new ArrayList<>();
    EndedClaim ended = callers.endClaim(dial.caller(), number, effects, now);
    boolean late = !ended.inTime();
    boolean superseded = late && isSuperseded(dial, now);
    Lead placed = superseded ? dial.lead() : placed(report.details(), dial.lead(), effects);
    Optional<Callback.Promise> agreed = agreed(dial, facts);
    Lead lead = superseded ? placed : reachable(placed, agreed, effects);
    Situation before =
        read.with(lead, facts, superseded).agreeing(agreed.map(it -> on(number, lead, it)));
    LocalDate today = now.atZone(before.zoneOf(number)).toLocalDate();
    report.details().requireFor(report.disposition(), today);
    RefusalInReport.of(report.disposition(), report.notes(), report.details())
        .ifPresent(effects::add);
    Call call = newCalls.of(dial, number, late, before, now);
    return carryOut.of(
        new CarryOut.CallAtHand(
            call, report.details(), before, dial.lead(), effects, ended.around()),
        ReportDigest.of(report),
        now);
  }

  private boolean isSuperseded(CallToLead dial, Instant now) {
    Caller caller = dial.caller();
    return calls.hasOtherSince(
        caller.lead(), caller.claim().map(Claim::id), caller.at(dial.report().startedAt(), now));
  }

  /** Before anything is promised, so that it is promised by the clock of that place. */
  private Lead placed(CallDetails details, Lead lead, List<Effect> effects) {
    return details
        .statedPlace()
        .map(place -> carryOut.place(lead.id(), place, effects))
        .orElse(lead);
  }

  private Optional<Callback.Promise> agreed(CallToLead dial, Facts facts) {
    return dial.report()
        .details()
        .callback()
        .map(
            wish ->
                promises.agree(
                    dial.lead().id(), wish, facts.terms().policy(), "/callback", dial.startedAt()));
  }

  /** Whoever gives another number wants to be called on it. */
  private Lead reachable(Lead lead, Optional<Callback.Promise> agreed, List<Effect> effects) {
    Optional<PhoneNumber> given =
        agreed.flatMap(Callback.Promise::phone).filter(it -> !lead.numbers().contains(it));
    if (given.isEmpty()) {
      return lead;
    }
    effects.add(
        new Effect(
            EffectCode.NUMBER_ADDED,
            "The number on which the prospect wants to be called is one of the lead's now."));
    return promisedNumber.give(lead, given.get(), "/callback/phone");
  }

  /** A promise is kept where the prospect was reached, unless another number was given. */
  private static Callback.Promise on(PhoneNumber dialled, Lead lead, Callback.Promise promise) {
    return lead.numbers().contains(dialled) ? promise.on(dialled) : promise;
  }
}
