package io.warmline.api.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.warmline.api.server.Ledger.Write;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * An agent's client at work: brings a lead, claims one, reports a call; again and again, whatever
 * the server does.
 */
final class Caller implements Runnable {

  private static final String CALL =
      """
      {"claimId": "%s", "disposition": "%s", "notes": "%s", "durationSeconds": 30%s}\
      """;

  private final Ledger ledger;
  private final String campaign;
  private final String agent;
  private final int number;
  private volatile boolean working = true;
  private int turn;

  Caller(Ledger ledger, String campaign, String agent, int number) {
    this.ledger = ledger;
    this.campaign = campaign;
    this.agent = agent;
    this.number = number;
  }

  void stop() {
    working = false;
  }

  @Override
  public void run() {
    working = true;
    while (working) {
      turn++;
      bringLead();
      claim().ifPresent(this::report);
    }
  }

  private void bringLead() {
    String id = "lead-" + number + "-" + turn;
    String phone = "+4144" + (3_000_000 + number * 10_000 + turn);
    boolean sent =
        ledger
            .send(
                write(
                    id,
                    "/v1/leads",
                    """
                    {"campaignId": "%s", "externalId": "%s", "phones": ["%s"], "company": "Firm %s"}\
                    """
                        .formatted(campaign, id, phone, id)))
            .isPresent();
    if (!sent) {
      ServerProcess.pause(Duration.ofMillis(50));
    }
  }

  private Optional<JsonNode> claim() {
    return ledger
        .send(
            write(
                "claim-" + number + "-" + turn,
                "/v1/claims",
                """
                {"agentId": "%s", "campaignIds": ["%s"]}\
                """
                    .formatted(agent, campaign)))
        .filter(answer -> answer.hasNonNull("id"));
  }

  /** Of ten claims one is left to lapse, one is given back. */
  private void report(JsonNode claim) {
    String id = claim.get("id").asText();
    String key = "call-" + number + "-" + turn;
    switch (turn % 10) {
      case 0 -> {}
      case 1 ->
          ledger.send(
              write(
                  "release-" + number + "-" + turn,
                  "/v1/claims/" + id + "/release",
                  """
                  {"agentId": "%s", "reason": "SKIPPED"}\
                  """
                      .formatted(agent)));
      case 2, 3, 4 ->
          ledger.send(
              write(key, "/v1/calls", CALL.formatted(id, "CALLBACK_REQUESTED", key, promise())));
      case 5, 6 -> ledger.send(write(key, "/v1/calls", CALL.formatted(id, "DO_NOT_CALL", key, "")));
      default -> ledger.send(write(key, "/v1/calls", CALL.formatted(id, "NO_ANSWER", key, "")));
    }
  }

  private String promise() {
    Instant dueAt =
        Instant.now().plus(Duration.ofDays(2)).plusSeconds(turn).truncatedTo(ChronoUnit.SECONDS);
    return ", \"callback\": {\"dueAt\": \"%s\", \"words\": \"call me in two days\"}"
        .formatted(dueAt);
  }

  private static Write write(String key, String path, String body) {
    return new Write(key, path, body);
  }
}
