package io.warmline.core.disposition;

import static io.warmline.core.disposition.Disposition.Counting.COUNTS;
import static io.warmline.core.disposition.Disposition.Counting.FREE;
import static io.warmline.core.disposition.Disposition.Delay.ABANDONED;
import static io.warmline.core.disposition.Disposition.Delay.AT_ONCE;
import static io.warmline.core.disposition.Disposition.Delay.BUSY_LINE;
import static io.warmline.core.disposition.Disposition.Delay.LIVE_MESSAGE;
import static io.warmline.core.disposition.Disposition.Delay.NEVER;
import static io.warmline.core.disposition.Disposition.Delay.NEXT_DAY;
import static io.warmline.core.disposition.Disposition.Delay.OTHER_PART_OF_NEXT_DAY;
import static io.warmline.core.disposition.Disposition.Delay.REFUSED;
import static io.warmline.core.disposition.Disposition.Delay.RUNG_OFF;
import static io.warmline.core.disposition.Disposition.Delay.TECHNICAL;
import static io.warmline.core.disposition.Disposition.Delay.VOICEMAIL;
import static io.warmline.core.disposition.Disposition.Delay.VOICEMAIL_MESSAGE;
import static io.warmline.core.disposition.Disposition.Follow.CALL_BACK;
import static io.warmline.core.disposition.Disposition.Follow.CALL_OFF_MEETING;
import static io.warmline.core.disposition.Disposition.Follow.CLOSE;
import static io.warmline.core.disposition.Disposition.Follow.CONFIRM_MEETING;
import static io.warmline.core.disposition.Disposition.Follow.FIND_LANGUAGE;
import static io.warmline.core.disposition.Disposition.Follow.MOVE_MEETING;
import static io.warmline.core.disposition.Disposition.Follow.NURTURE;
import static io.warmline.core.disposition.Disposition.Follow.QUALIFY;
import static io.warmline.core.disposition.Disposition.Follow.REFUSE;
import static io.warmline.core.disposition.Disposition.Follow.RETRY;
import static io.warmline.core.disposition.Disposition.Follow.SET_MEETING;
import static io.warmline.core.disposition.Disposition.Follow.TRY_NEXT_NUMBER;
import static io.warmline.core.disposition.Disposition.Follow.WARM_UP;
import static io.warmline.core.disposition.Disposition.MessageFate.CANCELLED;
import static io.warmline.core.disposition.Disposition.MessageFate.OWED_AFTER_TALK;
import static io.warmline.core.disposition.Disposition.MessageFate.OWED_AFTER_VOICEMAIL;
import static io.warmline.core.disposition.Disposition.MessageFate.UNCHANGED;
import static io.warmline.core.disposition.Disposition.NumberState.DEAD;
import static io.warmline.core.disposition.Disposition.NumberState.GOOD;
import static io.warmline.core.disposition.Disposition.NumberState.NOT_THEIRS;
import static io.warmline.core.disposition.Disposition.PromiseFate.AGREED;
import static io.warmline.core.disposition.Disposition.PromiseFate.BROKEN_OFF;
import static io.warmline.core.disposition.Disposition.PromiseFate.KEPT;
import static io.warmline.core.disposition.Disposition.PromiseFate.STANDS;
import static io.warmline.core.disposition.Disposition.PromiseFate.TRIED_AGAIN;
import static io.warmline.core.disposition.Disposition.Reached.DECISION_MAKER;
import static io.warmline.core.disposition.Disposition.Reached.NOBODY;
import static io.warmline.core.disposition.Disposition.Reached.NOT_THE_DECISION_MAKER;
import static io.warmline.core.disposition.Disposition.Reached.SOMEBODY;
import static io.warmline.core.disposition.Disposition.Ring.RANG;
import static io.warmline.core.disposition.Disposition.Ring.SILENT;
import static io.warmline.core.disposition.Disposition.TaskFate.DONE;
import static io.warmline.core.disposition.Disposition.TaskFate.STAYS;
import static io.warmline.core.disposition.ReportPart.APPOINTMENT_ARRANGEMENTS;
import static io.warmline.core.disposition.ReportPart.APPOINTMENT_CANCELLED_BY;
import static io.warmline.core.disposition.ReportPart.APPOINTMENT_DOUBLE_BOOKED;
import static io.warmline.core.disposition.ReportPart.APPOINTMENT_LENGTH;
import static io.warmline.core.disposition.ReportPart.APPOINTMENT_OVERRIDE;
import static io.warmline.core.disposition.ReportPart.APPOINTMENT_TIME;
import static io.warmline.core.disposition.ReportPart.ASK_MADE;
import static io.warmline.core.disposition.ReportPart.CALLBACK;
import static io.warmline.core.disposition.ReportPart.CHECK_IN;
import static io.warmline.core.disposition.ReportPart.COUNTER_OFFERED;
import static io.warmline.core.disposition.ReportPart.INTEREST_STATED;
import static io.warmline.core.disposition.ReportPart.LANGUAGE;
import static io.warmline.core.disposition.ReportPart.MEETING_ASKED;
import static io.warmline.core.disposition.ReportPart.OBJECTIVE_ATTAINED;
import static io.warmline.core.disposition.ReportPart.QUALIFICATION;
import static io.warmline.core.disposition.ReportPart.REASON;
import static io.warmline.core.disposition.ReportPart.REFERRAL;
import static io.warmline.core.disposition.ReportPart.REVISIT_ON;
import static io.warmline.core.disposition.ReportPart.STATED_PLACE;
import static io.warmline.core.disposition.ReportPart.SUPPRESSION_SCOPE;

