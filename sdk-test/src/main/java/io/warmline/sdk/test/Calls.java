package io.warmline.sdk.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.warmline.sdk.test.Book.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Calls that were made, and what follows from each. */
final class Calls {
  private static final Set<String> FAKED =
      Set.of(
          "claimId",
          "leadId",
          "agentId",
          "disposition",
          "startedAt",
          "durationSeconds",
          "notes",
          "reason",
          "askMade",
          "counterOffered",
          "interestStated",
          "meetingAsked",
          "callback",
          "appointment");

  private static final List<String> KEPT =
      List.of(
          "durationSeconds",
          "notes",
          "reason",
          "askMade",
          "counterOffered",
          "interestStated",
          "meetingAsked");

  private final Book book;
  private final Registers registers;
  private final Queue queue;
  private final Floor floor;
  private final Promises promises;
  private final Meetings meetings;

  /** What was reported under a claim, and what was answered. */
  private final Map<String, Map.Entry<ObjectNode, ObjectNode>> reports = new HashMap<>();

  Calls(
      Book book,
      Registers registers,
      Queue queue,
      Floor floor,
      Promises promises,
      Meetings meetings) {
    this.book = book;
    this.registers = registers;
    this.queue = queue;
    this.floor = floor;
    this.promises = promises;
    this.meetings = meetings;
  }

  /** Of whom a call is reported. */
  private record Around(Thing lead, String agent, Optional<Thing> claim) {}

  Reply logCall(Asked.Call call) {
    ObjectNode body = call.body();
    Registers.requireFaked(body, FAKED, "calls");
    Outcome outcome = Outcome.of(body.path("disposition").asText());
    requireParts(outcome, body);
    Around around = around(body);
    Optional<Reply> before = around.claim().flatMap(claim -> loggedBefore(claim, body));
    return before.orElseGet(() -> log(outcome, body, around));
  }

  private static void requireParts(Outcome outcome, ObjectNode body) {
    require(outcome != Outcome.CALLBACK_REQUESTED, body, "callback");
    require(outcome != Outcome.APPOINTMENT_SET, body, "appointment");
    require(outcome != Outcome.NOT_QUALIFIED, body, "reason");
    refuse(!outcome.takesCallback(), body, "callback");
    refuse(outcome != Outcome.APPOINTMENT_SET, body, "appointment");
    for (String field : List.of("askMade", "counterOffered", "interestStated", "meetingAsked")) {
      refuse(!outcome.humanReached(), body, field);
    }
  }

  private static void require(boolean free, ObjectNode body, String part) {
    if (!free && !body.has(part)) {
      throw Refusal.invalid(
          "/" + part, "REQUIRED", "is required for " + body.path("disposition").asText());
    }
  }

  private static void refuse(boolean refused, ObjectNode body, String part) {
    if (refused && body.has(part)) {
      throw Refusal.invalid(
          "/" + part, "NOT_TAKEN", "does not go with " + body.path("disposition").asText());
    }
  }

  private Around around(ObjectNode body) {
    if (body.has("claimId")) {
      Thing claim = book.get(Kind.CLAIM, body.path("claimId").asText());
      for (String field : List.of("leadId", "agentId")) {
        if (body.has(field) && !claim.is(field, body.path(field).asText())) {
          throw Refusal.invalid("/" + field, "INVALID_VALUE", "is not that of the claim");
        }
      }
      return new Around(
          book.get(Kind.LEAD, claim.text("leadId")), claim.text("agentId"), Optional.of(claim));
    }
    for (String field : List.of("leadId", "agentId")) {
      if (!body.has(field)) {
        throw Refusal.invalid("/" + field, "REQUIRED", "is required without a claimId");
      }
    }
    Thing agent = book.get(Kind.AGENT, body.path("agentId").asText());
    return new Around(
        book.get(Kind.LEAD, body.path("leadId").asText()), agent.id(), Optional.empty());
  }

  private Optional<Reply> loggedBefore(Thing claim, ObjectNode body) {
    Map.Entry<ObjectNode, ObjectNode> report = reports.get(claim.id());
    if (report == null) {
      return Optional.empty();
    }
    if (!report.getKey().equals(body)) {
      throw new Refusal(409, "CALL_LOGGED", "The claim has its call. Correct that one.");
    }
    ObjectNode again = report.getValue().deepCopy();
    effect(again.putArray("effects"), "ALREADY_LOGGED", "The same report was logged before.");
    return Optional.of(reply(again));
  }

