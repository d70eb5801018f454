package io.warmline.core.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The hours of every rule that Warmline brings along, each asked for itself, for a lawyer to read.
 */
class PresetHoursTest {

  /** A Monday of a week without a holiday anywhere, after all rules have come into force. */
  private static final LocalDate ORDINARY_MONDAY = LocalDate.of(2026, 11, 16);

  @ParameterizedTest(name = "{0}: Monday to Friday {2}, Saturday {3}, Sunday {4}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          us     | America/New_York    | 08:00-21:00             | 08:00-21:00 | 08:00-21:00
          us-fl  | America/Chicago     | 08:00-20:00             | 08:00-20:00 | 08:00-20:00
          us-ok  | America/Chicago     | 08:00-20:00             | 08:00-20:00 | 08:00-20:00
          us-md  | America/New_York    | 08:00-20:00             | 08:00-20:00 | 08:00-20:00
          us-wa  | America/Los_Angeles | 08:00-20:00             | 08:00-20:00 | 08:00-20:00
          us-tx  | America/Chicago     | 09:00-21:00             | 09:00-21:00 | 12:00-21:00
          us-ct  | America/New_York    | 09:00-20:00             | 09:00-20:00 | 09:00-20:00
          us-ri  | America/New_York    | 09:00-18:00             | 10:00-17:00 | closed
          us-ut  | America/Denver      | 08:00-21:00             | 08:00-21:00 | closed
          us-ma  | America/New_York    | 08:00-20:00             | 08:00-20:00 | 08:00-20:00
          us-ms  | America/Chicago     | 08:00-20:00             | 08:00-20:00 | closed
          us-pa  | America/New_York    | 09:00-19:00             | 09:00-19:00 | closed
          us-al  | America/Chicago     | 08:00-20:00             | 08:00-20:00 | closed
          us-la  | America/Chicago     | 08:00-20:00             | 08:00-20:00 | closed
          us-ky  | America/New_York    | 10:00-21:00             | 10:00-21:00 | 10:00-21:00
          us-nv  | America/Los_Angeles | 09:00-20:00             | 09:00-20:00 | 09:00-20:00
          us-mi  | America/Detroit     | 09:00-21:00             | 09:00-21:00 | 09:00-21:00
          us-mn  | America/Chicago     | 09:00-21:00             | 09:00-21:00 | 09:00-21:00
          us-nm  | America/Denver      | 09:00-21:00             | 09:00-21:00 | 09:00-21:00
          us-wy  | America/Denver      | 08:00-20:00             | 08:00-20:00 | 08:00-20:00
          gb     | Europe/London       | 00:00-24:00             | 00:00-24:00 | 00:00-24:00
          gb-hours | Europe/London     | 09:00-20:00             | 10:00-17:00 | closed
          us-or  | America/Los_Angeles | 08:00-20:00             | 08:00-20:00 | 08:00-20:00
          us-sc  | America/New_York    | 08:00-19:00             | 08:00-19:00 | 08:00-19:00
          es     | Europe/Madrid       | 09:00-21:00             | closed      | closed
          es-hours | Atlantic/Canary   | 09:00-20:00             | 10:00-17:00 | closed
          nl     | Europe/Amsterdam    | 00:00-24:00             | 00:00-24:00 | 00:00-24:00
          nl-hours | Europe/Amsterdam  | 09:00-20:00             | 10:00-17:00 | closed
          it     | Europe/Rome         | 09:00-20:00             | 10:00-19:00 | closed
          pt     | Europe/Lisbon       | 09:00-22:00             | 09:00-22:00 | 09:00-22:00
          ch     | Europe/Zurich       | 00:00-24:00             | 00:00-24:00 | 00:00-24:00
          no     | Europe/Oslo         | 09:00-21:00             | closed      | closed
          za     | Africa/Johannesburg | 08:00-20:00             | 09:00-13:00 | closed
          ae     | Asia/Dubai          | 09:00-18:00             | 09:00-18:00 | 09:00-18:00
          kr     | Asia/Seoul          | 08:00-21:00             | 08:00-21:00 | 08:00-21:00
          de-b2c | Europe/Berlin       | 00:00-24:00             | 00:00-24:00 | 00:00-24:00
          de-b2b | Europe/Berlin       | 00:00-24:00             | 00:00-24:00 | 00:00-24:00
          fr     | Europe/Paris        | 10:00-13:00,14:00-20:00 | closed      | closed
          ca     | America/St_Johns    | 09:00-21:30             | 10:00-18:00 | 10:00-18:00
          ca-bc  | America/Dawson_Creek | 09:00-21:30             | 10:00-18:00 | 10:00-18:00
          au     | Australia/Adelaide  | 09:00-20:00             | 09:00-17:00 | closed
          in     | Asia/Kolkata        | 09:00-21:00             | 09:00-21:00 | 09:00-21:00
          """)
  void onOrdinaryDaysTheHoursAreThoseOfTheRule(
      String id, ZoneId zone, String weekdays, String saturday, String sunday) {
    for (int i = 0; i < 7; i++) {
      LocalDate day = ORDINARY_MONDAY.plusDays(i);
      String hours =
          day.getDayOfWeek() == DayOfWeek.SATURDAY
              ? saturday
              : day.getDayOfWeek() == DayOfWeek.SUNDAY ? sunday : weekdays;
      assertOpen(id, zone, day, hours);
    }
  }

  @ParameterizedTest(name = "{0} on {2}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          us-ri | America/New_York  | 2026-05-04 | closed
          us-ri | America/New_York  | 2026-07-03 | closed
          us-ri | America/New_York  | 2026-07-04 | closed
          us-ri | America/New_York  | 2026-07-06 | 09:00-18:00
          us-ri | America/New_York  | 2026-08-10 | closed
          us-ri | America/New_York  | 2026-10-12 | closed
          us-ri | America/New_York  | 2026-11-03 | closed
          us-ri | America/New_York  | 2027-11-02 | 09:00-18:00
          us-ri | America/New_York  | 2026-11-26 | closed
          us-ri | America/New_York  | 2026-11-27 | 09:00-18:00
          us-ri | America/New_York  | 2027-12-24 | closed
          us-ri | America/New_York  | 2027-12-31 | closed
          us-ut | America/Denver    | 2026-06-15 | closed
          us-ut | America/Denver    | 2026-06-19 | closed
          us-ut | America/Denver    | 2026-07-24 | closed
          us-ut | America/Denver    | 2027-07-22 | 08:00-21:00
          us-ut | America/Denver    | 2027-07-23 | closed
          us-ut | America/Denver    | 2027-07-24 | closed
          us-pa | America/New_York  | 2026-11-03 | closed
          us-pa | America/New_York  | 2026-12-25 | closed
          us-pa | America/New_York  | 2027-03-26 | closed
          us-al | America/Chicago   | 2027-02-09 | closed
          us-al | America/Chicago   | 2027-04-26 | closed
          us-al | America/Chicago   | 2027-06-07 | closed
          us-la | America/Chicago   | 2027-01-08 | closed
          us-la | America/Chicago   | 2027-02-09 | closed
          us-la | America/Chicago   | 2026-11-02 | closed
          us-la | America/Chicago   | 2026-11-27 | closed
          us-fl | America/New_York  | 2026-12-25 | 08:00-20:00
          us    | America/New_York  | 2026-12-25 | 08:00-21:00
          fr    | Europe/Paris      | 2026-07-14 | closed
          fr    | Europe/Paris      | 2026-05-14 | closed
          fr    | Europe/Paris      | 2026-05-25 | closed
          fr    | Europe/Paris      | 2026-11-11 | closed
          ca-bc | America/Vancouver | 2027-02-15 | closed
          ca-bc | America/Vancouver | 2026-09-30 | closed
          ca-bc | America/Vancouver | 2026-08-03 | closed
          ca    | America/Vancouver | 2026-07-01 | 09:00-21:30
          au    | Australia/Sydney  | 2026-04-03 | closed
          au    | Australia/Sydney  | 2026-04-25 | closed
          au    | Australia/Sydney  | 2026-12-25 | closed
          au    | Australia/Sydney  | 2026-12-26 | closed
          au    | Australia/Sydney  | 2026-12-28 | closed
          au    | Australia/Sydney  | 2026-12-29 | 09:00-20:00
          gb-hours | Europe/London  | 2026-12-25 | 09:00-20:00
          """)
  void holidaysAreClosedOnTheDayAndOnTheDayOfItsObservance(
      String id, ZoneId zone, LocalDate day, String hours) {
    assertOpen(id, zone, day, hours);
  }

