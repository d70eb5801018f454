package io.warmline.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\t\r\n",
        "\u00A0",
        "\u200B\u200D",
        "\u202E",
        "\u2028",
        "\u3000",
        "\u3164",
        "\u2800",
        "\uFEFF",
        "\u0301",
        "\u00AD \u2060"
      })
  void whatShowsNothingIsNotThere(String text) {
    assertThat(VisibleText.isIn(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", " a ", ".", "0", "é", "e\u0301", "李", "\u05D0", "🙂", "-", "\u200Bx"})
  void whatShowsSomethingIs(String text) {
    assertThat(VisibleText.isIn(text)).isTrue();
  }
}
