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

/** {@code docs/policies.md} names the tests that hold the policies. */
class PoliciesPageTest {

  private static final Path ROOT = Path.of("..");
  private static final Pattern NAMED = Pattern.compile("`(\\w+Test)\\.(\\w+)`");

  @Test
  void everyPromiseNamesATestThatIsThere() throws IOException {
    List<String> named =
        NAMED
            .matcher(Files.readString(ROOT.resolve("docs/policies.md")))
            .results()
            .map(found -> found.group(1) + "." + found.group(2))
            .toList();

    assertThat(named).hasSizeGreaterThan(80);
    assertThat(named).allSatisfy(test -> assertThat(isThere(test)).as(test).isTrue());
  }

  @Test
  void everyPromiseNamesATest() throws IOException {
    assertThat(Files.readAllLines(ROOT.resolve("docs/policies.md")))
        .filteredOn(line -> line.startsWith("| ") && !line.startsWith("| promise"))
        .allSatisfy(line -> assertThat(NAMED.matcher(line).find()).as(line).isTrue());
  }

  private static boolean isThere(String test) throws IOException {
    int dot = test.indexOf('.');
    String file = test.substring(0, dot) + ".java";
    String method = "void " + test.substring(dot + 1) + "(";
    for (String module : List.of("core", "api")) {
      if (has(ROOT.resolve(module).resolve("src/test/java"), file, method)) {
        return true;
      }
    }
    return false;
  }

  private static boolean has(Path sources, String name, String method) throws IOException {
    try (Stream<Path> files = Files.walk(sources)) {
      Optional<Path> file = files.filter(path -> path.endsWith(name)).findFirst();
      return file.isPresent() && Files.readString(file.get()).contains(method);
    }
  }
}
