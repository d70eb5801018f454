package io.warmline.api.resource;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.warmline.api.contract.CallsApi;
import io.warmline.api.contract.model.CallDto;
import io.warmline.api.contract.model.CallExplanationDto;
import io.warmline.api.contract.model.CallPageDto;
import io.warmline.api.contract.model.CheckInDto;
import io.warmline.api.contract.model.DispositionDto;
import io.warmline.api.contract.model.LoggedCallDto;
import io.warmline.api.contract.model.NewCallDto;
import io.warmline.api.http.Cursors;
import io.warmline.api.http.Etags;
import io.warmline.api.http.Idempotent;
import io.warmline.api.http.MergePatches;
import io.warmline.core.Page;
import io.warmline.core.call.AmendCall;
import io.warmline.core.call.Call;
import io.warmline.core.call.Calls;
import io.warmline.core.call.LogCall;
import io.warmline.core.call.LoggedCall;
import io.warmline.core.evidence.ExplainCall;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Idempotent
@ApplicationScoped
public class CallsResource implements CallsApi {

  private final LogCall logCall;
  private final AmendCall amendCall;
  private final Calls calls;
  private final ExplainCall explainCall;
  private final ObjectMapper json;
  private final MergePatches patches;
  private final Cursors cursors;

  CallsResource(
      LogCall logCall,
      AmendCall amendCall,
      Calls calls,
      ExplainCall explainCall,
      ObjectMapper json,
      MergePatches patches,
      Cursors cursors) {
    this.logCall = logCall;
    this.amendCall = amendCall;
    this.calls = calls;
    this.explainCall = explainCall;
    this.json = json;
    this.patches = patches;
    this.cursors = cursors;
  }

  @Override
  public RestResponse<LoggedCallDto> logCall(NewCallDto dto, @Nullable String idempotencyKey) {
    LoggedCall logged = logCall.log(CallMapper.report(dto));
    return Etags.created(
        CallMapper.logged(logged), logged.call().version(), "/v1/calls/" + logged.call().id());
  }

  @Override
  public RestResponse<CallPageDto> listCalls(
      @Nullable UUID campaignId,
      @Nullable UUID leadId,
      @Nullable UUID agentId,
      @Nullable DispositionDto disposition,
      @Nullable CheckInDto checkIn,
      @Nullable OffsetDateTime startedAfter,
      Integer limit,
      @Nullable String cursor) {
    Calls.Filter filter =
        new Calls.Filter(
            Optional.ofNullable(campaignId).map(CampaignId::new),
            Optional.ofNullable(leadId).map(LeadId::new),
            Optional.ofNullable(agentId).map(AgentId::new),
            Optional.ofNullable(disposition).map(CallMapper::disposition),
            Optional.ofNullable(checkIn).map(CallMapper::checkIn),
            Values.instant(startedAfter, "startedAfter"));
    Page<Call> page = calls.list(filter, cursors.paging(limit, cursor));
    return RestResponse.ok(
        new CallPageDto()
            .items(page.items().stream().map(CallMapper::call).toList())
            .nextCursor(cursors.text(page.next())));
  }

  @Override
  public RestResponse<CallDto> getCall(UUID callId, @Nullable String ifNoneMatch) {
    Call call = calls.get(new CallId(callId));
    return Etags.read(CallMapper.call(call), call.version(), ifNoneMatch);
  }

  @Override
  public RestResponse<CallExplanationDto> explainCall(UUID callId) {
    return RestResponse.ok(
        ExplanationMapper.call(explainCall.of(new CallId(callId)), json));
  }

  @Override
  public RestResponse<LoggedCallDto> amendCall(
      UUID callId, ObjectNode patch, @Nullable String ifMatch, @Nullable String idempotencyKey) {
    Call call = calls.get(new CallId(callId));
    NewCallDto wanted =
        patches.apply(CallMapper.newCall(call), patch, "CallPatch", NewCallDto.class);
    LoggedCall amended =
        amendCall.amend(call.id(), Etags.optional(ifMatch), CallMapper.correction(wanted));
    return Etags.ok(CallMapper.logged(amended), amended.call().version());
  }
}
