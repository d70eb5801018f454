package io.warmline.core.phrase;

import java.time.LocalTime;

/** The parts of a day, as the house calls in them. Both ends are in. */
enum PartOfDay {
  FIRSTTHING(LocalTime.of(8, 30), LocalTime.of(10, 0)),
  MORNING(LocalTime.of(9, 0), LocalTime.of(12, 0)),
  LUNCH(LocalTime.of(11, 30), LocalTime.of(14, 0)),
  AFTERNOON(LocalTime.of(13, 0), LocalTime.of(17, 0)),
  TEATIME(LocalTime.of(16, 0), LocalTime.of(18, 0)),
  DAYEND(LocalTime.of(16, 0), LocalTime.of(17, 0)),
  EVENING(LocalTime.of(17, 0), LocalTime.of(20, 0)),
  NIGHT(LocalTime.of(17, 0), LocalTime.of(20, 0));

  private final LocalTime from;
  private final LocalTime to;

  PartOfDay(LocalTime from, LocalTime to) {
    this.from = from;
    this.to = to;
  }

  LocalTime from() {
    return from;
  }

  LocalTime to() {
    return to;
  }

  /** Whether it lies before noon, so that "at 9" with it is in the morning. */
  boolean beforeNoon() {
    return this == FIRSTTHING || this == MORNING;
  }
}
