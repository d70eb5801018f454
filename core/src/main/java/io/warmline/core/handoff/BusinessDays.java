package io.warmline.core.handoff;

import io.warmline.core.compliance.HolidayCalendar;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The days on which a client's office works: Monday to Friday, without public holidays.
 *
 * @param zone the client's
 * @param holiday whether a day is one
 */
record BusinessDays(ZoneId zone, Predicate<LocalDate> holiday) {

  private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  /**
   * Those of a country.
   *
   * @param country ISO 3166-1; if its holidays are not known, there are none
   */
  static BusinessDays in(String country, ZoneId zone) {
    return new BusinessDays(zone, holidaysOf(country));
  }

  private static Predicate<LocalDate> holidaysOf(String country) {
    try {
      HolidayCalendar calendar = HolidayCalendar.named(country);
      return day -> calendar.on(day).isPresent();
    } catch (IllegalArgumentException e) {
      return day -> false;
    }
  }

  /**
   * The end of the last of so many whole business days. The day on which they begin to count is not
   * one of them.
   *
   * @param days at least 1
   */
  Instant after(Instant from, int days) {
    LocalDate day = from.atZone(zone).toLocalDate();
    for (int left = days; left > 0; left--) {
      day = next(day);
    }
    return day.plusDays(1).atStartOfDay(zone).toInstant();
  }

  private LocalDate next(LocalDate day) {
    LocalDate next = day.plusDays(1);
    while (WEEKEND.contains(next.getDayOfWeek()) || holiday.test(next)) {
      next = next.plusDays(1);
    }
    return next;
  }
}
