package io.warmline.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
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
    assertThat(RetryTimes.nextDayLeastTriedPart(instant(attempt), List.of(), zone))
        .isEqualTo(instant(next));
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
    assertThat(RetryTimes.nextDayLeastTriedPart(instant(attempt), List.of(), zone))
        .isEqualTo(instant(next));
  }

  /** Parts: M 10:00, A 14:00, E 18:00; the attempt is the last of them, on successive days. */
  @ParameterizedTest(name = "after {0} comes {1}")
  @CsvSource({
    "M, AFTERNOON",
    "A, EVENING",
    "E, MORNING",
    "M A, EVENING",
    "M E, AFTERNOON",
    "A M, EVENING",
    "A E, MORNING",
    "E M, AFTERNOON",
    "E A, MORNING",
    "M M, AFTERNOON",
    "A A, EVENING",
    "E E, MORNING",
    "M A E, MORNING",
    "M E A, EVENING",
    "A E M, AFTERNOON",
    "E A M, AFTERNOON",
    "A M E, MORNING",
    "E M A, EVENING",
    "M A M, EVENING",
    "M M A, EVENING",
    "A A M, EVENING",
    "E M E, AFTERNOON",
    "M E M E, AFTERNOON",
    "A M A M, EVENING",
    "M M A E, AFTERNOON",
    "A A E M, EVENING",
    "E A M M, AFTERNOON",
    "M A E M A, EVENING",
    "M A E M A E, MORNING",
    "A A M E M, EVENING",
    "A A A E E M, MORNING",
    "E E A A M, MORNING"
  })
  void theNextAttemptIsInThePartThatWasTriedLeastAndOfSeveralInTheNext(
      String attempts, DayPart next) {
    ZoneId zone = ZoneId.of("America/New_York");
    List<Instant> made = new ArrayList<>();
    LocalDate date = LocalDate.of(2026, 7, 1);
    for (String part : attempts.split(" ", -1)) {
      made.add(date.atTime("MAE".indexOf(part) * 4 + 10, 0).atZone(zone).toInstant());
      date = date.plusDays(1);
    }
    Instant last = made.get(made.size() - 1);
    Collections.shuffle(made, new Random(attempts.hashCode()));

    Instant again = RetryTimes.nextDayLeastTriedPart(last, made, zone);

    assertThat(again).isEqualTo(date.atTime(next.start()).atZone(zone).toInstant());
  }

  private static Instant instant(String withOffset) {
    return ZonedDateTime.parse(withOffset).withZoneSameInstant(ZoneOffset.UTC).toInstant();
  }
}
