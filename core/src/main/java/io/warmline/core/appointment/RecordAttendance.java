package io.warmline.core.appointment;

import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.appointment.Appointment.Attendance;
import io.warmline.core.callback.Callback;
import io.warmline.core.id.AppointmentId;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Records whether a meeting was held, and what the client thinks of it. */
@ApplicationScoped
public class RecordAttendance {

  private final TenantTransaction transaction;
  private final Appointments appointments;
  private final AppointmentEvents events;
  private final LeadAfterMeeting lead;
  private final Clock clock;

  RecordAttendance(
      TenantTransaction transaction,
      Appointments appointments,
      AppointmentEvents events,
      LeadAfterMeeting lead,
      Clock clock) {
    this.transaction = transaction;
    this.appointments = appointments;
    this.events = events;
    this.lead = lead;
    this.clock = clock;
  }

  /**
   * It was held. The client's verdict may follow later, by telling once more that it was held.
   *
   * @param evidence on what a verdict of BAD_LEAD rests
   * @throws InvalidValue if a verdict of BAD_LEAD comes without evidence
   * @throws NotFound if there is no such appointment
   * @throws WarmlineException APPOINTMENT_NOT_STARTED, APPOINTMENT_CLOSED
   */
  public Appointment held(
      AppointmentId id, Optional<ClientVerdict> verdict, Optional<String> evidence) {
    if (verdict.filter(ClientVerdict.BAD_LEAD::equals).isPresent() && evidence.isEmpty()) {
      throw InvalidValue.required("/evidence", "BAD_LEAD needs the evidence on which it rests");
    }
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          Appointment appointment = take(id, now);
          if (!awaitsVerdict(appointment)) {
            appointment.requireOpen();
          }
          Attendance what =
              new Attendance(
                  toldAt(appointment, now), verdict.orElse(null), evidence.orElse(null), null);
          Appointment held = write(appointment.attended(AppointmentStatus.HELD, what, now), now);
          lead.wasMet(held, now);
          return held;
        });
  }

  private static boolean awaitsVerdict(Appointment appointment) {
    Attendance told = appointment.attendance();
    return appointment.status() == AppointmentStatus.HELD && told != null && told.verdict() == null;
  }

  private static Instant toldAt(Appointment appointment, Instant now) {
    Attendance told = appointment.attendance();
    return told == null ? now : told.at();
  }

  /**
   * The prospect did not come: the team calls in the next working time.
   *
   * @throws NotFound if there is no such appointment
   * @throws WarmlineException APPOINTMENT_NOT_STARTED, APPOINTMENT_CLOSED
   */
  public Appointment missed(AppointmentId id) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          Appointment appointment = take(id, now);
          appointment.requireOpen();
          @Nullable Callback callback = lead.didNotCome(appointment, now).orElse(null);
          Attendance what =
              new Attendance(now, null, null, callback == null ? null : callback.id());
          Appointment missed =
              write(appointment.attended(AppointmentStatus.NO_SHOW, what, now), now);
          lead.goesOn(missed, now);
          return missed;
        });
  }

  private Appointment take(AppointmentId id, Instant now) {
    lead.lock(appointments.get(id).lead());
    Appointment appointment = appointments.get(id);
    if (now.isBefore(appointment.meeting().slot().startsAt())) {
      throw new WarmlineException(
          ProblemCode.APPOINTMENT_NOT_STARTED,
          "The appointment starts at "
              + appointment.meeting().slot().startsAt()
              + ". Until then it can be cancelled or rescheduled.");
    }
    return appointment;
  }

  private Appointment write(Appointment attended, Instant now) {
    Appointment written = appointments.write(attended);
    events.attended(written, now);
    return written;
  }
}
