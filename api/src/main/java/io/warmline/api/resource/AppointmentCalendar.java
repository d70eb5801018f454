package io.warmline.api.resource;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalWriter;
import biweekly.property.Organizer;
import biweekly.property.Status;
import io.warmline.core.appointment.Appointment;
import io.warmline.core.appointment.AppointmentStatus;
import io.warmline.core.appointment.Particulars;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Date;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An appointment as an iCalendar object (RFC 5545, RFC 5546), in UTC. All of a chain are one event
 * to calendar programs: they have one UID, and the greater SEQUENCE counts.
 */
final class AppointmentCalendar {

  private AppointmentCalendar() {}

  static byte[] of(Appointment appointment) {
    boolean cancelled = appointment.status() == AppointmentStatus.CANCELLED;
    ICalendar calendar = new ICalendar();
    calendar.setProductId("-//Warmline//Appointments//EN");
    calendar.setMethod(cancelled ? "CANCEL" : "PUBLISH");
    calendar.addEvent(event(appointment, cancelled));
    return ContentLines.folded(text(calendar));
  }

  private static String text(ICalendar calendar) {
    StringWriter text = new StringWriter();
    try (ICalWriter writer = new ICalWriter(text, ICalVersion.V2_0)) {
      writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
      writer.write(calendar);
    } catch (IOException e) {
      throw new UncheckedIOException("a calendar cannot be written to memory", e);
    }
    return text.toString();
  }

  private static VEvent event(Appointment appointment, boolean cancelled) {
    Particulars particulars = appointment.meeting().particulars();
    VEvent event = new VEvent();
    event.setUid(appointment.chain().root() + "@warmline");
    event.setSequence(appointment.chain().sequence());
    event.setDateTimeStamp(Date.from(appointment.updatedAt()));
    event.setCreated(Date.from(appointment.createdAt()));
    event.setLastModified(Date.from(appointment.updatedAt()));
    event.setDateStart(Date.from(appointment.meeting().slot().startsAt()), true);
    event.setDateEnd(Date.from(appointment.meeting().slot().endsAt()), true);
    event.setStatus(cancelled ? Status.cancelled() : Status.confirmed());
    event.setOrganizer(organizer(appointment));
    event.setSummary(summary(particulars));
    event.setDescription(description(particulars));
    event.setLocation(particulars.place());
    event.setUrl(particulars.link());
    return event;
  }

  /** Whoever publishes an event must be named (RFC 5546, 3.2.1); we have no address of theirs. */
  private static Organizer organizer(Appointment appointment) {
    UUID host =
        appointment.client() == null
            ? appointment.campaign().value()
            : appointment.client().value();
    String name = appointment.meeting().particulars().withWhom();
    Organizer organizer = new Organizer(name == null ? "Warmline" : name, null);
    organizer.setUri("urn:uuid:" + host);
    return organizer;
  }

  private static String summary(Particulars particulars) {
    return particulars.attendees().isEmpty()
        ? "Meeting"
        : "Meeting: " + String.join(", ", particulars.attendees());
  }

  private static String description(Particulars particulars) {
    return Stream.of(particulars.need(), particulars.notes(), particulars.link())
        .filter(Objects::nonNull)
        .collect(Collectors.joining("\n"));
  }
}
