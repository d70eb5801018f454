package io.warmline.core.talktrack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeWordsTest {

  @ParameterizedTest
  @CsvSource({
    "00:00, Good morning",
    "11:59, Good morning",
    "12:00, Good afternoon",
    "16:59, Good afternoon",
    "17:00, Good evening",
    "23:59, Good evening"
  })
  void theGreetingFollowsTheClock(LocalTime time, String words) {
    assertThat(TimeWords.greeting(time)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "00:00, midnight",
    "00:30, 12:30 am",
    "09:05, 9:05 am",
    "11:59, 11:59 am",
    "12:00, noon",
    "12:30, 12:30 pm",
    "14:00, 2 pm",
    "14:30, 2:30 pm",
    "23:00, 11 pm"
  })
  void timesAreSpokenByTwelveHours(LocalTime time, String words) {
    assertThat(TimeWords.clock(time)).isEqualTo(words);
  }

  /** 15 December 2026 is a Tuesday. */
  @ParameterizedTest
  @CsvSource({
    "2026-12-15, 2026-12-15, today",
    "2026-12-15, 2026-12-16, tomorrow",
    "2026-12-15, 2026-12-17, this Thursday",
    "2026-12-15, 2026-12-20, this Sunday",
    "2026-12-15, 2026-12-21, next Monday",
    "2026-12-15, 2026-12-27, next Sunday",
    "2026-12-15, 2026-12-28, Monday 28 December",
    "2026-12-14, 2026-12-20, this Sunday",
    "2026-12-14, 2026-12-21, next Monday",
    "2026-12-19, 2026-12-20, tomorrow",
    "2026-12-19, 2026-12-21, next Monday",
    "2026-12-20, 2026-12-21, tomorrow",
    "2026-12-20, 2026-12-22, this Tuesday",
    "2026-12-20, 2026-12-26, this Saturday",
    "2026-12-20, 2026-12-27, next Sunday",
    "2026-12-20, 2026-12-28, next Monday",
    "2026-12-20, 2027-01-03, next Sunday",
    "2026-12-20, 2027-01-04, Monday 4 January"
  })
  void daysAreNamedAsSeenFromToday(LocalDate today, LocalDate day, String words) {
    assertThat(TimeWords.day(day, today, Voice.AMERICAN)).isEqualTo(words);
  }

  @Test
  void anAppointmentIsNamedByItsDate() {
    assertThat(
            TimeWords.exactTime(
                LocalDateTime.of(2026, 12, 3, 14, 0).atZone(ZoneId.of("America/New_York")),
                Voice.AMERICAN))
        .isEqualTo("Thursday 3 December at 2 pm");
  }
}
