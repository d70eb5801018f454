package io.warmline.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.warmline.api.server.Ledger.Acknowledged;
import io.warmline.api.server.Ledger.Write;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the packaged server, its PostgreSQL, and both, without warning and under load; then holds
 * the server to everything it had acknowledged.
 */
class CrashIT {

  private static final int CALLERS = 6;
  private static final Duration LOAD = Duration.ofSeconds(4);
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final String ALL_DAY =
      List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday").stream()
          .map(day -> "\"" + day + "\": [{\"from\": \"00:00\", \"to\": \"24:00\"}]")
          .collect(Collectors.joining(", ", "{", "}"));

  @TempDir Path folder;

  private ServerProcess server;
  private Ledger ledger;
  private String campaign;
  private List<Caller> callers;

  private interface Blow {
    void strike() throws IOException;
  }

  @BeforeEach
  void start() throws IOException {
    server = ServerProcess.startOn(folder);
    ledger = new Ledger(server);
    campaign =
        ledger.create(
            "/v1/campaigns",
            """
            {"name": "Crash", "defaultCountry": "US", "timeZone": "America/New_York", "callingHours": %s,
             "policy": {"leaseSeconds": %d, "maxClaimsPerAgent": 10000}}\
            """
                .formatted(ALL_DAY, LEASE.toSeconds()));
    callers =
        IntStream.range(0, CALLERS)
            .mapToObj(
                i ->
                    new Caller(
                        ledger,
                        campaign,
                        ledger.create("/v1/agents", "{\"name\": \"Agent %d\"}".formatted(i)),
                        i))
            .toList();
  }

  @AfterEach
  void stop() throws IOException {
    if (server != null) {
      server.stop();
    }
  }

  @Test
  void whatWasAcknowledgedOutlivesEveryCrashAndHappenedOnce() throws Exception {
    int open = afterBlow(server::kill, server::restart);
    open += afterBlow(server::killPostgres, server::awaitReady);
    open +=
        afterBlow(
            () -> {
              server.kill();
              server.killPostgres();
            },
            server::restart);

    System.out.printf(
        "acknowledged: %d leads, %d claims, %d calls; repeated after crashes: %d requests%n",
        ledger.acknowledged("/v1/leads").size(),
        ledger.acknowledged("/v1/claims").size(),
        ledger.acknowledged("/v1/calls").size(),
        open);
    assertThat(open).as("requests that a crash left without an answer").isPositive();
    assertThat(ledger.unanswered()).isEmpty();
    assertThat(ledger.refused())
        .as("refused, though no lease had run out while the server was away")
        .filteredOn(answer -> !answer.contains("CLAIM_EXPIRED"))
        .isEmpty();
    everyLeadIsThereOnce();
    everyCallIsThereOnce();
    everyPromiseIsKept();
    nobodyWhoAskedNotToBeCalledIsCalled();
    everyClaimWasGivenOnce();
    noLeadIsStuck();
  }

  /**
   * Works under load, strikes, brings the server back and repeats what got no answer; returns how
   * much that was.
   */
  private int afterBlow(Blow blow, Blow remedy) throws Exception {
    List<Thread> threads = callers.stream().map(Thread::new).toList();
    threads.forEach(Thread::start);
    ServerProcess.pause(LOAD);
    blow.strike();
    ServerProcess.pause(Duration.ofMillis(200));
    callers.forEach(Caller::stop);
    for (Thread thread : threads) {
      thread.join();
    }
    remedy.strike();
    return ledger.repeatUnanswered();
  }

  private void everyLeadIsThereOnce() throws IOException {
    Map<String, List<String>> byExternalId =
        ledger.list("/v1/leads?campaignId=" + campaign).stream()
            .collect(
                Collectors.groupingBy(
                    l -> text(l, "externalId"),
                    Collectors.mapping(l -> text(l, "id"), Collectors.toList())));
    List<Acknowledged> acknowledged = ledger.acknowledged("/v1/leads");
    assertThat(byExternalId)
        .hasSize((int) acknowledged.stream().map(a -> a.write().key()).distinct().count());
    for (Acknowledged lead : acknowledged) {
      assertThat(byExternalId.get(lead.write().key())).containsExactly(text(lead.body(), "id"));
    }
  }

  private void everyCallIsThereOnce() throws IOException {
    Map<String, List<JsonNode>> byNotes =
        ledger.list("/v1/calls?campaignId=" + campaign).stream()
            .collect(Collectors.groupingBy(c -> text(c, "notes")));
    List<Acknowledged> acknowledged = ledger.acknowledged("/v1/calls");
    assertThat(byNotes)
        .hasSize((int) acknowledged.stream().map(a -> a.write().key()).distinct().count());
    for (Acknowledged logged : acknowledged) {
      List<JsonNode> calls = byNotes.get(logged.write().key());
      JsonNode promised = logged.body().get("call");
      assertThat(calls).as(logged.write().key()).hasSize(1);
      for (String field :
          List.of("id", "leadId", "claimId", "agentId", "disposition", "startedAt", "phone")) {
        assertThat(calls.get(0).get(field)).as(field).isEqualTo(promised.get(field));
      }
    }
  }

