package io.warmline.api.resource;

import static io.warmline.api.resource.LeadCells.guarded;

import io.warmline.api.contract.model.AppointmentAttendanceDto;
import io.warmline.api.contract.model.AppointmentCancellationDto;
import io.warmline.api.contract.model.AppointmentDto;
import io.warmline.api.contract.model.AppointmentPageDto;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Meetings as lines for the client's CRM: one for each, with its lead. */
final class AppointmentsCsv extends CsvLines<AppointmentPageDto> {

  private static final List<String> COLUMNS =
      List.of(
          "appointmentId",
          "leadId",
          "campaignId",
          "clientId",
          "status",
          "startsAt",
          "endsAt",
          "durationMinutes",
          "timeZone",
          "localDate",
          "localTime",
          "place",
          "link",
          "withWhom",
          "attendees",
          "need",
          "notes",
          "rescheduledFrom",
          "rescheduledTo",
          "setAt",
          "cancelledAt",
          "cancelledBy",
          "cancelReason",
          "attendanceRecordedAt",
          "verdict",
          "evidence");

  AppointmentsCsv() {
    super(AppointmentPageDto.class);
  }

  @Override
  List<List<String>> linesOf(AppointmentPageDto page) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(Stream.concat(COLUMNS.stream(), LeadCells.COLUMNS.stream()).toList());
    page.getItems().forEach(appointment -> lines.add(line(appointment)));
    return lines;
  }

  private static List<String> line(AppointmentDto meeting) {
    AppointmentCancellationDto cancelled =
        Objects.requireNonNullElseGet(meeting.getCancellation(), AppointmentCancellationDto::new);
    AppointmentAttendanceDto attendance =
        Objects.requireNonNullElseGet(meeting.getAttendance(), AppointmentAttendanceDto::new);
    return Stream.of(
            guarded(
                meeting.getId(),
                meeting.getLeadId(),
                meeting.getCampaignId(),
                meeting.getClientId(),
                meeting.getStatus(),
                meeting.getStartsAt(),
                meeting.getEndsAt(),
                meeting.getDurationMinutes(),
                meeting.getTimeZone(),
                meeting.getLocalDate(),
                meeting.getLocalTime(),
                meeting.getPlace(),
                meeting.getLink(),
                meeting.getWithWhom(),
                attendees(meeting),
                meeting.getNeed(),
                meeting.getNotes(),
                meeting.getRescheduledFrom(),
                meeting.getRescheduledTo(),
                meeting.getSetAt(),
                cancelled.getAt(),
                cancelled.getBy(),
                cancelled.getReason(),
                attendance.getRecordedAt(),
                attendance.getVerdict(),
                attendance.getEvidence()),
            LeadCells.of(meeting.getLead()))
        .flatMap(cells -> cells)
        .toList();
  }

  private static String attendees(AppointmentDto meeting) {
    return meeting.getAttendees() == null ? "" : String.join("; ", meeting.getAttendees());
  }
}
