package io.warmline.api.resource;

import io.warmline.api.contract.AppointmentsApi;
import io.warmline.api.contract.model.AppointmentDto;
import io.warmline.api.contract.model.AppointmentPageDto;
import io.warmline.api.contract.model.AppointmentStatusDto;
import io.warmline.api.contract.model.CancelAppointmentDto;
import io.warmline.api.contract.model.ConfirmAppointmentDto;
import io.warmline.api.contract.model.CorrectAttendanceDto;
import io.warmline.api.contract.model.NewAppointmentDto;
import io.warmline.api.contract.model.RecordAttendanceDto;
import io.warmline.api.contract.model.RescheduleAppointmentDto;
import io.warmline.api.http.Cursors;
import io.warmline.api.http.Etags;
import io.warmline.api.http.Idempotent;
import io.warmline.api.resource.RefusalWarnings.Written;
import io.warmline.core.InvalidValue;
import io.warmline.core.Page;
import io.warmline.core.appointment.Appointment;
import io.warmline.core.appointment.Appointments;
import io.warmline.core.appointment.ChangeAppointment;
import io.warmline.core.appointment.CorrectAttendance;
import io.warmline.core.appointment.RecordAttendance;
import io.warmline.core.appointment.SetAppointment;
import io.warmline.core.correction.Corrections;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.AppointmentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ClientId;
import io.warmline.core.id.LeadId;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Idempotent
@ApplicationScoped
public class AppointmentsResource implements AppointmentsApi {

  private final Appointments appointments;
  private final SetAppointment setAppointment;
  private final ChangeAppointment change;
  private final RecordAttendance attendance;
  private final CorrectAttendance correct;
  private final MeetingWords words;
  private final MeetingLeads meetingLeads;
  private final NextPage nextPage;
  private final Cursors cursors;

  AppointmentsResource(
      Appointments appointments,
      SetAppointment setAppointment,
      ChangeAppointment change,
      RecordAttendance attendance,
      CorrectAttendance correct,
      MeetingWords words,
      MeetingLeads meetingLeads,
      NextPage nextPage,
      Cursors cursors) {
    this.appointments = appointments;
    this.setAppointment = setAppointment;
    this.change = change;
    this.attendance = attendance;
    this.correct = correct;
    this.words = words;
    this.meetingLeads = meetingLeads;
    this.nextPage = nextPage;
    this.cursors = cursors;
  }

  @Override
  public RestResponse<AppointmentDto> createAppointment(
      NewAppointmentDto dto, @Nullable String idempotencyKey) {
    LeadId lead = new LeadId(dto.getLeadId());
    dto.setStartsAt(
        words.start(dto.getStartsAt(), dto.getWords(), () -> lead, Optional.empty(), ""));
    return created(
        setAppointment.set(
            lead,
            AppointmentMapper.wish(dto),
            Optional.ofNullable(dto.getAgentId()).map(AgentId::new),
            call(dto.getCallId())),
        said(dto.getWords(), dto.getNeed(), dto.getNotes()));
  }

  @Override
  public RestResponse<AppointmentPageDto> listAppointments(
      @Nullable UUID campaignId,
      @Nullable UUID leadId,
      @Nullable UUID agentId,
      @Nullable UUID clientId,
      @Nullable AppointmentStatusDto status,
      @Nullable OffsetDateTime from,
      @Nullable OffsetDateTime to,
      Integer limit,
      @Nullable String cursor) {
    Appointments.Filter filter =
        new Appointments.Filter(
            Optional.ofNullable(campaignId).map(CampaignId::new),
            Optional.ofNullable(leadId).map(LeadId::new),
            Optional.ofNullable(agentId).map(AgentId::new),
            Optional.ofNullable(clientId).map(ClientId::new),
            Optional.ofNullable(status).map(AppointmentMapper::status),
            Values.instant(from, "from"),
            Values.instant(to, "to"));
    Page<Appointment> page = appointments.list(filter, cursors.paging(limit, cursor));
    String next = cursors.text(page.next());
    return nextPage.after(
        new AppointmentPageDto().items(meetingLeads.beside(page.items())).nextCursor(next), next);
  }

  @Override
  public RestResponse<AppointmentDto> getAppointment(
      UUID appointmentId, @Nullable String ifNoneMatch) {
    Appointment appointment = appointments.get(new AppointmentId(appointmentId));
    return Etags.read(
        AppointmentMapper.appointment(appointment), appointment.version(), ifNoneMatch);
  }

