package io.warmline.sdk.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.warmline.sdk.test.Book.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The queue as it is asked for, and the leases on its leads. */
final class Floor {
  private static final Duration LONGEST_WAIT = Duration.ofDays(1);

  private final Book book;
  private final Queue queue;

  Floor(Book book, Queue queue) {
    this.book = book;
    this.queue = queue;
  }

  /** Ends the leases and starts the promises whose time has come. */
  void round(Instant now) {
    book.all(Kind.CLAIM)
        .filter(claim -> claim.is("status", "ACTIVE"))
        .filter(claim -> !claim.time("expiresAt").orElseThrow().isAfter(now))
        .forEach(
            claim -> {
              Instant end = claim.time("expiresAt").orElseThrow();
              end(claim, "EXPIRED", end);
              book.tell("claim.expired", claim, end)
                  .put("leadId", claim.text("leadId"))
                  .put("agentId", claim.text("agentId"))
                  .put("expiredAt", end.toString());
            });
    book.all(Kind.CALLBACK)
        .filter(callback -> callback.isAny("SCHEDULED", "DUE", "CLAIMED"))
        .forEach(callback -> fallDue(callback, now));
  }

  private void fallDue(Thing callback, Instant now) {
    Instant due = callback.time("dueAt").orElseThrow();
    if (callback.is("status", "SCHEDULED") && !due.isAfter(now)) {
      callback.set("status", "DUE").changed(due);
      tell("callback.due", callback, due);
    }
    Instant latest = callback.time("latestAt").orElseThrow();
    if (!callback.node().has("overdueSince") && latest.isBefore(now)) {
      callback.set("overdueSince", latest).changed(latest);
      tell("callback.overdue", callback, latest);
    }
  }

  private void tell(String type, Thing callback, Instant at) {
    book.tell(type, callback, at)
        .put("leadId", callback.text("leadId"))
        .put("campaignId", callback.text("campaignId"));
  }

  Reply claimNextLead(Asked.Call call) {
    Registers.requireFaked(call.body(), Set.of("agentId", "campaignIds", "tags"), "claims");
    Thing agent = book.get(Kind.AGENT, call.body().path("agentId").asText());
    requireActive(call.body().path("campaignIds"));
    List<Thing> ready = queue.ready(wanted(call.body()), Optional.of(agent.id()));
    return ready.isEmpty()
        ? Reply.empty(204).header("Retry-After", Long.toString(wait(call.body(), agent)))
        : claim(ready.get(0), agent).created("/v1/claims");
  }

  private void requireActive(JsonNode campaigns) {
    boolean allPaused = !campaigns.isEmpty();
    for (JsonNode id : campaigns) {
      allPaused &= book.get(Kind.CAMPAIGN, id.asText()).is("status", "PAUSED");
    }
    if (allPaused) {
      throw new Refusal(
          409, "CAMPAIGN_PAUSED", "The campaign hands out no leads until it is resumed.");
    }
  }

  private Stream<Thing> wanted(JsonNode body) {
    return book.all(Kind.LEAD)
        .filter(
            lead ->
                body.path("campaignIds").isEmpty()
                    || Registers.has(body.path("campaignIds"), lead.text("campaignId")))
        .filter(
            lead -> {
              boolean tagged = body.path("tags").isEmpty();
              for (JsonNode tag : body.path("tags")) {
                tagged |= Registers.has(lead.node().path("tags"), tag.asText());
              }
              return tagged;
            });
  }

  /** Seconds until the next lead becomes callable, at most a day. */
  private long wait(JsonNode body, Thing agent) {
    return wanted(body)
        .flatMap(
            lead -> queue.block(lead, Optional.of(agent.id())).flatMap(Queue.Block::until).stream())
        .map(until -> Duration.between(book.now(), until.isAfter(far()) ? far() : until))
        .min(Comparator.naturalOrder())
        .orElse(LONGEST_WAIT)
        .plusMillis(999)
        .toSeconds();
  }

  private Instant far() {
    return book.now().plus(LONGEST_WAIT);
  }

  private Thing claim(Thing lead, Thing agent) {
    Instant now = book.now();
    Thing campaign = book.get(Kind.CAMPAIGN, lead.text("campaignId"));
    int lease = campaign.node().path("policy").path("leaseSeconds").asInt();
    ObjectNode fields = Asked.Call.none();
    fields
        .put("status", "ACTIVE")
        .put("agentId", agent.id())
        .put("campaignId", campaign.id())
        .put("leadId", lead.id())
        .put("phone", Queue.phone(lead))
        .put(
            "fencingToken", 1 + book.all(Kind.CLAIM).filter(c -> c.is("leadId", lead.id())).count())
        .put("claimedAt", now.toString())
        .put("expiresAt", now.plusSeconds(lease).toString())
        .put("tier", queue.tier(lead));
    queue.closing(lead).ifPresent(end -> fields.put("callUntil", end.toString()));
    fields.putArray("rules").add("campaign-hours");
    reasons(fields.putArray("reasons"), lead);
    fields.set("lead", lead.node().deepCopy());
    queue.promise(lead).ifPresent(promise -> hold(promise, fields));
    Words.put(fields, lead, agent, queue.promise(lead), book);
    return book.add(Kind.CLAIM, fields);
  }

  private void hold(Thing promise, ObjectNode claim) {
    promise.set("status", "CLAIMED").changed(book.now());
    claim.set("callback", promise.node().deepCopy());
  }

