package io.warmline.core.phrase;

import java.time.Month;
import java.util.Arrays;
import java.util.List;

/** Dates in numbers, read by the date order of the client's country where two readings exist. */
final class NumericDate {

  private NumericDate() {}

  /**
   * "2027-03-12", "3/12/2027", "3/12/27". With dots the day is first; where others write the month
   * first, they may do so here, too.
   */
  static Item full(String text) {
    List<Integer> parts = Arrays.stream(text.split("[/.-]")).map(Integer::valueOf).toList();
    if (parts.get(0) > 99) {
      return item(parts.get(0), parts.get(1), parts.get(2), false);
    }
    if (parts.size() == 2) {
      return item(0, parts.get(1), parts.get(0), false);
    }
    int year = parts.get(2) < 100 ? 2000 + parts.get(2) : parts.get(2);
    if (text.contains(".")) {
      return dotted(year, parts.get(0), parts.get(1));
    }
    return item(year, parts.get(0), parts.get(1), true);
  }

  private static Item dotted(int year, int day, int month) {
    boolean either = valid(month, day) && valid(day, month) && day != month;
    return either
        ? new Item.Date(
            a ->
                a.context().customs().dateOrder() == DateOrder.MONTH_FIRST
                    ? date(a, year, month, day).with(otherwise(date(a, year, day, month)))
                    : date(a, year, month, day))
        : item(year, month, day, false);
  }

  /** "12/3". */
  static Item dayAndMonth(String text) {
    List<Integer> parts = Arrays.stream(text.split("/")).map(Integer::valueOf).toList();
    return item(0, parts.get(0), parts.get(1), true);
  }

  /** The year is 0 if none was said; the two others are month and day unless the order is open. */
  private static Item item(int year, int one, int two, boolean ordered) {
    boolean monthFirst = valid(one, two);
    boolean dayFirst = ordered && valid(two, one);
    if (!monthFirst && !dayFirst) {
      return Item.Mark.IMPOSSIBLE;
    }
    if (!dayFirst || one == two) {
      return new Item.Date(a -> date(a, year, one, two));
    }
    if (!monthFirst) {
      return new Item.Date(a -> date(a, year, two, one));
    }
    return new Item.Date(a -> inOrder(a, year, one, two));
  }

  private static Dates inOrder(Almanac almanac, int year, int one, int two) {
    boolean monthFirst = almanac.context().customs().dateOrder() == DateOrder.MONTH_FIRST;
    Dates said = monthFirst ? date(almanac, year, one, two) : date(almanac, year, two, one);
    Dates other = monthFirst ? date(almanac, year, two, one) : date(almanac, year, one, two);
    return said.with(otherwise(other));
  }

  private static Doubts otherwise(Dates other) {
    Warning warning =
        new Warning(WarningCode.AMBIGUOUS_DATE, "Day and month could be the other way round.");
    return Others.day(other.first(), "if the other number is the month").with(warning);
  }

  private static Dates date(Almanac almanac, int year, int month, int day) {
    return year == 0
        ? almanac.date(Month.of(month), day)
        : Almanac.date(year, Month.of(month), day);
  }

  private static boolean valid(int month, int day) {
    return month >= 1 && month <= 12 && day >= 1 && day <= Month.of(month).maxLength();
  }
}
