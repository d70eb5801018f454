package io.warmline.core.script;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.warmline.core.appointment.Slot;
import io.warmline.core.campaign.Objective;
import io.warmline.core.compliance.CallingHoursText;
import io.warmline.core.compliance.Jurisdiction;
import io.warmline.core.phrase.Hemisphere;
import io.warmline.core.script.Background.Booked;
import io.warmline.core.script.Background.House;
import io.warmline.core.script.Background.MeetingCalendar;
import io.warmline.core.script.Background.Past;
import io.warmline.core.script.Background.Person;
import io.warmline.core.script.Background.Said;
import io.warmline.core.script.Background.Talk;
import io.warmline.core.script.Background.Visit;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** A background as the row in which it was gathered. */
final class BackgroundRow {

  private static final ObjectMapper JSON = new ObjectMapper();

  private BackgroundRow() {}

  static Background read(RowView row) {
    return new Background(
        person(row),
        house(row),
        past(row),
        booked(row),
        Optional.ofNullable(row.getColumn("task", TaskKind.class)));
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
        row.getColumn("objective", Objective.class),
        map(row, "scripts").entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    entry -> CallKind.valueOf(entry.getKey()), Map.Entry::getValue)),
        CallingHoursText.parse(row.getColumn("calling_hours", String.class)),
        Optional.ofNullable(row.getColumn("meeting_hours", String.class))
            .map(hours -> calendar(row, hours)));
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
    String words = row.getColumn("words", String.class);
    return new Past(
        Optional.ofNullable(row.getColumn("first_talk", Instant.class))
            .map(at -> new Talk(at, row.getColumn("first_objective", Objective.class))),
        Optional.ofNullable(words)
            .map(said -> new Said(said, row.getColumn("said_at", Instant.class))),
        row.getColumn("promised", Boolean.class),
        row.getColumn("deferrals", Integer.class),
        row.getColumn("attempts", Integer.class),
        visit(row.getColumn("visit", String.class)),
        row.getColumn("mail_sent", Instant.class));
  }

  private static @Nullable Visit visit(@Nullable String signal) {
    return signal == null ? null : signal.equals("LINK_CLICK") ? Visit.LINK : Visit.MICROSITE;
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