  @Override
  public RestResponse<AppointmentDto> confirmAppointment(
      UUID appointmentId, ConfirmAppointmentDto dto, @Nullable String idempotencyKey) {
    return ok(
        change.confirm(
            new AppointmentId(appointmentId),
            call(dto.getCallId()),
            Optional.ofNullable(dto.getOverrideReason())));
  }

  @Override
  public RestResponse<AppointmentDto> rescheduleAppointment(
      UUID appointmentId, RescheduleAppointmentDto dto, @Nullable String idempotencyKey) {
    AppointmentId id = new AppointmentId(appointmentId);
    dto.setStartsAt(
        words.start(
            dto.getStartsAt(),
            dto.getWords(),
            () -> appointments.get(id).lead(),
            Optional.empty(),
            ""));
    return created(
        change.reschedule(
            id,
            AppointmentMapper.wish(dto),
            Optional.ofNullable(dto.getAgentId()).map(AgentId::new),
            call(dto.getCallId())),
        said(dto.getWords(), dto.getNeed(), dto.getNotes()));
  }

  @Override
  public RestResponse<AppointmentDto> cancelAppointment(
      UUID appointmentId, CancelAppointmentDto dto, @Nullable String idempotencyKey) {
    return ok(
        change.cancel(
            new AppointmentId(appointmentId),
            AppointmentMapper.by(dto.getCancelledBy()),
            Optional.ofNullable(dto.getReason()),
            call(dto.getCallId())),
        new Written("/reason", dto.getReason()));
  }

  @Override
  public RestResponse<AppointmentDto> recordAttendance(
      UUID appointmentId, RecordAttendanceDto dto, @Nullable String idempotencyKey) {
    AppointmentId id = new AppointmentId(appointmentId);
    return switch (dto.getOutcome()) {
      case HELD ->
          ok(
              attendance.held(
                  id,
                  Optional.ofNullable(dto.getVerdict()).map(AppointmentMapper::verdict),
                  Optional.ofNullable(dto.getEvidence())),
              new Written("/evidence", dto.getEvidence()));
      case NO_SHOW -> {
        requireNoVerdict(dto);
        yield ok(attendance.missed(id));
      }
    };
  }

  @Override
  public RestResponse<AppointmentDto> correctAttendance(
      UUID appointmentId,
      CorrectAttendanceDto dto,
      @Nullable String ifMatch,
      @Nullable String idempotencyKey) {
    return ok(
        correct.correct(
            new AppointmentId(appointmentId),
            Etags.optional(ifMatch),
            AppointmentMapper.right(dto),
            new Corrections.Because(
                Optional.ofNullable(dto.getAgentId()).map(AgentId::new), dto.getReason())),
        new Written("/evidence", dto.getEvidence()));
  }

  private static void requireNoVerdict(RecordAttendanceDto dto) {
    if (dto.getVerdict() != null) {
      throw new InvalidValue("/verdict", "NOBODY_CAME", "a verdict is given on who came: HELD");
    }
  }

  @Override
  public RestResponse<InputStream> getAppointmentCalendar(UUID appointmentId) {
    Appointment last = appointments.lastOfChain(appointments.get(new AppointmentId(appointmentId)));
    return RestResponse.ok(new ByteArrayInputStream(AppointmentCalendar.of(last)));
  }

  private static Optional<CallId> call(@Nullable UUID id) {
    return Optional.ofNullable(id).map(CallId::new);
  }

  private static Written[] said(
      @Nullable String words, @Nullable String need, @Nullable String notes) {
    return new Written[] {
      new Written("/words", words), new Written("/need", need), new Written("/notes", notes)
    };
  }

  private static RestResponse<AppointmentDto> created(Appointment appointment, Written... written) {
    return Etags.created(
        AppointmentMapper.appointment(appointment).warnings(RefusalWarnings.in(written)),
        appointment.version(),
        "/v1/appointments/" + appointment.id());
  }

  private static RestResponse<AppointmentDto> ok(Appointment appointment, Written... written) {
    return Etags.ok(
        AppointmentMapper.appointment(appointment).warnings(RefusalWarnings.in(written)),
        appointment.version());
  }
}
