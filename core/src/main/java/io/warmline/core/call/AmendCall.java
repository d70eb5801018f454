package io.warmline.core.call;

import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.ProblemCode;
import io.warmline.core.Versions;
import io.warmline.core.WarmlineException;
import io.warmline.core.call.LoggedCall.Effect;
import io.warmline.core.call.ReadSituation.Facts;
import io.warmline.core.callback.Callback;
import io.warmline.core.callback.PromiseBook;
import io.warmline.core.callrecord.Call;
import io.warmline.core.callrecord.CallBook;
import io.warmline.core.callrecord.Calls;
import io.warmline.core.disposition.CallAnswers;
import io.warmline.core.disposition.CallDetails;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.disposition.ReportPart;
import io.warmline.core.disposition.Situation;
import io.warmline.core.id.CallId;
import io.warmline.core.lead.Lead;
import io.warmline.core.lead.LeadBook;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Corrects what was logged about a call. A corrected outcome leaves what logging the right one
 * would have left, but for what somebody else has changed since.
 */
@ApplicationScoped
public class AmendCall {

  private final TenantTransaction transaction;
  private final Calls calls;
  private final CallBook book;
  private final LeadBook leads;
  private final ReadSituation read;
  private final PromiseBook promises;
  private final UndoCall undo;
  private final CarryOut carryOut;
  private final TellNext tellNext;
  private final Clock clock;

  AmendCall(
      TenantTransaction transaction,
      Calls calls,
      CallBook book,
      LeadBook leads,
      ReadSituation read,
      PromiseBook promises,
      UndoCall undo,
      CarryOut carryOut,
      TellNext tellNext,
      Clock clock) {
    this.transaction = transaction;
    this.calls = calls;
    this.book = book;
    this.leads = leads;
    this.read = read;
    this.promises = promises;
    this.undo = undo;
    this.carryOut = carryOut;
    this.tellNext = tellNext;
    this.clock = clock;
  }

  /**
   * How a logged call is corrected.
   *
   * @param disposition empty: the outcome stays
   */
  public record Correction(
      Optional<Disposition> disposition,
      @Nullable Integer durationSeconds,
      @Nullable String notes,
      CallDetails details) {}

