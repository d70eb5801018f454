package io.warmline.api.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.warmline.api.TestTenant;
import io.warmline.core.PostgresForTests;
import io.warmline.sdk.ClaimedLead;
import io.warmline.sdk.WarmlineClient;
import io.warmline.sdk.model.CallbackPromise;
import io.warmline.sdk.model.CallingHours;
import io.warmline.sdk.model.Campaign;
import io.warmline.sdk.model.Disposition;
import io.warmline.sdk.model.LoggedCall;
import io.warmline.sdk.model.NewAgent;
import io.warmline.sdk.model.NewCall;
import io.warmline.sdk.model.NewCampaign;
import io.warmline.sdk.model.NewLead;
import io.warmline.sdk.model.TimeWindow;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The main job through the SDK, and the README's example, against the real server. */
@QuarkusTest
@TestProfile(Daytime.Profile.class)
@QuarkusTestResource(PostgresForTests.class)
class SdkCallingDayTest {

  private static final Path README = Path.of("../README.md");
  private static final Path EXAMPLE =
      Path.of("../sdk/src/test/java/io/warmline/sdk/example/ReadmeExample.java");

  @Inject TestTenant tenants;

  @TestHTTPResource URI server;

  private String key = "";
  private WarmlineClient warmline = WarmlineClient.builder().apiKey("none").build();
  private UUID agent = new UUID(0, 0);

  @BeforeEach
  void twoLeadsAndAnAgent() {
    key = tenants.create();
    warmline = WarmlineClient.builder().baseUrl(server.toString()).apiKey(key).build();
    List<TimeWindow> allDay = List.of(new TimeWindow().from("00:00").to("24:00"));
    CallingHours always =
        new CallingHours()
            .monday(allDay)
            .tuesday(allDay)
            .wednesday(allDay)
            .thursday(allDay)
            .friday(allDay)
            .saturday(allDay)
            .sunday(allDay);
    Campaign campaign =
        warmline
            .campaigns()
            .createCampaign(
                new NewCampaign()
                    .name("Spring")
                    .defaultCountry("US")
                    .timeZone("America/New_York")
                    .callingHours(always))
            .value();
    for (String phone : List.of("504-621-8927", "810-292-9388")) {
      warmline
          .leads()
          .createLead(
              new NewLead().campaignId(campaign.getId()).firstName("James").phones(List.of(phone)));
    }
    agent = warmline.agents().createAgent(new NewAgent().name("Dave Miller")).value().getId();
  }

  @Test
  void aPromiseComesBackBeforeAnyColdLead() throws InterruptedException {
    LoggedCall logged;
    try (ClaimedLead claim = warmline.claims().claimNextLead(agent).orElseThrow()) {
      CallbackPromise soon =
          new CallbackPromise()
              .words("in two seconds")
              .dueAt(Daytime.now().atOffset(ZoneOffset.UTC).plusSeconds(2));
      logged = claim.log(new NewCall().disposition(Disposition.CALLBACK_REQUESTED).callback(soon));
    }
    Thread.sleep(2500);

    try (ClaimedLead due = warmline.claims().claimNextLead(agent).orElseThrow()) {
      assertThat(due.callback().orElseThrow().getId()).isEqualTo(logged.getCallback().getId());
      assertThat(due.lead().getId()).isEqualTo(logged.getCall().getLeadId());
    }
  }

  @Test
  void aClaimThatIsClosedWithoutACallIsGivenBack() {
    UUID first;
    try (ClaimedLead claim = warmline.claims().claimNextLead(agent).orElseThrow()) {
      first = claim.lead().getId();
    }

    try (ClaimedLead again = warmline.claims().claimNextLead(agent).orElseThrow()) {
      assertThat(again.lead().getId()).isEqualTo(first);
    }
  }

  @Test
  void theExampleOfTheReadmeRuns() throws IOException, InterruptedException {
    ProcessBuilder java =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "io.warmline.sdk.example.ReadmeExample");
    java.environment().put("WARMLINE_URL", server.toString());
    java.environment().put("WARMLINE_API_KEY", key);

    Process process = java.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output)
        .contains(
            "Call James on +15046218927", "Never called before.", "comes back as a due callback");
    assertThat(warmline.callbacks().listCallbacks().stream()).hasSize(1);
  }

  @Test
  void theReadmeShowsTheExampleThatIsTested() throws IOException {
    List<String> lines = Files.readAllLines(EXAMPLE);
    int from = lines.indexOf("    // tag::readme[]") + 1;
    int to = lines.indexOf("    // end::readme[]");
    String example =
        String.join(
            "\n",
            lines.subList(from, to).stream().map(line -> line.replaceFirst("^    ", "")).toList());

    assertThat(Files.readString(README)).contains(example);
  }
}
