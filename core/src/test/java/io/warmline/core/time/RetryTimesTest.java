package io.warmline.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryTimesTest {

  @ParameterizedTest(name = "{0} in {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-07-27T09:00:00-04:00 | America/New_York    | 2026-07-28T12:00:00-04:00
          2026-07-27T11:59:59-04:00 | America/New_York    | 2026-07-28T12:00:00-04:00
          2026-07-27T12:00:00-04:00 | America/New_York    | 2026-07-28T17:00:00-04:00
          2026-07-27T16:59:59-04:00 | America/New_York    | 2026-07-28T17:00:00-04:00
          2026-07-27T17:00:00-04:00 | America/New_York    | 2026-07-28T09:00:00-04:00
          2026-07-27T23:59:59-04:00 | America/New_York    | 2026-07-28T09:00:00-04:00
          2026-07-28T00:00:00-04:00 | America/New_York    | 2026-07-29T12:00:00-04:00
          2026-12-31T18:00:00-05:00 | America/New_York    | 2027-01-01T09:00:00-05:00
          2026-07-27T18:00:00+05:30 | Asia/Kolkata        | 2026-07-28T09:00:00+05:30
          2026-03-07T10:00:00-05:00 | America/New_York    | 2026-03-08T12:00:00-04:00
          2026-03-08T10:00:00-04:00 | America/New_York    | 2026-03-09T12:00:00-04:00
          2026-10-31T10:00:00-04:00 | America/New_York    | 2026-11-01T12:00:00-05:00
          2026-11-01T01:30:00-04:00 | America/New_York    | 2026-11-02T12:00:00-05:00
          2026-11-01T01:30:00-05:00 | America/New_York    | 2026-11-02T12:00:00-05:00
          2026-03-28T18:00:00+01:00 | Europe/Berlin       | 2026-03-29T09:00:00+02:00
          2026-10-24T18:00:00+02:00 | Europe/Berlin       | 2026-10-25T09:00:00+01:00
          2026-04-04T18:00:00+11:00 | Australia/Lord_Howe | 2026-04-05T09:00:00+10:30
          2026-10-03T18:00:00+10:30 | Australia/Lord_Howe | 2026-10-04T09:00:00+11:00
          """)
  void theNextAttemptIsTheNextDayInAnotherPart(String attempt, ZoneId zone, String next) {
    assertThat(RetryTimes.nextDayAnotherPart(instant(attempt), zone)).isEqualTo(instant(next));
  }

  @ParameterizedTest(name = "{0} in {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1979-03-31T18:00:00+02:00 | Europe/Athens     | 1979-04-01T10:00:00+03:00
          2011-12-29T18:00:00-10:00 | Pacific/Apia      | 2011-12-31T09:00:00+14:00
          1994-01-30T13:00:00+07:00 | Antarctica/Vostok | 1994-01-31T17:00:00+07:00
          """)
  void aSkippedStartMovesForwardAndARepeatedOneIsTakenFirst(
      String attempt, ZoneId zone, String next) {
    assertThat(RetryTimes.nextDayAnotherPart(instant(attempt), zone)).isEqualTo(instant(next));
  }

  private static Instant instant(String withOffset) {
    return ZonedDateTime.parse(withOffset).withZoneSameInstant(ZoneOffset.UTC).toInstant();
  }
}
