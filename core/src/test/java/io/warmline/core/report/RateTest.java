package io.warmline.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Published values: R. G. Newcombe, Statistics in Medicine 17 (1998), method 3. */
class RateTest {

  @ParameterizedTest
  @CsvSource({
    "81, 263, 0.2553, 0.3662",
    "15, 148, 0.0624, 0.1605",
    " 0,  20, 0.0000, 0.1611",
    " 1,  29, 0.0061, 0.1718",
    "20,  20, 0.8389, 1.0000"
  })
  void theIntervalIsWilsons(long numerator, long denominator, double low, double high) {
    Rate.Interval interval = new Rate(numerator, denominator).interval().orElseThrow();

    assertThat(interval.low()).isCloseTo(low, within(0.00005));
    assertThat(interval.high()).isCloseTo(high, within(0.00005));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 3, 20, 49, 1000, 123_457})
  void anIntervalBeginsAtNoneAndEndsAtAllToTheLastDigit(long n) {
    assertThat(new Rate(0, n).interval().orElseThrow().low()).isEqualTo(0.0);
    assertThat(new Rate(n, n).interval().orElseThrow().high()).isEqualTo(1.0);
  }

  @Test
  void ofNothingThereIsNoShare() {
    assertThat(new Rate(0, 0).value()).isEmpty();
    assertThat(new Rate(0, 0).interval()).isEmpty();
  }

  @Test
  void moreThanOneIsNoShareAndHasNoInterval() {
    assertThat(new Rate(7, 2).value()).hasValue(3.5);
    assertThat(new Rate(7, 2).interval()).isEmpty();
  }
}
