package io.warmline.core.script;

import io.warmline.core.campaign.Objective;
import io.warmline.core.handoff.ReturnReason;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.script.Background.End;
import io.warmline.core.script.Background.Over;
import io.warmline.core.script.Background.Past;
import io.warmline.core.talktrack.CallKind;
import io.warmline.core.talktrack.Opening;
import io.warmline.core.task.TaskKind;
import java.time.Instant;
import java.util.Optional;

/**
 * In which way a call comes about: the table of occasions, by what was promised, the task, the last
 * conversation, whom we reached besides, and what was sent. A promise comes before a task, a task
 * before anything else. Pure.
 */
final class Openings {

  private final Background known;
  private final Past past;
  private final boolean talked;

  private Openings(Background known, Instant now) {
    this.known = known;
    this.past = known.past();
    this.talked = known.talkedBy(now);
  }

  static Opening of(Background known, Instant now) {
    return new Openings(known, now).opening();
  }

  /** The same for a call of a kind that somebody chose. */
  static Opening of(Background known, CallKind kind, Instant now) {
    return new Openings(known, now).of(kind);
  }

  private Opening opening() {
    if (past.promise().open()) {
      return callback();
    }
    return known.task().flatMap(this::of).orElseGet(this::withoutTask);
  }

  private Opening callback() {
    boolean missed =
        past.last().meeting().filter(over -> over.how() == End.NO_SHOW && over.callback()).isPresent();
    if (missed && past.promise().said().isEmpty()) {
      return Opening.NO_SHOW;
    }
    if (talked) {
      return Opening.CALLBACK;
    }
    return past.others().office() != null || past.others().message() != null
        ? Opening.CALLBACK_BY_OFFICE
        : Opening.CALLBACK_PROMISED;
  }

  private Optional<Opening> of(TaskKind task) {
    return switch (task) {
      case QUALITY_CONFIRMATION ->
          known.appointment().map(booked -> Opening.QUALITY_CONFIRMATION);
      case HOT_SIGNAL, VISIT -> Optional.of(afterSignal());
      case INBOUND -> Optional.of(either(Opening.INBOUND, Opening.INBOUND_AGAIN));
      case FIT_CHECK -> Optional.of(either(Opening.FIT_CHECK, Opening.FIT_CHECK_AGAIN));
      case REHEAT -> Optional.of(either(Opening.REHEAT, Opening.REHEAT_AGAIN));
      case CONTRACT_END -> Optional.of(either(Opening.CONTRACT_END, Opening.CONTRACT_END_AGAIN));
      case CUSTOMER_CHECK_IN -> Optional.of(checkIn());
      case WIN_BACK -> Optional.of(either(Opening.WIN_BACK, Opening.WIN_BACK_AGAIN));
      case RETURNED_HANDOFF -> Optional.empty();
    };
  }

  /** Who answered a message has looked at nothing, as far as we know. */
  private Opening afterSignal() {
    boolean answered = past.sent().visit() == null && past.sent().inquiry().isPresent();
    return answered
        ? either(Opening.INBOUND, Opening.INBOUND_AGAIN)
        : either(Opening.SIGNAL, Opening.SIGNAL_AGAIN);
  }

  /** A complaint comes before everything; a moment that the customer named is the better reason. */
  private Opening checkIn() {
    if (talked && past.talks().filter(Background.Talks::complained).isPresent()) {
      return Opening.COMPLAINT;
    }
    return talked && past.promise().said().isPresent()
        ? Opening.WARM_CHECK_IN
        : Opening.CUSTOMER_CHECK_IN;
  }

  private Opening withoutTask() {
    boolean checksIn = known.house().campaign().objective() == Objective.WARM_CHECK_IN;
    if (checksIn || past.status() == LeadStatus.CUSTOMER) {
      return past.talks().filter(Background.Talks::complained).isPresent() && talked
          ? Opening.COMPLAINT
          : Opening.CUSTOMER_CHECK_IN;
    }
    if (past.status() == LeadStatus.LAPSED) {
      return either(Opening.WIN_BACK, Opening.WIN_BACK_AGAIN);
    }
    return talked ? acquaintance() : stranger();
  }

  private Opening acquaintance() {
    if (past.last().handoff().filter(ReturnReason.WRONG_PERSON::equals).isPresent()) {
      return Opening.WRONG_PERSON;
    }
    return past.last().meeting().map(this::after).orElse(Opening.TALK_GOES_ON);
  }

  private Opening after(Over meeting) {
    return switch (meeting.how()) {
      case HELD -> Opening.MET;
      case NO_SHOW -> Opening.NO_SHOW;
      case CANCELLED_BY_PROSPECT -> Opening.CANCELLED;
      case CANCELLED_BY_US -> Opening.CANCELLED_BY_US;
    };
  }

  private Opening stranger() {
    if (past.sent().mail().isPresent()) {
      return Opening.MAIL_SENT;
    }
    if (past.sent().visit() != null) {
      return Opening.FIRST_CALL;
    }
    Background.Others others = past.others();
    if (others.message() != null) {
      return Opening.MESSAGE_LEFT;
    }
    if (others.office() != null) {
      return Opening.OFFICE_TALKED_TO;
    }
    if (others.referrer().isPresent()) {
      return Opening.REFERRED;
    }
    return others.voicemail() == null ? Opening.FIRST_CALL : Opening.VOICEMAIL_LEFT;
  }

  private Opening either(Opening ofStranger, Opening ofAcquaintance) {
    return talked ? ofAcquaintance : ofStranger;
  }

  private Opening of(CallKind kind) {
    Opening own = opening();
    if (own.kind() == kind) {
      return own;
    }
    return switch (kind) {
      case CALLBACK -> callback();
      case QUALITY_CONFIRMATION -> Opening.QUALITY_CONFIRMATION;
      case BUSY_REPLY -> Opening.BUSY_REPLY;
      case SIGNAL -> either(Opening.SIGNAL, Opening.SIGNAL_AGAIN);
      case INBOUND -> either(Opening.INBOUND, Opening.INBOUND_AGAIN);
      case WARM_CHECK_IN -> Opening.WARM_CHECK_IN;
      case CUSTOMER_CHECK_IN -> Opening.CUSTOMER_CHECK_IN;
      case WIN_BACK -> either(Opening.WIN_BACK, Opening.WIN_BACK_AGAIN);
      case CONTRACT_END -> either(Opening.CONTRACT_END, Opening.CONTRACT_END_AGAIN);
      case FIT_CHECK -> either(Opening.FIT_CHECK, Opening.FIT_CHECK_AGAIN);
      case REHEAT -> either(Opening.REHEAT, Opening.REHEAT_AGAIN);
      case VOICEMAIL -> either(Opening.VOICEMAIL, Opening.VOICEMAIL_AGAIN);
      case FOLLOW_UP -> either(Opening.MAIL_SENT, Opening.TALK_GOES_ON);
      case FIRST_CALL -> Opening.FIRST_CALL;
    };
  }
}
