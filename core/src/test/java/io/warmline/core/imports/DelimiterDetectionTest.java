package io.warmline.core.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DelimiterDetectionTest {

  /**
   * To a comma every line of the note is a record of its own, and all of them have two fields: more
   * than the file has rows. None of them is a header, and there is one.
   */
  @ParameterizedTest
  @ValueSource(chars = {'|', ';', '\t'})
  void aLongNoteWithCommasDoesNotOutweighTheHeader(char delimiter) {
    String file =
        """
        "phone"|"name"|"city"|"notes"
        "2127365001"|"Ann Lee"|"Boston"|"called in May,
        wants a price,
        for forty seats,
        and a second one,
        for ten more,
        by the end of June,
        said Ann,
        not before"
        """
            .replace('|', delimiter);

    assertThat(DelimiterDetection.of(file)).isEqualTo(delimiter);
  }
}