  private Reply log(Outcome outcome, ObjectNode body, Around around) {
    Thing lead = around.lead();
    if (Outcome.closes(lead.text("status"))) {
      throw Refusal.notFaked("A call to a lead that is " + lead.text("status") + ".");
    }
    if (body.has("callback") && outcome != Outcome.CALLBACK_REQUESTED) {
      throw Refusal.notFaked("A callback with " + outcome + ".");
    }
    Optional<Thing> promise = queue.promise(lead);
    String before = lead.text("status");
    ObjectNode answer = Asked.Call.none();
    Thing call = book.add(Kind.CALL, fields(outcome, body, around));
    ArrayNode effects = answer.putArray("effects");
    around
        .claim()
        .filter(claim -> claim.is("status", "ACTIVE"))
        .ifPresent(
            claim -> {
              floor.end(claim, "COMPLETED", book.now());
              effect(effects, "CLAIM_COMPLETED", "The claim has ended.");
            });
    if (call.node().path("late").asBoolean()) {
      effect(effects, "RECORDED_LATE", "The claim had ended before the call was logged.");
    }
    count(outcome, lead, call);
    boolean triedAgain = promise.isPresent() && !outcome.keepsPromise();
    lead.set("status", outcome.statusAfter(before, triedAgain));
    follow(outcome, body, call, lead, promise, answer);
    exhaust(outcome, lead, effects);
    if (!lead.is("status", before)) {
      effect(effects, "STATUS_CHANGED", before + " -> " + lead.text("status"));
      book.tell("lead.status_changed", lead, book.now())
          .put("from", before)
          .put("to", lead.text("status"));
    }
    lead.changed(book.now());
    tell(call);
    answer.set("call", call.node().deepCopy());
    answer.put("leadStatus", lead.text("status"));
    answer.set("next", next(lead));
    around.claim().ifPresent(claim -> reports.put(claim.id(), Map.entry(body, answer)));
    return reply(answer);
  }

  private static Reply reply(ObjectNode answer) {
    return Reply.json(201, answer)
        .header("ETag", "\"1\"")
        .header("Location", "/v1/calls/" + answer.at("/call/id").asText());
  }

  private ObjectNode fields(Outcome outcome, ObjectNode body, Around around) {
    boolean late = around.claim().filter(claim -> !claim.is("status", "ACTIVE")).isPresent();
    ObjectNode fields = Asked.Call.none();
    fields
        .put("leadId", around.lead().id())
        .put("campaignId", around.lead().text("campaignId"))
        .put("agentId", around.agent());
    around.claim().ifPresent(claim -> fields.put("claimId", claim.id()));
    fields
        .put("phone", Queue.phone(around.lead()))
        .put("direction", "OUTBOUND")
        .put("disposition", outcome.name())
        .put("humanReached", outcome.humanReached());
    outcome
        .decisionMakerReached()
        .ifPresent(reached -> fields.put("decisionMakerReached", reached));
    fields.put("late", late).putArray("breaches");
    Instant start =
        body.has("startedAt")
            ? OffsetDateTime.parse(body.path("startedAt").asText()).toInstant()
            : book.now();
    if (start.isAfter(book.now())) {
      throw Refusal.invalid("/startedAt", "IN_THE_FUTURE", "must not be in the future");
    }
    fields.put("startedAt", start.toString());
    for (String field : KEPT) {
      if (body.has(field)) {
        fields.set(field, body.path(field));
      }
    }
    return fields.put("createdAt", book.now().toString());
  }

  private static void count(Outcome outcome, Thing lead, Thing call) {
    if (outcome.countsAsAttempt()) {
      lead.node().put("attempts", lead.node().path("attempts").asInt() + 1);
    }
    lead.set("lastAttemptAt", call.text("startedAt"));
    lead.node().remove("nextAttemptAt");
  }

  private void follow(
      Outcome outcome,
      ObjectNode body,
      Thing call,
      Thing lead,
      Optional<Thing> promise,
      ObjectNode answer) {
    ArrayNode effects = answer.withArray("effects");
    if (body.has("callback")) {
      Thing callback = promised(body, call, lead, promise, effects);
      answer.set("callback", callback.node().deepCopy());
      call.set("callbackId", callback.id());
      return;
    }
    if (outcome == Outcome.DO_NOT_CALL) {
      refused(call, lead, effects);
    } else if (outcome == Outcome.APPOINTMENT_SET) {
      Thing meeting =
          meetings.set(
              lead,
              body.path("appointment"),
              "/appointment",
              Optional.of(call.text("agentId")),
              Optional.of(call.id()));
      answer.set("appointment", meeting.node().deepCopy());
      effect(effects, "APPOINTMENT_SET", "A meeting is set for " + meeting.text("startsAt") + ".");
    } else if (outcome.retries()) {
      lead.set("nextAttemptAt", retryAt(outcome, lead));
    }
    promise.ifPresent(open -> settle(outcome, open, call, lead, answer));
  }