import io.warmline.core.campaign.RetryDelays;
import io.warmline.core.lead.LeadStatus;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * The outcome code of a call, with all that it means: the trade's table of dispositions, a row a
 * constant. What is not in a row follows from no outcome.
 *
 * <p>The columns: who answered; whether the line rang, from which the gap between attempts counts;
 * whether it counts as an attempt on the lead (for the caps of the number every dial counts); what
 * becomes of an open promise, of the task that the lead was called for, of the message that is
 * owed, and of the number; what follows, from when on, and where that leaves the lead; what a
 * report must bring along, and what else it can.
 */
public enum Disposition {
  // spotless:off
  //                    who answered           line    attempt promise      task   message               number      follows          from when on            where the lead stands      must bring         can bring
  NO_ANSWER            (NOBODY,                RANG,   COUNTS, TRIED_AGAIN, STAYS, UNCHANGED,            GOOD,       RETRY,           OTHER_PART_OF_NEXT_DAY, LeadStatus.ATTEMPTING,      Parts.NONE,        Parts.OF_A_DIAL),
  BUSY                 (NOBODY,                SILENT, COUNTS, TRIED_AGAIN, STAYS, UNCHANGED,            GOOD,       RETRY,           BUSY_LINE,              LeadStatus.ATTEMPTING,      Parts.NONE,        Parts.OF_A_DIAL),
  VOICEMAIL_NO_MESSAGE (NOBODY,                RANG,   COUNTS, TRIED_AGAIN, STAYS, UNCHANGED,            GOOD,       RETRY,           VOICEMAIL,              LeadStatus.ATTEMPTING,      Parts.NONE,        Parts.OF_A_DIAL),
  VOICEMAIL_LEFT       (NOBODY,                RANG,   COUNTS, TRIED_AGAIN, STAYS, OWED_AFTER_VOICEMAIL, GOOD,       RETRY,           VOICEMAIL_MESSAGE,      LeadStatus.ATTEMPTING,      Parts.NONE,        Parts.OF_A_DIAL),
  FAX_OR_MODEM         (NOBODY,                RANG,   COUNTS, STANDS,      STAYS, UNCHANGED,            DEAD,       TRY_NEXT_NUMBER, AT_ONCE,                LeadStatus.ATTEMPTING,      Parts.NONE,        Parts.OF_A_DIAL),
  DISCONNECTED         (NOBODY,                RANG,   COUNTS, STANDS,      STAYS, UNCHANGED,            DEAD,       TRY_NEXT_NUMBER, AT_ONCE,                LeadStatus.ATTEMPTING,      Parts.NONE,        Parts.OF_A_DIAL),
  INVALID_NUMBER       (NOBODY,                RANG,   COUNTS, STANDS,      STAYS, UNCHANGED,            DEAD,       TRY_NEXT_NUMBER, AT_ONCE,                LeadStatus.ATTEMPTING,      Parts.NONE,        Parts.OF_A_DIAL),
  TECHNICAL_FAILURE    (NOBODY,                SILENT, FREE,   TRIED_AGAIN, STAYS, UNCHANGED,            GOOD,       RETRY,           TECHNICAL,              LeadStatus.ATTEMPTING,      Parts.NONE,        Parts.OF_A_DIAL),
  ABANDONED_BY_US      (SOMEBODY,              RANG,   COUNTS, TRIED_AGAIN, STAYS, UNCHANGED,            GOOD,       RETRY,           ABANDONED,              LeadStatus.CONTACTED,       Parts.NONE,        Parts.OF_A_DIAL),
  HUNG_UP              (SOMEBODY,              RANG,   COUNTS, KEPT,        DONE,  UNCHANGED,            GOOD,       RETRY,           RUNG_OFF,               LeadStatus.CONTACTED,       Parts.NONE,        Parts.OF_A_VOICE),
  WRONG_NUMBER         (NOT_THE_DECISION_MAKER,RANG,   COUNTS, STANDS,      STAYS, UNCHANGED,            NOT_THEIRS, TRY_NEXT_NUMBER, AT_ONCE,                LeadStatus.ATTEMPTING,      Parts.NONE,        Parts.OF_A_VOICE),
  GATEKEEPER           (NOT_THE_DECISION_MAKER,RANG,   COUNTS, TRIED_AGAIN, STAYS, UNCHANGED,            GOOD,       RETRY,           OTHER_PART_OF_NEXT_DAY, LeadStatus.CONTACTED,       Parts.NONE,        Parts.OF_A_VOICE_WITH_CALLBACK),
  LEFT_LIVE_MESSAGE    (NOT_THE_DECISION_MAKER,RANG,   COUNTS, TRIED_AGAIN, STAYS, UNCHANGED,            GOOD,       RETRY,           LIVE_MESSAGE,           LeadStatus.CONTACTED,       Parts.NONE,        Parts.OF_A_VOICE_WITH_CALLBACK),
  REFERRED_TO_OTHER    (NOT_THE_DECISION_MAKER,RANG,   COUNTS, KEPT,        DONE,  CANCELLED,            GOOD,       CLOSE,           NEVER,                  LeadStatus.DISQUALIFIED,    Parts.REFERRED,    Parts.OF_A_VOICE),
  LANGUAGE_BARRIER     (SOMEBODY,              RANG,   COUNTS, STANDS,      STAYS, UNCHANGED,            GOOD,       FIND_LANGUAGE,   AT_ONCE,                LeadStatus.CONTACTED,       Parts.IN_LANGUAGE, Parts.OF_A_VOICE_WITH_CALLBACK),
  CALLBACK_REQUESTED   (DECISION_MAKER,        RANG,   COUNTS, AGREED,      DONE,  OWED_AFTER_TALK,      GOOD,       CALL_BACK,       NEVER,                  LeadStatus.CALLBACK_PENDING,Parts.PROMISED,    Parts.OF_A_TALK),
  INFORMATION_REQUESTED(DECISION_MAKER,        RANG,   COUNTS, KEPT,        DONE,  OWED_AFTER_TALK,      GOOD,       RETRY,           VOICEMAIL_MESSAGE,      LeadStatus.CONTACTED,       Parts.NONE,        Parts.OF_A_TALK_WITH_CALLBACK),
  NOT_NOW_NURTURE      (DECISION_MAKER,        RANG,   COUNTS, KEPT,        DONE,  OWED_AFTER_TALK,      GOOD,       NURTURE,         NEVER,                  LeadStatus.NURTURE,         Parts.REVISITED,   Parts.OF_A_TALK),
  WARM_INTERESTED      (DECISION_MAKER,        RANG,   COUNTS, KEPT,        DONE,  OWED_AFTER_TALK,      GOOD,       WARM_UP,         NEXT_DAY,               LeadStatus.WARM,            Parts.NONE,        Parts.OF_A_TALK_WITH_CALLBACK),
  QUALIFIED            (DECISION_MAKER,        RANG,   COUNTS, KEPT,        DONE,  UNCHANGED,            GOOD,       QUALIFY,         NEXT_DAY,               LeadStatus.QUALIFIED,       Parts.NONE,        Parts.OF_A_TALK_WITH_CALLBACK),
  APPOINTMENT_SET      (DECISION_MAKER,        RANG,   COUNTS, KEPT,        DONE,  UNCHANGED,            GOOD,       SET_MEETING,     NEVER,                  LeadStatus.APPOINTMENT_SET, Parts.TIMED,       Parts.OF_A_MEETING),
  APPOINTMENT_CONFIRMED(DECISION_MAKER,        RANG,   COUNTS, KEPT,        DONE,  UNCHANGED,            GOOD,       CONFIRM_MEETING, NEVER,                  LeadStatus.APPOINTMENT_SET, Parts.NONE,        Parts.OF_A_CONFIRMATION),
  APPOINTMENT_RESCHEDULED(DECISION_MAKER,      RANG,   COUNTS, KEPT,        DONE,  UNCHANGED,            GOOD,       MOVE_MEETING,    NEVER,                  LeadStatus.APPOINTMENT_SET, Parts.TIMED,       Parts.OF_A_MEETING),
  APPOINTMENT_CANCELLED(DECISION_MAKER,        RANG,   COUNTS, KEPT,        DONE,  UNCHANGED,            GOOD,       CALL_OFF_MEETING,NEXT_DAY,               LeadStatus.CONTACTED,       Parts.NONE,        Parts.OF_A_CANCELLATION),
  NOT_INTERESTED       (DECISION_MAKER,        RANG,   COUNTS, KEPT,        DONE,  CANCELLED,            GOOD,       RETRY,           REFUSED,                LeadStatus.CONTACTED,       Parts.NONE,        Parts.OF_A_TALK),
  NOT_QUALIFIED        (DECISION_MAKER,        RANG,   COUNTS, KEPT,        DONE,  CANCELLED,            GOOD,       CLOSE,           NEVER,                  LeadStatus.DISQUALIFIED,    Parts.REASONED,    Parts.OF_A_TALK),
  ALREADY_CUSTOMER     (DECISION_MAKER,        RANG,   COUNTS, KEPT,        DONE,  UNCHANGED,            GOOD,       CLOSE,           NEVER,                  LeadStatus.CUSTOMER,        Parts.NONE,        Parts.OF_A_TALK),
  SALE                 (DECISION_MAKER,        RANG,   COUNTS, KEPT,        DONE,  UNCHANGED,            GOOD,       CLOSE,           NEVER,                  LeadStatus.CUSTOMER,        Parts.NONE,        Parts.OF_A_TALK),
  DO_NOT_CALL          (SOMEBODY,              RANG,   COUNTS, BROKEN_OFF,  DONE,  CANCELLED,            GOOD,       REFUSE,          NEVER,                  LeadStatus.DO_NOT_CALL,     Parts.NONE,        Parts.OF_A_REFUSAL),
  DECEASED_OR_CLOSED   (SOMEBODY,              RANG,   COUNTS, BROKEN_OFF,  DONE,  CANCELLED,            GOOD,       CLOSE,           NEVER,                  LeadStatus.DISQUALIFIED,    Parts.NONE,        Parts.OF_A_VOICE);
  // spotless:on

