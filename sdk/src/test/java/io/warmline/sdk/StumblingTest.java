package io.warmline.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.warmline.sdk.FakeServer.Reply;
import io.warmline.sdk.model.Disposition;
import io.warmline.sdk.model.LoggedCall;
import io.warmline.sdk.model.NewCall;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people trip over who use the library for the first time. */
class StumblingTest extends SdkTest {

  private static final UUID AGENT = UUID.fromString("0198f1a0-0002-7000-8000-000000000001");
  private static final NewCall NO_ANSWER = new NewCall().disposition(Disposition.NO_ANSWER);

  private static Reply lead() {
    return Reply.json(200, "{\"items\": []}");
  }

  @Test
  void aClaimHasTheWordsTheStoryAndTheTaskAtHand() {
    String body = ClaimedLeadTest.claimed().body();
    String more =
        """
        , "talkTrack": {"intent": "CALLBACK"}, "story": {"calls": []}, "task": {"kind": "FIT_CHECK"}}
        """;
    server.replies(
        Reply.json(201, body.substring(0, body.lastIndexOf('}')) + more),
        Reply.json(200, body.replaceAll(", \"lead\".*", "}").replace("15:20", "15:30")));

    ClaimedLead claim = client().claims().claimNextLead(AGENT).orElseThrow();
    claim.extend(java.time.Duration.ofMinutes(10));

    assertThat(claim.talkTrack()).isPresent();
    assertThat(claim.story()).isPresent();
    assertThat(claim.task()).isPresent();
  }

  @Test
  void anExceptionSurvivesSerialisation() throws IOException, ClassNotFoundException {
    server.replies(
        new Reply(
            400,
            Map.of("Content-Type", "application/problem+json"),
            """
            {"type": "urn:x", "title": "Not valid", "status": 400, "detail": "See errors.", "instance": "/v1/x",
             "code": "INVALID_REQUEST", "requestId": "req_1",
             "errors": [{"pointer": "/name", "code": "SIZE", "message": "must have 1 to 200 characters"}]}
            """));
    WarmlineException failure =
        catchThrowableOfType(WarmlineException.class, () -> client().leads().getLead(ID));

    WarmlineException read = (WarmlineException) throughBytes(failure);

    assertThat(read).isInstanceOf(InvalidRequestException.class).hasMessage(failure.getMessage());
    assertThat(read.code()).isEqualTo("INVALID_REQUEST");
    assertThat(read.detail()).contains("See errors.");
    assertThat(read.requestId()).isEqualTo(failure.requestId());
    assertThat(read.errors()).isEqualTo(failure.errors()).hasSize(1);
  }

  private static Object throughBytes(Object value) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return in.readObject();
    }
  }

  @Test
  void anAnswerThatCannotBeReadSaysWhyNot() {
    server.replies(new Reply(200, Map.of("Content-Type", "text/html"), "<html>Log in</html>"));

    assertThatThrownBy(() -> client().leads().getLead(ID))
        .isInstanceOfSatisfying(
            WarmlineException.class, e -> assertThat(e.code()).isEqualTo("UNREADABLE_ANSWER"))
        .hasCauseInstanceOf(IOException.class);
  }

  @Test
  void aPageOfAProxyIsNoExport() {
    server.replies(new Reply(200, Map.of("Content-Type", "text/html"), "<html>Log in</html>"));

    assertThatThrownBy(() -> client().imports().exportLeads(ID))
        .isInstanceOfSatisfying(
            WarmlineException.class, e -> assertThat(e.code()).isEqualTo("UNREADABLE_ANSWER"))
        .hasMessageContaining("text/html");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "/v1", "/v1/"})
  void theAddressMayEndWithTheVersion(String end) {
    server.replies(lead());

    WarmlineClient client =
        WarmlineClient.builder().baseUrl(server.url() + end).apiKey("wl_test_secret").build();
    client.leads().listLeads().stream().count();

    assertThat(server.lastAsked().path()).isEqualTo("/v1/leads");
  }

  @Test
  void anIdThatIsMissingIsNamed() {
    @Nullable UUID missing = null;

    assertThatThrownBy(() -> client().leads().getLead(missing))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("leadId must not be null");
  }

  @Test
  void loggingTheSameCallAgainGivesItBackAndAnotherOneIsExplained() {
    server.replies(ClaimedLeadTest.claimed(), ClaimedLeadTest.logged());
    ClaimedLead claim = client().claims().claimNextLead(AGENT).orElseThrow();
    LoggedCall logged = claim.log(NO_ANSWER);

    assertThat(claim.log(NO_ANSWER)).isEqualTo(logged);
    assertThatThrownBy(() -> claim.log(new NewCall().disposition(Disposition.BUSY)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("updateCall");
    assertThat(server.asked()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Etc/UTC", "UTC", "Z", "GMT", "Etc/Greenwich"})
  void theZoneOfAContainerIsUtc(String zone) {
    ReportPeriod period = ReportPeriod.between(LocalDate.EPOCH, LocalDate.EPOCH);

    assertThat(period.zone(ZoneId.of(zone)).query().encoded()).endsWith("zone=UTC");
  }
}
