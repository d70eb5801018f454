package io.warmline.api.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.warmline.api.server.Ledger.Write;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/**
 * An agent's client at work: brings a lead, claims one, reports a call; again and again, whatever
 * the server does.
 */
public final class Caller implements Runnable {

  /**
   * How somebody works.
   *
   * @param pace the pause after each turn
   * @param reportsLate whether a call under a lease that has run out is reported all the same
   * @param sharesNumbers whether some leads have a number that leads of the other callers have too
   * @param soon in how many seconds every tenth lead is to be called back; 0: in days, like all
   */
  public record Habits(Duration pace, boolean reportsLate, boolean sharesNumbers, int soon) {
    static final Habits PLAIN = new Habits(Duration.ZERO, false, false, 0);
  }

  /** A claim that was left to lapse. */
  private record Lapsing(String claim, Instant until, String key) {}

  /** Between the end of a lease and the late report. */
  private static final Duration LATENESS = Duration.ofSeconds(2);

  private static final String CALL =
      """
      {"claimId": "%s", "disposition": "%s", "notes": "%s", "durationSeconds": 30%s}\
      """;

  private final Ledger ledger;
  private final String campaign;
  private final String agent;
  private final int number;
  private final Habits habits;
  private final Queue<Lapsing> lapsing = new ArrayDeque<>();
  private volatile boolean working = true;
  private int turn;

  Caller(Ledger ledger, String campaign, String agent, int number) {
    this(ledger, campaign, agent, number, Habits.PLAIN);
  }

  public Caller(Ledger ledger, String campaign, String agent, int number, Habits habits) {
    this.habits = habits;
    this.ledger = ledger;
    this.campaign = campaign;
    this.agent = agent;
    this.number = number;
  }

  public void stop() {
    working = false;
  }

  @Override
  public void run() {
    working = true;
    while (working) {
      turn++;
      bringLead();
      claim().ifPresent(this::report);
      reportLapsed();
      ServerProcess.pause(habits.pace());
    }
  }

  private void bringLead() {
    String id = "lead-" + number + "-" + turn;
    boolean sent =
        ledger
            .send(
                write(
                    id,
                    "/v1/leads",
                    """
                    {"campaignId": "%s", "externalId": "%s", "phones": ["%s"], "company": "Firm %s"}\
                    """
                        .formatted(campaign, id, phone(), id)))
            .isPresent();
    if (!sent) {
      ServerProcess.pause(habits.pace().multipliedBy(10).plusMillis(50));
    }
  }

  private String phone() {
    boolean shared = habits.sharesNumbers() && turn % 7 == 0;
    return "+4144" + (shared ? 2_000_000 + turn : 3_000_000 + number * 100_000 + turn);
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
      case 0 ->
          lapsing.add(
              new Lapsing(id, Instant.parse(claim.get("expiresAt").asText()), "late-" + key));
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

  private void reportLapsed() {
    Instant now = Instant.now();
    while (habits.reportsLate()
        && !lapsing.isEmpty()
        && lapsing.peek().until().plus(LATENESS).isBefore(now)) {
      Lapsing one = lapsing.remove();
      ledger.send(
          write(one.key(), "/v1/calls", CALL.formatted(one.claim(), "NO_ANSWER", one.key(), "")));
    }
  }

  /** What is to come soon is not put in words: these would mean another time. */
  private String promise() {
    boolean soon = habits.soon() > 0 && turn % 10 == 4;
    Duration wait = soon ? Duration.ofSeconds(habits.soon()) : Duration.ofDays(2);
    Instant dueAt = Instant.now().plus(wait).plusSeconds(turn % 60).truncatedTo(ChronoUnit.SECONDS);
    return ", \"callback\": {\"dueAt\": \"%s\"%s}"
        .formatted(dueAt, soon ? "" : ", \"words\": \"call me in two days\"");
  }

  private static Write write(String key, String path, String body) {
    return new Write(key, path, body);
  }
}
