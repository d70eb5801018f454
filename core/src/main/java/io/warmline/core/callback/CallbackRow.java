package io.warmline.core.callback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.warmline.core.callback.Callback.Move;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CallbackId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.phone.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** A callback as a row of its table. */
final class CallbackRow {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  private CallbackRow() {}

  static Callback read(RowView row) {
    return new Callback(
        row.getColumn("id", CallbackId.class),
        row.getColumn("version", Integer.class),
        row.getColumn("lead_id", LeadId.class),
        row.getColumn("campaign_id", CampaignId.class),
        row.getColumn("status", CallbackStatus.class),
        row.getColumn("agent_id", AgentId.class),
        row.getColumn("owed_by_agent_id", AgentId.class),
        row.getColumn("owed_in_campaign_id", CampaignId.class),
        row.getColumn("phone", PhoneNumber.class),
        time(row),
        row.getColumn("words", String.class),
        row.getColumn("said_at", Instant.class),
        row.getColumn("note", String.class),
        row.getColumn("overdue_at", Instant.class),
        row.getColumn("deferrals", Integer.class),
        row.getColumn("deferrals", Integer.class) >= row.getColumn("max_deferrals", Integer.class),
        row.getColumn("created_by_call_id", CallId.class),
        row.getColumn("kept_by_call_id", CallId.class),
        calledOff(row),
        history(row.getColumn("history", String.class)),
        row.getColumn("created_at", Instant.class),
        row.getColumn("updated_at", Instant.class));
  }

  private static @Nullable CalledOff calledOff(RowView row) {
    String reason = row.getColumn("cancel_reason", String.class);
    return reason == null
        ? null
        : new CalledOff(row.getColumn("cancelled_by", CancelledBy.class), reason);
  }

  private static AgreedTime time(RowView row) {
    return new AgreedTime(
        new CallWindow(
            row.getColumn("due_at", Instant.class), row.getColumn("latest_at", Instant.class)),
        row.getColumn("resolution", CallbackResolution.class),
        ReadingColumns.read(row));
  }

  /** What changes in the life of a callback. */
  static Update bind(Update u, Callback c) {
    return ReadingColumns.bind(u, c.reading())
        .bind("id", c.id().value())
        .bind("version", c.version())
        .bind("status", c.status().name())
        .bind("agent", value(c.agent(), AgentId::value))
        .bind("owedBy", value(c.owedBy(), AgentId::value))
        .bind("owedIn", c.owedIn().value())
        .bind("phone", c.phone() == null ? null : c.phone().e164())
        .bind("due", c.window().dueAt())
        .bind("latest", c.window().latestAt())
        .bind("resolution", c.resolution().name())
        .bind("words", c.words())
        .bind("said", c.saidAt())
        .bind("note", c.note())
        .bind("overdue", c.overdueAt())
        .bind("deferrals", c.deferrals())
        .bind("keptBy", value(c.keptBy(), CallId::value))
        .bind("reason", c.calledOff() == null ? null : c.calledOff().reason())
        .bind("cancelledBy", c.calledOff() == null ? null : c.calledOff().by().name())
        .bind("history", text(c.history()))
        .bind("updated", c.updatedAt());
  }

  /** What stays as it was when the promise was made. */
  static Update bindOrigin(Update u, Callback c) {
    return u.bind("lead", c.lead().value())
        .bind("campaign", c.campaign().value())
        .bind("createdBy", value(c.createdBy(), CallId::value))
        .bind("created", c.createdAt());
  }

  private static <T> @Nullable UUID value(@Nullable T id, Function<T, UUID> value) {
    return id == null ? null : value.apply(id);
  }

  private static String text(List<Move> history) {
    try {
      return JSON.writeValueAsString(history);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the history of a callback is not writable", e);
    }
  }

  private static List<Move> history(String text) {
    try {
      return JSON.readValue(text, new TypeReference<List<Move>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the history of a callback is not readable", e);
    }
  }
}
