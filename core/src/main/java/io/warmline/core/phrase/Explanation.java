package io.warmline.core.phrase;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Says a window in English, as it would be repeated to the prospect. */
public final class Explanation {

  private static final DateTimeFormatter DAY = format("EEEE d MMMM");
  private static final DateTimeFormatter DATE = format("d MMMM");
  private static final DateTimeFormatter MONTH = format("MMMM");
  private static final DateTimeFormatter TIME = format("H:mm");

  private Explanation() {}

  /**
   * The window in words, with the year if it is not the present one.
   *
   * @param timed whether a time was said, or the hours are those of business
   */
  static String of(Window window, Precision days, boolean timed, LocalDate today) {
    String dates = dates(window, days);
    boolean otherYear = window.lastDate().getYear() != today.getYear();
    String dated = otherYear ? dates + " " + window.lastDate().getYear() : dates;
    return timed ? dated + times(window) : dated;
  }

  /**
   * A time at which a call will be made, in words.
   *
   * @param today the year is said if it is not that of today
   */
  public static String of(LocalDateTime time, LocalDate today) {
    LocalDate day = time.toLocalDate();
    String year = day.getYear() == today.getYear() ? "" : " " + day.getYear();
    return DAY.format(day) + year + " at " + TIME.format(time);
  }

  private static String dates(Window window, Precision precision) {
    LocalDate first = window.firstDate();
    LocalDate last = window.lastDate();
    if (first.equals(last)) {
      return DAY.format(first);
    }
    if (precision == Precision.WEEK && last.isAfter(first.plusDays(2))) {
      return "the week of " + DATE.format(first);
    }
    boolean wholeMonth =
        first.equals(YearMonth.from(last).atDay(1))
            && last.equals(YearMonth.from(last).atEndOfMonth());
    return wholeMonth ? MONTH.format(last) : DATE.format(first) + " to " + DATE.format(last);
  }

  private static String times(Window window) {
    LocalTime from = window.from();
    return from.equals(window.to())
        ? " at " + TIME.format(from)
        : " between " + TIME.format(from) + " and " + TIME.format(window.to());
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }
}