  /**
   * Corrects a call.
   *
   * @param version the version its author saw; empty where any will do
   * @throws NotFound if there is no such call
   * @throws InvalidValue if something is missing that the disposition calls for, or something is
   *     given of which nothing would come
   * @throws WarmlineException CALL_NOT_LATEST if the outcome changes and a later call was logged;
   *     SUPPRESSION_STANDS if the outcome was DO_NOT_CALL; CALL_DETAILS_GONE; HANDOFF_DECIDED if
   *     the client has decided on what the call offered; PREQUALIFICATION_MISSING,
   *     VERSION_MISMATCH, LEAD_ERASED
   */
  public LoggedCall amend(CallId id, Optional<Integer> version, Correction correction) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          Lead lead = leads.take(calls.get(id).lead());
          Call call = calls.get(id);
          Versions.require(call.version(), version);
          calls.requireDetails(id);
          call.requireNotErased();
          Disposition outcome = correction.disposition().orElse(call.disposition());
          return outcome == call.disposition()
              ? describe(call, lead, correction, now)
              : replaceOutcome(call, lead, outcome, correction, now);
        });
  }

  /**
   * The outcome stays. What is found out later is known of the lead, too, unless a later call
   * tells.
   */
  private LoggedCall describe(Call call, Lead lead, Correction correction, Instant now) {
    CallDetails details = correction.details();
    requireNothingNew(call, details);
    Call described =
        call.described(
            correction.durationSeconds(),
            correction.notes(),
            details.reason().orElse(null),
            details.conduct(),
            now);
    Lead left = lead;
    if (!details.answers().equals(CallAnswers.NONE)) {
      Situation as = read.with(lead, read.without(call, lead), false);
      described = described.answering(as.demands().onceMore(call.ended(), details));
      left = learnt(call, lead, details, now);
    }
    book.correct(described, now);
    List<Effect> pointedAt =
        RefusalInReport.of(call.disposition(), correction.notes(), details).stream().toList();
    return tellNext.after(calls.get(call.id()), left, pointedAt, now);
  }

  private Lead learnt(Call call, Lead lead, CallDetails details, Instant now) {
    if (details.answers().qualification() == null
        || calls.hasLater(call.lead(), call.id(), call.startedAt())) {
      return lead;
    }
    return leads.write(lead, lead.learn(details.answers().qualification()), now);
  }

  /**
   * What would have to be done anew is done by correcting the disposition, or by its own operation.
   */
  private static void requireNothingNew(Call call, CallDetails details) {
    for (ReportPart part : details.withoutOutcome()) {
      throw part.needsAnotherOutcome(call.disposition());
    }
    for (ReportPart part : details.conduct().told()) {
      if (!call.disposition().takes().contains(part)) {
        throw part.notTakenBy(call.disposition());
      }
    }
    if (details.answers().qualification() != null
        && !call.disposition().takes().contains(ReportPart.QUALIFICATION)) {
      throw ReportPart.QUALIFICATION.notTakenBy(call.disposition());
    }
  }

  private LoggedCall replaceOutcome(
      Call call, Lead lead, Disposition outcome, Correction correction, Instant now) {
    requireReplaceable(call);
    call.direction().requirePossible(outcome);
    CallDetails told = correction.details();
    CallDetails details =
        told.toBuilder().conduct(told.conduct().insteadOf(call.conduct(), outcome)).build();
    List<Effect> effects = new ArrayList<>();
    Lead before = withoutCall(call, lead, details, effects, now);
    Lead placed =
        details
            .statedPlace()
            .map(place -> carryOut.place(call.lead(), place, effects))
            .orElse(before);
    Facts facts = read.without(call, placed);
    Situation situation =
        read.with(placed, facts, false).agreeing(agreed(call, placed, details, facts));
    details.requireFor(outcome, now.atZone(situation.zoneOf(call.dialled())).toLocalDate());
    Call corrected =
        call.described(
                correction.durationSeconds(),
                correction.notes(),
                details.reason().orElse(null),
                details.conduct(),
                now)
            .answering(situation.demands().on(outcome, details))
            .corrected(outcome);
    RefusalInReport.of(outcome, corrected.notes(), details).ifPresent(effects::add);
    return carryOut.anew(
        new CarryOut.CallAtHand(corrected, details, situation, before, effects, Optional.empty()),
        now);
  }

  /** Takes back what the wrong outcome did. */
  private Lead withoutCall(
      Call call, Lead lead, CallDetails details, List<Effect> effects, Instant now) {
    Situation as = read.with(lead, read.without(call, lead), false);
    CallWriting undone = new CallWriting(call, details, as, effects, now);
    Lead without = undo.of(call, calls.before(call.id()), lead, undone);
    effects.addAll(undone.effects());
    return leads.write(lead, without, now);
  }

  private Optional<Callback.Promise> agreed(
      Call call, Lead lead, CallDetails details, Facts facts) {
    return details
        .callback()
        .map(
            wish ->
                promises.agree(
                    call.lead(), wish, facts.terms().policy(), "/callback", call.startedAt()))
        .map(promise -> on(call.dialled(), lead, promise));
  }

  private static Callback.Promise on(PhoneNumber dialled, Lead lead, Callback.Promise promise) {
    promise
        .phone()
        .filter(number -> !lead.numbers().contains(number))
        .ifPresent(
            other -> {
              throw new InvalidValue(
                  "/callback/phone",
                  "NOT_A_NUMBER_OF_THE_LEAD",
                  "is none of the lead's numbers: add it to the lead first (updateLead)");
            });
    return lead.numbers().contains(dialled) ? promise.on(dialled) : promise;
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
