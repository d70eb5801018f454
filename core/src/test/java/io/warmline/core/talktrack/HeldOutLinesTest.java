package io.warmline.core.talktrack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The linter on lines of somebody who did not know its table. */
class HeldOutLinesTest {

  @ParameterizedTest
  @MethodSource("lines")
  void aTrainerWouldAgree(CallKind kind, String words, Set<LintCode> expected) {
    List<LintCode> found =
        Linter.lint(kind, Scope.LINE, words).stream().map(Finding::code).toList();

    if (expected.isEmpty()) {
      assertThat(found).isEmpty();
    } else {
      assertThat(found).containsAll(expected);
    }
  }

  static Stream<Object[]> lines() throws IOException {
    try (InputStream file =
        HeldOutLinesTest.class.getResourceAsStream("/talk-tracks/heldout-lines.tsv")) {
      String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      return text
          .lines()
          .filter(line -> !line.startsWith("#") && !line.startsWith("~"))
          .map(line -> line.split("\t"))
          .map(line -> new Object[] {CallKind.valueOf(line[0]), line[1], codes(line[2])})
          .toList()
          .stream();
    }
  }

  private static Set<LintCode> codes(String text) {
    return text.equals("-")
        ? Set.of()
        : Arrays.stream(text.split(",")).map(LintCode::valueOf).collect(Collectors.toSet());
  }
}
