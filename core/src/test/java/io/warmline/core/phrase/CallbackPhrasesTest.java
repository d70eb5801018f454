package io.warmline.core.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CallbackPhrasesTest {

  /** The wall clock in New York at which the sample's phrases are spoken. */
  private static final String SPOKEN = "2026-11-18T10:15\tAmerica/New_York\t\t";

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
