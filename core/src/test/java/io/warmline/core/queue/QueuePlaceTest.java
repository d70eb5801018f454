package io.warmline.core.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmline.core.queue.QueuePlace.Reason;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueuePlaceTest {

  private static final Instant DUE = Instant.parse("2026-11-18T18:00:00Z");

  @ParameterizedTest(name = "{0}, overdue {1}: {2}")
  @CsvSource({
    "CALLBACK, false, CALLBACK_DUE",
    "CALLBACK, true, CALLBACK_OVERDUE",
    "WARM, false, WARM",
    "RETRY, false, RETRY",
    "COLD, false, COLD"
  })
  void theTierIsTheWeightiestReason(Tier tier, boolean overdue, String code) {
    QueuePlace place = new QueuePlace(tier, 10, DUE, overdue);

    assertThat(place.reasons())
        .extracting(Reason::code)
        .containsExactly(code, "SCORE", "DUE_SINCE");
  }

  @Test
  void aScoreOfZeroIsNoReason() {
    QueuePlace place = new QueuePlace(Tier.COLD, 0, DUE, false);

    assertThat(place.reasons()).extracting(Reason::code).containsExactly("COLD", "DUE_SINCE");
  }

  @Test
  void aReasonTellsTheTimePromised() {
    QueuePlace place = new QueuePlace(Tier.CALLBACK, 0, DUE, false);

    assertThat(place.reasons().get(0).detail()).contains("2026-11-18T18:00:00Z");
  }

  @Test
  void everyTierInUseIsFoundByItsNumber() {
    for (Tier tier : Tier.values()) {
      assertThat(Tier.of(tier.number())).isEqualTo(tier);
    }
  }
}
