package io.warmline.sdk.test;

import com.fasterxml.jackson.databind.JsonNode;
import io.warmline.sdk.test.Book.Kind;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Who may be called now, who comes first, and what keeps the others back. */
final class Queue {
  /**
   * What keeps a lead back.
   *
   * @param until when that ends, if it ends by itself
   */
  record Block(String code, String detail, Optional<Instant> until) {}

  private final Book book;

  Queue(Book book) {
    this.book = book;
  }

  /** The open promise of a lead. */
  Optional<Thing> promise(Thing lead) {
    return book.find(
        Kind.CALLBACK,
        callback -> callback.is("leadId", lead.id()) && !callback.isAny("KEPT", "CANCELLED"));
  }

  /** Leads that may be called now by an agent, or by anybody; the first is next. */
  List<Thing> ready(Stream<Thing> leads, Optional<String> agent) {
    return leads
        .filter(lead -> block(lead, agent).isEmpty())
        .sorted(
            Comparator.<Thing>comparingInt(this::tier)
                .thenComparing(lead -> promise(lead).map(p -> p.text("dueAt")).orElse(""))
                .thenComparing(lead -> -lead.node().path("score").asInt())
                .thenComparing(Thing::id))
        .toList();
  }

  /** Tier of the queue: 1 callback due, 6 warm, 7 retry, 8 cold. */
  int tier(Thing lead) {
    if (promise(lead).isPresent()) {
      return 1;
    }
    boolean dialled = lead.node().path("attempts").asInt() > 0 || lead.node().has("nextAttemptAt");
    return lead.isAny("WARM", "QUALIFIED") ? 6 : dialled ? 7 : 8;
  }

  /** What keeps a lead back longest. */
  Optional<Block> block(Thing lead, Optional<String> agent) {
    return blocks(lead, agent)
        .max(Comparator.comparing(block -> block.until().orElse(Instant.MAX)));
  }

  Stream<Block> blocks(Thing lead, Optional<String> agent) {
    Thing campaign = book.get(Kind.CAMPAIGN, lead.text("campaignId"));
    Optional<Thing> promise = promise(lead);
    return Stream.of(
            closed(lead),
            blocked(campaign.is("status", "PAUSED"), "CAMPAIGN_PAUSED", Optional.empty()),
            suppressed(lead),
            taken(lead),
            promise.flatMap(callback -> notYet(callback, campaign, agent)),
            promise.isPresent() ? Optional.<Block>empty() : retry(lead),
            promise.isPresent() ? Optional.<Block>empty() : gap(lead, campaign),
            dailyCap(lead, campaign),
            hours(lead, campaign))
        .flatMap(Optional::stream);
  }

  private Optional<Block> closed(Thing lead) {
    String status = lead.text("status");
    String code = status.equals("CUSTOMER") ? "CUSTOMER" : status;
    return blocked(Outcome.closes(status) && promise(lead).isEmpty(), code, Optional.empty());
  }

  private Optional<Block> suppressed(Thing lead) {
    return blocked(
        book.find(Kind.SUPPRESSION, entry -> entry.is("phone", phone(lead))).isPresent(),
        "DO_NOT_CALL",
        Optional.empty());
  }

  private Optional<Block> taken(Thing lead) {
    return book.find(
            Kind.CLAIM, claim -> claim.is("status", "ACTIVE") && claim.is("phone", phone(lead)))
        .flatMap(
            claim ->
                blocked(
                    true,
                    claim.is("leadId", lead.id()) ? "CLAIMED" : "NUMBER_IN_USE",
                    claim.time("expiresAt")));
  }

  private Optional<Block> notYet(Thing callback, Thing campaign, Optional<String> agent) {
    Instant due = callback.time("dueAt").orElseThrow();
    if (due.isAfter(book.now())) {
      return blocked(true, "CALLBACK_NOT_DUE", Optional.of(due));
    }
    int grace = campaign.node().path("policy").path("callbackGraceMinutes").asInt();
    Instant anybodys = due.plus(Duration.ofMinutes(grace));
    boolean somebodyElses =
        callback.node().has("agentId")
            && !agent.equals(Optional.of(callback.text("agentId")))
            && anybodys.isAfter(book.now());
    return blocked(somebodyElses, "PERSONAL_CALLBACK", Optional.of(anybodys));
  }

