package io.warmline.core.phrase;

import java.time.LocalDate;
import java.time.LocalTime;

/**
 * The days of a callback and the hours on them, on the prospect's clock.
 *
 * @param lastDate itself part of the window, never before the first
 * @param from the first time on each day
 * @param to the last time on each day, itself in; equal to {@code from} for a point in time
 */
public record Window(LocalDate firstDate, LocalDate lastDate, LocalTime from, LocalTime to) {

  /** Checks the order of the dates and of the times. */
  public Window {
    if (lastDate.isBefore(firstDate) || to.isBefore(from)) {
      throw new IllegalArgumentException("a window must not end before it begins");
    }
  }

  /** Whether it is one point in time of one day. */
  public boolean isPoint() {
    return firstDate.equals(lastDate) && from.equals(to);
  }
}
