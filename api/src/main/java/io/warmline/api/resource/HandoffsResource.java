package io.warmline.api.resource;

import io.warmline.api.contract.HandOffsApi;
import io.warmline.api.contract.model.AcceptHandoffDto;
import io.warmline.api.contract.model.HandoffDto;
import io.warmline.api.contract.model.HandoffPageDto;
import io.warmline.api.contract.model.HandoffStatusDto;
import io.warmline.api.contract.model.ReturnHandoffDto;
import io.warmline.api.http.Cursors;
import io.warmline.api.http.Etags;
import io.warmline.api.http.Idempotent;
import io.warmline.api.resource.RefusalWarnings.Written;
import io.warmline.core.Page;
import io.warmline.core.handoff.DecideHandoff;
import io.warmline.core.handoff.Handoff;
import io.warmline.core.handoff.Handoffs;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ClientId;
import io.warmline.core.id.HandoffId;
import io.warmline.core.id.LeadId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Idempotent
@ApplicationScoped
public class HandoffsResource implements HandOffsApi {

  private final Handoffs handoffs;
  private final DecideHandoff decide;
  private final ShowHandoff showHandoff;
  private final NextPage nextPage;
  private final Cursors cursors;

  HandoffsResource(
      Handoffs handoffs,
      DecideHandoff decide,
      ShowHandoff showHandoff,
      NextPage nextPage,
      Cursors cursors) {
    this.handoffs = handoffs;
    this.decide = decide;
    this.showHandoff = showHandoff;
    this.nextPage = nextPage;
    this.cursors = cursors;
  }

  @Override
  public RestResponse<HandoffPageDto> listHandoffs(
      @Nullable HandoffStatusDto status,
      @Nullable UUID campaignId,
      @Nullable UUID clientId,
      @Nullable UUID leadId,
      Integer limit,
      @Nullable String cursor) {
    Handoffs.Filter filter =
        new Handoffs.Filter(
            Optional.ofNullable(status).map(HandoffMapper::status),
            Optional.ofNullable(campaignId).map(CampaignId::new),
            Optional.ofNullable(clientId).map(ClientId::new),
            Optional.ofNullable(leadId).map(LeadId::new));
    Page<Handoff> page = handoffs.list(filter, cursors.paging(limit, cursor));
    String next = cursors.text(page.next());
    return nextPage.after(
        new HandoffPageDto().items(showHandoff.withLeads(page.items())).nextCursor(next), next);
  }

  @Override
  public RestResponse<HandoffDto> getHandoff(UUID handoffId) {
    Handoff handoff = handoffs.get(new HandoffId(handoffId));
    return Etags.ok(showHandoff.show(handoff), handoff.version());
  }

  @Override
  public RestResponse<HandoffDto> acceptHandoff(
      UUID handoffId,
      AcceptHandoffDto dto,
      @Nullable String ifMatch,
      @Nullable String idempotencyKey) {
    return ok(
        decide.accept(new HandoffId(handoffId), Etags.optional(ifMatch), dto.getComment()),
        dto.getComment());
  }

  @Override
  public RestResponse<HandoffDto> returnHandoff(
      UUID handoffId,
      ReturnHandoffDto dto,
      @Nullable String ifMatch,
      @Nullable String idempotencyKey) {
    return ok(
        decide.giveBack(
            new HandoffId(handoffId), Etags.optional(ifMatch), HandoffMapper.verdict(dto)),
        dto.getComment());
  }

  private static RestResponse<HandoffDto> ok(Handoff handoff, @Nullable String comment) {
    return Etags.ok(
        HandoffMapper.handoff(handoff)
            .warnings(RefusalWarnings.in(new Written("/comment", comment))),
        handoff.version());
  }
}