  @ParameterizedTest(name = "{0} on {2}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          us-pa | America/New_York | 2026-10-16 | 00:00-24:00
          us-pa | America/New_York | 2026-10-17 | 00:00-24:00
          us-pa | America/New_York | 2026-10-18 | closed
          us-pa | America/New_York | 2026-10-19 | 09:00-19:00
          us-md | America/New_York | 2023-12-31 | 00:00-24:00
          us-md | America/New_York | 2024-01-01 | 08:00-20:00
          fr    | Europe/Paris     | 2026-08-10 | 10:00-13:00,14:00-20:00
          fr    | Europe/Paris     | 2026-08-11 | 10:00-13:00,14:00-20:00
          """)
  void aRuleBeginsAtMidnightOfItsFirstDay(String id, ZoneId zone, LocalDate day, String hours) {
    assertOpen(id, zone, day, hours);
  }

  @ParameterizedTest(name = "{0} at {2}: from {3} to {4}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          us-fl | America/New_York    | 2026-03-08T06:30:00Z | 2026-03-08T08:00-04:00 | 2026-03-08T20:00-04:00
          us-fl | America/New_York    | 2026-11-01T05:30:00Z | 2026-11-01T08:00-05:00 | 2026-11-01T20:00-05:00
          us-fl | America/New_York    | 2027-03-14T06:30:00Z | 2027-03-14T08:00-04:00 | 2027-03-14T20:00-04:00
          us-fl | America/New_York    | 2027-11-07T05:30:00Z | 2027-11-07T08:00-05:00 | 2027-11-07T20:00-05:00
          us-tx | America/Chicago     | 2026-03-08T07:30:00Z | 2026-03-08T12:00-05:00 | 2026-03-08T21:00-05:00
          us-tx | America/Chicago     | 2026-11-01T06:30:00Z | 2026-11-01T12:00-06:00 | 2026-11-01T21:00-06:00
          us-wa | America/Los_Angeles | 2027-03-14T09:30:00Z | 2027-03-14T08:00-07:00 | 2027-03-14T20:00-07:00
          us-wa | America/Los_Angeles | 2027-11-07T08:30:00Z | 2027-11-07T08:00-08:00 | 2027-11-07T20:00-08:00
          ca    | America/St_Johns    | 2026-03-08T05:00:00Z | 2026-03-08T10:00-02:30 | 2026-03-08T18:00-02:30
          ca    | America/St_Johns    | 2026-11-01T05:00:00Z | 2026-11-01T10:00-03:30 | 2026-11-01T18:00-03:30
          gb-hours | Europe/London    | 2026-03-29T00:30:00Z | 2026-03-30T09:00+01:00 | 2026-03-30T20:00+01:00
          gb-hours | Europe/London    | 2026-10-25T00:30:00Z | 2026-10-26T09:00Z      | 2026-10-26T20:00Z
          fr    | Europe/Paris        | 2027-03-28T00:30:00Z | 2027-03-30T10:00+02:00 | 2027-03-30T13:00+02:00
          fr    | Europe/Paris        | 2027-10-31T00:30:00Z | 2027-11-02T10:00+01:00 | 2027-11-02T13:00+01:00
          au    | Australia/Sydney    | 2026-04-04T15:30:00Z | 2026-04-07T09:00+10:00 | 2026-04-07T20:00+10:00
          au    | Australia/Sydney    | 2026-10-03T15:30:00Z | 2026-10-05T09:00+11:00 | 2026-10-05T20:00+11:00
          au    | Australia/Sydney    | 2027-10-02T15:30:00Z | 2027-10-04T09:00+11:00 | 2027-10-04T20:00+11:00
          """)
  void onTheDayOfAClockChangeTheHoursFollowTheWallClock(
      String id, ZoneId zone, Instant now, OffsetDateTime opens, OffsetDateTime closes) {
    assertThat(law(id, zone).openingAt(now))
        .contains(new Opening(opens.toInstant(), closes.toInstant()));
  }

