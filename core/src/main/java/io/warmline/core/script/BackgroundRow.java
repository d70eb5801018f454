package io.warmline.core.script;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.warmline.core.appointment.Slot;
import io.warmline.core.campaign.Deliverable;
import io.warmline.core.campaign.Objective;
import io.warmline.core.campaign.Qualifying;
import io.warmline.core.compliance.CallingHoursText;
import io.warmline.core.compliance.Jurisdiction;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.handoff.ReturnReason;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.phrase.Hemisphere;
import io.warmline.core.script.Background.Booked;
import io.warmline.core.script.Background.End;
import io.warmline.core.script.Background.Ended;
import io.warmline.core.script.Background.House;
import io.warmline.core.script.Background.Inquiry;
import io.warmline.core.script.Background.Mail;
import io.warmline.core.script.Background.MeetingCalendar;
import io.warmline.core.script.Background.Others;
import io.warmline.core.script.Background.Over;
import io.warmline.core.script.Background.Past;
import io.warmline.core.script.Background.Person;
import io.warmline.core.script.Background.Promise;
import io.warmline.core.script.Background.Said;
import io.warmline.core.script.Background.Talks;
import io.warmline.core.script.Background.Touches;
import io.warmline.core.script.Background.Visit;
import io.warmline.core.script.Background.Ways;
import io.warmline.core.talktrack.CallKind;
import io.warmline.core.talktrack.ProspectName;
import io.warmline.core.task.TaskKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** A background as the row in which it was gathered. */
final class BackgroundRow {

  private static final ObjectMapper JSON = new ObjectMapper();

  private BackgroundRow() {}

  static Background read(RowView row) {
    return new Background(person(row), house(row), past(row), booked(row), task(row));
  }

  private static Person person(RowView row) {
    return new Person(
        new ProspectName(text(row, "title"), text(row, "first_name"), text(row, "last_name")),
        zone(row),
        Hemisphere.of(row.getColumn("country", String.class)),
        Arrays.stream(row.getColumn("places", String[].class))
            .map(Jurisdiction::new)
            .collect(Collectors.toUnmodifiableSet()),
        row.getColumn("contract_end", LocalDate.class),
        map(row, "fields"));
  }

  private static ZoneId zone(RowView row) {
    List<String> zones = List.of(row.getColumn("zones", String[].class));
    String ofCampaign = row.getColumn("campaign_zone", String.class);
    return ZoneId.of(zones.contains(ofCampaign) ? ofCampaign : zones.get(0));
  }

