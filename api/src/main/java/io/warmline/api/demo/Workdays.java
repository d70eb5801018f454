package io.warmline.api.demo;

import io.warmline.core.compliance.HolidayCalendar;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.stream.IntStream;

/** The days on which the firm works, around the present one, by the clock of New York. */
final class Workdays {

  static final ZoneId ZONE = ZoneId.of("America/New_York");

  private static final HolidayCalendar HOLIDAYS = HolidayCalendar.named("US");

  private final LocalDate today;

  Workdays(Instant present) {
    this.today = present.atZone(ZONE).toLocalDate();
  }

  LocalDate today() {
    return today;
  }

  /**
   * A time on a working day before today.
   *
   * @param days how many working days ago, at least 1
   */
  Instant ago(int days, int hour, int minute) {
    return on(-days, hour, minute);
  }

  /**
   * A time on a working day after today.
   *
   * @param days in how many working days, at least 1
   */
  Instant in(int days, int hour, int minute) {
    return on(days, hour, minute);
  }

  /**
   * A time on the working day that is nearest to a moment. It is two days away at the most: so that
   * "in two weeks" still fits, whatever holidays there were.
   */
  static Instant near(Instant moment, LocalTime at) {
    LocalDate day = moment.atZone(ZONE).toLocalDate();
    return IntStream.of(0, -1, 1, -2, 2)
        .mapToObj(day::plusDays)
        .filter(Workdays::isWorkday)
        .findFirst()
        .orElse(day)
        .atTime(at)
        .atZone(ZONE)
        .toInstant();
  }

  private Instant on(int days, int hour, int minute) {
    int step = days < 0 ? -1 : 1;
    LocalDate day = today;
    for (int left = Math.abs(days); left > 0; ) {
      day = day.plusDays(step);
      left -= isWorkday(day) ? 1 : 0;
    }
    return day.atTime(LocalTime.of(hour, minute)).atZone(ZONE).toInstant();
  }

  private static boolean isWorkday(LocalDate day) {
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    return !weekend && HOLIDAYS.on(day).isEmpty();
  }
}
