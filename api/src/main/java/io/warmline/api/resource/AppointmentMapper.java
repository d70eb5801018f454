package io.warmline.api.resource;

import static io.warmline.api.resource.Values.maybe;
import static io.warmline.api.resource.Values.maybeUtc;
import static io.warmline.api.resource.Values.utc;

import io.warmline.api.contract.model.AppointmentAttendanceDto;
import io.warmline.api.contract.model.AppointmentCancellationDto;
import io.warmline.api.contract.model.AppointmentConfirmationDto;
import io.warmline.api.contract.model.AppointmentDto;
import io.warmline.api.contract.model.AppointmentStatusDto;
import io.warmline.api.contract.model.CallAppointmentDto;
import io.warmline.api.contract.model.CancelledByDto;
import io.warmline.api.contract.model.CorrectAttendanceDto;
import io.warmline.api.contract.model.MeetingVerdictDto;
import io.warmline.api.contract.model.NewAppointmentDto;
import io.warmline.api.contract.model.RescheduleAppointmentDto;
import io.warmline.core.appointment.Appointment;
import io.warmline.core.appointment.AppointmentStatus;
import io.warmline.core.appointment.ClientVerdict;
import io.warmline.core.appointment.CorrectAttendance;
import io.warmline.core.appointment.Meeting;
import io.warmline.core.appointment.MeetingArrangements;
import io.warmline.core.appointment.MeetingWish;
import io.warmline.core.callback.CancelledBy;
import io.warmline.core.disposition.CallDetails.MeetingDetails;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.AppointmentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CallbackId;
import io.warmline.core.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Appointments between the contract and the domain. */
final class AppointmentMapper {

  private AppointmentMapper() {}

  static MeetingWish wish(NewAppointmentDto dto) {
    return wish(
        Values.instant(dto.getStartsAt(), "/startsAt"),
        dto.getDurationMinutes(),
        dto.getDoubleBook(),
        new MeetingArrangements(
            dto.getPlace(),
            dto.getLink(),
            dto.getWithWhom(),
            list(dto.getAttendees()),
            dto.getNeed(),
            dto.getNotes()));
  }

  static MeetingWish wish(RescheduleAppointmentDto dto) {
    return wish(
        Values.instant(dto.getStartsAt(), "/startsAt"),
        dto.getDurationMinutes(),
        dto.getDoubleBook(),
        new MeetingArrangements(
            dto.getPlace(),
            dto.getLink(),
            dto.getWithWhom(),
            list(dto.getAttendees()),
            dto.getNeed(),
            dto.getNotes()));
  }

  /** What a call says about an appointment. */
  static MeetingDetails told(CallAppointmentDto dto) {
    return new MeetingDetails(
        wish(dto),
        Optional.ofNullable(dto.getCancelledBy()).map(AppointmentMapper::by),
        Optional.ofNullable(dto.getOverrideReason()));
  }

  private static MeetingWish wish(CallAppointmentDto dto) {
    return wish(
        Values.instant(dto.getStartsAt(), "/appointment/startsAt"),
        dto.getDurationMinutes(),
        dto.getDoubleBook(),
        new MeetingArrangements(
            dto.getPlace(),
            dto.getLink(),
            dto.getWithWhom(),
            list(dto.getAttendees()),
            dto.getNeed(),
            dto.getNotes()));
  }

  private static MeetingWish wish(
      Optional<Instant> startsAt,
      @Nullable Integer durationMinutes,
      @Nullable Boolean doubleBook,
      MeetingArrangements arrangements) {
    return new MeetingWish(
        startsAt,
        Optional.ofNullable(durationMinutes),
        arrangements,
        Boolean.TRUE.equals(doubleBook));
  }

  private static List<String> list(@Nullable List<String> names) {
    return names == null ? List.of() : names;
  }

  static AppointmentDto appointment(Appointment appointment) {
    AppointmentDto dto =
        new AppointmentDto()
            .id(appointment.id().value())
            .leadId(appointment.lead().value())
            .campaignId(appointment.campaign().value())
            .clientId(maybe(appointment.client(), ClientId::value))
            .status(status(appointment.status()))
            .rootId(appointment.chain().root().value())
            .rescheduledFrom(maybe(appointment.chain().from(), AppointmentId::value))
            .rescheduledTo(maybe(appointment.chain().to(), AppointmentId::value))
            .sequence(appointment.chain().sequence())
            .setAt(utc(appointment.setting().at()))
            .setByAgentId(maybe(appointment.setting().agent(), AgentId::value))
            .setInCallId(maybe(appointment.setting().call(), CallId::value))
            .confirmation(confirmation(appointment))
            .cancellation(cancellation(appointment))
            .attendance(attendance(appointment.attendance()))
            .createdAt(utc(appointment.createdAt()))
            .updatedAt(utc(appointment.updatedAt()));
    describe(appointment.meeting(), dto);
    return dto;
  }

