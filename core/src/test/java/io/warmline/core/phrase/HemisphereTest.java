package io.warmline.core.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the seasons are the other way round. */
class HemisphereTest {

  @ParameterizedTest
  @CsvSource({
    "US, NORTHERN",
    "GB, NORTHERN",
    "IN, NORTHERN",
    "AU, SOUTHERN",
    "NZ, SOUTHERN",
    "ZA, SOUTHERN",
    "BR, SOUTHERN"
  })
  void aCountryIsWhereMostOfItsPeopleLive(String country, Hemisphere hemisphere) {
    assertThat(Hemisphere.of(country)).isEqualTo(hemisphere);
  }
}
