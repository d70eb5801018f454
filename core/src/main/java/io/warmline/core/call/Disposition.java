package io.warmline.core.call;

/** The outcome code of a call. Source: the trade's table of dispositions. */
public enum Disposition {
  NO_ANSWER(Reached.NOBODY, true),
  BUSY(Reached.NOBODY, false),
  VOICEMAIL_NO_MESSAGE(Reached.NOBODY, true),
  VOICEMAIL_LEFT(Reached.NOBODY, true),
  FAX_OR_MODEM(Reached.NOBODY, true),
  DISCONNECTED(Reached.NOBODY, true),
  INVALID_NUMBER(Reached.NOBODY, true),
  TECHNICAL_FAILURE(Reached.NOBODY, false),
  ABANDONED_BY_US(Reached.SOMEBODY, true),
  HUNG_UP(Reached.SOMEBODY, true),
  WRONG_NUMBER(Reached.NOT_THE_DECISION_MAKER, true),
  GATEKEEPER(Reached.NOT_THE_DECISION_MAKER, true),
  LEFT_LIVE_MESSAGE(Reached.NOT_THE_DECISION_MAKER, true),
  REFERRED_TO_OTHER(Reached.NOT_THE_DECISION_MAKER, true),
  LANGUAGE_BARRIER(Reached.SOMEBODY, true),
  CALLBACK_REQUESTED(Reached.DECISION_MAKER, true),
  NOT_NOW_NURTURE(Reached.DECISION_MAKER, true),
  WARM_INTERESTED(Reached.DECISION_MAKER, true),
  QUALIFIED(Reached.DECISION_MAKER, true),
  APPOINTMENT_SET(Reached.DECISION_MAKER, true),
  APPOINTMENT_CONFIRMED(Reached.DECISION_MAKER, true),
  APPOINTMENT_RESCHEDULED(Reached.DECISION_MAKER, true),
  APPOINTMENT_CANCELLED(Reached.DECISION_MAKER, true),
  NOT_INTERESTED(Reached.DECISION_MAKER, true),
  NOT_QUALIFIED(Reached.DECISION_MAKER, true),
  ALREADY_CUSTOMER(Reached.DECISION_MAKER, true),
  SALE(Reached.DECISION_MAKER, true),
  DO_NOT_CALL(Reached.SOMEBODY, true),
  DECEASED_OR_CLOSED(Reached.SOMEBODY, true);

  /** Who answered. */
  public enum Reached {
    NOBODY,
    /** A person; whether the decision-maker, the outcome does not tell. */
    SOMEBODY,
    NOT_THE_DECISION_MAKER,
    DECISION_MAKER
  }

  private final Reached reached;
  private final boolean rang;

  Disposition(Reached reached, boolean rang) {
    this.reached = reached;
    this.rang = rang;
  }

  public Reached reached() {
    return reached;
  }

  public boolean humanReached() {
    return reached != Reached.NOBODY;
  }

  /** Whether the line rang, so that the gap between attempts counts from this call. */
  public boolean rang() {
    return rang;
  }

  /** Whether it counts as an attempt on the lead; for the caps of the number every dial counts. */
  public boolean countsAsAttempt() {
    return this != TECHNICAL_FAILURE;
  }

  /**
   * Whether a promised callback is kept by a call with this outcome: it got through to the
   * prospect.
   */
  public boolean keepsCallback() {
    return switch (this) {
      case HUNG_UP,
          REFERRED_TO_OTHER,
          NOT_NOW_NURTURE,
          WARM_INTERESTED,
          QUALIFIED,
          APPOINTMENT_SET,
          APPOINTMENT_CONFIRMED,
          APPOINTMENT_RESCHEDULED,
          APPOINTMENT_CANCELLED,
          NOT_INTERESTED,
          NOT_QUALIFIED,
          ALREADY_CUSTOMER,
          SALE ->
          true;
      case NO_ANSWER,
          BUSY,
          VOICEMAIL_NO_MESSAGE,
          VOICEMAIL_LEFT,
          FAX_OR_MODEM,
          DISCONNECTED,
          INVALID_NUMBER,
          TECHNICAL_FAILURE,
          ABANDONED_BY_US,
          WRONG_NUMBER,
          GATEKEEPER,
          LEFT_LIVE_MESSAGE,
          LANGUAGE_BARRIER,
          CALLBACK_REQUESTED,
          DO_NOT_CALL,
          DECEASED_OR_CLOSED ->
          false;
    };
  }

  /** Whether it is about an appointment. */
  boolean concernsAppointment() {
    return this == APPOINTMENT_SET
        || this == APPOINTMENT_CONFIRMED
        || this == APPOINTMENT_RESCHEDULED
        || this == APPOINTMENT_CANCELLED;
  }
}
