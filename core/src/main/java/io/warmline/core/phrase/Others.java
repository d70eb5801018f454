package io.warmline.core.phrase;

import java.time.LocalDate;
import java.time.LocalTime;

/** Other readings of the same words, whose times are set when those of the phrase are known. */
final class Others {

  /** Hours that are none yet. */
  static final LocalTime OPEN = LocalTime.MIDNIGHT;

  private Others() {}

  /** The doubt that another day was meant; to be asked. */
  static Doubts day(LocalDate other, String why) {
    return days(other, other, why).confirm();
  }

  /** Another possible answer that need not be asked for. */
  static Doubts days(LocalDate first, LocalDate last, String why) {
    return Doubts.NONE.with(new Alternative(new Window(first, last, OPEN, OPEN), why));
  }
}
