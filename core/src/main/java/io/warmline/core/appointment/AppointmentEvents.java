package io.warmline.core.appointment;

import io.warmline.core.event.EventType;
import io.warmline.core.event.Events;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** Announces what becomes of appointments: ids, times and states, no personal data. */
@ApplicationScoped
class AppointmentEvents {

  private final Events events;

  AppointmentEvents(Events events) {
    this.events = events;
  }

  void set(Appointment a, Instant now) {
    events.record(
        EventType.APPOINTMENT_SET,
        a.id().value(),
        now,
        "leadId",
        a.lead(),
        "campaignId",
        a.campaign(),
        "agentId",
        a.setting().agent(),
        "startsAt",
        a.meeting().slot().startsAt(),
        "confirmation",
        a.confirmation().policy());
  }

  void rescheduled(Appointment from, Appointment to, Instant now) {
    events.record(
        EventType.APPOINTMENT_RESCHEDULED,
        from.id().value(),
        now,
        "leadId",
        from.lead(),
        "campaignId",
        from.campaign(),
        "rescheduledTo",
        to.id(),
        "startsAt",
        to.meeting().slot().startsAt());
  }

  void confirmed(Appointment a, Instant now) {
    events.record(
        EventType.APPOINTMENT_CONFIRMED,
        a.id().value(),
        now,
        "leadId",
        a.lead(),
        "campaignId",
        a.campaign(),
        "callId",
        a.confirmation().confirmedIn(),
        "outOfPolicy",
        a.confirmation().outOfPolicy());
  }

  void cancelled(Appointment a, Instant now) {
    Appointment.Cancellation how = Objects.requireNonNull(a.cancellation());
    events.record(
        EventType.APPOINTMENT_CANCELLED,
        a.id().value(),
        now,
        "leadId",
        a.lead(),
        "campaignId",
        a.campaign(),
        "cancelledBy",
        how.by(),
        "callId",
        how.call(),
        "noticeMinutes",
        a.notice().map(Duration::toMinutes).orElse(null),
        "voided",
        how.voided());
  }

  void attended(Appointment a, Instant now) {
    Appointment.Attendance what = Objects.requireNonNull(a.attendance());
    boolean held = a.status() == AppointmentStatus.HELD;
    events.record(
        held ? EventType.APPOINTMENT_HELD : EventType.APPOINTMENT_NO_SHOW,
        a.id().value(),
        now,
        "leadId",
        a.lead(),
        "campaignId",
        a.campaign(),
        "verdict",
        what.verdict(),
        "callbackId",
        what.callback());
  }
}
