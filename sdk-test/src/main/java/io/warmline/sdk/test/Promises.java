package io.warmline.sdk.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.warmline.sdk.test.Book.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Callbacks: promised, put off, kept and cancelled. */
final class Promises {
  private static final Set<String> FAKED =
      Set.of("leadId", "dueAt", "latestAt", "words", "agentId", "note");

  private final Book book;
  private final Queue queue;
  private final Registers registers;

  /** What words mean, as the test says. */
  final Map<String, Duration> meanings = new ConcurrentHashMap<>();

  Promises(Book book, Queue queue, Registers registers) {
    this.book = book;
    this.queue = queue;
    this.registers = registers;
  }

  Reply createCallback(Asked.Call call) {
    Thing lead = book.get(Kind.LEAD, call.body().path("leadId").asText());
    if (lead.isAny("DO_NOT_CALL", "DISQUALIFIED")) {
      throw new Refusal(
          409,
          "LEAD_NOT_CALLABLE",
          "The lead is " + lead.text("status") + ": no callback can be promised.");
    }
    queue
        .promise(lead)
        .ifPresent(
            open -> {
              throw new Refusal(
                  409,
                  "CALLBACK_OPEN",
                  "The callback " + open.id() + " of this lead is open. Reschedule it instead.");
            });
    Thing callback = promise(lead, call.body(), "", Optional.empty());
    lead.set("status", "CALLBACK_PENDING").changed(book.now());
    return callback.created("/v1/callbacks");
  }

  /** Enters a promise; its fields are those of {@code NewCallback} or {@code CallbackPromise}. */
  Thing promise(Thing lead, JsonNode body, String pointer, Optional<String> call) {
    Timing timing = timing(lead, body, pointer);
    ObjectNode fields = Asked.Call.none();
    fields
        .put("leadId", lead.id())
        .put("campaignId", lead.text("campaignId"))
        .put("status", "SCHEDULED")
        .put("dueAt", timing.due().toString())
        .put("latestAt", timing.latest().toString())
        .put("resolution", timing.resolution());
    for (String field : List.of("words", "agentId", "note")) {
      if (body.has(field)) {
        fields.set(field, body.path(field));
      }
    }
    if (fields.has("agentId")) {
      book.get(Kind.AGENT, fields.path("agentId").asText());
    }
    fields.put("deferrals", 0).put("deferredAgainAndAgain", false);
    call.ifPresent(id -> fields.put("createdByCallId", id));
    fields.putArray("history");
    fields.put("createdAt", book.now().toString()).put("updatedAt", book.now().toString());
    Thing callback = book.add(Kind.CALLBACK, fields);
    ObjectNode data = book.tell("callback.scheduled", callback, book.now());
    data.put("leadId", lead.id()).put("campaignId", lead.text("campaignId"));
    if (fields.has("agentId")) {
      data.put("agentId", fields.path("agentId").asText());
    }
    data.put("dueAt", timing.due().toString());
    return callback;
  }

  /** The prospect puts it off, or nobody was reached. */
  void move(Thing callback, Instant due, Instant latest, String resolution, String why) {
    ArrayNode history = callback.node().withArray("history");
    ObjectNode step =
        history
            .addObject()
            .put("from", callback.text("dueAt"))
            .put("to", due.toString())
            .put("at", book.now().toString())
            .put("why", why);
    if (callback.node().has("overdueSince")) {
      step.put("overdueSince", callback.text("overdueSince"));
    }
    callback.node().remove("overdueSince");
    callback
        .set("dueAt", due)
        .set("latestAt", latest)
        .set("resolution", resolution)
        .set("status", "SCHEDULED")
        .changed(book.now());
    ObjectNode data = book.tell("callback.rescheduled", callback, book.now());
    data.put("leadId", callback.text("leadId")).put("dueAt", due.toString()).put("reason", why);
    if (callback.node().has("agentId")) {
      data.put("agentId", callback.text("agentId"));
    }
  }

  /** Puts a promise off to what a report of a call says. */
  void defer(Thing callback, Thing lead, JsonNode body) {
    Timing timing = timing(lead, body, "/callback");
    for (String field : List.of("words", "agentId", "note")) {
      if (body.has(field)) {
        callback.node().set(field, body.path(field));
      }
    }
    callback.node().put("deferrals", callback.node().path("deferrals").asInt() + 1);
    move(callback, timing.due(), timing.latest(), timing.resolution(), "DEFERRED");
  }

