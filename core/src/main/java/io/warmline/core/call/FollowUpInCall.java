package io.warmline.core.call;

import io.warmline.core.call.LoggedCall.EffectCode;
import io.warmline.core.followup.FollowUp.Debt;
import io.warmline.core.followup.FollowUp.Occasion;
import io.warmline.core.followup.FollowUpBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/**
 * What message a call leaves us owing. Source: the campaign policies, "After a voicemail or a
 * conversation a follow-up e-mail is owed".
 */
@ApplicationScoped
class FollowUpInCall {

  private final FollowUpBook book;

  FollowUpInCall(FollowUpBook book) {
    this.book = book;
  }

  /** What a disposition does to what is owed: a voicemail, or a talk that was no refusal, owes. */
  private enum Debit {
    AFTER_VOICEMAIL,
    AFTER_CONVERSATION,
    /** Nothing of this call; what is owed for another stays. */
    NONE,
    /** Nobody wants a message any more. */
    CANCEL
  }

  private static Debit of(Disposition disposition) {
    return switch (disposition) {
      case VOICEMAIL_LEFT -> Debit.AFTER_VOICEMAIL;
      case CALLBACK_REQUESTED, NOT_NOW_NURTURE, WARM_INTERESTED -> Debit.AFTER_CONVERSATION;
      case NO_ANSWER,
          BUSY,
          VOICEMAIL_NO_MESSAGE,
          FAX_OR_MODEM,
          DISCONNECTED,
          INVALID_NUMBER,
          TECHNICAL_FAILURE,
          ABANDONED_BY_US,
          HUNG_UP,
          WRONG_NUMBER,
          GATEKEEPER,
          LEFT_LIVE_MESSAGE,
          LANGUAGE_BARRIER,
          QUALIFIED,
          APPOINTMENT_SET,
          APPOINTMENT_CONFIRMED,
          APPOINTMENT_RESCHEDULED,
          APPOINTMENT_CANCELLED,
          ALREADY_CUSTOMER,
          SALE ->
          Debit.NONE;
      case REFERRED_TO_OTHER, NOT_INTERESTED, NOT_QUALIFIED, DO_NOT_CALL, DECEASED_OR_CLOSED ->
          Debit.CANCEL;
    };
  }

  /** Enters or strikes out what the call leaves owing; a refusal counts however late it is told. */
  void settle(Outcome outcome, Aftermath after) {
    if (after.leadStandsAsItIs() && !(outcome instanceof Outcome.Refuse)) {
      return;
    }
    switch (of(after.call().disposition())) {
      case AFTER_VOICEMAIL -> owe(Occasion.VOICEMAIL, calledBack(outcome, after), after);
      case AFTER_CONVERSATION -> owe(Occasion.CONVERSATION, Optional.empty(), after);
      case CANCEL -> book.cancel(after.lead().id(), after.call().disposition().name(), after.now());
      case NONE -> {
        // it owes nothing, and settles nothing
      }
    }
  }

  /** A click supersedes the call back; a promise stands in its place. */
  private static Optional<Instant> calledBack(Outcome outcome, Aftermath after) {
    return outcome instanceof Outcome.TryAgain again && after.open().isEmpty()
        ? Optional.of(again.at())
        : Optional.empty();
  }

  private void owe(Occasion occasion, Optional<Instant> callBackAt, Aftermath after) {
    Call call = after.call();
    book.owe(
        new Debt(call.lead(), call.campaign(), call.agent(), call.id(), occasion, callBackAt),
        after.now());
    after.did(EffectCode.FOLLOW_UP_OWED, "A follow-up message is owed.");
  }
}
