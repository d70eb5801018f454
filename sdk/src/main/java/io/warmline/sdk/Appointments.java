package io.warmline.sdk;

import io.warmline.sdk.model.Appointment;
import io.warmline.sdk.model.AppointmentPage;
import io.warmline.sdk.model.CancelAppointment;
import io.warmline.sdk.model.ConfirmAppointment;
import io.warmline.sdk.model.CorrectAttendance;
import io.warmline.sdk.model.NewAppointment;
import io.warmline.sdk.model.RecordAttendance;
import io.warmline.sdk.model.RescheduleAppointment;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;

/** Meetings set with prospects. */
public final class Appointments {
  private static final String ALL = "/v1/appointments";
  private static final String ONE = "/v1/appointments/{appointmentId}";

  private final Transport transport;

  Appointments(Transport transport) {
    this.transport = transport;
  }

  /**
   * Sets a meeting outside the logging of a call.
   *
   * @throws ConflictException if the campaign sets none, the lead has one or is not called any
   *     more, or the slot is taken
   */
  public Versioned<Appointment> createAppointment(
      NewAppointment appointment, RequestOption... options) {
    return transport.versioned(
        Request.post(ALL).json(appointment).with(options), Appointment.class);
  }

  /** Lists appointments, earliest start first. */
  public Page<Appointment> listAppointments(RequestOption... options) {
    return listAppointments(AppointmentFilter.all(), options);
  }

  /** Lists appointments, earliest start first. */
  public Page<Appointment> listAppointments(AppointmentFilter filter, RequestOption... options) {
    AppointmentPage page =
        transport.value(
            Request.get(ALL).query(filter.query()).with(options), AppointmentPage.class);
    return new Page<>(
        page.getItems(),
        page.getNextCursor(),
        cursor -> listAppointments(filter.cursor(cursor), options));
  }

  /** Reads an appointment. */
  public Versioned<Appointment> getAppointment(UUID appointmentId, RequestOption... options) {
    return transport.versioned(Request.get(ONE, appointmentId).with(options), Appointment.class);
  }

  /** Reads an appointment again; empty if it still has the version that is known. */
  public Optional<Versioned<Appointment>> getAppointmentIfChanged(
      Versioned<Appointment> known, RequestOption... options) {
    Request request = Request.get(ONE, known.value().getId()).with(options);
    return transport.changed(request, known, Appointment.class);
  }

  /**
   * Records that the prospect confirmed.
   *
   * @throws ConflictException if the policy forbids it today and no reason is given, or the
   *     appointment is closed
   */
  public Versioned<Appointment> confirmAppointment(
      UUID appointmentId, ConfirmAppointment confirm, RequestOption... options) {
    return post("/confirm", appointmentId, confirm, options);
  }

  /**
   * Gives it another time.
   *
   * @return the appointment that stands in its place
   * @throws ConflictException if it is closed, or the slot is taken
   */
  public Versioned<Appointment> rescheduleAppointment(
      UUID appointmentId, RescheduleAppointment reschedule, RequestOption... options) {
    return post("/reschedule", appointmentId, reschedule, options);
  }

  /**
   * Cancels it; nobody is blamed.
   *
   * @throws ConflictException if it is closed
   */
  public Versioned<Appointment> cancelAppointment(
      UUID appointmentId, CancelAppointment cancel, RequestOption... options) {
    return post("/cancel", appointmentId, cancel, options);
  }

  /**
   * Records whether it was held, and the client's verdict.
   *
   * @throws ConflictException if it has not begun, or is closed
   */
  public Versioned<Appointment> recordAttendance(
      UUID appointmentId, RecordAttendance attendance, RequestOption... options) {
    return post("/attendance", appointmentId, attendance, options);
  }

  /**
   * Tells whether it was held where that was told wrongly; the lead and the figures follow.
   *
   * @throws ConflictException if nobody has told it before, or nobody is to have come to a meeting
   *     of which something became
   */
  public Versioned<Appointment> correctAttendance(
      UUID appointmentId, CorrectAttendance correction, RequestOption... options) {
    return post("/correct-attendance", appointmentId, correction, options);
  }

  private Versioned<Appointment> post(
      String verb, UUID appointmentId, Object body, RequestOption... options) {
    return transport.versioned(
        Request.post(ONE + verb, appointmentId).json(body).with(options), Appointment.class);
  }

  /**
   * It as a file for calendar programs, in iCalendar (RFC 5545).
   *
   * @return the file as it comes in; close it
   */
  public InputStream getAppointmentCalendar(UUID appointmentId, RequestOption... options) {
    Request request = Request.get(ONE + ".ics", appointmentId).accept("text/calendar");
    return transport.send(request.with(options)).file("text/calendar");
  }
}
