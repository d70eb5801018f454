package io.warmline.core.time;

import java.time.LocalTime;

/**
 * A part of the prospect's day. People who do not answer in one part may answer in another, so
 * retries rotate through them. The bounds are a house policy (see {@link RetryTimes}).
 */
public enum DayPart {
  /** From 9:00 to 12:00, the end excluded. */
  MORNING(LocalTime.of(9, 0)),
  /** From 12:00 to 17:00, the end excluded. */
  AFTERNOON(LocalTime.of(12, 0)),
  /** From 17:00 to 20:00, the end excluded. */
  EVENING(LocalTime.of(17, 0));

  private final LocalTime start;

  DayPart(LocalTime start) {
    this.start = start;
  }

  /**
   * The part of the day of a local time. Every time has one: the night before 9:00 counts as
   * morning, that from 20:00 on as evening.
   */
  public static DayPart of(LocalTime time) {
    if (time.isBefore(AFTERNOON.start)) {
      return MORNING;
    }
    return time.isBefore(EVENING.start) ? AFTERNOON : EVENING;
  }

  /** The part that follows, the morning after the evening. */
  public DayPart next() {
    return switch (this) {
      case MORNING -> AFTERNOON;
      case AFTERNOON -> EVENING;
      case EVENING -> MORNING;
    };
  }

  /** When the part begins in local time; itself part of it. */
  public LocalTime start() {
    return start;
  }
}
