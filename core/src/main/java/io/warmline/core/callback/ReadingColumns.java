package io.warmline.core.callback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.warmline.core.callback.Reading.Remarks;
import io.warmline.core.phrase.Anchor;
import io.warmline.core.phrase.Precision;
import io.warmline.core.phrase.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.Update;

/** The reading of a wish as columns of the callback's row. */
final class ReadingColumns {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  private ReadingColumns() {}

  static Reading read(RowView row) {
    return new Reading(
        intent(row),
        Optional.ofNullable(row.getColumn("preferred_at", Instant.class)),
        row.getColumn("needs_confirmation", Boolean.class),
        remarks(row.getColumn("reading", String.class)));
  }

  private static Optional<Intent> intent(RowView row) {
    ZoneId zone = row.getColumn("intent_zone", ZoneId.class);
    if (zone == null) {
      return Optional.empty();
    }
    Window window =
        new Window(
            row.getColumn("local_first_date", LocalDate.class),
            row.getColumn("local_last_date", LocalDate.class),
            row.getColumn("local_from", LocalTime.class),
            row.getColumn("local_to", LocalTime.class));
    return Optional.of(
        new Intent(
            zone,
            window,
            row.getColumn("local_preferred", LocalDateTime.class),
            row.getColumn("precision", Precision.class),
            tie(row)));
  }

  private static Optional<Tie> tie(RowView row) {
    return Optional.ofNullable(row.getColumn("anchor", Anchor.class))
        .map(
            anchor ->
                new Tie(
                    anchor,
                    row.getColumn("anchor_offset_days", Integer.class),
                    Optional.ofNullable(row.getColumn("anchor_on", LocalDate.class))));
  }

  static Update bind(Update u, Reading reading) {
    Optional<Intent> intent = reading.intent();
    Optional<Window> window = intent.map(Intent::window);
    Optional<Tie> tie = intent.flatMap(Intent::tie);
    return u.bind("zone", intent.map(i -> i.zone().getId()).orElse(null))
        .bind("firstDate", window.map(Window::firstDate).orElse(null))
        .bind("lastDate", window.map(Window::lastDate).orElse(null))
        .bind("from", window.map(Window::from).orElse(null))
        .bind("to", window.map(Window::to).orElse(null))
        .bind("preferred", intent.map(Intent::preferred).orElse(null))
        .bind("preferredAt", reading.preferredAt().orElse(null))
        .bind("precision", intent.map(i -> i.precision().name()).orElse(null))
        .bind("anchor", tie.map(t -> t.anchor().name()).orElse(null))
        .bind("offset", tie.map(Tie::offsetDays).orElse(null))
        .bind("anchorOn", tie.flatMap(Tie::reckonedFrom).orElse(null))
        .bind("confirm", reading.needsConfirmation())
        .bind("reading", text(reading.remarks()));
  }

  private static String text(Remarks remarks) {
    try {
      return JSON.writeValueAsString(remarks);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the reading of a callback is not writable", e);
    }
  }

  private static Remarks remarks(String text) {
    try {
      return JSON.readValue(text, Remarks.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the reading of a callback is not readable", e);
    }
  }
}
