package io.warmline.core.phrase;

import java.time.Month;

/** The seasons by whole months, as meteorologists count them. */
enum Season {
  SPRING(Month.MARCH),
  SUMMER(Month.JUNE),
  AUTUMN(Month.SEPTEMBER),
  WINTER(Month.DECEMBER);

  private final Month northern;

  Season(Month northern) {
    this.northern = northern;
  }

  /** The month in which it begins. */
  Month start(Hemisphere hemisphere) {
    return hemisphere == Hemisphere.NORTHERN ? northern : northern.plus(6);
  }
}