  private void reasons(ArrayNode reasons, Thing lead) {
    String code =
        switch (queue.tier(lead)) {
          case 1 ->
              queue.promise(lead).orElseThrow().node().has("overdueSince")
                  ? "CALLBACK_OVERDUE"
                  : "CALLBACK_DUE";
          case 6 -> "WARM";
          case 7 -> "RETRY";
          default -> "COLD";
        };
    reasons.addObject().put("code", code).put("detail", "In this tier: " + code + ".");
    int score = lead.node().path("score").asInt();
    if (score != 0) {
      reasons.addObject().put("code", "SCORE").put("detail", "Score " + score + ".");
    }
  }

  Reply getClaim(Asked.Call call) {
    return Reply.json(200, claim(call).node());
  }

  private Thing claim(Asked.Call call) {
    return book.get(Kind.CLAIM, call.parameter("claimId"));
  }

  Reply extendClaim(Asked.Call call) {
    Thing claim = held(call);
    Thing campaign = book.get(Kind.CAMPAIGN, claim.text("campaignId"));
    int usual = campaign.node().path("policy").path("leaseSeconds").asInt();
    claim.set("expiresAt", book.now().plusSeconds(call.body().path("leaseSeconds").asInt(usual)));
    return Reply.json(200, claim.node());
  }

  Reply releaseClaim(Asked.Call call) {
    Thing claim = held(call);
    end(claim, "RELEASED", book.now());
    return Reply.json(200, claim.node());
  }

  private Thing held(Asked.Call call) {
    Thing claim = claim(call);
    if (!claim.is("agentId", call.body().path("agentId").asText())) {
      throw new Refusal(
          409, "CLAIM_HELD_BY_ANOTHER", "This claim is held by another agent than agentId names.");
    }
    if (claim.is("status", "EXPIRED")) {
      throw new Refusal(
          409,
          "CLAIM_EXPIRED",
          "The lease of this claim ended at "
              + claim.text("endedAt")
              + ". Claim again; a call you made can still be logged.");
    }
    if (!claim.is("status", "ACTIVE")) {
      throw new Refusal(
          409, "CLAIM_ENDED", "This claim was released, completed or revoked. Claim again.");
    }
    return claim;
  }

  /** Ends a claim; its promise waits for another. */
  void end(Thing claim, String status, Instant at) {
    claim.set("status", status).set("endedAt", at);
    book.find(
            Kind.CALLBACK,
            callback ->
                callback.is("leadId", claim.text("leadId")) && callback.is("status", "CLAIMED"))
        .ifPresent(callback -> callback.set("status", "DUE").changed(at));
  }

  Reply getQueue(Asked.Call call) {
    Thing campaign = book.get(Kind.CAMPAIGN, call.parameter("campaignId"));
    List<Thing> leads =
        book.all(Kind.LEAD).filter(lead -> lead.is("campaignId", campaign.id())).toList();
    List<Thing> ready = queue.ready(leads.stream(), Optional.empty());
    ObjectNode answer = Asked.Call.none();
    answer.put("campaignId", campaign.id()).put("at", book.now().toString());
    Map<Integer, Long> tiers = new LinkedHashMap<>();
    ready.forEach(lead -> tiers.merge(queue.tier(lead), 1L, Long::sum));
    ArrayNode counts = answer.putArray("ready");
    tiers.forEach(
        (tier, count) ->
            counts.addObject().put("tier", tier).put("name", name(tier)).put("ready", count));
    Map<String, Long> blocks = new LinkedHashMap<>();
    leads.forEach(
        lead ->
            queue
                .block(lead, Optional.empty())
                .ifPresent(block -> blocks.merge(block.code(), 1L, Long::sum)));
    ArrayNode blocked = answer.putArray("blocked");
    blocks.forEach((code, count) -> blocked.addObject().put("code", code).put("count", count));
    ArrayNode next = answer.putArray("next");
    ready.stream().limit(call.limit()).forEach(lead -> show(next.addObject(), lead));
    leads.stream()
        .flatMap(lead -> queue.block(lead, Optional.empty()).flatMap(Queue.Block::until).stream())
        .filter(until -> until.isBefore(book.now().plus(3650, ChronoUnit.DAYS)))
        .min(Comparator.naturalOrder())
        .filter(until -> ready.isEmpty())
        .ifPresent(until -> answer.put("nextCallableAt", until.toString()));
    return Reply.json(200, answer);
  }

  private void show(ObjectNode entry, Thing lead) {
    entry
        .put("leadId", lead.id())
        .put("phone", Queue.phone(lead))
        .put("tier", queue.tier(lead))
        .put("score", lead.node().path("score").asInt())
        .put("dueAt", queue.promise(lead).map(p -> p.text("dueAt")).orElse(lead.text("createdAt")));
    queue
        .promise(lead)
        .filter(promise -> promise.node().has("agentId"))
        .ifPresent(promise -> entry.put("agentId", promise.text("agentId")));
    reasons(entry.putArray("reasons"), lead);
  }

  private static String name(int tier) {
    return switch (tier) {
      case 1 -> "callback";
      case 6 -> "warm";
      case 7 -> "retry";
      default -> "cold";
    };
  }

  Reply getCallability(Asked.Call call) {
    Registers.requireNo(call, "at");
    Thing lead = book.get(Kind.LEAD, call.parameter("leadId"));
    List<Queue.Block> blocks = queue.blocks(lead, Optional.empty()).toList();
    ObjectNode answer = Asked.Call.none();
    answer
        .put("leadId", lead.id())
        .put("at", book.now().toString())
        .put("callable", blocks.isEmpty())
        .put("phone", Queue.phone(lead));
    answer.putArray("rules").add("campaign-hours");
    ArrayNode blockers = answer.putArray("blockers");
    for (Queue.Block block : blocks) {
      ObjectNode blocker = blockers.addObject();
      blocker.put("code", block.code()).put("detail", block.detail());
      block.until().ifPresent(until -> blocker.put("until", until.toString()));
    }
    return Reply.json(200, answer);
  }
}