  /** Who answered. */
  public enum Reached {
    NOBODY,
    /** A person; whether the decision-maker, the outcome does not tell. */
    SOMEBODY,
    NOT_THE_DECISION_MAKER,
    DECISION_MAKER
  }

  /** Whether the line rang. */
  enum Ring {
    RANG,
    SILENT
  }

  /** Whether it counts as an attempt on the lead. */
  enum Counting {
    COUNTS,
    FREE
  }

  /** What becomes of the lead's open promise. */
  enum PromiseFate {
    /** The call got through to the prospect. */
    KEPT,
    /** The prospect puts it off, or makes one. */
    AGREED,
    /** It reached nobody and is tried again. */
    TRIED_AGAIN,
    /** It stays as it is. */
    STANDS,
    /** It will never be kept. */
    BROKEN_OFF
  }

  /** Whether what the lead was called for needs no other call. */
  enum TaskFate {
    /** The prospect was spoken to, or never will be. */
    DONE,
    /** Somebody else's voice settles nothing. */
    STAYS
  }

  /** What becomes of the message that is owed. */
  enum MessageFate {
    OWED_AFTER_VOICEMAIL,
    OWED_AFTER_TALK,
    /** This call owes none, and what is owed for another stays. */
    UNCHANGED,
    /** Nobody wants one any more. */
    CANCELLED
  }

