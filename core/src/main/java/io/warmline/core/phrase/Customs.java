package io.warmline.core.phrase;

import java.time.Month;

/**
 * The habits of a client's country and books.
 *
 * @param fiscalYearStart the month with which the client's fiscal year and its first quarter begin
 */
public record Customs(DateOrder dateOrder, Hemisphere hemisphere, Month fiscalYearStart) {

  /** Month first, north of the equator, the fiscal year is the calendar year. */
  public static final Customs DEFAULT =
      new Customs(DateOrder.MONTH_FIRST, Hemisphere.NORTHERN, Month.JANUARY);
}
