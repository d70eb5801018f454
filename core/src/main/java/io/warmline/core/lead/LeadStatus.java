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
  /** Not now; comes back on its revisit date. */
  NURTURE,
  /** Bought, or was a customer already. */
  CUSTOMER,
  /** Will not be called again. */
  DISQUALIFIED,
  /** Reached the campaign's cap of attempts. */
  EXHAUSTED,
  /** Refused calls for good. */
  DO_NOT_CALL;

  /** Whether a lead of this status is never dialled. */
  public boolean isClosed() {
    return switch (this) {
      case CUSTOMER, DISQUALIFIED, EXHAUSTED, DO_NOT_CALL -> true;
      case COLD, ATTEMPTING, CONTACTED, CALLBACK_PENDING, NURTURE -> false;
    };
  }
}