  void keep(Thing callback, Thing call) {
    callback.set("status", "KEPT").set("keptByCallId", call.id()).changed(book.now());
    book.tell("callback.kept", callback, book.now())
        .put("leadId", callback.text("leadId"))
        .put("callId", call.id());
  }

  void cancel(Thing callback, String reason) {
    callback
        .set("status", "CANCELLED")
        .set("cancelReason", reason)
        .set("cancelledBy", "FIRM")
        .changed(book.now());
    book.tell("callback.cancelled", callback, book.now())
        .put("leadId", callback.text("leadId"))
        .put("cancelledBy", "FIRM")
        .put("reason", reason);
  }

  private record Timing(Instant due, Instant latest, String resolution) {}

  private Timing timing(Thing lead, JsonNode body, String pointer) {
    Registers.requireFaked(body, FAKED, "callbacks");
    JsonNode policy = book.get(Kind.CAMPAIGN, lead.text("campaignId")).node().path("policy");
    Duration grace = Duration.ofMinutes(Math.max(15, policy.path("callbackGraceMinutes").asInt()));
    Instant due;
    String resolution;
    if (body.has("dueAt")) {
      due = OffsetDateTime.parse(body.path("dueAt").asText()).toInstant();
      resolution = "GIVEN";
    } else if (body.has("words")) {
      due = book.now().plus(meaning(body.path("words").asText()));
      resolution = "WORDS";
    } else {
      due = book.now().plus(Duration.ofMinutes(policy.path("callbackDefaultDelayMinutes").asInt()));
      resolution = "DEFAULT_DELAY";
    }
    if (!due.isAfter(book.now())) {
      throw Refusal.invalid(pointer + "/dueAt", "IN_THE_PAST", "must be in the future");
    }
    Instant latest =
        body.has("latestAt")
            ? OffsetDateTime.parse(body.path("latestAt").asText()).toInstant()
            : due.plus(grace);
    if (!latest.isAfter(due)) {
      throw Refusal.invalid(pointer + "/latestAt", "INVALID_VALUE", "must be after dueAt");
    }
    return new Timing(due, latest, resolution);
  }

  private Duration meaning(String words) {
    Duration meaning = meanings.get(words);
    if (meaning == null) {
      throw Refusal.notFaked(
          "What these words mean nobody told: say it with understands(words, duration), or give"
              + " dueAt.");
    }
    return meaning;
  }

  Reply listCallbacks(Asked.Call call) {
    Stream<Thing> all =
        registers.filtered(Kind.CALLBACK, call, "campaignId", "agentId", "leadId", "status");
    return book.page(
        all.filter(callback -> fits(call, "due", callback, callback.isAny("DUE", "CLAIMED")))
            .filter(
                callback -> fits(call, "overdue", callback, callback.node().has("overdueSince")))
            .sorted(Comparator.comparing(callback -> callback.time("dueAt").orElseThrow())),
        call);
  }

  /** Both are asked of open callbacks alone. */
  private static boolean fits(Asked.Call call, String parameter, Thing callback, boolean value) {
    return call.query(parameter).stream()
        .allMatch(
            wanted -> !callback.isAny("KEPT", "CANCELLED") && wanted.equals(String.valueOf(value)));
  }

  Reply getCallback(Asked.Call call) {
    return book.get(Kind.CALLBACK, call.parameter("callbackId")).reply(200);
  }

  Reply cancelCallback(Asked.Call call) {
    Registers.requireFaked(call.body(), Set.of("reason"), "cancellations");
    Thing callback = book.get(Kind.CALLBACK, call.parameter("callbackId"));
    if (callback.isAny("KEPT", "CANCELLED")) {
      throw new Refusal(409, "CALLBACK_CLOSED", "This callback was kept or cancelled before.");
    }
    cancel(callback, call.body().path("reason").asText());
    Thing lead = book.get(Kind.LEAD, callback.text("leadId"));
    lead.set("status", lead.node().path("attempts").asInt() == 0 ? "COLD" : "CONTACTED");
    lead.changed(book.now());
    return callback.reply(200);
  }
}