  /** What the call found out about the number. */
  enum NumberState {
    GOOD,
    /** It works for nobody. */
    DEAD,
    /** It is somebody else's. */
    NOT_THEIRS
  }

  /** What follows for the lead. */
  enum Follow {
    RETRY,
    TRY_NEXT_NUMBER,
    FIND_LANGUAGE,
    CALL_BACK,
    NURTURE,
    WARM_UP,
    QUALIFY,
    SET_MEETING,
    CONFIRM_MEETING,
    MOVE_MEETING,
    CALL_OFF_MEETING,
    CLOSE,
    REFUSE
  }

  /** From when on the lead is dialled again. */
  enum Delay {
    AT_ONCE,
    /** The next day, in the part of the day that was tried least. */
    OTHER_PART_OF_NEXT_DAY,
    /** A day later: interest is followed up, though the trade's table gives no delay. */
    NEXT_DAY,
    BUSY_LINE,
    TECHNICAL,
    VOICEMAIL,
    VOICEMAIL_MESSAGE,
    ABANDONED,
    RUNG_OFF,
    LIVE_MESSAGE,
    REFUSED,
    /** Something else says when, or nothing ever does. */
    NEVER;

    private static final int MINUTES_OF_A_DAY = 24 * 60;

    /** Minutes by a campaign's delays; those that go by the day are a day. */
    int minutes(RetryDelays delays) {
      return switch (this) {
        case AT_ONCE, NEVER -> 0;
        case OTHER_PART_OF_NEXT_DAY, NEXT_DAY -> MINUTES_OF_A_DAY;
        case BUSY_LINE -> delays.busyMinutes();
        case TECHNICAL -> delays.technicalFailureMinutes();
        case VOICEMAIL -> delays.voicemailNoMessageMinutes();
        case VOICEMAIL_MESSAGE -> delays.voicemailLeftMinutes();
        case ABANDONED -> delays.abandonedMinutes();
        case RUNG_OFF -> delays.hungUpMinutes();
        case LIVE_MESSAGE -> delays.liveMessageMinutes();
        case REFUSED -> delays.notInterestedMinutes();
      };
    }
  }

