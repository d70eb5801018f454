package io.warmline.api.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.warmline.api.contract.CallsApi;
import io.warmline.api.contract.model.CallAppointmentDto;
import io.warmline.api.contract.model.CallDto;
import io.warmline.api.contract.model.CallExplanationDto;
import io.warmline.api.contract.model.CallPageDto;
import io.warmline.api.contract.model.CallReceiptDto;
import io.warmline.api.contract.model.CallReceiptsDto;
import io.warmline.api.contract.model.CheckInDto;
import io.warmline.api.contract.model.DispositionDto;
import io.warmline.api.contract.model.LoggedCallDto;
import io.warmline.api.contract.model.NewCallDto;
import io.warmline.api.http.BatchItems;
import io.warmline.api.http.Cursors;
import io.warmline.api.http.Etags;
import io.warmline.api.http.HttpProblem;
import io.warmline.api.http.Idempotent;
import io.warmline.api.http.MergePatches;
import io.warmline.api.http.Problems;
import io.warmline.core.Page;
import io.warmline.core.WarmlineException;
import io.warmline.core.call.AmendCall;
import io.warmline.core.call.LogCall;
import io.warmline.core.call.LogCalls;
import io.warmline.core.call.LoggedCall;
import io.warmline.core.call.ReportedCall;
import io.warmline.core.callrecord.Call;
import io.warmline.core.callrecord.Calls;
import io.warmline.core.disposition.EffectCode;
import io.warmline.core.evidence.ExplainCall;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ClaimId;
import io.warmline.core.id.LeadId;
import io.warmline.core.queue.Claims;
import io.warmline.core.script.WriteFollowUps;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Idempotent
@ApplicationScoped
public class CallsResource implements CallsApi {

  private final LogCall logCall;
  private final LogCalls logCalls;
  private final AmendCall amendCall;
  private final Calls calls;
  private final Claims claims;
  private final WriteFollowUps writeFollowUps;
  private final MeetingWords words;
  private final ExplainCall explainCall;
  private final ObjectMapper json;
  private final MergePatches patches;
  private final Cursors cursors;
  private final BatchItems items;
  private final Problems problems;

  CallsResource(
      LogCall logCall,
      LogCalls logCalls,
      AmendCall amendCall,
      Calls calls,
      Claims claims,
      WriteFollowUps writeFollowUps,
      MeetingWords words,
      ExplainCall explainCall,
      ObjectMapper json,
      MergePatches patches,
      Cursors cursors,
      BatchItems items,
      Problems problems) {
    this.logCall = logCall;
    this.logCalls = logCalls;
    this.items = items;
    this.problems = problems;
    this.amendCall = amendCall;
    this.calls = calls;
    this.claims = claims;
    this.writeFollowUps = writeFollowUps;
    this.words = words;
    this.explainCall = explainCall;
    this.json = json;
    this.patches = patches;
    this.cursors = cursors;
  }

  @Override
  public RestResponse<LoggedCallDto> logCall(NewCallDto dto, @Nullable String idempotencyKey) {
    time(dto, Values.instant(dto.getStartedAt(), "/startedAt"));
    LoggedCall logged = logCall.log(CallMapper.report(dto));
    return Etags.created(
        withFollowUp(logged), logged.call().version(), "/v1/calls/" + logged.call().id());
  }

  /** What is owed for this very call comes with its text. */
  private LoggedCallDto withFollowUp(LoggedCall logged) {
    return CallMapper.logged(logged)
        .followUp(
            isOwedOne(logged)
                ? writeFollowUps
                    .owedTo(logged.call().lead())
                    .map(one -> SignalMapper.followUp(one.followUp(), one.text()))
                    .orElse(null)
                : null);
  }

  private static boolean isOwedOne(LoggedCall logged) {
    return logged.effects().stream().anyMatch(did -> did.code() == EffectCode.FOLLOW_UP_OWED);
  }