  private static void assertOpen(String id, ZoneId zone, LocalDate day, String hours) {
    Law law = law(id, zone);
    List<LocalTime> bounds = new ArrayList<>(List.of(LocalTime.MIDNIGHT));
    if (hours.equals("closed") || !hours.startsWith("00:00")) {
      assertThat(isAllowed(law, day.atStartOfDay(zone))).as("%s %s 00:00", id, day).isFalse();
    }
    if (hours.equals("closed")) {
      assertThat(isAllowed(law, day.atTime(12, 0).atZone(zone))).as("%s %s", id, day).isFalse();
      return;
    }
    for (String window : hours.split(",", -1)) {
      Arrays.stream(window.split("-", -1))
          .map(time -> time.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(time))
          .forEach(bounds::add);
    }
    for (int i = 1; i < bounds.size(); i += 2) {
      assertWindow(law, day, bounds.get(i), bounds.get(i + 1));
    }
  }

  private static void assertWindow(Law law, LocalDate day, LocalTime from, LocalTime to) {
    ZoneId zone = law.zones().iterator().next();
    boolean wholeDay = to.equals(LocalTime.MIDNIGHT);
    ZonedDateTime opens = day.atTime(from).atZone(zone);
    ZonedDateTime closes = (wholeDay ? day.plusDays(1) : day).atTime(to).atZone(zone);

    assertThat(isAllowed(law, opens)).as("%s opens", opens).isTrue();
    assertThat(isAllowed(law, closes.minusNanos(1000))).as("%s closes", closes).isTrue();
    if (!wholeDay) {
      assertThat(isAllowed(law, opens.minusNanos(1000))).as("before %s", opens).isFalse();
      assertThat(isAllowed(law, closes)).as("from %s on", closes).isFalse();
    }
  }

  /** The verdict and the opening must agree. */
  private static boolean isAllowed(Law law, ZonedDateTime at) {
    Instant now = at.toInstant();
    boolean allowed = law.verdictAt(now) instanceof CallingVerdict.Allowed;
    assertThat(law.openingAt(now).filter(o -> o.contains(now)).isPresent()).isEqualTo(allowed);
    return allowed;
  }

  private static Law law(String id, ZoneId zone) {
    return new Law(
        CallingRules.presets().withIds(List.of(new RuleId(id))), Set.of(zone), Consent.PRESUMED);
  }
}
