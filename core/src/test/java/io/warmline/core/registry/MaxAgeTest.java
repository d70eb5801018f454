package io.warmline.core.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.warmline.core.InvalidValue;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How old a list may be. */
class MaxAgeTest {

  @ParameterizedTest
  @CsvSource({
    "US, 31",
    "US-FL, 31",
    "US-TX, 31",
    "US-IN, 31",
    "US-TN, 31",
    "GB, 28",
    "SG, 21",
    "CA, 31",
    "CA-BC, 31",
    "AU, 30"
  })
  void theLimitIsThatOfThePlaceElseOfItsCountry(String jurisdiction, int days) {
    assertThat(Territory.of(jurisdiction).maxAge().orElseThrow().days()).isEqualTo(days);
  }

  @Test
  void whereNoLimitIsKnownThereIsNone() {
    assertThat(Territory.of("FR").maxAge()).isEmpty();
  }

  /** On the last of the days the list still holds; the day ends first where it begins first. */
  @Test
  void aListHoldsThroughItsLastDay() {
    LocalDate asOf = LocalDate.parse("2026-11-16");
    MaxAge american = Territory.of("US").maxAge().orElseThrow();

    assertThat(american.expiryOf(asOf)).isEqualTo(Instant.parse("2026-12-17T10:00:00Z"));
    assertThat(american.warningOf(asOf)).isEqualTo(Instant.parse("2026-12-10T10:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "us", "USA", "US-", "ZZ", "EU"})
  void whatIsNoPlaceOfThisEarthIsRefused(String code) {
    assertThatThrownBy(() -> Territory.of(code)).isInstanceOf(InvalidValue.class);
  }
}
