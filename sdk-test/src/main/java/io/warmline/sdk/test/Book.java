package io.warmline.sdk.test;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All that the fake keeps, and everything that happened. Guarded by whoever holds it. */
final class Book {
  enum Kind {
    CAMPAIGN("campaign", 1),
    AGENT("agent", 2),
    LEAD("lead", 3),
    CLAIM("claim", 5),
    CALL("call", 6),
    CALLBACK("callback", 7),
    SUPPRESSION("suppression", 9),
    APPOINTMENT("appointment", 20);

    private final String word;
    private final int number;

    Kind(String word, int number) {
      this.word = word;
      this.number = number;
    }
  }

  private final Map<Kind, Map<String, Thing>> things = new EnumMap<>(Kind.class);
  private final List<ObjectNode> events = new ArrayList<>();
  private final Clock clock;

  Book(Clock clock) {
    this.clock = clock;
    for (Kind kind : Kind.values()) {
      things.put(kind, new LinkedHashMap<>());
    }
  }

  Instant now() {
    return clock.instant();
  }

  private Map<String, Thing> of(Kind kind) {
    return things.getOrDefault(kind, Map.of());
  }

  /** With an id of its own: the same one in every run of the same test. */
  Thing add(Kind kind, ObjectNode fields) {
    String id = "0198f1a0-%04d-7000-9000-%012d".formatted(kind.number, of(kind).size() + 1);
    ObjectNode node = JsonNodeFactory.instance.objectNode().put("id", id);
    node.setAll(fields);
    Thing thing = new Thing(node);
    of(kind).put(id, thing);
    return thing;
  }

  /**
   * @throws Refusal 404 if there is none
   */
  Thing get(Kind kind, String id) {
    Thing thing = of(kind).get(id);
    if (thing == null) {
      throw Refusal.notFound(kind.word, id);
    }
    return thing;
  }

  Stream<Thing> all(Kind kind) {
    return of(kind).values().stream();
  }

  Optional<Thing> find(Kind kind, Predicate<Thing> which) {
    return all(kind).filter(which).findFirst();
  }

  /** The things that an operation lists, a page of them. */
  Reply page(Stream<Thing> listed, Asked.Call call) {
    int from = call.query("cursor").map(Book::position).orElse(0);
    List<Thing> all = listed.toList();
    int to = Math.min(all.size(), from + call.limit());
    ObjectNode page = JsonNodeFactory.instance.objectNode();
    ArrayNode items = page.putArray("items");
    all.subList(Math.min(from, to), to).forEach(thing -> items.add(thing.node()));
    if (to < all.size()) {
      page.put("nextCursor", "fake-" + to);
    }
    return Reply.json(200, page);
  }

  private static int position(String cursor) {
    if (!cursor.matches("fake-[0-9]{1,9}")) {
      throw Refusal.invalid("cursor", "INVALID_VALUE", "is none that was given out");
    }
    return Integer.parseInt(cursor.substring("fake-".length()));
  }

  /** Something happened to a thing. */
  ObjectNode tell(String type, Thing subject, Instant at) {
    ObjectNode event =
        JsonNodeFactory.instance
            .objectNode()
            .put("sequence", events.size() + 1L)
            .put("type", type)
            .put("occurredAt", at.toString())
            .put("subjectId", subject.id());
    events.add(event);
    return event.putObject("data");
  }

  List<ObjectNode> events(long after, String type, int limit) {
    return events.stream()
        .skip(after)
        .filter(event -> type.isEmpty() || event.path("type").asText().equals(type))
        .limit(limit)
        .toList();
  }

  long lastSequence() {
    return events.size();
  }
}
