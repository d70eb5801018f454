package io.warmline.core.appointment;

/** The life of an appointment. Source: the trade's table of dispositions. */
public enum AppointmentStatus {
  /** Agreed with the prospect. */
  SET,
  /** Confirmed by the prospect. */
  CONFIRMED,
  /** The prospect came. */
  HELD,
  /** The prospect did not come. */
  NO_SHOW,
  /** It will not be. */
  CANCELLED,
  /** Another one, the next of its chain, stands in its place. */
  RESCHEDULED;

  /** Whether the meeting is still to be. */
  public boolean isOpen() {
    return this == SET || this == CONFIRMED;
  }
}
