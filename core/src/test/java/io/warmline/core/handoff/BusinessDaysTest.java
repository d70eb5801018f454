package io.warmline.core.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessDaysTest {

  @ParameterizedTest(name = "{1} business days from {0} end at {2}")
  @CsvSource({
    // a Monday before Veterans Day, which is a Wednesday
    "2026-11-09T15:00:00Z, 5, 2026-11-18T00:00",
    // the last instant of a Monday is still the Monday
    "2026-11-10T04:59:59Z, 5, 2026-11-18T00:00",
    "2026-11-10T05:00:00Z, 5, 2026-11-19T00:00",
    // a Friday, a Saturday and a Sunday: all begin on Monday
    "2026-11-13T15:00:00Z, 5, 2026-11-21T00:00",
    "2026-11-14T15:00:00Z, 5, 2026-11-21T00:00",
    "2026-11-15T15:00:00Z, 5, 2026-11-21T00:00",
    // a Wednesday, with Thanksgiving on the Thursday after the next
    "2026-11-18T18:00:00Z, 5, 2026-11-26T00:00",
    "2026-11-18T18:00:00Z, 6, 2026-11-28T00:00",
    // across the end of summer time
    "2026-10-30T15:00:00Z, 1, 2026-11-03T00:00"
  })
  void onlyWholeDaysOnWhichTheOfficeWorksCount(
      Instant from, int days, java.time.LocalDateTime end) {
    ZoneId zone = ZoneId.of("America/New_York");

    assertThat(BusinessDays.in("US", zone).after(from, days))
        .isEqualTo(end.atZone(zone).toInstant());
  }

  @ParameterizedTest(name = "in {0}: until {1}")
  @CsvSource({"US, 2026-11-28T05:00:00Z", "CH, 2026-11-27T05:00:00Z", "AQ, 2026-11-27T05:00:00Z"})
  void theHolidaysAreThoseOfTheCountryIfItsCalendarIsKnown(String country, Instant end) {
    Instant dayBeforeThanksgiving = Instant.parse("2026-11-25T15:00:00Z");

    assertThat(
            BusinessDays.in(country, ZoneId.of("America/New_York")).after(dayBeforeThanksgiving, 1))
        .isEqualTo(end);
  }
}
