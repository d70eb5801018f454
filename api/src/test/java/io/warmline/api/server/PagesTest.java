package io.warmline.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written about running the server is true of it. */
class PagesTest {

  private static final Pattern VARIABLE = Pattern.compile("WARMLINE_[A-Z_]*[A-Z]");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `(WARMLINE_[A-Z_]+)` \\|");

  private static String read(String file) throws IOException {
    return Files.readString(Path.of("..").resolve(file));
  }

  private static List<String> found(Pattern pattern, int group, String text) {
    return pattern.matcher(text).results().map((MatchResult m) -> m.group(group)).toList();
  }

  @Test
  void theConfigurationPageHasARowForEveryVariable() throws IOException {
    assertThat(found(ROW, 1, read("docs/configuration.md")))
        .containsExactlyInAnyOrderElementsOf(Variable.names());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Dockerfile",
        "compose.yaml",
        "deploy/kubernetes.yaml",
        "deploy/warmline.service",
        "docs/deployment.md",
        "docs/observability.md",
        "SECURITY.md"
      })
  void theVariablesThatAreNamedAreKnown(String file) throws IOException {
    assertThat(Variable.names()).containsAll(found(VARIABLE, 0, read(file)));
  }

  @Test
  void whatTheImageAndTheUnitStartIsWhatTheBuildMakes() throws IOException {
    assertThat(read("Dockerfile"))
        .contains("quarkus-app/lib/", "quarkus-app/quarkus/", "quarkus-app/app/")
        .contains("\"-jar\", \"quarkus-run.jar\"");
    assertThat(read("deploy/warmline.service")).contains("-jar /opt/warmline/quarkus-run.jar");
  }

  @Test
  void everyLinkOfAPageLeadsToAFile() throws IOException {
    Pattern link = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");
    for (String page :
        List.of(
            "README.md",
            "SECURITY.md",
            "llms.txt",
            "docs/configuration.md",
            "docs/deployment.md",
            "docs/observability.md",
            "docs/versioning.md",
            "docs/mcp.md",
            "docs/sdk.md")) {
      Path folder = Path.of("..").resolve(page).getParent();
      assertThat(found(link, 1, read(page)))
          .as(page)
          .allSatisfy(target -> assertThat(folder.resolve(target)).exists());
    }
  }
}
