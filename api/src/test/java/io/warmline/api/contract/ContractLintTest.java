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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The contract as the two linters see it that are used most, with the rules that they recommend.
 * npm gets them; where there is no npm, or no way to its registry, a test is skipped and says why.
 */
class ContractLintTest {

  private static final String REDOCLY = "@redocly/cli@2.77.0";
  private static final String SPECTRAL = "@stoplight/spectral-cli@6.15.0";
  private static final Path SPECTRAL_RULES = Path.of("..", ".spectral.yaml");
  private static final int PATIENCE_SECONDS = 180;

  /**
   * Data of events are named by {@code x-data-by-type}; a tracked link answers 302 alone; the ids
   * of suppressions are UUIDs, which {@code imports} is not.
   */
  private static final List<String> KNOWN =
      List.of("no-unused-components", "operation-2xx-response", "no-ambiguous-paths");

  @TempDir Path folder;

  @Test
  void redoclyHasNothingToSay() throws IOException, InterruptedException {
    List<String> arguments =
        new ArrayList<>(List.of("redocly", "lint", absolute(ContractFile.PATH)));
    arguments.addAll(List.of("--extends", "recommended", "--format", "json"));
    KNOWN.forEach(rule -> arguments.addAll(List.of("--skip-rule", rule)));

    String report = run(REDOCLY, arguments);

    assumeTrue(report.contains("\"totals\""), () -> skipped(REDOCLY));
    assertThat(json(report, "{").path("problems"))
        .extracting(
            problem ->
                problem.path("ruleId").asText()
                    + " "
                    + problem.at("/location/0/pointer").asText()
                    + ": "
                    + problem.path("message").asText())
        .isEmpty();
  }

  @Test
  void spectralHasNothingToSay() throws IOException, InterruptedException {
    assertThat(spectral(ContractFile.PATH)).isEmpty();
  }

  /** An unknown tag, an example without a value, an operation that cannot fail. */
  @Test
  void spectralFindsWhatIsWrong() throws IOException, InterruptedException {
    Path wrong = folder.resolve("wrong.yaml");
    Files.writeString(
        wrong,
        """
        openapi: 3.0.3
        info: {title: Wrong, version: '1', description: Wrong., contact: {name: Nobody}}
        servers: [{url: /}]
        tags: [{name: Leads, description: Leads.}]
        paths:
          /v1/leads:
            get:
              operationId: listLeads
              tags: [Lead]
              summary: List leads.
              description: Lists leads
              parameters:
              - {name: q, in: query, schema: {type: string}, examples: {one: {summary: One}, leftOut: {summary: Left out}}}
              responses:
                '200': {description: Leads.}
        """);

    assertThat(spectral(wrong))
        .map(found -> found.substring(0, found.indexOf(' ')))
        .containsExactlyInAnyOrder(
            "operation-tag-defined",
            "example-has-a-value",
            "operation-may-fail",
            "summary-is-a-title",
            "description-is-sentences");
  }

  private List<String> spectral(Path contract) throws IOException, InterruptedException {
    String report =
        run(
            SPECTRAL,
            List.of(
                "spectral",
                "lint",
                absolute(contract),
                "--ruleset",
                absolute(SPECTRAL_RULES),
                "--format",
                "json",
                "--quiet"));
    assertThat(complaints()).content().doesNotContain("Error running Spectral");
    assumeTrue(report.contains("["), () -> skipped(SPECTRAL));
    return StreamSupport.stream(json(report, "[").spliterator(), false)
        .map(
            problem ->
                problem.path("code").asText()
                    + " "
                    + StreamSupport.stream(problem.path("path").spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining("/"))
                    + ": "
                    + problem.path("message").asText())
        .toList();
  }

  private static String absolute(Path file) {
    return file.toAbsolutePath().normalize().toString();
  }

  /** What a linter has written; empty if npm could not run it. */
  private String run(String linter, List<String> arguments)
      throws IOException, InterruptedException {
    assumeTrue(hasNpm(), () -> "no npm on the path: " + linter + " was not run");
    List<String> command =
        new ArrayList<>(List.of("npm", "exec", "--yes", "--package", linter, "--"));
    command.addAll(arguments);
    Path said = folder.resolve("said.json");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(said.toFile())
            .redirectError(complaints().toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "REDOCLY_TELEMETRY", "off",
                "npm_config_fetch_retries", "0",
                "npm_config_prefer_offline", "true",
                "npm_config_update_notifier", "false"));
    Process process = builder.start();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      return "";
    }
    return Files.readString(said, StandardCharsets.UTF_8);
  }

  private static JsonNode json(String report, String begin) throws IOException {
    return new ObjectMapper().readTree(report.substring(report.indexOf(begin)));
  }

  private Path complaints() {
    return folder.resolve("complaints.txt");
  }

  private String skipped(String linter) {
    return "npm could not run " + linter + ", the contract was not linted by it: " + end();
  }

  private static boolean hasNpm() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .map(place -> Path.of(place, "npm"))
        .anyMatch(Files::isExecutable);
  }

  private String end() {
    try {
      String text = Files.readString(complaints(), StandardCharsets.UTF_8).strip();
      return text.substring(Math.max(0, text.length() - 500));
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
