package io.warmline.core.call;

import io.warmline.core.InvalidValue;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.appointment.Appointment;
import io.warmline.core.call.Consequence.Bury;
import io.warmline.core.call.Consequence.CancelMeeting;
import io.warmline.core.call.Consequence.DropNumber;
import io.warmline.core.call.Consequence.OfferLead;
import io.warmline.core.call.Consequence.OweMessage;
import io.warmline.core.call.Consequence.OweNothing;
import io.warmline.core.call.Consequence.Refer;
import io.warmline.core.call.Consequence.SuppressNumber;
import io.warmline.core.call.LoggedCall.EffectCode;
import io.warmline.core.callback.CancelledBy;
import io.warmline.core.campaign.Deliverable;
import io.warmline.core.followup.FollowUp.Occasion;
import io.warmline.core.handoff.Handoff.Offer;
import io.warmline.core.lead.LeadPhone;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.suppression.SuppressionScope;
import io.warmline.core.time.RetryTimes;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Decides what follows from a call, by the trade's table ({@link Disposition}) and the state of
 * affairs before it. Pure: nothing is read, nothing is written.
 */
final class CallRules {

  /** "7 days later, at most twice, then exhausted." */
  private static final int MOST_CALLS_AFTER_HANG_UPS = 2;

  private final Situation before;
  private final Call call;
  private final CallDetails details;
  private final Deciding deciding;
  private final Disposition disposition;

  private CallRules(Situation before, Call call, CallDetails details, Instant now) {
    this.before = before;
    this.call = call;
    this.details = details;
    this.disposition = call.disposition();
    this.deciding = new Deciding(before, call, now);
  }

  /**
   * What follows from a call.
   *
   * @param before the state of affairs
   * @param call with what it found out
   * @param details what was reported with it, checked against its disposition
   * @throws InvalidValue if a callback is asked for where the client calls from now on
   * @throws WarmlineException LEAD_NOT_CALLABLE if a call is promised that could never be made;
   *     APPOINTMENTS_NOT_DELIVERED; NO_APPOINTMENT if the lead never had one
   */
  static Decision decide(Situation before, Call call, CallDetails details, Instant now) {
    return new CallRules(before, call, details, now).decide();
  }

  private Decision decide() {
    requireCallable();
    boolean decides = !leadStandsAsItIs();
    deciding.count(disposition == Disposition.HUNG_UP);
    if (decides && call.findings().qualification() != null) {
      deciding.learn(call.findings().qualification());
    }
    TaskRules.dialledFor(before.tasks(), call, retryAt(), deciding);
    if (decides || disposition.follow() == Disposition.Follow.REFUSE) {
      message();
    }
    number();
    if (decides) {
      follow();
    } else {
      loseUnreachable();
      tellWhatIsLost();
    }
    details.referral().ifPresent(referral -> deciding.add(new Refer(referral)));
    if (!disposition.endsPerson()) {
      before.meeting().filter(open -> deciding.passesBy(open)).ifPresent(this::tellOfMeeting);
    }
    return deciding.decision();
  }

  /** It is the client's time too, so it is called off by somebody who says so. */
  private void tellOfMeeting(Appointment open) {
    deciding.tell(
        EffectCode.APPOINTMENT_STANDS,
        "The meeting of "
            + open.meeting().slot().startsAt()
            + " stands: cancel it if the prospect will not come.");
  }

  /** As whoever creates a callback is refused. A later call has decided already: that is told. */
  private void requireCallable() {
    if (!before.superseded()
        && before.lead().status() == LeadStatus.DO_NOT_CALL
        && details.callback().isPresent()) {
      throw notCallable();
    }
  }

  /** Whether this call decides nothing about where its lead stands. */
  private boolean leadStandsAsItIs() {
    return before.superseded() || before.lead().status() == LeadStatus.DO_NOT_CALL;
  }

  /** What was promised since cannot be kept on a number that does not work. */
  private void loseUnreachable() {
    if (disposition.number() != Disposition.Finding.GOOD
        && deciding.promise().isPresent()
        && !isReachable()) {
      deciding.cancelPromise(disposition.name());
      deciding.leave(LeadStatus.CALLBACK_PENDING, Optional.empty());
    }
  }

  private boolean isReachable() {
    return deciding.lead().phones().stream()
        .anyMatch(p -> p.uncallable().isEmpty() && !before.suppressed().contains(p.number()));
  }

  private void tellWhatIsLost() {
    boolean asked =
        details.callback().isPresent()
            || details.meeting().isPresent()
            || details.revisitOn().isPresent();
    if (asked && disposition.follow() != Disposition.Follow.REFUSE) {
      deciding.tell(
          EffectCode.SUPERSEDED,
          before.superseded()
              ? "A later call to the lead is on record. What that one decided stands: what was"
                  + " asked for in this call is not entered."
              : "The lead is DO_NOT_CALL: what was asked for in this call is not entered.");
    }
  }