  /** The texts of all that is owed for these calls, asked for at once. */
  private Map<CallId, WriteFollowUps.Written> followUps(List<LogCalls.Receipt> outcomes) {
    List<LeadId> leads =
        outcomes.stream()
            .filter(LogCalls.Receipt.Logged.class::isInstance)
            .map(outcome -> ((LogCalls.Receipt.Logged) outcome).call())
            .filter(CallsResource::isOwedOne)
            .map(logged -> logged.call().lead())
            .distinct()
            .toList();
    return writeFollowUps.owedTo(leads);
  }

  /** What is wrong with one report is told of that one; the others are recorded. */
  @Override
  public RestResponse<CallReceiptsDto> logCalls(ObjectNode body, @Nullable String idempotencyKey) {
    List<JsonNode> sent = items.of(body, "NewCalls", "calls", "NewCall");
    Map<Integer, CallReceiptDto> receipts = new TreeMap<>();
    Map<Integer, ReportedCall> reports = new TreeMap<>();
    for (int i = 0; i < sent.size(); i++) {
      try {
        NewCallDto dto = items.read(sent.get(i), "NewCall", NewCallDto.class);
        time(dto, Values.instant(dto.getStartedAt(), "/startedAt"));
        reports.put(i, CallMapper.report(dto));
      } catch (WarmlineException e) {
        receipts.put(i, CallMapper.refused(problems.of(e, at(i))));
      } catch (HttpProblem e) {
        receipts.put(i, CallMapper.refused(problems.of(e, at(i))));
      }
    }
    List<LogCalls.Receipt> all = logCalls.log(List.copyOf(reports.values()));
    Map<CallId, WriteFollowUps.Written> owed = followUps(all);
    Iterator<LogCalls.Receipt> outcomes = all.iterator();
    reports.keySet().forEach(i -> receipts.put(i, receipt(outcomes.next(), owed, i)));
    return RestResponse.ok(CallMapper.receipts(List.copyOf(receipts.values())));
  }

  private CallReceiptDto receipt(
      LogCalls.Receipt outcome, Map<CallId, WriteFollowUps.Written> owed, int place) {
    if (outcome instanceof LogCalls.Receipt.Refused refused) {
      return CallMapper.refused(problems.of(refused.why(), at(place)));
    }
    LoggedCall logged = ((LogCalls.Receipt.Logged) outcome).call();
    Optional<WriteFollowUps.Written> message =
        Optional.ofNullable(owed.get(logged.call().id())).filter(one -> isOwedOne(logged));
    return CallMapper.receipt(
        CallMapper.logged(logged)
            .followUp(
                message
                    .map(one -> SignalMapper.followUp(one.followUp(), one.text()))
                    .orElse(null)));
  }

  private static String at(int place) {
    return "/calls/" + place;
  }

  /** A meeting that was agreed in words gets its time. */
  private void time(NewCallDto dto, Optional<Instant> spokenAt) {
    CallAppointmentDto meeting = dto.getAppointment();
    if (meeting != null && (dto.getLeadId() != null || dto.getClaimId() != null)) {
      meeting.setStartsAt(
          words.start(
              meeting.getStartsAt(),
              meeting.getWords(),
              () -> leadOf(dto),
              spokenAt,
              "/appointment"));
    }
  }

  private LeadId leadOf(NewCallDto dto) {
    return dto.getLeadId() == null
        ? claims.get(new ClaimId(dto.getClaimId())).lead()
        : new LeadId(dto.getLeadId());
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
    return RestResponse.ok(ExplanationMapper.call(explainCall.of(new CallId(callId)), json));
  }

  @Override
  public RestResponse<LoggedCallDto> amendCall(
      UUID callId, ObjectNode patch, @Nullable String ifMatch, @Nullable String idempotencyKey) {
    Call call = calls.get(new CallId(callId));
    NewCallDto wanted =
        patches.apply(CallMapper.newCall(call), patch, "CallPatch", NewCallDto.class);
    time(wanted.leadId(call.lead().value()), Optional.of(call.startedAt()));
    LoggedCall amended =
        amendCall.amend(call.id(), Etags.optional(ifMatch), CallMapper.correction(wanted));
    return Etags.ok(withFollowUp(amended), amended.call().version());
  }
}
