package io.warmline.core.time;

import io.warmline.core.InvalidValue;
import java.time.LocalDate;

/**
 * How far ahead a return is agreed: ten years, as with a prospect's words. A later date is a slip
 * of the pen, and the lead would not be heard of again.
 */
public final class Horizon {

  private static final int YEARS = 10;

  private Horizon() {}

  /**
   * Refuses a day beyond it.
   *
   * @param today at the same place
   * @param pointer where the day stands in the request
   * @throws InvalidValue TOO_FAR
   */
  public static void require(LocalDate day, LocalDate today, String pointer) {
    LocalDate last = today.plusYears(YEARS);
    if (day.isAfter(last)) {
      throw new InvalidValue(
          pointer, "TOO_FAR", "must be within ten years, by " + last + "; it is " + day);
    }
  }
}
