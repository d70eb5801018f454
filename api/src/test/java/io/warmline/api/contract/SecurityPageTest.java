package io.warmline.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/security.md} names the tests that hold what it says. */
class SecurityPageTest {

  private static final Path ROOT = Path.of("..");
  private static final Pattern NAMED = Pattern.compile("`(\\w+Test)`");

  @Test
  void everyTestThatThePageNamesIsThere() throws IOException {
    List<String> named =
        NAMED
            .matcher(Files.readString(ROOT.resolve("docs/security.md")))
            .results()
            .map(found -> found.group(1) + ".java")
            .toList();
    try (Stream<Path> files =
        Stream.concat(
            Files.walk(ROOT.resolve("core/src/test")), Files.walk(ROOT.resolve("api/src/test")))) {
      assertThat(files.map(file -> String.valueOf(file.getFileName())).collect(Collectors.toSet()))
          .containsAll(named);
    }
    assertThat(named).hasSizeGreaterThan(25);
  }

  @Test
  void everyItemOfTheListIsThere() throws IOException {
    String page = Files.readString(ROOT.resolve("docs/security.md"));

    for (int item = 1; item <= 10; item++) {
      assertThat(page).contains("| API" + item + " ");
    }
  }
}
