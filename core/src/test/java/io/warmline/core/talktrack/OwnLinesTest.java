package io.warmline.core.talktrack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Our own table of lines: two halves, and what was written after the rules. What the linter found
 * of each when it was first run is told in the documentation; from then on it must not find less.
 */
class OwnLinesTest {

  private record Line(CallKind kind, Scope scope, String words, String code) {

    static Line of(String row) {
      String[] columns = row.split("\t");
      boolean whole = columns[0].endsWith("+");
      return new Line(
          CallKind.valueOf(columns[0].replace("+", "")),
          whole ? Scope.OPENER : Scope.LINE,
          columns[1],
          columns[2]);
    }

    boolean isGood() {
      return code.equals("-");
    }

    List<String> codes() {
      return Linter.lint(kind, scope, words).stream().map(found -> found.code().name()).toList();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lines-worked-with.tsv",
        "lines-kept-back.tsv",
        "lines-afterwards.tsv",
        "lines-of-a-third-lot.tsv",
        "lines-of-a-fourth-lot.tsv",
        "lines-of-a-fifth-lot.tsv",
        "lines-of-a-fifth-lot-kept-back.tsv",
        "lines-of-a-sixth-lot.tsv",
        "lines-of-a-seventh-lot.tsv",
        "lines-of-an-eighth-lot.tsv",
        "lines-of-an-eighth-lot-kept-back.tsv",
        "lines-of-a-ninth-lot.tsv",
        "lines-of-a-ninth-lot-kept-back.tsv",
        "lines-of-a-tenth-lot.tsv",
        "lines-of-an-eleventh-lot.tsv",
        "lines-of-an-eleventh-lot-kept-back.tsv",
        "lines-of-a-twelfth-lot.tsv",
        "lines-of-a-thirteenth-lot-kept-back.tsv",
        "lines-of-a-fourteenth-lot-kept-back.tsv",
        "lines-of-a-fifteenth-lot.tsv",
        "lines-of-a-sixteenth-lot-kept-back.tsv",
        "lines-of-a-seventeenth-lot.tsv",
        "lines-of-a-seventeenth-lot-kept-back.tsv",
        "lines-of-an-eighteenth-lot.tsv",
        "lines-of-a-nineteenth-lot.tsv",
        "lines-of-a-nineteenth-lot-kept-back.tsv",
        "lines-of-a-twentieth-lot.tsv",
        "lines-of-a-twenty-first-lot.tsv"
      })
  void nineOfTenBadLinesAreFoundWithTheirCode(String file) throws IOException {
    List<Line> bad = lines(file).stream().filter(line -> !line.isGood()).toList();

    List<String> missed =
        bad.stream().filter(line -> !line.codes().contains(line.code())).map(Line::words).toList();

    assertThat(missed).hasSizeLessThanOrEqualTo(bad.size() / 10);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lines-worked-with.tsv",
        "lines-kept-back.tsv",
        "lines-afterwards.tsv",
        "lines-of-a-third-lot.tsv",
        "lines-of-a-fourth-lot.tsv",
        "lines-of-a-fifth-lot.tsv",
        "lines-of-a-fifth-lot-kept-back.tsv",
        "lines-of-a-sixth-lot.tsv",
        "lines-of-a-seventh-lot.tsv",
        "lines-of-an-eighth-lot.tsv",
        "lines-of-an-eighth-lot-kept-back.tsv",
        "lines-of-a-ninth-lot.tsv",
        "lines-of-a-ninth-lot-kept-back.tsv",
        "lines-of-a-tenth-lot.tsv",
        "lines-of-an-eleventh-lot.tsv",
        "lines-of-an-eleventh-lot-kept-back.tsv",
        "lines-of-a-twelfth-lot.tsv",
        "lines-of-a-thirteenth-lot-kept-back.tsv",
        "lines-of-a-fourteenth-lot-kept-back.tsv",
        "lines-of-a-fifteenth-lot.tsv",
        "lines-of-a-sixteenth-lot-kept-back.tsv",
        "lines-of-a-seventeenth-lot.tsv",
        "lines-of-a-seventeenth-lot-kept-back.tsv",
        "lines-of-an-eighteenth-lot.tsv",
        "lines-of-a-nineteenth-lot.tsv",
        "lines-of-a-nineteenth-lot-kept-back.tsv",
        "lines-of-a-twentieth-lot.tsv",
        "lines-of-a-twenty-first-lot.tsv"
      })
  void goodLinesAndWholeOpenersAreLeftAlone(String file) throws IOException {
    assertThat(lines(file).stream().filter(Line::isGood))
        .allSatisfy(line -> assertThat(line.codes()).as(line.words()).isEmpty());
  }

  private static List<Line> lines(String name) throws IOException {
    try (InputStream file = OwnLinesTest.class.getResourceAsStream("/talk-tracks/" + name)) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(Line::of)
          .toList();
    }
  }
}
