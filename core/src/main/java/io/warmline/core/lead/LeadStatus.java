package io.warmline.core.lead;

import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import java.util.List;

/** Where a lead stands (the life of a lead, from the trade's table of dispositions). */
public enum LeadStatus {
  /** Never dialled. */
  COLD,
  /** Dialled, nobody reached yet. */
  ATTEMPTING,
  /** A person was reached. */
  CONTACTED,
  /** A callback is promised and open. */
  CALLBACK_PENDING,
  /** Interested: a meeting or a hand-off is near. */
  WARM,
  /** Good prospect, fits, understands the offer. */
  QUALIFIED,
  /** With the client: offered, accepted, or met. */
  HANDED_OFF,
  /** A meeting is set. */
  APPOINTMENT_SET,
  /** Not now; comes back on its revisit date. */
  NURTURE,
  /** Bought, or was a customer already. */
  CUSTOMER,
  /** A customer once: to be won back. */
  LAPSED,
  /** Will not be called again. */
  DISQUALIFIED,
  /** Reached the campaign's cap of attempts. */
  EXHAUSTED,
  /** Refused calls for good. */
  DO_NOT_CALL;

  /** Whether a lead of this status is dialled for a task alone, or never. */
  public boolean isClosed() {
    return switch (this) {
      case APPOINTMENT_SET, HANDED_OFF, CUSTOMER, LAPSED, DISQUALIFIED, EXHAUSTED, DO_NOT_CALL ->
          true;
      case COLD, ATTEMPTING, CONTACTED, CALLBACK_PENDING, WARM, QUALIFIED, NURTURE -> false;
    };
  }

  /**
   * Whether a lead of this status may come to another: the table of its life. What a talk with the
   * prospect brings about is open to all but those who want no calls; a lead that leaves a
   * callback, a meeting or a do-not-call entry goes back to where its history says.
   */
  public boolean mayBecome(LeadStatus next) {
    if (next == this) {
      return false;
    }
    return switch (next) {
      case COLD -> this == DISQUALIFIED || isLeftForHistory();
      case ATTEMPTING -> this == COLD || isLeftForHistory();
      case CONTACTED -> !isClosed() || isLeftForHistory();
      case WARM -> this != QUALIFIED && this != CUSTOMER && this != DO_NOT_CALL;
      case QUALIFIED, HANDED_OFF, NURTURE, CUSTOMER, DISQUALIFIED -> this != DO_NOT_CALL;
      case LAPSED -> !isClosed() || this == CUSTOMER || this == HANDED_OFF;
      case EXHAUSTED -> !isClosed();
      case CALLBACK_PENDING, APPOINTMENT_SET, DO_NOT_CALL -> true;
    };
  }

  /** Whether it ends with what brought it about, and the lead's history says what comes then. */
  private boolean isLeftForHistory() {
    return this == CALLBACK_PENDING || this == APPOINTMENT_SET || this == DO_NOT_CALL;
  }

  /**
   * @throws WarmlineException STATUS_CHANGE_REFUSED if a lead of this status may not come to that
   */
  void requireMayBecome(LeadStatus next) {
    if (!mayBecome(next)) {
      throw new WarmlineException(
          ProblemCode.STATUS_CHANGE_REFUSED, "No lead that is " + this + " becomes " + next + ".");
    }
  }

  /** Where a lead stands that is one with another: as far as the one of them that came further. */
  LeadStatus furtherOf(LeadStatus other) {
    return BY_PROGRESS.indexOf(other) > BY_PROGRESS.indexOf(this) ? other : this;
  }

  /** Whether more has come of a lead of this status than a promise to call again. */
  boolean isSettled() {
    return BY_PROGRESS.indexOf(this) > BY_PROGRESS.indexOf(CALLBACK_PENDING);
  }

  private static final List<LeadStatus> BY_PROGRESS =
      List.of(
          COLD,
          ATTEMPTING,
          EXHAUSTED,
          CONTACTED,
          LAPSED,
          NURTURE,
          WARM,
          QUALIFIED,
          CALLBACK_PENDING,
          APPOINTMENT_SET,
          HANDED_OFF,
          CUSTOMER,
          DISQUALIFIED,
          DO_NOT_CALL);

  /** Whether something is agreed with a lead of this status, to which programmes give way. */
  public boolean isSpokenFor() {
    return switch (this) {
      case CALLBACK_PENDING, APPOINTMENT_SET, HANDED_OFF -> true;
      case COLD,
          ATTEMPTING,
          CONTACTED,
          WARM,
          QUALIFIED,
          NURTURE,
          CUSTOMER,
          LAPSED,
          DISQUALIFIED,
          EXHAUSTED,
          DO_NOT_CALL ->
          false;
    };
  }
}
