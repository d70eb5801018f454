package io.warmline.core.lead;

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
  /** Offered to the client, or accepted. */
  HANDED_OFF,
  /** A meeting is set. */
  APPOINTMENT_SET,
  /** Not now; comes back on its revisit date. */
  NURTURE,
  /** Bought, or was a customer already. */
  CUSTOMER,
  /** A customer once. */
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

  /** Whether the lead is a customer, or was one. */
  public boolean isCustomer() {
    return this == CUSTOMER || this == LAPSED;
  }

  /** Whether something is agreed with a lead of this status, to which programmes give way. */
  boolean isSpokenFor() {
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
