package io.warmline.core.callrecord;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.warmline.core.campaign.Objective;
import io.warmline.core.disposition.CallAnswers;
import io.warmline.core.disposition.CheckIn;
import io.warmline.core.disposition.Conduct;
import io.warmline.core.disposition.Direction;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CallbackId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ClaimId;
import io.warmline.core.id.HandoffId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.SuppressionId;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.lead.QualificationText;
import io.warmline.core.phone.PhoneNumber;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** A call as a row of its table. */
final class CallRow {

  private static final ObjectMapper JSON = new ObjectMapper();

  private CallRow() {}

  private static List<Breach> breaches(String json) {
    try {
      return List.of(JSON.readValue(json, Breach[].class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the stored breaches of a call are not readable", e);
    }
  }

  private static String text(List<Breach> breaches) {
    try {
      return JSON.writeValueAsString(breaches);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the breaches of a call are not writable", e);
    }
  }

  static Call read(RowView row) {
    return new Call(
        row.getColumn("id", CallId.class),
        row.getColumn("version", Integer.class),
        row.getColumn("lead_id", LeadId.class),
        row.getColumn("campaign_id", CampaignId.class),
        row.getColumn("agent_id", AgentId.class),
        row.getColumn("claim_id", ClaimId.class),
        phone(row),
        row.getColumn("direction", Direction.class),
        row.getColumn("disposition", Disposition.class),
        row.getColumn("status_before", LeadStatus.class),
        row.getColumn("late", Boolean.class),
        breaches(row.getColumn("breaches", String.class)),
        row.getColumn("started_at", Instant.class),
        row.getColumn("duration_seconds", Integer.class),
        row.getColumn("notes", String.class),
        row.getColumn("reason", String.class),
        recording(row),
        new Conduct(
            row.getColumn("ask_made", Boolean.class),
            row.getColumn("counter_offered", Boolean.class),
            row.getColumn("objective", Objective.class),
            row.getColumn("objective_attained", Boolean.class),
            row.getColumn("interest_stated", Boolean.class),
            row.getColumn("meeting_asked", Boolean.class)),
        row.getColumn("zone", ZoneId.class),
        new CallAnswers(
            QualificationText.read(row.getColumn("qualification", String.class)),
            row.getColumn("check_in", CheckIn.class)),
        new Call.Links(
            row.getColumn("callback_id", CallbackId.class),
            row.getColumn("kept_callback_id", CallbackId.class),
            row.getColumn("suppression_id", SuppressionId.class),
            row.getColumn("referred_lead_id", LeadId.class),
            row.getColumn("handoff_id", HandoffId.class)),
        row.getColumn("amended_at", Instant.class),
        row.getColumn("created_at", Instant.class));
  }

  private static @Nullable RecordingUrl recording(RowView row) {
    String url = row.getColumn("recording_url", String.class);
    return url == null ? null : new RecordingUrl(url);
  }

  /** Who called us was not dialled, and stands in another column, so that no cap counts it. */
  private static @Nullable PhoneNumber phone(RowView row) {
    PhoneNumber dialled = row.getColumn("phone", PhoneNumber.class);
    return dialled == null ? row.getColumn("called_from", PhoneNumber.class) : dialled;
  }

  /** What a correction can change. */
  static <S extends SqlStatement<S>> S bind(S u, Call call) {
    return bindLinks(u, call.links())
        .bind("id", call.id().value())
        .bind("version", call.version())
        .bind("disposition", call.disposition().name())
        .bind("rang", call.disposition().rang() && !call.isIncoming())
        .bind("duration", call.durationSeconds())
        .bind("notes", call.notes())
        .bind("reason", call.reason())
        .bind("askMade", call.conduct().askMade())
        .bind("counterOffered", call.conduct().counterOffered())
        .bind(
            "objective",
            call.conduct().objective() == null ? null : call.conduct().objective().name())
        .bind("said", call.conduct().objectiveAttained())
        .bind("attained", call.attained())
        .bind("interest", call.conduct().interestStated())
        .bind("meetingAsked", call.conduct().meetingAsked())
        .bind("qualification", QualificationText.write(call.answers().qualification()))
        .bind("checkIn", call.answers().checkIn() == null ? null : call.answers().checkIn().name())
        .bind("amended", call.amendedAt());
  }

  /** What stays as it was when the call was logged. */
  static <S extends SqlStatement<S>> S bindOrigin(S u, Call call) {
    return u.bind("lead", call.lead().value())
        .bind("campaign", call.campaign().value())
        .bind("agent", call.agent().value())
        .bind("claim", value(call.claim(), ClaimId::value))
        .bind("direction", call.direction().name())
        .bind("phone", call.isIncoming() ? null : number(call))
        .bind("calledFrom", call.isIncoming() ? number(call) : null)
        .bind("before", call.statusBefore().name())
        .bind("late", call.late())
        .bind("recording", call.recording() == null ? null : call.recording().text())
        .bind("zone", call.zone() == null ? null : call.zone().getId())
        .bind("breaches", text(call.breaches()))
        .bind("started", call.startedAt())
        .bind("created", call.createdAt());
  }

  private static @Nullable String number(Call call) {
    return call.phone() == null ? null : call.phone().e164();
  }

  static <S extends SqlStatement<S>> S bindLinks(S u, Call.Links links) {
    return u.bind("callback", value(links.callback(), CallbackId::value))
        .bind("kept", value(links.kept(), CallbackId::value))
        .bind("suppression", value(links.suppression(), SuppressionId::value))
        .bind("referred", value(links.referred(), LeadId::value))
        .bind("handoff", value(links.handoff(), HandoffId::value));
  }

  private static <T> @Nullable UUID value(@Nullable T id, Function<T, UUID> value) {
    return id == null ? null : value.apply(id);
  }
}
