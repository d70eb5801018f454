package io.warmline.core.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpeningTest {

  private static final Instant OPENS = Instant.parse("2026-07-27T13:00:00Z");
  private static final Instant CLOSES = Instant.parse("2026-07-28T00:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "2026-07-27T12:59:59.999999Z, false",
    "2026-07-27T13:00:00Z, true",
    "2026-07-27T23:59:59.999999Z, true",
    "2026-07-28T00:00:00Z, false"
  })
  void itsBeginningIsInAndItsEndIsOut(Instant instant, boolean within) {
    assertThat(new Opening(OPENS, CLOSES).contains(instant)).isEqualTo(within);
  }

  @Test
  void itClosesAfterItOpens() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Opening(OPENS, OPENS));
    assertThatIllegalArgumentException().isThrownBy(() -> new Opening(CLOSES, OPENS));
  }
}
