package io.warmline.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmline.core.campaign.OverloadEvidence.Shown;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * "Show me a salesperson who has too many wasted meetings AND cannot get to the hot leads, and then
 * I become a fan of better screening."
 */
class OverloadEvidenceTest {

  @ParameterizedTest(name = "{0} held, {1} unqualified, {2} of {3} hot leads past their time: {4}")
  @CsvSource({
    " 0,  0, 0,  0, false",
    " 0,  0, 5, 10, false",
    "10,  3, 1, 10, false",
    "10,  4, 0, 10, false",
    "10,  4, 1, 10, true",
    "10, 10, 9, 10, true"
  })
  void moreScreeningTakesBothTooManyWastedMeetingsAndHotLeadsThatWaited(
      long held, long unqualified, long late, long hot, boolean justified) {
    assertThat(new Shown(held, unqualified, hot, late).justifiesMoreScreening(30))
        .isEqualTo(justified);
  }
}
