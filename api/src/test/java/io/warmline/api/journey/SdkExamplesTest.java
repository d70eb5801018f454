package io.warmline.api.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.standardwebhooks.Webhook;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.warmline.api.TestTenant;
import io.warmline.core.PostgresForTests;
import io.warmline.sdk.WarmlineClient;
import io.warmline.sdk.model.NewCampaign;
import io.warmline.sdk.model.NewLead;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The programs of {@code sdk/examples}, run as their readers run them. */
@QuarkusTest
@TestProfile(Daytime.Profile.class)
@QuarkusTestResource(PostgresForTests.class)
class SdkExamplesTest {

  private static final Path EXAMPLES = Path.of("../sdk/examples");
  private static final String NO_SIGNATURE = "no signature of the message fits";

  @Inject TestTenant tenants;

  /** One second for the signature and the header: the clock may tick between them. */
  private final long signedAt = Instant.now().getEpochSecond();

  @TestHTTPResource URI server;

  private String key = "";

  @BeforeEach
  void twoLeads() {
    key = tenants.create();
    WarmlineClient warmline =
        WarmlineClient.builder().baseUrl(server.toString()).apiKey(key).build();
    UUID campaign =
        warmline
            .campaigns()
            .createCampaign(
                new NewCampaign().name("Spring").defaultCountry("US").timeZone("America/New_York"))
            .value()
            .getId();
    for (String phone : List.of("504-621-8927", "810-292-9388")) {
      warmline.leads().createLead(new NewLead().campaignId(campaign).phones(List.of(phone)));
    }
  }

  static Stream<Arguments> programs() {
    return Stream.of(
        arguments("CallingDay", List.of("1. ", "2. ", "Nobody may be called now.")),
        arguments("ImportLeads", List.of("COMPLETED: 1 created, 1 rejected", "line 3: ")),
        arguments("SetMeeting", List.of("Ask: ", "Set for 10:00 in America/Chicago")),
        arguments("WeeklyReport", List.of("metric,numerator,denominator,rate")),
        arguments(
            "Gateway",
            List.of(
                "answered 200", "1 campaigns", "raw: 0 agent at most", "later: NOT_FOUND", "true")),
        arguments("Dialler", List.of("The lead is tried again from ", "2 calls.")),
        arguments(
            "AgainstTheFake",
            List.of(
                "ok: it was tried again, and logged once",
                "ok: nobody else may be called",
                "ok: the promise comes back when it is due")),
        arguments(
            "SupervisorMorning",
            List.of("0 promises are late", "Spring: 2 can be called now", "agents in the report")));
  }

  @Test
  void everyProgramIsRun() throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(
                      programs().map(program -> program.get()[0]),
                      Stream.of("FollowEvents", "WebhookReceiver"))
                  .map(program -> program + ".java")
                  .toList());
    }
  }

  @ParameterizedTest
  @MethodSource("programs")
  void theProgramSaysWhatItShould(String program, List<String> lines)
      throws IOException, InterruptedException {
    assertThat(run(program)).contains(lines);
  }

  @Test
  void whoeverFollowsEventsGoesOnWhereHeWas(@TempDir Path folder)
      throws IOException, InterruptedException {
    String position = folder.resolve("position").toString();

    String first = run("FollowEvents", position, "2");
    String second = run("FollowEvents", position, "3");

    assertThat(first).contains("1 campaign.created", "2 lead.created", "Stopped after 2.");
    assertThat(second).contains("3 lead.created", "Stopped after 3.").doesNotContain("2 lead");
  }

  private String run(String program, String... arguments) throws IOException, InterruptedException {
    ProcessBuilder java = java(program, arguments);
    java.environment().put("WARMLINE_URL", server.toString());
    java.environment().put("WARMLINE_API_KEY", key);
    Process process = java.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  private static ProcessBuilder java(String program, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(EXAMPLES.resolve(program + ".java").toString());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }

  @Test
  void theReceiverBelievesWhatIsSignedAndDoesNothingTwice() throws Exception {
    String secret = "whsec_" + Base64.getEncoder().encodeToString(new byte[32]);
    ProcessBuilder java = java("WebhookReceiver");
    java.environment().putAll(Map.of("WARMLINE_WEBHOOK_SECRET", secret, "PORT", "0"));
    Process process = java.redirectErrorStream(true).start();
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      String listening = output.readLine();
      assertThat(listening).startsWith("Listening on ");
      URI receiver = URI.create("http://localhost:" + listening.split(" ")[2] + "/warmline");
      String call =
          """
          {"sequence":1,"type":"call.logged","occurredAt":"2026-11-18T15:15:00Z","subjectId":"%1$s",
           "data":{"leadId":"%1$s","campaignId":"%1$s","agentId":"%1$s","disposition":"BUSY","late":false}}
          """
              .formatted(new UUID(0, 1));

      assertThat(post(receiver, "msg_1", call, "v1,AAAA")).isEqualTo(401);
      String signature = signature(secret, "msg_2", call);
      assertThat(post(receiver, "msg_2", call, signature)).isEqualTo(204);
      assertThat(post(receiver, "msg_2", call, signature)).isEqualTo(204);
      assertThat(
              post(
                  receiver,
                  "msg_3",
                  call.replace("BUSY", "SALE"),
                  signature(secret, "msg_3", call)))
          .isEqualTo(401);

      assertThat(List.of(output.readLine(), output.readLine(), output.readLine()))
          .containsExactlyInAnyOrder(
              "Refused: " + NO_SIGNATURE, "A call: BUSY", "Refused: " + NO_SIGNATURE);
    } finally {
      process.destroy();
    }
  }

  private String signature(String secret, String id, String body) throws Exception {
    return new Webhook(secret).sign(id, signedAt, body);
  }

  private int post(URI receiver, String id, String body, String signature)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(receiver)
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(signedAt))
                .header("webhook-signature", signature)
                .POST(BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.discarding())
        .statusCode();
  }
}
