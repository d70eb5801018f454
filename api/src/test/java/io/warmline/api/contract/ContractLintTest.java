package io.warmline.api.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The contract as the linter sees it that is used most, with the rules that it recommends. npm gets
 * it; where there is no npm, or no way to its registry, the test is skipped and says why.
 */
class ContractLintTest {

  private static final String LINTER = "@redocly/cli@2.77.0";
  private static final int PATIENCE_SECONDS = 180;

  /**
   * Data of events are named by {@code x-data-by-type}; a tracked link answers 302 alone; the ids
   * of suppressions are UUIDs, which {@code imports} is not.
   */
  private static final List<String> KNOWN =
      List.of("no-unused-components", "operation-2xx-response", "no-ambiguous-paths");

  @TempDir Path folder;

  @Test
  void theLinterHasNothingToSay() throws IOException, InterruptedException {
    assumeTrue(hasNpm(), "no npm on the path: the contract was not linted");
    Path said = folder.resolve("said.json");
    Path complaints = folder.resolve("complaints.txt");
    List<String> command =
        new ArrayList<>(
            List.of("npm", "exec", "--yes", "--package", LINTER, "--", "redocly", "lint"));
    command.add(ContractFile.PATH.toAbsolutePath().normalize().toString());
    command.addAll(List.of("--extends", "recommended", "--format", "json"));
    KNOWN.forEach(rule -> command.addAll(List.of("--skip-rule", rule)));
    ProcessBuilder linter =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(said.toFile())
            .redirectError(complaints.toFile());
    linter
        .environment()
        .putAll(
            Map.of(
                "REDOCLY_TELEMETRY", "off",
                "npm_config_fetch_retries", "0",
                "npm_config_prefer_offline", "true",
                "npm_config_update_notifier", "false"));
    Process process = linter.start();
    boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (!ended) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    String output = Files.readString(said, StandardCharsets.UTF_8);
    assumeTrue(
        ended && output.contains("\"totals\""),
        () -> "npm could not run " + LINTER + ": the contract was not linted: " + end(complaints));

    JsonNode report = new ObjectMapper().readTree(output.substring(output.indexOf('{')));

    assertThat(report.path("problems"))
        .extracting(
            problem ->
                problem.path("ruleId").asText()
                    + " "
                    + problem.at("/location/0/pointer").asText()
                    + ": "
                    + problem.path("message").asText())
        .isEmpty();
  }

  private static boolean hasNpm() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .map(place -> Path.of(place, "npm"))
        .anyMatch(Files::isExecutable);
  }

  private static String end(Path file) {
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8).strip();
      return text.substring(Math.max(0, text.length() - 500));
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