  private Optional<Block> retry(Thing lead) {
    return lead.time("nextAttemptAt")
        .filter(at -> at.isAfter(book.now()))
        .flatMap(at -> blocked(true, "RETRY_DELAY", Optional.of(at)));
  }

  private Optional<Block> gap(Thing lead, Thing campaign) {
    Duration gap =
        Duration.ofMinutes(
            campaign.node().path("policy").path("minMinutesBetweenAttempts").asInt());
    return dials(lead)
        .filter(call -> Outcome.of(call.text("disposition")).rang())
        .map(call -> call.time("startedAt").orElseThrow().plus(gap))
        .max(Comparator.naturalOrder())
        .filter(end -> end.isAfter(book.now()))
        .flatMap(end -> blocked(true, "ATTEMPT_GAP", Optional.of(end)));
  }

  private Optional<Block> dailyCap(Thing lead, Thing campaign) {
    int cap = campaign.node().path("policy").path("maxAttemptsPerNumberPerDay").asInt();
    List<Instant> ends =
        dials(lead)
            .map(call -> call.time("startedAt").orElseThrow().plus(Duration.ofDays(1)))
            .filter(end -> end.isAfter(book.now()))
            .sorted()
            .toList();
    return ends.size() < cap
        ? Optional.empty()
        : blocked(true, "DAILY_CAP", Optional.of(ends.get(ends.size() - cap)));
  }

  private Stream<Thing> dials(Thing lead) {
    return book.all(Kind.CALL).filter(call -> call.is("phone", phone(lead)));
  }

  private Optional<Block> hours(Thing lead, Thing campaign) {
    Instant opening = opening(lead, campaign, book.now());
    return blocked(opening.isAfter(book.now()), "CALLING_HOURS", Optional.of(opening));
  }

  /** When calls are allowed next, not before an instant; the end of time if never. */
  private static Instant opening(Thing lead, Thing campaign, Instant from) {
    for (int day = 0; day < 8; day++) {
      ZonedDateTime start = from.atZone(zone(lead));
      for (JsonNode window : windows(campaign, start.toLocalDate().plusDays(day))) {
        Instant opens = at(start.toLocalDate().plusDays(day), window.path("from"), zone(lead));
        Instant closes = at(start.toLocalDate().plusDays(day), window.path("to"), zone(lead));
        if (closes.isAfter(from)) {
          return opens.isAfter(from) ? opens : from;
        }
      }
    }
    return Instant.MAX;
  }

  /** When the window closes in which it is now. */
  Optional<Instant> closing(Thing lead) {
    Thing campaign = book.get(Kind.CAMPAIGN, lead.text("campaignId"));
    LocalDate today = LocalDate.ofInstant(book.now(), zone(lead));
    for (JsonNode window : windows(campaign, today)) {
      Instant closes = at(today, window.path("to"), zone(lead));
      if (closes.isAfter(book.now())) {
        return Optional.of(closes);
      }
    }
    return Optional.empty();
  }

  private static JsonNode windows(Thing campaign, LocalDate date) {
    DayOfWeek day = date.getDayOfWeek();
    return campaign.node().path("callingHours").path(day.name().toLowerCase(Locale.ROOT));
  }

  private static Instant at(LocalDate date, JsonNode time, ZoneId zone) {
    return time.asText().equals("24:00")
        ? date.plusDays(1).atStartOfDay(zone).toInstant()
        : date.atTime(LocalTime.parse(time.asText())).atZone(zone).toInstant();
  }

  static ZoneId zone(Thing lead) {
    return ZoneId.of(lead.node().at("/phones/0/candidateZones/0").asText());
  }

  static String phone(Thing lead) {
    return lead.node().at("/phones/0/number").asText();
  }

  private static Optional<Block> blocked(boolean holds, String code, Optional<Instant> until) {
    String detail = until.map(at -> code + " until " + at + ".").orElse(code + ".");
    return holds ? Optional.of(new Block(code, detail, until)) : Optional.empty();
  }
}
