package io.warmline.api.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.warmline.api.server.Ledger;
import io.warmline.api.server.Ledger.Acknowledged;
import io.warmline.api.server.Ledger.Write;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Reads from a client's ledger what it was told. */
final class ClientBooks {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Set<String> OF_A_CALL =
      Set.of("id", "leadId", "claimId", "late", "notes", "phone", "disposition");

  private static final Set<String> OF_OTHERS =
      Set.of("id", "leadId", "fencingToken", "expiresAt", "externalId", "dueAt", "createdByCallId");

  private final Ledger ledger;
  private final Predicate<Instant> counts;

  /**
   * @param counts of what was heard when is to be kept
   */
  ClientBooks(Ledger ledger, Predicate<Instant> counts) {
    this.ledger = ledger;
    this.counts = counts;
  }

  /** What was acknowledged by this operation. */
  List<Acknowledged> acknowledged(String path) {
    return ledger.acknowledged(path).stream().filter(a -> counts.test(a.heard())).toList();
  }

  /** Of an answer, what the auditor asks for: a long run has many. */
  static JsonNode kept(JsonNode answer) {
    ObjectNode kept = only(answer, OF_OTHERS);
    if (answer.has("call")) {
      kept.set("call", only(answer.get("call"), OF_A_CALL));
    }
    if (answer.has("callback")) {
      kept.set("callback", only(answer.get("callback"), OF_OTHERS));
    }
    if (answer.has("fencingToken")) {
      kept.put("phone", answer.path("phone").asText());
    }
    return kept;
  }

  private static ObjectNode only(JsonNode node, Set<String> fields) {
    ObjectNode kept = JSON.createObjectNode();
    fields.stream().filter(node::hasNonNull).forEach(field -> kept.set(field, node.get(field)));
    return kept;
  }

  List<Told.Lead> leads() {
    return acknowledged("/v1/leads").stream()
        .map(a -> new Told.Lead(text(a.body(), "externalId"), text(a.body(), "id")))
        .distinct()
        .toList();
  }

  List<Told.Claim> claims() {
    Map<String, Instant> letGo = letGo();
    return acknowledged("/v1/claims").stream()
        .filter(a -> a.status() == 201)
        .map(
            a ->
                new Told.Claim(
                    text(a.body(), "id"),
                    text(a.body(), "leadId"),
                    text(a.body(), "phone"),
                    a.body().get("fencingToken").asLong(),
                    a.heard(),
                    Instant.parse(text(a.body(), "expiresAt")),
                    Optional.ofNullable(letGo.get(text(a.body(), "id")))))
        .toList();
  }

  /** When a client began to end a claim, answered or not. */
  private Map<String, Instant> letGo() {
    Map<String, Instant> first = new HashMap<>();
    for (Write write : ledger.sent(path -> path.equals("/v1/calls") || path.endsWith("/release"))) {
      String claim =
          write.path().equals("/v1/calls")
              ? read(write.body()).get("claimId").asText()
              : write.path().split("/")[3];
      first.merge(claim, ledger.firstSent(write), (a, b) -> a.isBefore(b) ? a : b);
    }
    return first;
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Told.Call> calls() {
    return acknowledged("/v1/calls").stream().map(this::call).toList();
  }

  private Told.Call call(Acknowledged logged) {
    JsonNode call = logged.body().get("call");
    return new Told.Call(
        logged.write().key(),
        text(call, "id"),
        text(call, "leadId"),
        text(call, "claimId"),
        text(call, "phone"),
        call.get("late").asBoolean(),
        text(call, "disposition").equals("DO_NOT_CALL"),
        ledger.firstSent(logged.write()),
        logged.heard());
  }

  List<Told.Promise> promises() {
    return acknowledged("/v1/calls").stream()
        .map(a -> a.body().path("callback"))
        .filter(callback -> callback.hasNonNull("createdByCallId"))
        .map(
            callback ->
                new Told.Promise(
                    text(callback, "id"),
                    text(callback, "leadId"),
                    text(callback, "createdByCallId"),
                    Instant.parse(text(callback, "dueAt"))))
        .distinct()
        .toList();
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText();
  }
}
