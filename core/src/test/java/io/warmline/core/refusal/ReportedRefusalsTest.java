package io.warmline.core.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What agents write when somebody refused, and what only sounds like it. */
class ReportedRefusalsTest {

  @ParameterizedTest
  @MethodSource("notes")
  void aNoteRefusesCallsOrDoesNot(String line) {
    assertThat(RefusalInNotes.isIn(line.substring(2))).isEqualTo(line.startsWith("+"));
  }

  static Stream<String> notes() throws IOException {
    try (InputStream in = ReportedRefusalsTest.class.getResourceAsStream("/refusals/notes.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"));
    }
  }
}
