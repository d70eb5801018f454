package io.warmline.core.appointment;

import io.warmline.core.appointment.Appointment.Attendance;
import io.warmline.core.appointment.Appointment.Cancellation;
import io.warmline.core.appointment.Appointment.Chain;
import io.warmline.core.appointment.Appointment.Setting;
import io.warmline.core.appointment.Appointment.Trail;
import io.warmline.core.callback.CancelledBy;
import io.warmline.core.campaign.Confirmation;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.AppointmentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CallbackId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ClientId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.LeadStatus;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** An appointment as a row of its table. */
final class AppointmentRow {

  private AppointmentRow() {}

  static Appointment read(RowView row) {
    return new Appointment(
        row.getColumn("id", AppointmentId.class),
        row.getColumn("version", Integer.class),
        row.getColumn("lead_id", LeadId.class),
        row.getColumn("campaign_id", CampaignId.class),
        row.getColumn("client_id", ClientId.class),
        row.getColumn("status", AppointmentStatus.class),
        new Chain(
            row.getColumn("root_id", AppointmentId.class),
            row.getColumn("rescheduled_from_id", AppointmentId.class),
            row.getColumn("rescheduled_to_id", AppointmentId.class),
            row.getColumn("sequence", Integer.class)),
        meeting(row),
        new Setting(
            row.getColumn("set_at", Instant.class),
            row.getColumn("set_by_agent_id", AgentId.class),
            row.getColumn("set_in_call_id", CallId.class),
            row.getColumn("lead_status_before", LeadStatus.class)),
        trail(row),
        cancellation(row),
        attendance(row),
        row.getColumn("created_at", Instant.class),
        row.getColumn("updated_at", Instant.class));
  }

  private static Meeting meeting(RowView row) {
    return new Meeting(
        slot(row),
        row.getColumn("zone", ZoneId.class),
        row.getColumn("double_booked", Boolean.class),
        new MeetingArrangements(
            row.getColumn("place", String.class),
            row.getColumn("link", String.class),
            row.getColumn("with_whom", String.class),
            List.of(row.getColumn("attendees", String[].class)),
            row.getColumn("need", String.class),
            row.getColumn("notes", String.class)));
  }

  static Slot slot(RowView row) {
    return new Slot(
        row.getColumn("starts_at", Instant.class), row.getColumn("ends_at", Instant.class));
  }

  private static Trail trail(RowView row) {
    return new Trail(
        row.getColumn("confirmation", Confirmation.class),
        row.getColumn("confirmation_dialled_at", Instant.class),
        row.getColumn("confirmation_reached_at", Instant.class),
        row.getColumn("confirmation_call_id", CallId.class),
        row.getColumn("confirmed_at", Instant.class),
        row.getColumn("confirmed_in_call_id", CallId.class),
        row.getColumn("out_of_policy", Boolean.class),
        row.getColumn("override_reason", String.class));
  }

  private static @Nullable Cancellation cancellation(RowView row) {
    Instant at = row.getColumn("cancelled_at", Instant.class);
    return at == null
        ? null
        : new Cancellation(
            at,
            row.getColumn("cancelled_by", CancelledBy.class),
            row.getColumn("cancelled_in_call_id", CallId.class),
            row.getColumn("cancelled_in_confirmation", Boolean.class),
            row.getColumn("cancel_reason", String.class),
            row.getColumn("voided", Boolean.class));
  }

  private static @Nullable Attendance attendance(RowView row) {
    Instant at = row.getColumn("attendance_at", Instant.class);
    return at == null
        ? null
        : new Attendance(
            at,
            row.getColumn("verdict", ClientVerdict.class),
            row.getColumn("evidence", String.class),
            row.getColumn("callback_id", CallbackId.class));
  }

  /** What changes in the life of an appointment. */
  static Update bind(Update u, Appointment a) {
    bindCancellation(u, a.cancellation());
    bindAttendance(u, a.attendance());
    Trail trail = a.confirmation();
    return u.bind("id", a.id().value())
        .bind("version", a.version())
        .bind("status", a.status().name())
        .bind("to", value(a.chain().to(), AppointmentId::value))
        .bind("sequence", a.chain().sequence())
        .bind("doubleBooked", a.meeting().doubleBooked())
        .bind("dialledAt", trail.dialledAt())
        .bind("reachedAt", trail.reachedAt())
        .bind("dialledIn", value(trail.call(), CallId::value))
        .bind("confirmedAt", trail.confirmedAt())
        .bind("confirmedIn", value(trail.confirmedIn(), CallId::value))
        .bind("outOfPolicy", trail.outOfPolicy())
        .bind("override", trail.overrideReason())
        .bind("updated", a.updatedAt());
  }

  private static void bindCancellation(Update u, @Nullable Cancellation c) {
    u.bind("cancelledAt", value(c, Cancellation::at))
        .bind("cancelledBy", c == null ? null : c.by().name())
        .bind("cancelledIn", c == null ? null : value(c.call(), CallId::value))
        .bind("inConfirmation", c != null && c.inConfirmation())
        .bind("cancelReason", c == null ? null : c.reason())
        .bind("voided", c != null && c.voided());
  }

  private static void bindAttendance(Update u, @Nullable Attendance a) {
    u.bind("attendanceAt", value(a, Attendance::at))
        .bind("verdict", a == null || a.verdict() == null ? null : a.verdict().name())
        .bind("evidence", a == null ? null : a.evidence())
        .bind("callback", a == null ? null : value(a.callback(), CallbackId::value));
  }

  /** What stays as it was when the appointment was set. */
  static Update bindOrigin(Update u, Appointment a) {
    MeetingArrangements p = a.meeting().arrangements();
    return u.bind("lead", a.lead().value())
        .bind("campaign", a.campaign().value())
        .bind("client", value(a.client(), ClientId::value))
        .bind("root", a.chain().root().value())
        .bind("from", value(a.chain().from(), AppointmentId::value))
        .bind("starts", a.meeting().slot().startsAt())
        .bind("ends", a.meeting().slot().endsAt())
        .bind("zone", a.meeting().zone().getId())
        .bind("place", p.place())
        .bind("link", p.link())
        .bind("withWhom", p.withWhom())
        .bindArray("attendees", String.class, p.attendees().toArray())
        .bind("need", p.need())
        .bind("notes", p.notes())
        .bind("leadBefore", a.setting().leadBefore().name())
        .bind("setAt", a.setting().at())
        .bind("setBy", value(a.setting().agent(), AgentId::value))
        .bind("setIn", value(a.setting().call(), CallId::value))
        .bind("confirmation", a.confirmation().policy().name())
        .bind("created", a.createdAt());
  }

  static <T, V> @Nullable V value(@Nullable T from, Function<T, V> value) {
    return from == null ? null : value.apply(from);
  }
}
