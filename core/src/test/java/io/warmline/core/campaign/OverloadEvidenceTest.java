package io.warmline.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmline.core.campaign.OverloadEvidence.Shown;
import io.warmline.core.campaign.OverloadEvidence.Some;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * "Show me a salesperson who has too many wasted meetings AND cannot get to the hot leads, and then
 * I become a fan of better screening."
 */
class OverloadEvidenceTest {

  @ParameterizedTest(
      name = "at least {1} of {0} meetings wasted, at least {3} of {2} hot leads waited: {4}")
  @CsvSource({
    " 0, 0.00,  0, 0.00, false",
    "19, 0.90, 20, 0.90, false",
    "20, 0.90, 19, 0.90, false",
    "20, 0.30, 20, 0.90, false",
    "20, 0.31, 20, 0.10, false",
    "20, 0.31, 20, 0.11, true"
  })
  void moreScreeningTakesBothTooManyWastedMeetingsAndHotLeadsThatWaited(
      long held, double wasted, long hot, double waited, boolean justified) {
    Shown shown = new Shown(new Some(held, held, wasted), new Some(hot, hot, waited));

    assertThat(shown.justifiesMoreScreening(30)).isEqualTo(justified);
  }
}
