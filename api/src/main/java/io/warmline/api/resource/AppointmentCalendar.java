package io.warmline.api.resource;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Organizer;
import biweekly.property.Status;
import io.warmline.core.appointment.Appointment;
import io.warmline.core.appointment.AppointmentStatus;
import io.warmline.core.appointment.MeetingArrangements;
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
    return ContentLines.of(calendar);
  }

  private static VEvent event(Appointment appointment, boolean cancelled) {
    MeetingArrangements arrangements = appointment.meeting().arrangements();
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
    event.setSummary(summary(arrangements));
    event.setDescription(description(arrangements));
    event.setLocation(arrangements.place());
    event.setUrl(arrangements.link());
    return event;
  }

  /** Whoever publishes an event must be named (RFC 5546, 3.2.1); we have no address of theirs. */
  private static Organizer organizer(Appointment appointment) {
    UUID host =
        appointment.client() == null
            ? appointment.campaign().value()
            : appointment.client().value();
    String name = appointment.meeting().arrangements().withWhom();
    Organizer organizer = new Organizer(name == null ? "Warmline" : name, null);
    organizer.setUri("urn:uuid:" + host);
    return organizer;
  }

  private static String summary(MeetingArrangements arrangements) {
    return arrangements.attendees().isEmpty()
        ? "Meeting"
        : "Meeting: " + String.join(", ", arrangements.attendees());
  }

  private static String description(MeetingArrangements arrangements) {
    return Stream.of(arrangements.need(), arrangements.notes(), arrangements.link())
        .filter(Objects::nonNull)
        .collect(Collectors.joining("\n"));
  }
}
