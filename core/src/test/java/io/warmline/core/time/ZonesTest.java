package io.warmline.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZonesTest {

  private static final Instant NOW = Instant.parse("2026-07-26T15:00:00Z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "America/New_York",
        "America/Argentina/Buenos_Aires",
        "America/Buenos_Aires",
        "Asia/Calcutta",
        "Asia/Kolkata",
        "Australia/Lord_Howe",
        "Pacific/Honolulu",
        "Arctic/Longyearbyen",
        "UTC",
        "Etc/UTC",
        "Etc/GMT",
        "GMT",
        "GMT0",
        "Greenwich",
        "Zulu",
        "US/Eastern",
        "US/Hawaii",
        "Canada/Pacific",
        "Cuba",
        "GB",
        "NZ",
        "Eire",
        "Japan",
        "Brazil/East",
        "Australia/NSW",
        "EST5EDT",
        "CET"
      })
  void aPlaceOrALinkToOneIsAZone(String name) {
    assertThat(ProspectZones.parse(name)).isEqualTo(ZoneId.of(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "+02:00",
        "Z",
        "GMT+2",
        "UTC+2",
        "UTC+02:00",
        "Etc/GMT+5",
        "Etc/GMT-14",
        "Etc/Unknown",
        "EST",
        "MST",
        "PST",
        "SystemV/EST5",
        "america/new_york",
        "America/New York",
        " America/New_York",
        "America/"
      })
  void whatIsNoPlaceIsRefused(String name) {
    WarmlineException refusal =
        catchThrowableOfType(WarmlineException.class, () -> ProspectZones.parse(name));

    assertThat(refusal.code()).isEqualTo(ProblemCode.INVALID_TIME_ZONE);
    assertThat(refusal).hasMessageContaining("give one such as America/New_York");
  }

  /** A slip of the hand is met with the place that was meant; an abbreviation is not guessed at. */
  @ParameterizedTest
  @CsvSource({
    "Europe/Lodnon, Europe/London",
    "Europe/Kiew, Europe/Kiev",
    "America/Los Angeles, America/Los_Angeles",
    "Asia/Calcuta, Asia/Calcutta",
    "utc, UTC",
    "EST, America/New_York"
  })
  void aPlaceThatIsNearlyRightIsNamed(String name, String meant) {
    assertThat(refusalOf(name)).hasMessageContaining("give one such as " + meant);
  }

  @Test
  void aRefusalRepeatsTheNameOnlyIfItIsShortAndPlain() {
    assertThat(refusalOf("Etc/GMT+5")).hasMessageStartingWith("'Etc/GMT+5' is no");
    assertThat(refusalOf("x".repeat(41))).hasMessageStartingWith("the text is no");
    assertThat(refusalOf("<b>\u0000")).hasMessageStartingWith("the text is no");
  }

  @ParameterizedTest
  @CsvSource({
    "America/New_York, America/Toronto",
    "America/New_York, America/Detroit",
    "America/New_York, US/Eastern",
    "America/Los_Angeles, US/Pacific",
    "America/Vancouver, Canada/Pacific",
    "Europe/Berlin, Europe/Paris",
    "Europe/London, Europe/Dublin",
    "Asia/Kolkata, Asia/Calcutta",
    "UTC, Atlantic/Reykjavik",
    "America/Phoenix, -07:00"
  })
  void zonesWhoseClocksAgreeShareOneRepresentative(String one, String other) {
    assertThat(ProspectZones.representative(ZoneId.of(one), NOW))
        .isEqualTo(ProspectZones.representative(ZoneId.of(other), NOW));
  }

  @ParameterizedTest
  @CsvSource({
    "America/New_York, America/Chicago",
    "America/Denver, America/Phoenix",
    "America/New_York, America/Havana",
    "America/Los_Angeles, America/Vancouver",
    "Australia/Sydney, Australia/Lord_Howe",
    "Europe/Berlin, Africa/Lagos",
    "America/New_York, -05:00"
  })
  void zonesWhoseClocksDifferAtAnyTimeDoNot(String one, String other) {
    assertThat(ProspectZones.representative(ZoneId.of(one), NOW))
        .isNotEqualTo(ProspectZones.representative(ZoneId.of(other), NOW));
  }

  /** Turkey kept to Europe's clock changes until it put one off in March 2011. */
  @ParameterizedTest
  @CsvSource({"2008-12-31T23:59:59Z, true", "2009-01-01T00:00:00Z, false"})
  void zonesThatPartWithinThreeCalendarYearsDoNotShareOne(Instant now, boolean shared) {
    ZoneId istanbul = ProspectZones.representative(ZoneId.of("Europe/Istanbul"), now);
    ZoneId helsinki = ProspectZones.representative(ZoneId.of("Europe/Helsinki"), now);

    assertThat(istanbul.equals(helsinki)).isEqualTo(shared);
  }

  @Test
  void theAnswerIsTheSameAfterManyOtherYearsWereAsked() {
    ZoneId zone = ZoneId.of("America/New_York");
    ZoneId before = ProspectZones.representative(zone, NOW);

    for (int years = 0; years < 100; years++) {
      ProspectZones.representative(zone, NOW.plus(Duration.ofDays(366L * years)));
    }

    assertThat(ProspectZones.representative(zone, NOW)).isEqualTo(before);
  }

  @Test
  void aZoneThatAgreesWithNoneStandsForItself() {
    ZoneId odd = ZoneOffset.ofHoursMinutesSeconds(1, 2, 3);

    assertThat(ProspectZones.representative(odd, NOW)).isEqualTo(odd);
  }

  @Test
  void theRepresentativesOfManyZonesAreFewAndSorted() {
    List<ZoneId> zones =
        List.of(
            ZoneId.of("Europe/Paris"),
            ZoneId.of("America/Toronto"),
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("America/New_York"));

    assertThat(List.copyOf(ProspectZones.representatives(zones, NOW)))
        .containsExactly(
            ProspectZones.representative(ZoneId.of("Europe/Paris"), NOW),
            ProspectZones.representative(ZoneId.of("America/New_York"), NOW))
        .extracting(ZoneId::getId)
        .isSorted();
  }

  @Test
  void allTheZonesOfTheWorldMakeFewGroups() {
    List<ZoneId> all = ZoneId.getAvailableZoneIds().stream().map(ZoneId::of).toList();

    assertThat(ProspectZones.representatives(all, NOW)).hasSizeLessThan(100);
  }

  @Test
  void noZonesHaveNoRepresentatives() {
    assertThat(ProspectZones.representatives(List.of(), NOW)).isEmpty();
  }

  private static WarmlineException refusalOf(String name) {
    return catchThrowableOfType(WarmlineException.class, () -> ProspectZones.parse(name));
  }
}