  private static House house(RowView row) {
    return new House(
        row.getColumn("agent", String.class),
        row.getColumn("company", String.class),
        new Ways(
            row.getColumn("deliverable", Deliverable.class),
            row.getColumn("objective", Objective.class),
            CallingHoursText.parse(row.getColumn("calling_hours", String.class)),
            row.getColumn("campaign_country", String.class),
            qualifying(row.getColumn("qualifying", String.class))),
        map(row, "scripts").entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    entry -> CallKind.valueOf(entry.getKey()), Map.Entry::getValue)),
        Optional.ofNullable(row.getColumn("meeting_hours", String.class))
            .map(hours -> calendar(row, hours)));
  }

  private static Qualifying qualifying(String json) {
    try {
      return JSON.readValue(json, Qualifying.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the questions of a campaign are not readable", e);
    }
  }

  private static MeetingCalendar calendar(RowView row, String hours) {
    Long[] from = row.getColumn("taken_from", Long[].class);
    Long[] to = row.getColumn("taken_to", Long[].class);
    List<Slot> taken =
        IntStream.range(0, from.length)
            .mapToObj(i -> new Slot(Instant.ofEpochSecond(from[i]), Instant.ofEpochSecond(to[i])))
            .toList();
    return new MeetingCalendar(
        CallingHoursText.parse(hours),
        row.getColumn("client_zone", ZoneId.class),
        Duration.ofMinutes(row.getColumn("meeting_minutes", Integer.class)),
        taken);
  }

  private static Past past(RowView row) {
    return new Past(
        row.getColumn("status", LeadStatus.class),
        talks(row),
        others(row),
        promise(row),
        new Touches(visit(row.getColumn("visit", String.class)), inquiry(row), mail(row)),
        new Ended(
            over(row), Optional.ofNullable(row.getColumn("return_reason", ReturnReason.class))),
        row.getColumn("attempts", Integer.class));
  }

  private static Optional<Talks> talks(RowView row) {
    return Optional.ofNullable(row.getColumn("first_talk", Instant.class))
        .map(
            first ->
                new Talks(
                    first,
                    row.getColumn("first_objective", Objective.class),
                    row.getColumn("last_talk", Instant.class),
                    row.getColumn("last_outcome", Disposition.class),
                    row.getColumn("complained", Boolean.class)));
  }

  private static Others others(RowView row) {
    Optional<ProspectName> referrer =
        Optional.ofNullable(row.getColumn("referrer", UUID.class))
            .map(
                id ->
                    new ProspectName(
                        text(row, "referrer_title"),
                        text(row, "referrer_first"),
                        text(row, "referrer_last")));
    return new Others(
        row.getColumn("office_talk", Instant.class),
        row.getColumn("message_left", Instant.class),
        row.getColumn("voicemail_left", Instant.class),
        referrer);
  }

  private static Promise promise(RowView row) {
    String words = row.getColumn("words", String.class);
    Optional<Said> said =
        Optional.ofNullable(row.getColumn("said_at", Instant.class))
            .map(
                at -> {
                  String understood = row.getColumn("understood", String.class);
                  return new Said(words, understood(words, understood), at);
                });
    return new Promise(
        row.getColumn("promised", Boolean.class), said, row.getColumn("deferrals", Integer.class));
  }

  /** What the spans cover that the reading of the words keeps, each from "start" to "end". */
  private static List<String> understood(String words, @Nullable String spans) {
    if (spans == null) {
      return List.of();
    }
    try {
      return StreamSupport.stream(JSON.readTree(spans).spliterator(), false)
          .map(span -> words.substring(place(span, "start", words), place(span, "end", words)))
          .filter(covered -> !covered.isBlank())
          .toList();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the reading of a callback is not readable", e);
    }
  }

  /** Words that were shortened since are no reason to fail a claim. */
  private static int place(JsonNode span, String name, String words) {
    int end = Math.min(words.length(), Math.max(0, span.path("end").asInt()));
    return name.equals("end") ? end : Math.min(end, Math.max(0, span.path(name).asInt()));
  }

  private static Optional<Mail> mail(RowView row) {
    return Optional.ofNullable(row.getColumn("mail_sent", Instant.class))
        .map(at -> new Mail(at, row.getColumn("own_mail", Boolean.class)));
  }

  private static Optional<Over> over(RowView row) {
    return Optional.ofNullable(row.getColumn("over", String.class))
        .map(
            status ->
                new Over(
                    end(status, row.getColumn("cancelled_by", String.class)),
                    row.getColumn("over_at", Instant.class),
                    row.getColumn("over_with", String.class),
                    row.getColumn("over_callback", Boolean.class)));
  }

  private static End end(String status, @Nullable String by) {
    return switch (status) {
      case "HELD" -> End.HELD;
      case "NO_SHOW" -> End.NO_SHOW;
      default ->
          "PROSPECT".equals(by) || by == null ? End.CANCELLED_BY_PROSPECT : End.CANCELLED_BY_US;
    };
  }

  /**
   * What the call is for. A programme's task that a dial has done although it reached nobody goes
   * on until the prospect is spoken to.
   */
  private static Optional<TaskKind> task(RowView row) {
    Instant talk = row.getColumn("last_talk", Instant.class);
    boolean done = "DONE".equals(row.getColumn("task_status", String.class));
    boolean over = done && talk != null && !talk.isBefore(row.getColumn("task_due", Instant.class));
    return over ? Optional.empty() : Optional.ofNullable(row.getColumn("task", TaskKind.class));
  }

  private static @Nullable Visit visit(@Nullable String signal) {
    return signal == null ? null : signal.equals("LINK_CLICK") ? Visit.LINK : Visit.MICROSITE;
  }

  private static Optional<Inquiry> inquiry(RowView row) {
    return Optional.ofNullable(row.getColumn("inquiry", String.class))
        .map(signal -> new Inquiry(way(signal), row.getColumn("inquired_at", Instant.class)));
  }

  private static Inquiry.Way way(String signal) {
    return switch (signal) {
      case "FORM_SUBMITTED" -> Inquiry.Way.FORM;
      case "REPLY" -> Inquiry.Way.REPLY;
      default -> Inquiry.Way.OTHER;
    };
  }

  private static Optional<Booked> booked(RowView row) {
    return Optional.ofNullable(row.getColumn("meeting_at", Instant.class))
        .map(
            at ->
                new Booked(
                    at,
                    row.getColumn("with_whom", String.class),
                    row.getColumn("meeting_place", String.class),
                    row.getColumn("meeting_link", String.class) != null,
                    row.getColumn("need", String.class)));
  }

  private static String text(RowView row, String column) {
    return Objects.requireNonNullElse(row.getColumn(column, String.class), "");
  }

  private static Map<String, String> map(RowView row, String column) {
    try {
      return JSON.readValue(
          row.getColumn(column, String.class), new TypeReference<Map<String, String>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the column " + column + " is not readable", e);
    }
  }
}
