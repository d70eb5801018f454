package io.warmline.core.script;

import io.warmline.core.campaign.Objective;
import io.warmline.core.handoff.ReturnReason;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.script.Background.End;
import io.warmline.core.script.Background.Over;
import io.warmline.core.script.Background.Past;
import io.warmline.core.talktrack.CallKind;
import io.warmline.core.talktrack.CallOpening;
import io.warmline.core.task.TaskKind;
import java.time.Instant;
import java.util.Optional;

/**
 * In which way a call comes about: the table of occasions, by what was promised, the task, the last
 * conversation, whom we reached besides, and what was sent. A promise comes before a task, a task
 * before anything else. Pure.
 */
final class CallOpenings {

  private final Background known;
  private final Past past;
  private final boolean talked;

  private CallOpenings(Background known, Instant now) {
    this.known = known;
    this.past = known.past();
    this.talked = known.talkedBy(now);
  }

  static CallOpening of(Background known, Instant now) {
    return new CallOpenings(known, now).opening();
  }

  /** The same for a call of a kind that somebody chose. */
  static CallOpening of(Background known, CallKind kind, Instant now) {
    return new CallOpenings(known, now).of(kind);
  }

  private CallOpening opening() {
    if (past.promise().open()) {
      return callback();
    }
    return known.task().flatMap(this::of).orElseGet(this::withoutTask);
  }

  private CallOpening callback() {
    boolean missed =
        past.last()
            .meeting()
            .filter(over -> over.how() == End.NO_SHOW && over.callback())
            .isPresent();
    if (missed && past.promise().said().isEmpty()) {
      return CallOpening.NO_SHOW;
    }
    if (talked) {
      return CallOpening.CALLBACK;
    }
    return past.others().office() != null || past.others().message() != null
        ? CallOpening.CALLBACK_BY_OFFICE
        : CallOpening.CALLBACK_PROMISED;
  }

  private Optional<CallOpening> of(TaskKind task) {
    return switch (task) {
      case QUALITY_CONFIRMATION ->
          known.appointment().map(booked -> CallOpening.QUALITY_CONFIRMATION);
      case HOT_SIGNAL, VISIT -> Optional.of(afterSignal());
      case INBOUND -> Optional.of(either(CallOpening.INBOUND, CallOpening.INBOUND_AGAIN));
      case FIT_CHECK -> Optional.of(either(CallOpening.FIT_CHECK, CallOpening.FIT_CHECK_AGAIN));
      case REHEAT -> Optional.of(either(CallOpening.REHEAT, CallOpening.REHEAT_AGAIN));
      case CONTRACT_END ->
          Optional.of(either(CallOpening.CONTRACT_END, CallOpening.CONTRACT_END_AGAIN));
      case CUSTOMER_CHECK_IN -> Optional.of(checkIn());
      case WIN_BACK -> Optional.of(either(CallOpening.WIN_BACK, CallOpening.WIN_BACK_AGAIN));
      case RETURNED_HANDOFF -> Optional.empty();
    };
  }

  /** Who answered a message has looked at nothing, as far as we know. */
  private CallOpening afterSignal() {
    boolean answered = past.sent().visit() == null && past.sent().inquiry().isPresent();
    return answered
        ? either(CallOpening.INBOUND, CallOpening.INBOUND_AGAIN)
        : either(CallOpening.SIGNAL, CallOpening.SIGNAL_AGAIN);
  }

  /** A complaint comes before everything; a moment that the customer named is the better reason. */
  private CallOpening checkIn() {
    if (talked && past.talks().filter(Background.Talks::complained).isPresent()) {
      return CallOpening.COMPLAINT;
    }
    return talked && past.promise().said().isPresent()
        ? CallOpening.WARM_CHECK_IN
        : CallOpening.CUSTOMER_CHECK_IN;
  }

  private CallOpening withoutTask() {
    boolean checksIn = known.house().campaign().objective() == Objective.WARM_CHECK_IN;
    if (checksIn || past.status() == LeadStatus.CUSTOMER) {
      return past.talks().filter(Background.Talks::complained).isPresent() && talked
          ? CallOpening.COMPLAINT
          : CallOpening.CUSTOMER_CHECK_IN;
    }
    if (past.status() == LeadStatus.LAPSED) {
      return either(CallOpening.WIN_BACK, CallOpening.WIN_BACK_AGAIN);
    }
    return talked ? acquaintance() : stranger();
  }

  private CallOpening acquaintance() {
    if (past.last().handoff().filter(ReturnReason.WRONG_PERSON::equals).isPresent()) {
      return CallOpening.WRONG_PERSON;
    }
    return past.last().meeting().map(this::after).orElse(CallOpening.TALK_GOES_ON);
  }

  private CallOpening after(Over meeting) {
    return switch (meeting.how()) {
      case HELD -> CallOpening.MET;
      case NO_SHOW -> CallOpening.NO_SHOW;
      case CANCELLED_BY_PROSPECT -> CallOpening.CANCELLED;
      case CANCELLED_BY_US -> CallOpening.CANCELLED_BY_US;
    };
  }

  private CallOpening stranger() {
    if (past.sent().mail().isPresent()) {
      return CallOpening.MAIL_SENT;
    }
    if (past.sent().visit() != null) {
      return CallOpening.FIRST_CALL;
    }
    Background.Others others = past.others();
    if (others.message() != null) {
      return CallOpening.MESSAGE_LEFT;
    }
    if (others.office() != null) {
      return CallOpening.OFFICE_TALKED_TO;
    }
    if (others.referrer().isPresent()) {
      return CallOpening.REFERRED;
    }
    return others.voicemail() == null ? CallOpening.FIRST_CALL : CallOpening.VOICEMAIL_LEFT;
  }

  private CallOpening either(CallOpening ofStranger, CallOpening ofAcquaintance) {
    return talked ? ofAcquaintance : ofStranger;
  }

  private CallOpening of(CallKind kind) {
    CallOpening own = opening();
    if (own.kind() == kind) {
      return own;
    }
    return switch (kind) {
      case CALLBACK -> callback();
      case QUALITY_CONFIRMATION -> CallOpening.QUALITY_CONFIRMATION;
      case BUSY_REPLY -> CallOpening.BUSY_REPLY;
      case SIGNAL -> either(CallOpening.SIGNAL, CallOpening.SIGNAL_AGAIN);
      case INBOUND -> either(CallOpening.INBOUND, CallOpening.INBOUND_AGAIN);
      case WARM_CHECK_IN -> CallOpening.WARM_CHECK_IN;
      case CUSTOMER_CHECK_IN -> CallOpening.CUSTOMER_CHECK_IN;
      case WIN_BACK -> either(CallOpening.WIN_BACK, CallOpening.WIN_BACK_AGAIN);
      case CONTRACT_END -> either(CallOpening.CONTRACT_END, CallOpening.CONTRACT_END_AGAIN);
      case FIT_CHECK -> either(CallOpening.FIT_CHECK, CallOpening.FIT_CHECK_AGAIN);
      case REHEAT -> either(CallOpening.REHEAT, CallOpening.REHEAT_AGAIN);
      case VOICEMAIL -> either(CallOpening.VOICEMAIL, CallOpening.VOICEMAIL_AGAIN);
      case FOLLOW_UP -> either(CallOpening.MAIL_SENT, CallOpening.TALK_GOES_ON);
      case FIRST_CALL -> CallOpening.FIRST_CALL;
    };
  }
}
