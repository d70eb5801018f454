package io.warmline.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentilesTest {

  @ParameterizedTest
  @CsvSource({
    "3 1 2, 0.5, 2",
    "1 2 3 4, 0.5, 2.5",
    "1 2 3 4, 0, 1",
    "1 2 3 4, 1, 4",
    "5, 0.9, 5",
    "0 10, 0.9, 9"
  })
  void betweenTwoRanksIsInterpolated(String values, double share, double expected) {
    List<Double> numbers = Arrays.stream(values.split(" ")).map(Double::valueOf).toList();

    assertThat(new Percentiles(numbers).at(share)).hasValue(expected);
  }

  @Test
  void ofNothingThereIsNone() {
    assertThat(new Percentiles(List.of()).at(0.5)).isEmpty();
  }

  @Test
  void theLimitItselfIsWithin() {
    assertThat(new Percentiles(List.of(4.9, 5.0, 5.1)).atMost(5)).isEqualTo(2);
  }
}
