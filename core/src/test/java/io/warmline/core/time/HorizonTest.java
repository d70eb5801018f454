package io.warmline.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.warmline.core.InvalidValue;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class HorizonTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 18);

  @Test
  void tenYearsAheadIsTheLastDay() {
    assertThatCode(() -> Horizon.require(LocalDate.of(2036, 11, 18), TODAY, "/revisitOn"))
        .doesNotThrowAnyException();
  }

  @Test
  void aDayLaterIsTooFar() {
    assertThatThrownBy(() -> Horizon.require(LocalDate.of(2036, 11, 19), TODAY, "/revisitOn"))
        .isInstanceOfSatisfying(
            InvalidValue.class,
            e ->
                assertThat(e.violations().get(0).message())
                    .isEqualTo("must be within ten years, by 2036-11-18; it is 2036-11-19"));
  }
}
