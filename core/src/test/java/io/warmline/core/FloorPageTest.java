package io.warmline.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/floor.md} names the tests that hold what it says. */
class FloorPageTest {

  private static final Path ROOT = Path.of("..");
  private static final Pattern NAMED = Pattern.compile("`(\\w+Test)\\.(\\w+)`");

  @Test
  void everyTestThatThePageNamesIsThere() throws IOException {
    List<String[]> named =
        NAMED
            .matcher(Files.readString(ROOT.resolve("docs/floor.md")))
            .results()
            .map(found -> new String[] {found.group(1), found.group(2)})
            .toList();

    assertThat(named).hasSizeGreaterThan(35);
    assertThat(named)
        .allSatisfy(
            test -> assertThat(isThere(test[0], test[1])).as("%s.%s", test[0], test[1]).isTrue());
  }

  private static boolean isThere(String test, String method) throws IOException {
    for (String module : List.of("core", "api")) {
      Path sources = ROOT.resolve(module).resolve("src/test/java");
      try (Stream<Path> files = Files.walk(sources)) {
        Optional<Path> file = files.filter(path -> path.endsWith(test + ".java")).findFirst();
        if (file.isPresent()) {
          return Files.readString(file.get()).contains("void " + method + "(");
        }
      }
    }
    return false;
  }
}
