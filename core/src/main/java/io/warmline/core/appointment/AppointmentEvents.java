package io.warmline.core.appointment;

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
        new AppointmentEvent.Set(
            a.id(),
            a.lead(),
            a.campaign(),
            a.setting().agent(),
            a.meeting().slot().startsAt(),
            a.confirmation().policy()),
        now);
  }

  void rescheduled(Appointment from, Appointment to, Instant now) {
    events.record(
        new AppointmentEvent.Rescheduled(
            from.id(), from.lead(), from.campaign(), to.id(), to.meeting().slot().startsAt()),
        now);
  }

  void confirmed(Appointment a, Instant now) {
    events.record(
        new AppointmentEvent.Confirmed(
            a.id(),
            a.lead(),
            a.campaign(),
            a.confirmation().confirmedIn(),
            a.confirmation().outOfPolicy()),
        now);
  }

  void cancelled(Appointment a, Instant now) {
    Appointment.Cancellation how = Objects.requireNonNull(a.cancellation());
    events.record(
        new AppointmentEvent.Cancelled(
            a.id(),
            a.lead(),
            a.campaign(),
            how.by(),
            how.call(),
            a.notice().filter(notice -> !notice.isNegative()).map(Duration::toMinutes).orElse(null),
            how.voided()),
        now);
  }

  void corrected(Appointment a, Instant now) {
    Appointment.Attendance what = Objects.requireNonNull(a.attendance());
    events.record(
        new AppointmentEvent.Corrected(
            a.id(), a.lead(), a.campaign(), a.status(), what.verdict(), what.callback()),
        now);
  }

  void attended(Appointment a, Instant now) {
    Appointment.Attendance what = Objects.requireNonNull(a.attendance());
    boolean held = a.status() == AppointmentStatus.HELD;
    events.record(
        held
            ? new AppointmentEvent.Held(
                a.id(), a.lead(), a.campaign(), what.verdict(), what.callback())
            : new AppointmentEvent.NoShow(
                a.id(), a.lead(), a.campaign(), what.verdict(), what.callback()),
        now);
  }
}