  private void everyPromiseIsKept() throws IOException {
    Map<String, JsonNode> callbacks =
        ledger.list("/v1/callbacks?campaignId=" + campaign).stream()
            .collect(Collectors.toMap(c -> text(c, "id"), Function.identity()));
    Set<String> promised = new HashSet<>();
    for (Acknowledged logged : withDisposition("CALLBACK_REQUESTED")) {
      JsonNode callback = logged.body().get("callback");
      JsonNode kept = callbacks.get(text(callback, "id"));
      promised.add(text(callback, "id"));
      assertThat(kept).as("callback of %s", logged.write().key()).isNotNull();
      for (String field :
          List.of("leadId", "dueAt", "latestAt", "words", "createdByCallId", "status")) {
        assertThat(kept.get(field)).as(field).isEqualTo(callback.get(field));
      }
    }
    assertThat(callbacks.keySet()).isEqualTo(promised);
  }

  private void nobodyWhoAskedNotToBeCalledIsCalled() throws IOException {
    Map<String, List<JsonNode>> byPhone =
        ledger.list("/v1/suppressions").stream()
            .collect(Collectors.groupingBy(s -> text(s, "phone")));
    for (Acknowledged logged : withDisposition("DO_NOT_CALL")) {
      JsonNode call = logged.body().get("call");
      assertThat(byPhone.get(text(call, "phone"))).as(logged.write().key()).hasSize(1);
      assertThat(text(ledger.get("/v1/leads/" + text(call, "leadId")), "status"))
          .isEqualTo("DO_NOT_CALL");
    }
  }

  private List<Acknowledged> withDisposition(String disposition) {
    return ledger.acknowledged("/v1/calls").stream()
        .filter(a -> text(a.body().get("call"), "disposition").equals(disposition))
        .toList();
  }

  private void everyClaimWasGivenOnce() throws Exception {
    Set<String> acknowledged = new HashSet<>();
    Set<String> tokens = new HashSet<>();
    for (Acknowledged claim : ledger.acknowledged("/v1/claims")) {
      if (claim.status() == 201 && acknowledged.add(text(claim.body(), "id"))) {
        assertThat(
                tokens.add(text(claim.body(), "leadId") + "/" + text(claim.body(), "fencingToken")))
            .isTrue();
        JsonNode kept = ledger.get("/v1/claims/" + text(claim.body(), "id"));
        assertThat(text(kept, "leadId")).isEqualTo(text(claim.body(), "leadId"));
        assertThat(text(kept, "fencingToken")).isEqualTo(text(claim.body(), "fencingToken"));
      }
    }
    assertThat(count("select count(*) from claim where campaign_id = '%s'".formatted(campaign)))
        .isEqualTo(acknowledged.size());
  }

  /** Leases lapse by themselves; then every lead is closed, waits for a time, or can be claimed. */
  private void noLeadIsStuck() throws Exception {
    Instant until = Instant.now().plus(LEASE).plusSeconds(20);
    while (count("select count(*) from queue_entry where state = 'LEASED'") > 0
        && Instant.now().isBefore(until)) {
      ServerProcess.pause(Duration.ofMillis(500));
    }
    assertThat(count("select count(*) from queue_entry where state = 'LEASED'"))
        .as("leases that never end")
        .isZero();
    assertThat(count("select count(*) from claim where status = 'ACTIVE'"))
        .as("claims that never end")
        .isZero();
    assertThat(
            count(
                "select count(*) from lead l where not exists (select from queue_entry q where"
                    + " q.lead_id = l.id)"))
        .as("leads outside the queue")
        .isZero();
    assertThat(
            count(
                "select count(*) from queue_entry where state = 'WAITING'"
                    + " and (blocked_by = 'CLAIMED' or not_before < now() - interval '5 s')"))
        .as("leads that wait for nothing")
        .isZero();
    long ready =
        count(
            "select count(*) from queue_entry where state = 'READY' and campaign_id = '%s'"
                .formatted(campaign));

    assertThat(claimAll()).hasSize((int) ready);
  }

  private List<String> claimAll() {
    String agent = ledger.create("/v1/agents", "{\"name\": \"Last\"}");
    List<String> leads = new ArrayList<>();
    for (int i = 0; ; i++) {
      JsonNode answer =
          ledger
              .send(
                  new Write(
                      "last-" + i,
                      "/v1/claims/batch",
                      """
                      {"agentId": "%s", "campaignIds": ["%s"], "limit": 50}\
                      """
                          .formatted(agent, campaign)))
              .orElseThrow();
      if (!answer.hasNonNull("items")) {
        return leads;
      }
      answer.get("items").forEach(claim -> leads.add(text(claim, "leadId")));
    }
  }

  private long count(String sql) throws IOException, SQLException {
    try (Connection connection = DriverManager.getConnection(server.jdbcUrl());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText();
  }
}