  /** Which parts of a report go together. */
  private static final class Parts {

    static final Set<ReportPart> NONE = Set.of();
    static final Set<ReportPart> REFERRED = Set.of(REFERRAL);
    static final Set<ReportPart> IN_LANGUAGE = Set.of(LANGUAGE);
    static final Set<ReportPart> PROMISED = Set.of(CALLBACK);
    static final Set<ReportPart> REVISITED = Set.of(REVISIT_ON);
    static final Set<ReportPart> REASONED = Set.of(REASON);
    static final Set<ReportPart> TIMED = Set.of(APPOINTMENT_TIME);

    static final Set<ReportPart> OF_A_DIAL = of(NONE, REASON, OBJECTIVE_ATTAINED);
    static final Set<ReportPart> OF_A_VOICE =
        of(
            OF_A_DIAL,
            STATED_PLACE,
            REFERRAL,
            ASK_MADE,
            COUNTER_OFFERED,
            INTEREST_STATED,
            MEETING_ASKED);
    static final Set<ReportPart> OF_A_VOICE_WITH_CALLBACK = of(OF_A_VOICE, CALLBACK);
    static final Set<ReportPart> OF_A_TALK = of(OF_A_VOICE, QUALIFICATION, CHECK_IN);
    static final Set<ReportPart> OF_A_TALK_WITH_CALLBACK = of(OF_A_TALK, CALLBACK);
    static final Set<ReportPart> OF_A_MEETING =
        of(
            OF_A_TALK,
            APPOINTMENT_TIME,
            APPOINTMENT_LENGTH,
            APPOINTMENT_ARRANGEMENTS,
            APPOINTMENT_DOUBLE_BOOKED);
    static final Set<ReportPart> OF_A_CONFIRMATION = of(OF_A_TALK, APPOINTMENT_OVERRIDE);
    static final Set<ReportPart> OF_A_CANCELLATION =
        of(OF_A_TALK_WITH_CALLBACK, APPOINTMENT_CANCELLED_BY);
    static final Set<ReportPart> OF_A_REFUSAL = of(OF_A_VOICE, SUPPRESSION_SCOPE);