  /** A voicemail, or a talk that was no refusal, owes a message. */
  private void message() {
    switch (disposition.message()) {
      case OWED_AFTER_VOICEMAIL -> {
        boolean calledBack = deciding.promise().isEmpty() && !isUsedUp();
        deciding.add(
            new OweMessage(
                Occasion.VOICEMAIL, calledBack ? Optional.of(retryAt()) : Optional.empty()));
      }
      case OWED_AFTER_TALK -> deciding.add(new OweMessage(Occasion.CONVERSATION, Optional.empty()));
      case CANCELLED -> deciding.add(new OweNothing(disposition.name()));
      case UNCHANGED -> {
        // it owes nothing, and settles nothing
      }
    }
  }

  /** What was found out about the number holds whatever has been decided about the lead since. */
  private void number() {
    switch (disposition.number()) {
      case DEAD -> drop(true);
      case NOT_THEIRS -> drop(false);
      case GOOD -> {
        if (disposition.follow() == Disposition.Follow.REFUSE) {
          refuse();
        }
      }
    }
  }

  private void drop(boolean forEveryone) {
    deciding.drop(call.dialled(), disposition.name());
    deciding.add(new DropNumber(call.dialled(), disposition.name(), forEveryone));
  }

  private void refuse() {
    deciding.cancelPromise(disposition.name());
    deciding.cancelTasks(disposition.name());
    deciding.become(LeadStatus.DO_NOT_CALL);
    deciding.add(
        new SuppressNumber(
            call.dialled(), details.suppressionScope().orElse(SuppressionScope.TENANT)));
  }

  private void follow() {
    if (disposition.keepsCallback()) {
      deciding.keepPromise();
    }
    if (hasLapsed()) {
      deciding.dialFrom(null);
      deciding.become(LeadStatus.LAPSED);
      return;
    }
    switch (disposition.follow()) {
      case RETRY -> retry();
      case TRY_NEXT_NUMBER -> tryNextNumber();
      case FIND_LANGUAGE -> findLanguage();
      case CALL_BACK -> callBack();
      case NURTURE -> nurture();
      case WARM_UP -> warmUp(furthest(before.lead().status()));
      case QUALIFY -> qualify();
      case SET_MEETING, MOVE_MEETING, CONFIRM_MEETING, CALL_OFF_MEETING ->
          new MeetingRules(before, call, details, deciding).follow();
      case CLOSE -> {
        deciding.close(disposition.status(), disposition.name());
        if (disposition.endsPerson()) {
          bury();
        }
      }
      case REFUSE -> {
        // the number's refusal is the lead's
      }
    }
  }

  /** Nobody comes to a meeting any more, as whichever lead they were to come. */
  private void bury() {
    before
        .meeting()
        .ifPresent(
            open ->
                deciding.add(new CancelMeeting(open, CancelledBy.PROSPECT, disposition.name())));
    deciding.add(new Bury(disposition.name()));
  }

  private void retry() {
    if (details.callback().isPresent()) {
      callBack();
    } else if (isUsedUp()) {
      useUp();
    } else {
      tryAgain();
    }
  }

  private void tryAgain() {
    boolean stands = call.isIncoming() && deciding.promise().isPresent();
    if (deciding.isPromisedForLater() || stands) {
      return;
    }
    if (deciding.promise().isPresent()) {
      deciding.retryPromise(retryAt());
    } else if (deciding.hidesMeeting()) {
      deciding.awaitMeeting();
    } else if (!before.lead().status().isClosed()) {
      deciding.dialFrom(nextAttemptAt());
      deciding.become(statusWhileTrying());
    }
  }

  private LeadStatus statusWhileTrying() {
    LeadStatus status = before.lead().status();
    if (status == LeadStatus.WARM || status == LeadStatus.QUALIFIED) {
      return status;
    }
    boolean neverReached = status == LeadStatus.COLD || status == LeadStatus.ATTEMPTING;
    if (disposition.humanReached() || !neverReached) {
      return LeadStatus.CONTACTED;
    }
    return disposition.countsAsAttempt() ? disposition.status() : status;
  }

  /** Whether the lead has had all attempts its campaign allows, or all calls after hang-ups. */
  private boolean isUsedUp() {
    boolean hungUpOn =
        disposition == Disposition.HUNG_UP
            && deciding.lead().dialling().hangUps() > MOST_CALLS_AFTER_HANG_UPS;
    boolean tried = deciding.lead().attempts() >= before.terms().policy().maxAttempts();
    return !call.isIncoming() && (hungUpOn || tried);
  }

  /**
   * No attempt is left. That is no reason to break a promise for later, and what a lead has come to
   * (a customer, a meeting, a hand-off) is not lost by it.
   */
  private void useUp() {
    String usedUp = EffectCode.ATTEMPTS_EXHAUSTED.name();
    if (deciding.isPromisedForLater()) {
      return;
    }
    if (deciding.hidesMeeting()) {
      deciding.cancelPromise(usedUp);
      deciding.awaitMeeting();
    } else if (before.lead().status().isClosed()) {
      deciding.cancelTasks(usedUp);
    } else {
      deciding.tell(
          EffectCode.ATTEMPTS_EXHAUSTED, "The campaign allows no further attempt on this lead.");
      deciding.close(LeadStatus.EXHAUSTED, usedUp);
    }
  }

