package io.warmline.core.call;

import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.call.Callers.Caller;
import io.warmline.core.call.LoggedCall.Effect;
import io.warmline.core.call.LoggedCall.EffectCode;
import io.warmline.core.call.ReadSituation.Facts;
import io.warmline.core.callback.Callback;
import io.warmline.core.callback.PromiseBook;
import io.warmline.core.callback.PromisedNumber;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.ClaimId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.Lead;
import io.warmline.core.lead.LeadBook;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.phone.PhoneNumbers;
import io.warmline.core.queue.Claim;
import io.warmline.core.queue.Numbers;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Records a call and everything that follows from it, in one transaction: takes the lead, reads
 * what has to be known, has {@link CallRules} decide, and writes. A call that was made is never
 * refused because its claim has ended: it is recorded, marked late, and what has been decided since
 * stands.
 */
@ApplicationScoped
public class LogCall {

  private static final Duration OLDEST = Duration.ofDays(30);
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

  private final TenantTransaction transaction;
  private final Callers callers;
  private final LeadBook leads;
  private final Numbers numbers;
  private final ReadSituation read;
  private final PromiseBook promises;
  private final PromisedNumber promisedNumber;
  private final Breaches breaches;
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
      Breaches breaches,
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
    this.breaches = breaches;
    this.carryOut = carryOut;
    this.calls = calls;
    this.clock = clock;
  }

  /**
   * A call as it is reported.
   *
   * @param claim under which it was made; without one, lead and agent are given
   * @param phone the number dialled, in any usual spelling; empty: the one claimed, or the lead's
   *     next
   * @param startedAt empty: now
   */
  public record Report(
      Optional<ClaimId> claim,
      Optional<LeadId> lead,
      Optional<AgentId> agent,
      Optional<String> phone,
      Disposition disposition,
      Optional<Instant> startedAt,
      @Nullable Integer durationSeconds,
      @Nullable String notes,
      CallDetails details) {}

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
  public LoggedCall log(Report report) {
    return transaction.call(() -> log(report, clock.instant()));
  }

  private LoggedCall log(Report report, Instant now) {
    Instant startedAt = requirePlausible(report.startedAt().orElse(now), now);
    Caller caller = callers.of(report);
    Lead lead = leads.take(caller.lead());
    lead.requireNotErased();
    Facts facts = read.facts(lead, caller.claim().map(Claim::id));
    return facts.logged().isPresent()
        ? again(report, calls.get(facts.logged().get()), now)
        : log(report, new Dial(caller, lead, startedAt), facts, now);
  }

  /** Whoever presses the button twice has called once. */
  private LoggedCall again(Report report, Call logged, Instant now) {
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

  /**
   * A dial that a report is about.
   *
   * @param lead as it was before, under the locks of its numbers
   */
  private record Dial(Caller caller, Lead lead, Instant startedAt) {

    /** Whether a claim allowed it at the time it was made. */
    boolean isCovered(boolean late) {
      return !late && caller.claim().filter(c -> startedAt.isBefore(c.callUntil())).isPresent();
    }
  }

  private LoggedCall log(Report report, Dial dial, Facts facts, Instant now) {
    PhoneNumber number = dialled(report, dial, facts);
    if (!dial.lead().numbers().contains(number)) {
      numbers.lock(List.of(number));
    }
    List<Effect> effects = new ArrayList<>();
    boolean late = !callers.endClaim(dial.caller(), effects, now);
    boolean superseded = late && isSuperseded(report, dial, now);
    Lead placed = superseded ? dial.lead() : placed(report.details(), dial.lead(), effects);
    Optional<Callback.Promise> agreed = agreed(report, dial, facts);
    Lead lead = superseded ? placed : reachable(placed, agreed, effects);
    Situation before =
        read.with(lead, facts, superseded).agreeing(agreed.map(it -> on(number, lead, it)));
    LocalDate today = now.atZone(before.zoneOf(number)).toLocalDate();
    report.details().requireFor(report.disposition(), today);
    Call call = call(report, dial, number, late, before, now);
    return carryOut.of(
        new CarryOut.Task(call, report.details(), before, dial.lead(), effects),
        ReportDigest.of(report),
        now);
  }

  private boolean isSuperseded(Report report, Dial dial, Instant now) {
    Caller caller = dial.caller();
    return calls.hasOtherSince(
        caller.lead(), caller.claim().map(Claim::id), caller.at(report.startedAt(), now));
  }

  /** Before anything is promised, so that it is promised by the clock of that place. */
  private Lead placed(CallDetails details, Lead lead, List<Effect> effects) {
    return details
        .statedPlace()
        .map(place -> carryOut.place(lead.id(), place, effects))
        .orElse(lead);
  }

  private Optional<Callback.Promise> agreed(Report report, Dial dial, Facts facts) {
    return report
        .details()
        .callback()
        .map(
            wish ->
                promises.agree(
                    dial.caller().lead(),
                    wish,
                    facts.terms().policy(),
                    "/callback",
                    dial.startedAt()));
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

  private Call call(
      Report report, Dial dial, PhoneNumber number, boolean late, Situation before, Instant now) {
    CallDetails details = report.details();
    return new Call(
        CallId.next(),
        0,
        dial.lead().id(),
        dial.lead().campaign(),
        dial.caller().agent(),
        dial.caller().claim().map(Claim::id).orElse(null),
        number,
        report.disposition(),
        dial.lead().status(),
        late,
        dial.isCovered(late) ? List.of() : breaches.of(before, number, dial.startedAt()),
        dial.startedAt(),
        report.durationSeconds(),
        report.notes(),
        details.reason().orElse(null),
        details.conduct().aimingAt(callers.objective(dial.caller(), before.terms().objective())),
        before.zoneOf(number),
        before.demands().on(report.disposition(), details),
        Call.Links.NONE,
        null,
        now);
  }

  private static Instant requirePlausible(Instant startedAt, Instant now) {
    if (startedAt.isAfter(now.plus(CLOCKS_DIFFER))) {
      throw new InvalidValue(
          "/startedAt", "IN_THE_FUTURE", "must not be in the future; it is " + now + " now");
    }
    if (startedAt.isBefore(now.minus(OLDEST))) {
      throw new InvalidValue(
          "/startedAt", "TOO_OLD", "must be at most 30 days ago; it is " + now + " now");
    }
    return startedAt.isAfter(now) ? now : startedAt;
  }

  private static PhoneNumber dialled(Report report, Dial dial, Facts facts) {
    if (report.phone().isPresent()) {
      String own = dial.lead().profile().address().country();
      return parse(report.phone().get(), own == null ? facts.terms().country() : own, "/phone");
    }
    return dial.caller()
        .claim()
        .flatMap(Claim::phone)
        .or(() -> facts.nextNumberOf(dial.lead()))
        .orElseThrow(
            () ->
                InvalidValue.required(
                    "/phone", "the lead has no number that works; give the one dialled"));
  }

  /**
   * @throws InvalidValue at this pointer if it is no number
   */
  static PhoneNumber parse(String text, String country, String pointer) {
    try {
      return PhoneNumbers.parse(text, country);
    } catch (WarmlineException e) {
      throw InvalidValue.at(pointer, e);
    }
  }
}
