package io.warmline.sdk.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.warmline.sdk.test.Book.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Meetings: set, confirmed, cancelled and held. No campaign of the fake asks for confirmations. */
final class Meetings {
  private static final Set<String> FAKED =
      Set.of(
          "leadId",
          "agentId",
          "startsAt",
          "durationMinutes",
          "place",
          "link",
          "withWhom",
          "attendees",
          "need",
          "notes");

  private final Book book;
  private final Registers registers;

  Meetings(Book book, Registers registers) {
    this.book = book;
    this.registers = registers;
  }

  Reply createAppointment(Asked.Call call) {
    Thing lead = book.get(Kind.LEAD, call.body().path("leadId").asText());
    if (lead.isAny("DO_NOT_CALL", "DISQUALIFIED")) {
      throw Refusal.notFaked("A meeting with a lead that is " + lead.text("status") + ".");
    }
    Optional<String> agent =
        Optional.of(call.body().path("agentId").asText()).filter(id -> !id.isEmpty());
    agent.ifPresent(id -> book.get(Kind.AGENT, id));
    Thing meeting = set(lead, call.body(), "", agent, Optional.empty());
    lead.set("status", "APPOINTMENT_SET").changed(book.now());
    return meeting.created("/v1/appointments");
  }

  /**
   * Enters a meeting; its fields are those of {@code NewAppointment} or {@code CallAppointment}.
   */
  Thing set(
      Thing lead, JsonNode body, String pointer, Optional<String> agent, Optional<String> call) {
    Registers.requireFaked(body, FAKED, "meetings");
    if (!body.has("startsAt")) {
      throw Refusal.invalid(pointer + "/startsAt", "REQUIRED", "is required");
    }
    if (open(lead).isPresent()) {
      throw new Refusal(409, "APPOINTMENT_OPEN", "The lead has an open meeting. Reschedule it.");
    }
    Instant start = OffsetDateTime.parse(body.path("startsAt").asText()).toInstant();
    if (!start.isAfter(book.now())) {
      throw Refusal.invalid(pointer + "/startsAt", "IN_THE_PAST", "must be in the future");
    }
    Thing meeting = book.add(Kind.APPOINTMENT, fields(lead, body, start));
    meeting.set("rootId", meeting.id());
    agent.ifPresent(id -> meeting.set("setByAgentId", id));
    call.ifPresent(id -> meeting.set("setInCallId", id));
    ObjectNode data = book.tell("appointment.set", meeting, book.now());
    data.put("leadId", lead.id()).put("campaignId", lead.text("campaignId"));
    agent.ifPresent(id -> data.put("agentId", id));
    data.put("startsAt", start.toString()).put("confirmation", "NONE");
    return meeting;
  }

  private ObjectNode fields(Thing lead, JsonNode body, Instant start) {
    int minutes = body.path("durationMinutes").asInt(30);
    LocalDateTime local = LocalDateTime.ofInstant(start, Queue.zone(lead));
    ObjectNode fields = Asked.Call.none();
    fields
        .put("leadId", lead.id())
        .put("campaignId", lead.text("campaignId"))
        .put("status", "SET")
        .put("startsAt", start.toString())
        .put("endsAt", start.plus(Duration.ofMinutes(minutes)).toString())
        .put("durationMinutes", minutes)
        .put("timeZone", Queue.zone(lead).getId())
        .put("localDate", local.toLocalDate().toString())
        .put("localTime", local.format(DateTimeFormatter.ofPattern("HH:mm")))
        .put("doubleBooked", false);
    for (String field : List.of("place", "link", "withWhom", "need", "notes")) {
      if (body.has(field)) {
        fields.set(field, body.path(field));
      }
    }
    fields.set("attendees", body.has("attendees") ? body.path("attendees") : fields.arrayNode());
    fields.put("sequence", 0).put("setAt", book.now().toString());
    fields.putObject("confirmation").put("policy", "NONE").put("outOfPolicy", false);
    return fields.put("createdAt", book.now().toString()).put("updatedAt", book.now().toString());
  }

  private Optional<Thing> open(Thing lead) {
    return book.find(
        Kind.APPOINTMENT, one -> one.is("leadId", lead.id()) && one.isAny("SET", "CONFIRMED"));
  }

  Reply listAppointments(Asked.Call call) {
    for (String unknown : List.of("agentId", "clientId", "from", "to")) {
      Registers.requireNo(call, unknown);
    }
    return book.page(
        registers.filtered(Kind.APPOINTMENT, call, "campaignId", "leadId", "status"), call);
  }

  Reply getAppointment(Asked.Call call) {
    return meeting(call).reply(200);
  }

  private Thing meeting(Asked.Call call) {
    return book.get(Kind.APPOINTMENT, call.parameter("appointmentId"));
  }

  Reply confirmAppointment(Asked.Call call) {
    Registers.requireFaked(call.body(), Set.of(), "confirmations");
    Thing meeting = open(call);
    meeting.node().withObject("/confirmation").put("confirmedAt", book.now().toString());
    meeting.set("status", "CONFIRMED").changed(book.now());
    tell("appointment.confirmed", meeting).put("outOfPolicy", false);
    return meeting.reply(200);
  }

  Reply cancelAppointment(Asked.Call call) {
    Registers.requireFaked(call.body(), Set.of("cancelledBy", "reason"), "cancellations");
    Thing meeting = open(call);
    String by = call.body().path("cancelledBy").asText();
    ObjectNode cancellation = meeting.node().putObject("cancellation");
    cancellation
        .put("at", book.now().toString())
        .put("by", by)
        .put("inConfirmation", false)
        .put(
            "noticeMinutes",
            Duration.between(book.now(), meeting.time("startsAt").orElseThrow()).toMinutes());
    if (call.body().has("reason")) {
      cancellation.set("reason", call.body().path("reason"));
    }
    cancellation.put("voided", false);
    meeting.set("status", "CANCELLED").changed(book.now());
    tell("appointment.cancelled", meeting).put("cancelledBy", by);
    Thing lead = book.get(Kind.LEAD, meeting.text("leadId"));
    lead.set("status", lead.node().path("attempts").asInt() == 0 ? "COLD" : "CONTACTED");
    lead.changed(book.now());
    return meeting.reply(200);
  }

  private Thing open(Asked.Call call) {
    Thing meeting = meeting(call);
    if (!meeting.isAny("SET", "CONFIRMED")) {
      throw new Refusal(
          409, "APPOINTMENT_CLOSED", "The appointment is " + meeting.text("status") + ".");
    }
    return meeting;
  }

  private ObjectNode tell(String type, Thing meeting) {
    return book.tell(type, meeting, book.now())
        .put("leadId", meeting.text("leadId"))
        .put("campaignId", meeting.text("campaignId"));
  }
}
