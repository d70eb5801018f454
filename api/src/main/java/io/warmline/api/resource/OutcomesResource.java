package io.warmline.api.resource;

import io.warmline.api.contract.OutcomesApi;
import io.warmline.api.contract.model.CorrectOutcomeDto;
import io.warmline.api.contract.model.NewOutcomeDto;
import io.warmline.api.contract.model.OutcomeDto;
import io.warmline.api.contract.model.OutcomeKindDto;
import io.warmline.api.contract.model.OutcomePageDto;
import io.warmline.api.contract.model.RightOutcomeDto;
import io.warmline.api.http.Cursors;
import io.warmline.api.http.Etags;
import io.warmline.api.http.Idempotent;
import io.warmline.api.resource.RefusalWarnings.Written;
import io.warmline.core.Page;
import io.warmline.core.correction.Corrections;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.AppointmentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ClientId;
import io.warmline.core.id.HandoffId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.OutcomeId;
import io.warmline.core.outcome.Outcome;
import io.warmline.core.outcome.Outcomes;
import io.warmline.core.outcome.RecordOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Idempotent
@ApplicationScoped
public class OutcomesResource implements OutcomesApi {

  private final Outcomes outcomes;
  private final RecordOutcome record;
  private final Cursors cursors;

  OutcomesResource(Outcomes outcomes, RecordOutcome record, Cursors cursors) {
    this.outcomes = outcomes;
    this.record = record;
    this.cursors = cursors;
  }

  @Override
  public RestResponse<OutcomeDto> recordAppointmentOutcome(
      UUID appointmentId, NewOutcomeDto dto, @Nullable String idempotencyKey) {
    return created(
        record.ofMeeting(
            new AppointmentId(appointmentId),
            OutcomeMapper.told(dto),
            OutcomeMapper.teller(dto),
            Values.instant(dto.getAt(), "/at")),
        said("", dto.getReason(), dto.getNextStep()));
  }

  @Override
  public RestResponse<OutcomeDto> recordHandoffOutcome(
      UUID handoffId, NewOutcomeDto dto, @Nullable String idempotencyKey) {
    return created(
        record.ofHandoff(
            new HandoffId(handoffId),
            OutcomeMapper.told(dto),
            OutcomeMapper.teller(dto),
            Values.instant(dto.getAt(), "/at")),
        said("", dto.getReason(), dto.getNextStep()));
  }

  @Override
  public RestResponse<OutcomePageDto> listOutcomes(
      @Nullable UUID leadId,
      @Nullable UUID appointmentId,
      @Nullable UUID handoffId,
      @Nullable UUID campaignId,
      @Nullable UUID clientId,
      @Nullable OutcomeKindDto outcome,
      Integer limit,
      @Nullable String cursor) {
    Outcomes.Filter filter =
        new Outcomes.Filter(
            Optional.ofNullable(leadId).map(LeadId::new),
            Optional.ofNullable(appointmentId).map(AppointmentId::new),
            Optional.ofNullable(handoffId).map(HandoffId::new),
            Optional.ofNullable(campaignId).map(CampaignId::new),
            Optional.ofNullable(clientId).map(ClientId::new),
            Optional.ofNullable(outcome).map(OutcomeMapper::kind));
    Page<Outcome> page = outcomes.list(filter, cursors.paging(limit, cursor));
    return RestResponse.ok(
        new OutcomePageDto()
            .items(page.items().stream().map(OutcomeMapper::outcome).toList())
            .nextCursor(cursors.text(page.next())));
  }

  @Override
  public RestResponse<OutcomeDto> getOutcome(UUID outcomeId) {
    return ok(outcomes.get(new OutcomeId(outcomeId)));
  }

  @Override
  public RestResponse<OutcomeDto> correctOutcome(
      UUID outcomeId,
      CorrectOutcomeDto dto,
      @Nullable String ifMatch,
      @Nullable String idempotencyKey) {
    RightOutcomeDto right = dto.getRight();
    return ok(
        record.correct(
            new OutcomeId(outcomeId),
            Etags.optional(ifMatch),
            Optional.ofNullable(right).map(OutcomeMapper::right),
            right == null ? Optional.empty() : Values.instant(right.getAt(), "/right/at"),
            new Corrections.Because(
                Optional.ofNullable(dto.getAgentId()).map(AgentId::new), dto.getReason())),
        right == null ? new Written[0] : said("/right", right.getReason(), right.getNextStep()));
  }

  private static Written[] said(String within, @Nullable String reason, @Nullable String nextStep) {
    return new Written[] {
      new Written(within + "/reason", reason), new Written(within + "/nextStep", nextStep)
    };
  }

  private static RestResponse<OutcomeDto> created(Outcome outcome, Written... written) {
    return Etags.created(
        OutcomeMapper.outcome(outcome).warnings(RefusalWarnings.in(written)),
        outcome.version(),
        "/v1/outcomes/" + outcome.id());
  }

  private static RestResponse<OutcomeDto> ok(Outcome outcome, Written... written) {
    return Etags.ok(
        OutcomeMapper.outcome(outcome).warnings(RefusalWarnings.in(written)), outcome.version());
  }
}
