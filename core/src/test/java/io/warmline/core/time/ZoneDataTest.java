package io.warmline.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneDataTest {

  @ParameterizedTest(name = "{0} in {1}: {2}")
  @CsvSource({
    "2025-12-01T20:00:00Z, America/Vancouver, 2025-12-01T12:00-08:00",
    "2026-03-08T09:59:59Z, America/Vancouver, 2026-03-08T01:59:59-08:00",
    "2026-03-08T10:00:00Z, America/Vancouver, 2026-03-08T03:00-07:00",
    "2026-07-01T19:00:00Z, America/Vancouver, 2026-07-01T12:00-07:00",
    "2026-11-19T05:15:00Z, America/Vancouver, 2026-11-18T22:15-07:00",
    "2030-01-01T07:00:00Z, Canada/Pacific, 2030-01-01T00:00-07:00",
    "2026-11-19T05:15:00Z, America/Los_Angeles, 2026-11-18T21:15-08:00"
  })
  void britishColumbiaKeepsTheClockOfMarch2026(Instant at, ZoneId zone, OffsetDateTime wall) {
    assertThat(ZoneData.at(at, zone)).isEqualTo(wall);
  }

  @ParameterizedTest
  @ValueSource(strings = {"America/New_York", "Europe/Paris", "Australia/Lord_Howe", "UTC"})
  void allOthersAreAsTheRuntimeKnowsThem(ZoneId zone) {
    assertThat(ZoneData.rules(zone)).isEqualTo(zone.getRules());
  }

  @Test
  void aTimeOnTheWallIsAnInstant() {
    assertThat(
            ZoneData.instantOf(
                LocalDateTime.parse("2026-11-19T09:00"), ZoneId.of("America/Vancouver")))
        .isEqualTo(Instant.parse("2026-11-19T16:00:00Z"));
  }

  @Test
  void theVersionIsNamed() {
    assertThat(ZoneData.version()).matches("20\\d\\d[a-z]+");
    assertThat(ZoneData.isCorrected())
        .isEqualTo(ZoneData.version().compareTo(ZoneData.NEWEST_CORRECTION) < 0);
  }
}
