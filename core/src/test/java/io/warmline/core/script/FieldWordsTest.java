package io.warmline.core.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmline.core.talktrack.Fact;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fields of a lead, as they go into a sentence; what does not is not known. */
class FieldWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "NEED | They're looking for 3 vans | 3 vans",
        "NEED | he is after a quote | a quote",
        "NEED | new roof, gutters & windows | new roof, gutters and windows",
        "NEED | payroll software (40 seats) | payroll software",
        "NEED | Quote for 12 seats asap | quote for 12 seats",
        "NEED | nothing right now | -",
        "PAST_PURCHASE | bought two vans | two vans",
        "PAST_PURCHASE | a van from us | a van",
        "PAST_PURCHASE | 2 vans (2019) | 2 vans",
        "CURRENT_VENDOR | Acme (since 2019) | Acme",
        "CURRENT_VENDOR | Acme & Sons Ltd. | Acme & Sons Ltd",
        "CURRENT_VENDOR | in-house | -",
        "CURRENT_VENDOR | does it himself | -",
        "REASON | your lease is up | your lease is up",
        "REASON | because the grant has gone up | the grant has gone up",
        "REASON | that your lease ends | your lease ends",
        "REASON | We have a new model | we have a new model",
        "REASON | we're in your street on Monday | we're in your street on Monday",
        "REASON | Acme closes its depot | Acme closes its depot",
        "REASON | Price drop | -",
        "REASON | new model out | -",
        "REASON | A backup. | -"
      })
  void whatIsTypedIsSaidAsInASentenceOrNotAtAll(Fact fact, String typed, String said) {
    assertThat(FieldWords.of(fact, typed)).isEqualTo(said == null ? "" : said);
  }
}
