package io.warmline.api.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class WorkdaysTest {

  private static final LocalTime NOON = LocalTime.NOON;

  private static LocalDate near(LocalDate day) {
    Instant moment = day.atTime(15, 0).atZone(Workdays.ZONE).toInstant();
    return Workdays.near(moment, NOON).atZone(Workdays.ZONE).toLocalDate();
  }

  /** Words that name a time two weeks ahead allow three. */
  @Test
  void theNearestWorkingDayIsAtMostTwoDaysAway() {
    LocalDate first = LocalDate.of(2026, 1, 1);
    for (LocalDate day = first; day.getYear() < 2036; day = day.plusDays(1)) {
      LocalDate near = near(day);
      assertThat(ChronoUnit.DAYS.between(day, near)).as("%s", day).isBetween(-2L, 2L);
      assertThat(near.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    }
  }

  @Test
  void aWorkingDayIsItsOwnAndAHolidayIsNone() {
    assertThat(near(LocalDate.of(2026, 11, 18))).isEqualTo(LocalDate.of(2026, 11, 18));
    assertThat(near(LocalDate.of(2026, 11, 26))).isEqualTo(LocalDate.of(2026, 11, 25));
    assertThat(near(LocalDate.of(2026, 12, 26))).isEqualTo(LocalDate.of(2026, 12, 24));
    assertThat(near(LocalDate.of(2026, 12, 27))).isEqualTo(LocalDate.of(2026, 12, 28));
  }
}
