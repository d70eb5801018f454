package io.warmline.api.resource;

import static io.warmline.api.resource.Values.utc;

import io.warmline.api.contract.ComplaintsApi;
import io.warmline.api.contract.model.CloseComplaintDto;
import io.warmline.api.contract.model.ComplaintDto;
import io.warmline.api.contract.model.ComplaintPageDto;
import io.warmline.api.contract.model.ComplaintStatusDto;
import io.warmline.api.contract.model.NewComplaintDto;
import io.warmline.api.http.Cursors;
import io.warmline.api.http.Idempotent;
import io.warmline.api.resource.RefusalWarnings.Written;
import io.warmline.core.Page;
import io.warmline.core.complaint.Complaint;
import io.warmline.core.complaint.ComplaintStatus;
import io.warmline.core.complaint.Complaints;
import io.warmline.core.complaint.HandleComplaint;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ComplaintId;
import io.warmline.core.id.LeadId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

@Idempotent
@ApplicationScoped
public class ComplaintsResource implements ComplaintsApi {

  private final Complaints complaints;
  private final HandleComplaint handleComplaint;
  private final Cursors cursors;

  ComplaintsResource(Complaints complaints, HandleComplaint handleComplaint, Cursors cursors) {
    this.complaints = complaints;
    this.handleComplaint = handleComplaint;
    this.cursors = cursors;
  }

  @Override
  public RestResponse<ComplaintDto> createComplaint(
      NewComplaintDto dto, @Nullable String idempotencyKey) {
    Complaint raised =
        handleComplaint.raise(
            new LeadId(dto.getLeadId()),
            Optional.ofNullable(dto.getAgentId()).map(AgentId::new),
            dto.getWords());
    ComplaintDto answer =
        dto(raised).warnings(RefusalWarnings.in(new Written("/words", dto.getWords())));
    return ResponseBuilder.create(RestResponse.Status.CREATED, answer)
        .header("Location", "/v1/complaints/" + raised.id())
        .build();
  }

  @Override
  public RestResponse<ComplaintPageDto> listComplaints(
      @Nullable ComplaintStatusDto status,
      @Nullable UUID leadId,
      @Nullable UUID campaignId,
      Integer limit,
      @Nullable String cursor) {
    Page<Complaint> page =
        complaints.list(
            new Complaints.Filter(
                Optional.ofNullable(status).map(ComplaintsResource::status),
                Optional.ofNullable(leadId).map(LeadId::new),
                Optional.ofNullable(campaignId).map(CampaignId::new)),
            cursors.paging(limit, cursor));
    return RestResponse.ok(
        new ComplaintPageDto()
            .items(page.items().stream().map(ComplaintsResource::dto).toList())
            .nextCursor(cursors.text(page.next())));
  }

  @Override
  public RestResponse<ComplaintDto> getComplaint(UUID complaintId) {
    return RestResponse.ok(dto(complaints.get(new ComplaintId(complaintId))));
  }

  @Override
  public RestResponse<ComplaintDto> closeComplaint(
      UUID complaintId, CloseComplaintDto dto, @Nullable String idempotencyKey) {
    return RestResponse.ok(
        dto(handleComplaint.close(
                new ComplaintId(complaintId),
                Optional.ofNullable(dto.getAgentId()).map(AgentId::new),
                dto.getNote()))
            .warnings(RefusalWarnings.in(new Written("/note", dto.getNote()))));
  }

  static ComplaintDto dto(Complaint complaint) {
    return new ComplaintDto()
        .id(complaint.id().value())
        .leadId(complaint.lead().value())
        .campaignId(complaint.campaign().value())
        .callId(complaint.call().map(CallId::value).orElse(null))
        .agentId(complaint.agent().map(AgentId::value).orElse(null))
        .words(complaint.words().orElse(null))
        .status(status(complaint.status()))
        .raisedAt(utc(complaint.raisedAt()))
        .closedAt(utc(complaint.closedAt()))
        .closedBy(complaint.closedBy().map(AgentId::value).orElse(null))
        .note(complaint.note().orElse(null));
  }

  private static ComplaintStatus status(ComplaintStatusDto status) {
    return switch (status) {
      case OPEN -> ComplaintStatus.OPEN;
      case CLOSED -> ComplaintStatus.CLOSED;
      case WITHDRAWN -> ComplaintStatus.WITHDRAWN;
    };
  }

  private static ComplaintStatusDto status(ComplaintStatus status) {
    return switch (status) {
      case OPEN -> ComplaintStatusDto.OPEN;
      case CLOSED -> ComplaintStatusDto.CLOSED;
      case WITHDRAWN -> ComplaintStatusDto.WITHDRAWN;
    };
  }
}