    private static Set<ReportPart> of(Set<ReportPart> all, ReportPart... more) {
      EnumSet<ReportPart> parts = EnumSet.noneOf(ReportPart.class);
      parts.addAll(all);
      Collections.addAll(parts, more);
      return Collections.unmodifiableSet(parts);
    }
  }

  private final Reached reached;
  private final Ring ring;
  private final Counting attempt;
  private final PromiseFate promise;
  private final TaskFate task;
  private final MessageFate message;
  private final NumberState number;
  private final Follow follow;
  private final Delay delay;
  private final LeadStatus status;

  @SuppressWarnings("ImmutableEnumChecker") // It cannot be changed.
  private final Set<ReportPart> requires;

  @SuppressWarnings("ImmutableEnumChecker") // It cannot be changed.
  private final Set<ReportPart> takes;

  Disposition(
      Reached reached,
      Ring ring,
      Counting attempt,
      PromiseFate promise,
      TaskFate task,
      MessageFate message,
      NumberState number,
      Follow follow,
      Delay delay,
      LeadStatus status,
      Set<ReportPart> requires,
      Set<ReportPart> takes) {
    this.reached = reached;
    this.ring = ring;
    this.attempt = attempt;
    this.promise = promise;
    this.task = task;
    this.message = message;
    this.number = number;
    this.follow = follow;
    this.delay = delay;
    this.status = status;
    this.requires = requires;
    EnumSet<ReportPart> all = EnumSet.copyOf(takes);
    all.addAll(requires);
    this.takes = Collections.unmodifiableSet(all);
  }

  public Reached reached() {
    return reached;
  }

  public boolean humanReached() {
    return reached != Reached.NOBODY;
  }

  /** Whether it got through to the prospect, or to somebody who knows better whom to call. */
  public boolean reachedProspect() {
    return switch (reached) {
      case NOBODY -> false;
      case NOT_THE_DECISION_MAKER -> this == REFERRED_TO_OTHER;
      case SOMEBODY -> this != ABANDONED_BY_US;
      case DECISION_MAKER -> true;
    };
  }

  /** Whether the line rang, so that the gap between attempts counts from this call. */
  public boolean rang() {
    return ring == Ring.RANG;
  }

  /** Whether it counts as an attempt on the lead; for the caps of the number every dial counts. */
  public boolean countsAsAttempt() {
    return attempt == Counting.COUNTS;
  }

  /** Whether a call with this outcome keeps a promised callback: it got through to the prospect. */
  public boolean keepsCallback() {
    return promise == PromiseFate.KEPT;
  }

  /** What a report with this outcome must bring along. */
  public Set<ReportPart> requires() {
    return requires;
  }

  /** All that a report with this outcome can bring along. */
  public Set<ReportPart> takes() {
    return takes;
  }

  PromiseFate promise() {
    return promise;
  }

  MessageFate message() {
    return message;
  }

  /** Whether it shows that nobody is reached by the number. */
  public boolean showsDead() {
    return number == NumberState.DEAD;
  }

  /** Whether it shows that the number is somebody else's. */
  public boolean showsWrong() {
    return number == NumberState.NOT_THEIRS;
  }

  /** Whether it shows that the number works: somebody answered, or a voicemail did. */
  public boolean showsLife() {
    return humanReached() || this == VOICEMAIL_NO_MESSAGE || this == VOICEMAIL_LEFT;
  }

  /** What it tells of the number. */
  NumberState number() {
    return number;
  }

  Follow follow() {
    return follow;
  }

  Delay delay() {
    return delay;
  }

  /** Where it leaves a lead that nothing keeps elsewhere. */
  LeadStatus status() {
    return status;
  }

  /** Whether what the lead was called for needs no other call. */
  boolean settlesTask() {
    return task == TaskFate.DONE;
  }

  /** Whether whoever was to be called is no more: a person, or a business. */
  public boolean endsPerson() {
    return this == DECEASED_OR_CLOSED;
  }

  /** Whether it is about an appointment. */
  public boolean concernsAppointment() {
    return switch (follow) {
      case SET_MEETING, CONFIRM_MEETING, MOVE_MEETING, CALL_OFF_MEETING -> true;
      case RETRY,
          TRY_NEXT_NUMBER,
          FIND_LANGUAGE,
          CALL_BACK,
          NURTURE,
          WARM_UP,
          QUALIFY,
          CLOSE,
          REFUSE ->
          false;
    };
  }
}