  private void tryNextNumber() {
    List<LeadPhone> others = before.othersThatWork(call.dialled());
    if (others.stream().map(LeadPhone::number).allMatch(before.suppressed()::contains)) {
      deciding.close(
          others.isEmpty() ? LeadStatus.DISQUALIFIED : LeadStatus.DO_NOT_CALL, disposition.name());
    } else if (deciding.promise().isEmpty() && isUsedUp()) {
      useUp();
    } else {
      deciding.tell(EffectCode.NEXT_NUMBER, "The lead's next number is tried.");
      deciding.dialFrom(deciding.now());
      if (before.lead().status() == LeadStatus.COLD) {
        deciding.become(disposition.status());
      }
    }
  }

  /** It waits for an agent who speaks the language; with a callback, until then. */
  private void findLanguage() {
    if (details.callback().isEmpty() && isUsedUp()) {
      useUp();
      return;
    }
    deciding.speak(details.language().orElseThrow());
    if (details.callback().isPresent()) {
      callBack();
    } else if (deciding.promise().isPresent()) {
      deciding.become(LeadStatus.CALLBACK_PENDING);
    } else if (!before.lead().status().isClosed()) {
      deciding.become(disposition.status());
    }
  }

  private void callBack() {
    requireReachable();
    deciding.agree(
        before.agreed().orElseThrow(), disposition.promise() == Disposition.Promise.AGREED);
    deciding.become(LeadStatus.CALLBACK_PENDING);
  }

  private void requireReachable() {
    if (!isReachable()) {
      throw notCallable();
    }
  }

  private static WarmlineException notCallable() {
    return new WarmlineException(
        ProblemCode.LEAD_NOT_CALLABLE,
        "The lead has no number that may be called: no callback can be promised. Remove the"
            + " do-not-call entry with evidence first, give the lead another number, or log the"
            + " call without a callback.");
  }

  private void nurture() {
    Instant revisitAt = details.revisitOn().orElseThrow().atStartOfDay(zone()).toInstant();
    if (before.terms().deliverable() == Deliverable.WARM_LEAD) {
      offer(
          Offer.nurture(
              call.findings().qualification(),
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

  private void warmUp(LeadStatus status) {
    if (details.callback().isPresent()) {
      requireReachable();
      Instant due = before.agreed().orElseThrow().time().window().dueAt();
      deciding.agree(before.agreed().get(), false);
      deciding.dialFrom(due);
    } else {
      deciding.dialFrom(retryAt());
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

  /** The client's own staff take it from here, or a meeting is next. */
  private void qualify() {
    switch (before.terms().deliverable()) {
      case WARM_LEAD -> handOver();
      case APPOINTMENT, CHECK_IN -> warmUp(disposition.status());
    }
  }

  private void handOver() {
    if (details.callback().isPresent()) {
      throw new InvalidValue(
          ReportPart.CALLBACK.pointer(),
          "NOT_TAKEN",
          "the lead is handed over: the client calls it from now on");
    }
    offer(Offer.qualified(call.findings().qualification()));
    deciding.cancelTasks("HANDED_OFF");
    deciding.dialFrom(null);
    deciding.become(LeadStatus.HANDED_OFF);
  }

  /**
   * A customer who does not want anything any more was one. Whoever is checked in on is a customer,
   * though the list may not have said so.
   */
  private boolean hasLapsed() {
    LeadStatus status = before.lead().status();
    boolean checkedIn =
        before.terms().deliverable() == Deliverable.CHECK_IN
            && !status.isClosed()
            && !deciding.hidesMeeting();
    return disposition == Disposition.NOT_INTERESTED
        && (status == LeadStatus.CUSTOMER || checkedIn);
  }

  /** When what did not reach the prospect is tried again. */
  private Instant retryAt() {
    return switch (disposition.delay()) {
      case AT_ONCE, NEVER -> call.startedAt();
      case OTHER_PART_OF_NEXT_DAY ->
          RetryTimes.nextDayLeastTriedPart(call.startedAt(), before.attemptsBefore(), zone());
      case NEXT_DAY,
          BUSY_LINE,
          TECHNICAL,
          VOICEMAIL,
          VOICEMAIL_MESSAGE,
          ABANDONED,
          RUNG_OFF,
          LIVE_MESSAGE,
          REFUSED ->
          call.startedAt()
              .plus(Duration.ofMinutes(disposition.delay().minutes(before.terms().retries())));
    };
  }

  /** The same, at an hour that suits the number whose turn it is then. */
  private Instant nextAttemptAt() {
    return disposition.delay() == Disposition.Delay.OTHER_PART_OF_NEXT_DAY
        ? NextAttempt.after(before, call).orElseGet(this::retryAt)
        : retryAt();
  }

  private ZoneId zone() {
    PhoneNumber number = call.dialled();
    return before.zoneOf(number);
  }
}
