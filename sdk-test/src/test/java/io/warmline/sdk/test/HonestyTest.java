package io.warmline.sdk.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.warmline.sdk.ConnectionException;
import io.warmline.sdk.InvalidRequestException;
import io.warmline.sdk.NotFoundException;
import io.warmline.sdk.RequestOption;
import io.warmline.sdk.ServerException;
import io.warmline.sdk.WarmlineException;
import io.warmline.sdk.model.Disposition;
import io.warmline.sdk.model.NewAgent;
import io.warmline.sdk.model.NewCall;
import io.warmline.sdk.model.NewClient;
import io.warmline.sdk.model.NewLead;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Faults that are injected, answers that are scripted, and what the fake does not know. */
class HonestyTest {
  private final FakeWarmline server = FakeWarmline.start();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void whatIsRefusedForAWhileIsTriedAgainAndTheClockMoves() {
    server.fault(
        "listAgents",
        Fault.tooManyRequests(Duration.ofSeconds(7)),
        Fault.unavailable(Duration.ofMillis(2500)));

    assertThat(server.client().agents().listAgents().items()).isEmpty();

    assertThat(server.asked()).hasSize(3);
    assertThat(server.clock().instant()).isEqualTo(FakeWarmline.START.plusSeconds(10));
  }

  @Test
  void aFailureThatStaysIsSaid() {
    server.fault("listAgents", Fault.internalError());

    assertThatThrownBy(() -> server.builder().maxRetries(0).build().agents().listAgents())
        .isInstanceOfSatisfying(
            ServerException.class, e -> assertThat(e.code()).isEqualTo("INTERNAL_ERROR"));
  }

  @Test
  void anAnswerThatIsLostIsNoSecondAgent() {
    server.fault("createAgent", Fault.lostAnswer());

    var agent = server.client().agents().createAgent(new NewAgent().name("Ana"));

    assertThat(server.asked()).hasSize(2);
    assertThat(server.client().agents().listAgents().items()).containsExactly(agent.value());
  }

  @Test
  void aRequestThatIsLostIsSentAgain() {
    server.fault("createAgent", Fault.lostRequest());

    server.client().agents().createAgent(new NewAgent().name("Ana"));

    assertThat(server.client().agents().listAgents().items()).hasSize(1);
  }

  @Test
  void silenceIsATimeOut() {
    server.fault("listAgents", Fault.silence());

    assertThatThrownBy(
            () ->
                server
                    .client()
                    .agents()
                    .listAgents(
                        RequestOption.requestTimeout(Duration.ofMillis(200)),
                        RequestOption.maxRetries(0)))
        .isInstanceOfSatisfying(
            ConnectionException.class, e -> assertThat(e.code()).isEqualTo("TIMEOUT"));
  }

  @Test
  void aScriptedAnswerIsGivenWhateverIsAsked() {
    server.script("getAgent", Reply.problem(403, "NOT_ALLOWED", "No."));

    assertThatThrownBy(() -> server.client().agents().getAgent(UUID.randomUUID()))
        .isInstanceOfSatisfying(
            WarmlineException.class, e -> assertThat(e.code()).isEqualTo("NOT_ALLOWED"));
  }

  @Test
  void anExampleIsGivenToWhatTheExampleAsks() {
    var handoff =
        server
            .client()
            .handOffs()
            .getHandoff(UUID.fromString("0198f1a0-0010-7000-8000-000000000001"));

    assertThat(handoff.value().getLeadId()).isNotNull();
  }

  @Test
  void anotherThanTheExampleIsRefusedByName() {
    WarmlineException refused =
        catchThrowableOfType(
            WarmlineException.class,
            () -> server.client().clients().createClient(new NewClient().name("Mine")));

    assertThat(refused.code()).isEqualTo("NOT_FAKED");
    assertThat(refused).hasMessageContaining("createClient");
    server.scriptExample("createClient");
    assertThat(
            server.client().clients().createClient(new NewClient().name("Mine")).value().getName())
        .isNotEqualTo("Mine");
  }

  @Test
  void aFieldWithConsequencesIsNotPassedOver() {
    Day day = new Day(server.client());

    assertThatThrownBy(
            () ->
                day.warmline
                    .leads()
                    .createLead(
                        new NewLead()
                            .campaignId(day.campaign)
                            .phones(List.of("212-555-0123"))
                            .language("es")))
        .isInstanceOfSatisfying(
            WarmlineException.class,
            e ->
                assertThat(e)
                    .hasMessageContaining("language")
                    .hasMessageContaining("does not know"));
    assertThatThrownBy(() -> day.log(Disposition.FAX_OR_MODEM))
        .isInstanceOfSatisfying(
            WarmlineException.class, e -> assertThat(e.code()).isEqualTo("NOT_FAKED"));
  }

  @Test
  void whatTheContractRefusesTheFakeRefuses() {
    var raw = server.client().raw();

    assertThatThrownBy(() -> raw.sendJson("POST", "/v1/agents", java.util.Map.of("nam", "x")))
        .isInstanceOfSatisfying(
            InvalidRequestException.class,
            e ->
                assertThat(e.errors())
                    .extracting(error -> error.getPointer())
                    .containsExactlyInAnyOrder("/name", "/nam"));
    assertThatThrownBy(() -> raw.send("GET", "/v1/agents", RequestOption.query("limit", "0")))
        .isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> raw.send("GET", "/v1/agents", RequestOption.query("pages", "2")))
        .isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> raw.send("GET", "/v1/agent")).isInstanceOf(NotFoundException.class);
  }

  @Test
  void aKeyThatItDoesNotTakeIsRefused() {
    assertThatThrownBy(() -> server.builder().apiKey("wl_test_other").build().agents().listAgents())
        .isInstanceOfSatisfying(
            WarmlineException.class, e -> assertThat(e.status()).isEqualTo(401));
  }

  @Test
  void timeDoesNotGoBack() {
    assertThatThrownBy(() -> server.clock().advanceTo(Instant.EPOCH))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anOperationThatIsNoneCannotBeScripted() {
    assertThatThrownBy(() -> server.fault("logCal", Fault.silence()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("logCal");
  }

  @Test
  void aReportIsKeptAsItWasSent() {
    Day day = new Day(server.client());

    day.log(new NewCall().disposition(Disposition.NO_ANSWER).durationSeconds(25));

    Asked last = server.asked().get(server.asked().size() - 1);
    assertThat(last.operation()).isEqualTo("logCall");
    assertThat(last.body()).contains("\"durationSeconds\":25");
    assertThat(last).hasToString("Asked[logCall]");
  }
}
