package io.warmline.sdk.test;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Something that the fake keeps, as it is answered, and which version of it that is. */
final class Thing {
  private final ObjectNode node;
  private int version = 1;

  Thing(ObjectNode node) {
    this.node = node;
  }

  String id() {
    return text("id");
  }

  ObjectNode node() {
    return node;
  }

  String etag() {
    return "\"" + version + "\"";
  }

  String text(String field) {
    return node.path(field).asText();
  }

  boolean is(String field, String value) {
    return text(field).equals(value);
  }

  /** Whether a status is one of these. */
  boolean isAny(String... statuses) {
    for (String status : statuses) {
      if (is("status", status)) {
        return true;
      }
    }
    return false;
  }

  Optional<Instant> time(String field) {
    return node.has(field) ? Optional.of(Instant.parse(text(field))) : Optional.empty();
  }

  Thing set(String field, String value) {
    node.put(field, value);
    return this;
  }

  Thing set(String field, Instant value) {
    return set(field, value.truncatedTo(ChronoUnit.MICROS).toString());
  }

  /** It has changed. */
  Thing changed(Instant now) {
    version++;
    if (node.has("updatedAt")) {
      set("updatedAt", now);
    }
    return this;
  }

  Reply reply(int status) {
    return Reply.json(status, node).header("ETag", etag());
  }

  Reply created(String path) {
    return reply(201).header("Location", path + "/" + id());
  }
}