  private static void describe(Meeting meeting, AppointmentDto dto) {
    MeetingArrangements arrangements = meeting.arrangements();
    ZonedDateTime local = meeting.slot().startsAt().atZone(meeting.zone());
    dto.startsAt(utc(meeting.slot().startsAt()))
        .endsAt(utc(meeting.slot().endsAt()))
        .durationMinutes(
            (int) Duration.between(meeting.slot().startsAt(), meeting.slot().endsAt()).toMinutes())
        .timeZone(meeting.zone().getId())
        .localDate(local.toLocalDate())
        .localTime(Values.clock(local))
        .doubleBooked(meeting.doubleBooked())
        .place(arrangements.place())
        .link(arrangements.link())
        .withWhom(arrangements.withWhom())
        .attendees(arrangements.attendees())
        .need(arrangements.need())
        .notes(arrangements.notes());
  }

  private static AppointmentConfirmationDto confirmation(Appointment appointment) {
    Appointment.Trail trail = appointment.confirmation();
    return new AppointmentConfirmationDto()
        .policy(ApproachMapper.confirmation(trail.policy()))
        .dialledAt(maybeUtc(trail.dialledAt()))
        .reachedAt(maybeUtc(trail.reachedAt()))
        .lagSeconds(appointment.confirmationLag().map(Duration::toSeconds).orElse(null))
        .confirmedAt(maybeUtc(trail.confirmedAt()))
        .confirmedInCallId(maybe(trail.confirmedIn(), CallId::value))
        .outOfPolicy(trail.outOfPolicy())
        .overrideReason(trail.overrideReason());
  }

  private static @Nullable AppointmentCancellationDto cancellation(Appointment appointment) {
    Appointment.Cancellation how = appointment.cancellation();
    return how == null
        ? null
        : new AppointmentCancellationDto()
            .at(utc(how.at()))
            .by(by(how.by()))
            .callId(maybe(how.call(), CallId::value))
            .inConfirmation(how.inConfirmation())
            .noticeMinutes(appointment.notice().orElseThrow().toMinutes())
            .reason(how.reason())
            .voided(how.voided());
  }

  private static @Nullable AppointmentAttendanceDto attendance(
      Appointment.@Nullable Attendance what) {
    return what == null
        ? null
        : new AppointmentAttendanceDto()
            .recordedAt(utc(what.at()))
            .verdict(maybe(what.verdict(), AppointmentMapper::verdict))
            .evidence(what.evidence())
            .callbackId(maybe(what.callback(), CallbackId::value));
  }

  static AppointmentStatus status(AppointmentStatusDto status) {
    return switch (status) {
      case SET -> AppointmentStatus.SET;
      case CONFIRMED -> AppointmentStatus.CONFIRMED;
      case HELD -> AppointmentStatus.HELD;
      case NO_SHOW -> AppointmentStatus.NO_SHOW;
      case CANCELLED -> AppointmentStatus.CANCELLED;
      case RESCHEDULED -> AppointmentStatus.RESCHEDULED;
    };
  }

  static AppointmentStatusDto status(AppointmentStatus status) {
    return switch (status) {
      case SET -> AppointmentStatusDto.SET;
      case CONFIRMED -> AppointmentStatusDto.CONFIRMED;
      case HELD -> AppointmentStatusDto.HELD;
      case NO_SHOW -> AppointmentStatusDto.NO_SHOW;
      case CANCELLED -> AppointmentStatusDto.CANCELLED;
      case RESCHEDULED -> AppointmentStatusDto.RESCHEDULED;
    };
  }

  static CancelledBy by(CancelledByDto by) {
    return switch (by) {
      case PROSPECT -> CancelledBy.PROSPECT;
      case CLIENT -> CancelledBy.CLIENT;
      case FIRM -> CancelledBy.FIRM;
    };
  }

  static CancelledByDto by(CancelledBy by) {
    return switch (by) {
      case PROSPECT -> CancelledByDto.PROSPECT;
      case CLIENT -> CancelledByDto.CLIENT;
      case FIRM -> CancelledByDto.FIRM;
    };
  }

  static CorrectAttendance.Right right(CorrectAttendanceDto dto) {
    boolean held =
        switch (dto.getOutcome()) {
          case HELD -> true;
          case NO_SHOW -> false;
        };
    return new CorrectAttendance.Right(
        held, Values.maybe(dto.getVerdict(), AppointmentMapper::verdict), dto.getEvidence());
  }

  static ClientVerdict verdict(MeetingVerdictDto verdict) {
    return switch (verdict) {
      case QUALIFIED -> ClientVerdict.QUALIFIED;
      case UNQUALIFIED -> ClientVerdict.UNQUALIFIED;
      case BAD_LEAD -> ClientVerdict.BAD_LEAD;
    };
  }

  private static MeetingVerdictDto verdict(ClientVerdict verdict) {
    return switch (verdict) {
      case QUALIFIED -> MeetingVerdictDto.QUALIFIED;
      case UNQUALIFIED -> MeetingVerdictDto.UNQUALIFIED;
      case BAD_LEAD -> MeetingVerdictDto.BAD_LEAD;
    };
  }
}