  private Thing promised(
      ObjectNode body, Thing call, Thing lead, Optional<Thing> promise, ArrayNode effects) {
    JsonNode wish = body.path("callback");
    Thing callback;
    if (promise.isPresent()) {
      callback = promise.get();
      promises.defer(callback, lead, wish);
    } else {
      callback = promises.promise(lead, wish, "/callback", Optional.of(call.id()));
    }
    effect(
        effects,
        promise.isPresent() ? "CALLBACK_RESCHEDULED" : "CALLBACK_CREATED",
        "A callback is promised for " + callback.text("dueAt") + ".");
    return callback;
  }

  private void settle(Outcome outcome, Thing open, Thing call, Thing lead, ObjectNode answer) {
    ArrayNode effects = answer.withArray("effects");
    if (outcome == Outcome.DO_NOT_CALL) {
      promises.cancel(open, "DO_NOT_CALL");
      effect(effects, "CALLBACK_CANCELLED", "The callback is cancelled.");
    } else if (outcome.keepsPromise()) {
      promises.keep(open, call);
      call.set("keptCallbackId", open.id());
      effect(effects, "CALLBACK_KEPT", "The callback is kept.");
    } else {
      Instant again = retryAt(outcome, lead);
      lead.node().remove("nextAttemptAt");
      promises.move(open, again, again.plus(Duration.ofMinutes(15)), "RETRY", "NOT_REACHED");
      effect(effects, "CALLBACK_RESCHEDULED", "It is tried again at " + again + ".");
    }
    answer.set("callback", open.node().deepCopy());
  }

  private Instant retryAt(Outcome outcome, Thing lead) {
    JsonNode delays = book.get(Kind.CAMPAIGN, lead.text("campaignId")).node().path("retries");
    return book.now().plus(Duration.ofMinutes(outcome.minutesUntilRetry(delays)));
  }

  private void refused(Thing call, Thing lead, ArrayNode effects) {
    ObjectNode fields = Asked.Call.none();
    fields
        .put("phone", Queue.phone(lead))
        .put("reach", "PERSON")
        .put("scope", "TENANT")
        .put("source", "PROSPECT")
        .put("callId", call.id())
        .put("createdAt", book.now().toString());
    Thing entry = book.add(Kind.SUPPRESSION, fields);
    call.set("suppressionId", entry.id());
    book.tell("suppression.added", entry, book.now())
        .put("scope", "TENANT")
        .put("callId", call.id());
    effect(effects, "SUPPRESSED", "The number is not called again.");
  }

  private void exhaust(Outcome outcome, Thing lead, ArrayNode effects) {
    Thing campaign = book.get(Kind.CAMPAIGN, lead.text("campaignId"));
    int cap = campaign.node().path("policy").path("maxAttempts").asInt();
    boolean spent = lead.node().path("attempts").asInt() >= cap;
    if (spent && outcome.retries() && queue.promise(lead).isEmpty()) {
      lead.set("status", "EXHAUSTED").node().remove("nextAttemptAt");
      effect(effects, "ATTEMPTS_EXHAUSTED", "The lead was dialled " + cap + " times.");
    }
  }

  private void tell(Thing call) {
    book.tell("call.logged", call, book.now())
        .put("leadId", call.text("leadId"))
        .put("campaignId", call.text("campaignId"))
        .put("agentId", call.text("agentId"))
        .put("disposition", call.text("disposition"))
        .put("late", call.node().path("late").asBoolean());
  }

  private ObjectNode next(Thing lead) {
    Optional<Thing> promise = queue.promise(lead);
    if (promise.isPresent()) {
      return step("CALLBACK", promise.get().text("dueAt"));
    }
    if (lead.is("status", "APPOINTMENT_SET")) {
      return book.find(
              Kind.APPOINTMENT, one -> one.is("leadId", lead.id()) && one.isAny("SET", "CONFIRMED"))
          .map(meeting -> step("APPOINTMENT", meeting.text("startsAt")))
          .orElseGet(Asked.Call::none);
    }
    if (Outcome.closes(lead.text("status"))) {
      return Asked.Call.none().put("action", "NONE").put("detail", "The lead is not called again.");
    }
    String at = lead.node().path("nextAttemptAt").asText(book.now().toString());
    return step("RETRY", at);
  }

  private static ObjectNode step(String action, String at) {
    return Asked.Call.none()
        .put("action", action)
        .put("at", at)
        .put("detail", action + " at " + at + ".");
  }

  private static void effect(ArrayNode effects, String code, String detail) {
    effects.addObject().put("code", code).put("detail", detail);
  }

  Reply listCalls(Asked.Call call) {
    for (String unknown : List.of("checkIn", "startedAfter")) {
      Registers.requireNo(call, unknown);
    }
    return book.page(
        registers.filtered(Kind.CALL, call, "campaignId", "leadId", "agentId", "disposition"),
        call);
  }

  Reply getCall(Asked.Call call) {
    return book.get(Kind.CALL, call.parameter("callId")).reply(200);
  }
}
