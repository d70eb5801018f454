package io.warmline.core.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CallbackPhrasesTest {

  /** The wall clock in New York at which the sample's phrases are spoken. */
  private static final String SPOKEN = "2026-11-18T10:15\tAmerica/New_York\t\t";

  private static final PhraseContext AT =
      PhraseContext.of(Instant.parse("2026-11-18T15:15:00Z"), ZoneId.of("America/New_York"));

  @ParameterizedTest
  @MethodSource("sample")
  void thePhrasesOfTheSampleAreUnderstood(PhraseRow row) {
    assertThat(row.difference()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("more")
  void phrasesOfOtherPlacesAndSeasonsAreUnderstood(PhraseRow row) {
    assertThat(row.difference()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("unseen")
  void phrasesWrittenByOthersAreUnderstood(PhraseRow row) {
    assertThat(row.difference()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "try me Tuesday after lunch, not the mobile | \"not\".",
        "Thursday frobnicated at three pm | \"frobnicated\".",
        "frob Monday gnarl at 3pm | \"frob\", \"gnarl\".",
      })
  void theWordsInDoubtAreNamed(String words, String named) {
    assertThat(warnings(words))
        .singleElement()
        .isEqualTo(
            new Warning(
                WarningCode.NOT_UNDERSTOOD,
                "Not understood, and it may change the time: " + named));
  }

  @Test
  void ofManyWordsInDoubtTheFirstAreNamed() {
    String words = "Monday a1b, 3x z, won't q4q, not 5y, never 6y, nor 7y, minus 8y, except 9y";

    assertThat(warnings(words))
        .filteredOn(warning -> warning.code() == WarningCode.NOT_UNDERSTOOD)
        .singleElement()
        .satisfies(warning -> assertThat(warning.sentence()).endsWith(", and more."));
  }

  @Test
  void aSignOfSeveralWordsIsUnderstoodOrNot() {
    PhraseReading reading = CallbackPhrases.read("\u3379 hours, back in a year", AT);

    assertThat(reading.understood()).contains(new Span(0, 7));
    assertThat(reading.notUnderstood()).doesNotContain(new Span(0, 1));
  }

  private static List<Warning> warnings(String words) {
    return ((Interpretation.Resolved) CallbackPhrases.interpret(words, AT)).doubts().warnings();
  }

  static Stream<PhraseRow> sample() {
    return PhraseRow.read("callback-phrases.tsv", SPOKEN);
  }

  static Stream<PhraseRow> more() {
    return PhraseRow.read("more-phrases.tsv", "");
  }

  static Stream<PhraseRow> unseen() {
    return PhraseRow.read("unseen-phrases.tsv", "");
  }
}
