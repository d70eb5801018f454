package io.warmline.core.disposition;

import io.warmline.core.InvalidValue;
import io.warmline.core.WarmlineException;
import io.warmline.core.appointment.Appointment;
import io.warmline.core.callback.CancelledBy;
import io.warmline.core.campaign.Deliverable;
import io.warmline.core.disposition.Consequence.Bury;
import io.warmline.core.disposition.Consequence.CancelMeeting;
import io.warmline.core.disposition.Consequence.DropNumber;
import io.warmline.core.disposition.Consequence.OweMessage;
import io.warmline.core.disposition.Consequence.OweNothing;
import io.warmline.core.disposition.Consequence.Refer;
import io.warmline.core.disposition.Consequence.RefuseNumber;
import io.warmline.core.followup.FollowUp.Occasion;
import io.warmline.core.lead.LeadPhone;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.suppression.SuppressionScope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Decides what follows from a call, by the trade's table ({@link Disposition}) and the state of
 * affairs before it. Pure: nothing is read, nothing is written.
 */
public final class CallRules {

  /** "7 days later, at most twice, then exhausted." */
  private static final int MOST_CALLS_AFTER_HANG_UPS = 2;

  private final Situation before;
  private final EndedCall call;
  private final CallDetails details;
  private final Deciding deciding;
  private final Disposition disposition;

  private CallRules(Situation before, EndedCall call, CallDetails details, Instant now) {
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
  public static Decision decide(
      Situation before, EndedCall call, CallDetails details, Instant now) {
    return new CallRules(before, call, details, now).decide();
  }

  private Decision decide() {
    requireCallable();
    boolean decides = !leadStandsAsItIs();
    deciding.count(disposition == Disposition.HUNG_UP);
    if (decides && call.answers().qualification() != null) {
      deciding.learn(call.answers().qualification());
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
      throw Deciding.notCallable();
    }
  }

  /** Whether this call decides nothing about where its lead stands. */
  private boolean leadStandsAsItIs() {
    return before.superseded() || before.lead().status() == LeadStatus.DO_NOT_CALL;
  }

  /** What was promised since cannot be kept on a number that does not work. */
  private void loseUnreachable() {
    if (disposition.number() != Disposition.NumberState.GOOD
        && deciding.promise().isPresent()
        && !deciding.isReachable()) {
      deciding.cancelPromise(disposition.name());
      deciding.leave(LeadStatus.CALLBACK_PENDING, Optional.empty());
    }
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
    deciding.drop(call.number(), disposition.name());
    deciding.add(new DropNumber(call.number(), disposition.name(), forEveryone));
  }

  private void refuse() {
    deciding.cancelPromise(disposition.name());
    deciding.cancelTasks(disposition.name());
    deciding.become(LeadStatus.DO_NOT_CALL);
    deciding.add(
        new RefuseNumber(
            call.number(), details.suppressionScope().orElse(SuppressionScope.TENANT)));
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
      case NURTURE -> interest().nurture();
      case WARM_UP -> interest().warmUp();
      case QUALIFY -> interest().qualify();
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

  private InterestRules interest() {
    return new InterestRules(before, call, details, deciding);
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
      deciding.dialFrom(NextAttempt.at(before, call));
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
    List<LeadPhone> others = before.othersThatWork(call.number());
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
    deciding.requireReachable();
    deciding.agree(
        before.agreed().orElseThrow(), disposition.promise() == Disposition.PromiseFate.AGREED);
    deciding.become(LeadStatus.CALLBACK_PENDING);
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
    return NextAttempt.afterDelay(before, call);
  }
}
