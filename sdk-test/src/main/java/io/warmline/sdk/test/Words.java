package io.warmline.sdk.test;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.warmline.sdk.test.Book.Kind;
import java.util.List;
import java.util.Optional;

/** What a claim says: plain words, and the last conversation. A server says more. */
final class Words {
  private Words() {}

  static void put(ObjectNode claim, Thing lead, Thing agent, Optional<Thing> promise, Book book) {
    String name = lead.node().path("firstName").asText("");
    String greeting = name.isEmpty() ? "Hello." : "Hello, " + name + ".";
    String agentSays = "This is " + agent.text("name") + ".";
    ObjectNode track = claim.putObject("talkTrack");
    track.put("kind", promise.isPresent() ? "CALLBACK" : "FIRST_CALL");
    track.putArray("parts");
    part(track, "GREETING", greeting);
    part(track, "AGENT", agentSays);
    track.put("text", greeting + " " + agentSays);
    ObjectNode story = claim.putObject("story");
    story.putArray("objections");
    story.putArray("touches");
    story
        .put("deferrals", promise.map(p -> p.node().path("deferrals").asInt()).orElse(0))
        .put("attempts", lead.node().path("attempts").asInt());
    promise
        .filter(callback -> callback.node().has("words"))
        .ifPresent(
            callback ->
                story
                    .putObject("words")
                    .put("words", callback.text("words"))
                    .put("saidAt", callback.text("createdAt")));
    lastConversation(lead, book).ifPresent(call -> tell(story, call, book));
  }

  private static void part(ObjectNode track, String code, String text) {
    ObjectNode part = track.withArray("parts").addObject();
    part.putArray("codes").add(code);
    part.put("text", text);
  }

  private static Optional<Thing> lastConversation(Thing lead, Book book) {
    List<Thing> talks =
        book.all(Kind.CALL)
            .filter(call -> call.is("leadId", lead.id()))
            .filter(call -> call.node().path("humanReached").asBoolean())
            .toList();
    return talks.isEmpty() ? Optional.empty() : Optional.of(talks.get(talks.size() - 1));
  }

  private static void tell(ObjectNode story, Thing call, Book book) {
    ObjectNode talk = story.putObject("lastConversation");
    talk.put("callId", call.id())
        .put("at", call.text("startedAt"))
        .put("agentId", call.text("agentId"))
        .put("agentName", book.get(Kind.AGENT, call.text("agentId")).text("name"))
        .put("disposition", call.text("disposition"));
    for (String field : List.of("notes", "reason")) {
      if (call.node().has(field)) {
        talk.put(field, call.text(field));
      }
    }
  }
}
