package io.warmline.core.compliance;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.compliance.CallingHours.Window;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallingHoursTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");

  @ParameterizedTest(name = "{0} in {1}: from {2} to {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-07-27T08:59:59.999999-04:00 | America/New_York | 2026-07-27T09:00-04:00 | 2026-07-27T20:00-04:00
          2026-07-27T09:00:00-04:00        | America/New_York | 2026-07-27T09:00-04:00 | 2026-07-27T20:00-04:00
          2026-07-27T19:59:59.999999-04:00 | America/New_York | 2026-07-27T09:00-04:00 | 2026-07-27T20:00-04:00
          2026-07-27T20:00:00-04:00        | America/New_York | 2026-07-28T09:00-04:00 | 2026-07-28T20:00-04:00
          2026-07-31T20:00:00-04:00        | America/New_York | 2026-08-01T10:00-04:00 | 2026-08-01T17:00-04:00
          2026-08-01T16:59:59.999999-04:00 | America/New_York | 2026-08-01T10:00-04:00 | 2026-08-01T17:00-04:00
          2026-08-01T17:00:00-04:00        | America/New_York | 2026-08-03T09:00-04:00 | 2026-08-03T20:00-04:00
          2026-08-02T12:00:00-04:00        | America/New_York | 2026-08-03T09:00-04:00 | 2026-08-03T20:00-04:00
          2026-07-27T03:29:59Z             | Asia/Kolkata     | 2026-07-27T03:30Z      | 2026-07-27T14:30Z
          2026-07-27T14:30:00Z             | Asia/Kolkata     | 2026-07-28T03:30Z      | 2026-07-28T14:30Z
          2026-12-31T22:00:00+01:00        | Europe/Berlin    | 2027-01-01T09:00+01:00 | 2027-01-01T20:00+01:00
          """)
  void theDefaultHoursAreThoseOfThePlaceWhereThePhoneRings(
      OffsetDateTime now, ZoneId zone, OffsetDateTime opens, OffsetDateTime closes) {
    assertThat(CallingHours.DEFAULT.openingAt(List.of(zone), now.toInstant()))
        .contains(new Opening(opens.toInstant(), closes.toInstant()));
  }

  /** Every day 9:00 to 20:00, so that the Sundays of clock changes are open. */
  @ParameterizedTest(name = "{1} on {0}: from {2} to {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-03-08T06:30:00Z | America/New_York    | 2026-03-08T13:00Z | 2026-03-09T00:00Z
          2026-03-08T01:00:00Z | America/New_York    | 2026-03-08T13:00Z | 2026-03-09T00:00Z
          2026-03-09T00:00:00Z | America/New_York    | 2026-03-09T13:00Z | 2026-03-10T00:00Z
          2026-11-01T05:30:00Z | America/New_York    | 2026-11-01T14:00Z | 2026-11-02T01:00Z
          2026-11-01T06:30:00Z | America/New_York    | 2026-11-01T14:00Z | 2026-11-02T01:00Z
          2026-11-02T00:59:59Z | America/New_York    | 2026-11-01T14:00Z | 2026-11-02T01:00Z
          2026-03-29T00:30:00Z | Europe/Berlin       | 2026-03-29T07:00Z | 2026-03-29T18:00Z
          2026-10-25T00:30:00Z | Europe/Berlin       | 2026-10-25T08:00Z | 2026-10-25T19:00Z
          2026-03-29T00:30:00Z | Europe/London       | 2026-03-29T08:00Z | 2026-03-29T19:00Z
          2026-10-25T00:30:00Z | Europe/London       | 2026-10-25T09:00Z | 2026-10-25T20:00Z
          2026-04-04T14:00:00Z | Australia/Lord_Howe | 2026-04-04T22:30Z | 2026-04-05T09:30Z
          2026-10-03T14:00:00Z | Australia/Lord_Howe | 2026-10-03T22:00Z | 2026-10-04T09:00Z
          """)
  void onTheDayOfAClockChangeTheHoursFollowTheWallClock(
      Instant now, ZoneId zone, OffsetDateTime opens, OffsetDateTime closes) {
    CallingHours daily = everyDay(window("09:00", "20:00"));

    assertThat(daily.openingAt(List.of(zone), now))
        .contains(new Opening(opens.toInstant(), closes.toInstant()));
  }

  @ParameterizedTest(name = "{0} to {1} asked at {2}: from {3} to {4}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          02:30 | 05:00 | 2026-03-08T06:00:00Z | 2026-03-08T07:00Z | 2026-03-08T09:00Z
          02:15 | 02:45 | 2026-03-08T06:00:00Z | 2026-03-09T06:15Z | 2026-03-09T06:45Z
          01:00 | 02:30 | 2026-03-08T06:00:00Z | 2026-03-08T06:00Z | 2026-03-08T07:00Z
          01:00 | 04:00 | 2026-03-08T06:00:00Z | 2026-03-08T06:00Z | 2026-03-08T08:00Z
          01:00 | 02:00 | 2026-11-01T05:00:00Z | 2026-11-01T05:00Z | 2026-11-01T07:00Z
          01:15 | 01:45 | 2026-11-01T05:00:00Z | 2026-11-01T05:15Z | 2026-11-01T05:45Z
          01:15 | 01:45 | 2026-11-01T05:45:00Z | 2026-11-01T06:15Z | 2026-11-01T06:45Z
          00:00 | 01:30 | 2026-11-01T05:30:00Z | 2026-11-01T06:00Z | 2026-11-01T06:30Z
          01:30 | 04:00 | 2026-11-01T05:00:00Z | 2026-11-01T05:30Z | 2026-11-01T06:00Z
          01:30 | 04:00 | 2026-11-01T06:00:00Z | 2026-11-01T06:30Z | 2026-11-01T09:00Z
          """)
  void aSkippedTimeIsNeverOpenAndARepeatedOneTwice(
      String from, String to, Instant now, OffsetDateTime opens, OffsetDateTime closes) {
    CallingHours nightly = everyDay(window(from, to));

    assertThat(nightly.openingAt(List.of(NEW_YORK), now))
        .contains(new Opening(opens.toInstant(), closes.toInstant()));
  }

  @Test
  void aDayWhoseMidnightIsSkippedOpensWithItsFirstMoment() {
    CallingHours daily = everyDay(window("00:00", "12:00"));
    Instant evening = Instant.parse("2026-04-23T20:00:00Z");

    assertThat(daily.openingAt(List.of(ZoneId.of("Africa/Cairo")), evening))
        .contains(opening("2026-04-23T22:00:00Z", "2026-04-24T09:00:00Z"));
  }

  @Test
  void aDateThatAPlaceLeftOutHasNoHours() {
    CallingHours daily = everyDay(window("09:00", "20:00"));
    Instant eveningOfThe29th = Instant.parse("2011-12-30T06:00:00Z");

    assertThat(daily.openingAt(List.of(ZoneId.of("Pacific/Apia")), eveningOfThe29th))
        .contains(opening("2011-12-30T19:00:00Z", "2011-12-31T06:00:00Z"));
  }

  @ParameterizedTest(name = "{0}: from {1} to {2}")
  @CsvSource({
    "2026-07-27T15:59:59Z, 2026-07-27T16:00:00Z, 2026-07-28T00:00:00Z",
    "2026-07-27T16:00:00Z, 2026-07-27T16:00:00Z, 2026-07-28T00:00:00Z",
    "2026-07-27T23:59:59Z, 2026-07-27T16:00:00Z, 2026-07-28T00:00:00Z",
    "2026-07-28T00:00:00Z, 2026-07-28T16:00:00Z, 2026-07-29T00:00:00Z",
    "2026-08-01T16:00:00Z, 2026-08-01T17:00:00Z, 2026-08-01T21:00:00Z"
  })
  void withSeveralZonesOnlyWhatIsOpenInAllIsOpen(Instant now, Instant opens, Instant closes) {
    assertThat(CallingHours.DEFAULT.openingAt(List.of(NEW_YORK, LOS_ANGELES), now))
        .contains(new Opening(opens, closes));
  }

  @Test
  void zonesTooFarApartAreNeverOpenTogether() {
    List<ZoneId> farApart = List.of(NEW_YORK, ZoneId.of("Asia/Tokyo"));

    assertThat(CallingHours.DEFAULT.openingAt(farApart, Instant.parse("2026-07-27T15:00:00Z")))
        .isEmpty();
  }

  /** New York at 9:00 is Berlin at 14:00 only in the weeks between their clock changes. */
  @ParameterizedTest
  @CsvSource({"2026-02-23T12:59:59Z, false", "2026-02-23T13:00:00Z, true"})
  void anOpeningIsLookedForAsFarAsFourteenDaysAhead(Instant now, boolean found) {
    CallingHours mondays =
        new CallingHours(
            Map.of(MONDAY, List.of(window("09:00", "10:00"), window("14:00", "15:00"))));
    List<ZoneId> zones = List.of(NEW_YORK, ZoneId.of("Europe/Berlin"));

    assertThat(mondays.openingAt(zones, now))
        .isEqualTo(
            Optional.of(opening("2026-03-09T13:00:00Z", "2026-03-09T14:00:00Z"))
                .filter(o -> found));
  }

  @Test
  void withoutAZoneTheQuestionMeansNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CallingHours.DEFAULT.openingAt(Set.of(), Instant.EPOCH));
  }

  @Test
  void windowsThatMeetMakeOneOpening() {
    CallingHours daily = everyDay(window("09:00", "12:00"), window("12:00", "20:00"));

    assertThat(daily.openingAt(List.of(NEW_YORK), Instant.parse("2026-07-27T17:00:00Z")))
        .contains(opening("2026-07-27T13:00:00Z", "2026-07-28T00:00:00Z"));
  }

  @Test
  void aBreakBetweenWindowsIsClosed() {
    CallingHours french = everyDay(window("10:00", "13:00"), window("14:00", "20:00"));
    ZoneId paris = ZoneId.of("Europe/Paris");

    assertThat(french.openingAt(List.of(paris), Instant.parse("2026-07-27T11:00:00Z")))
        .contains(opening("2026-07-27T12:00:00Z", "2026-07-27T18:00:00Z"));
  }

  @Test
  void windowsThatMeetAtMidnightMakeOneOpening() {
    CallingHours lateShift =
        new CallingHours(
            Map.of(
                MONDAY, List.of(window("20:00", "00:00")),
                TUESDAY, List.of(window("00:00", "02:00"))));
    Opening shift = opening("2026-07-28T00:00:00Z", "2026-07-28T06:00:00Z");

    assertThat(lateShift.openingAt(List.of(NEW_YORK), Instant.parse("2026-07-28T05:00:00Z")))
        .contains(shift);
    assertThat(lateShift.openingAt(List.of(NEW_YORK), Instant.parse("2026-07-27T05:00:00Z")))
        .contains(shift);
  }

  @Test
  void anOpeningOfSeveralDaysIsReportedWhole() {
    Map<DayOfWeek, List<Window>> allButSunday = new EnumMap<>(DayOfWeek.class);
    Arrays.stream(DayOfWeek.values())
        .filter(day -> day != SUNDAY)
        .forEach(day -> allButSunday.put(day, List.of(window("00:00", "00:00"))));
    CallingHours hours = new CallingHours(allButSunday);
    Opening week = opening("2026-07-27T04:00:00Z", "2026-08-02T04:00:00Z");

    for (String now :
        List.of("2026-07-26T12:00:00Z", "2026-07-27T04:00:00Z", "2026-08-02T03:59:59Z")) {
      assertThat(hours.openingAt(List.of(NEW_YORK), Instant.parse(now))).contains(week);
    }
  }

  @Test
  void hoursAroundTheClockAreCutToFourteenDays() {
    CallingHours always = everyDay(window("00:00", "00:00"));
    Instant now = Instant.parse("2026-11-01T05:30:00Z");

    assertThat(always.openingAt(List.of(NEW_YORK, LOS_ANGELES), now))
        .contains(new Opening(now.minus(Duration.ofDays(8)), now.plus(Duration.ofDays(6))));
  }

  @Test
  void theWindowOfTheSameWeekdayNextWeekIsFound() {
    CallingHours mondays = new CallingHours(Map.of(MONDAY, List.of(window("09:00", "09:01"))));

    assertThat(mondays.openingAt(List.of(NEW_YORK), Instant.parse("2026-07-27T13:01:00Z")))
        .contains(opening("2026-08-03T13:00:00Z", "2026-08-03T13:01:00Z"));
  }

  @Test
  void theDefaultIsStricterThanTheFederalRule() {
    Window weekday = window("09:00", "20:00");

    assertThat(CallingHours.DEFAULT.week())
        .containsOnlyKeys(MONDAY, TUESDAY, WEDNESDAY, DayOfWeek.THURSDAY, FRIDAY, SATURDAY)
        .containsEntry(FRIDAY, List.of(weekday))
        .containsEntry(SATURDAY, List.of(window("10:00", "17:00")));
    assertThat(CallingHours.DEFAULT.on(SUNDAY)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"09:00, 09:00", "09:00, 08:59", "23:00, 01:00"})
  void aWindowThatDoesNotEndAfterItBeginsIsRefused(String from, String to) {
    WarmlineException refusal =
        catchThrowableOfType(WarmlineException.class, () -> window(from, to));

    assertInvalid(refusal, "/to", "WINDOW_EMPTY");
  }

  @ParameterizedTest
  @CsvSource({"00:00, 00:00", "23:59, 00:00", "00:00, 00:01"})
  void aWindowMayReachEitherEndOfTheDay(String from, String to) {
    assertThat(window(from, to).toEndOfDay()).isEqualTo(to.equals("00:00"));
  }

  @ParameterizedTest
  @CsvSource({
    "09:00, 12:00, 11:59, 20:00",
    "09:00, 12:00, 09:00, 12:00",
    "14:00, 20:00, 09:00, 12:00",
    "09:00, 00:00, 10:00, 12:00",
    "09:00, 00:00, 23:59, 00:00"
  })
  void windowsThatOverlapOrAreOutOfOrderAreRefused(
      String from, String to, String nextFrom, String nextTo) {
    List<Window> windows = List.of(window(from, to), window(nextFrom, nextTo));

    WarmlineException refusal =
        catchThrowableOfType(
            WarmlineException.class, () -> new CallingHours(Map.of(MONDAY, windows)));

    assertInvalid(refusal, "/MONDAY/1/from", "WINDOWS_OVERLAP");
  }

  @Test
  void aWeekWithoutAnyWindowIsRefused() {
    for (Map<DayOfWeek, List<Window>> closed :
        List.of(Map.<DayOfWeek, List<Window>>of(), Map.of(MONDAY, List.<Window>of()))) {
      WarmlineException refusal =
          catchThrowableOfType(WarmlineException.class, () -> new CallingHours(closed));

      assertInvalid(refusal, "", "NEVER_OPEN");
    }
  }

  @Test
  void aDayWithoutWindowsEqualsAnAbsentOne() {
    List<Window> windows = List.of(window("09:00", "12:00"));

    assertThat(new CallingHours(Map.of(MONDAY, windows, SUNDAY, List.of())))
        .isEqualTo(new CallingHours(Map.of(MONDAY, windows)));
  }

  @Test
  void theHoursKeepACopyOfTheirWeek() {
    List<Window> windows = new ArrayList<>(List.of(window("09:00", "12:00")));
    Map<DayOfWeek, List<Window>> week = new EnumMap<>(Map.of(MONDAY, windows));
    CallingHours hours = new CallingHours(week);

    windows.clear();
    week.clear();

    assertThat(hours.on(MONDAY)).containsExactly(window("09:00", "12:00"));
    assertThat(hours.week()).isUnmodifiable();
  }

  private static void assertInvalid(WarmlineException refusal, String pointer, String code) {
    assertThat(refusal.code()).isEqualTo(ProblemCode.INVALID_VALUE);
    assertThat(refusal.violations())
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.pointer()).isEqualTo(pointer);
              assertThat(violation.code()).isEqualTo(code);
            });
  }

  private static CallingHours everyDay(Window... windows) {
    Map<DayOfWeek, List<Window>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(day, List.of(windows));
    }
    return new CallingHours(week);
  }

  private static Window window(String from, String to) {
    return new Window(LocalTime.parse(from), LocalTime.parse(to));
  }

  private static Opening opening(String opens, String closes) {
    return new Opening(Instant.parse(opens), Instant.parse(closes));
  }
}
