package io.warmline.api.resource;

import io.warmline.api.contract.FollowUpsApi;
import io.warmline.api.contract.model.FollowUpDto;
import io.warmline.api.contract.model.FollowUpPageDto;
import io.warmline.api.contract.model.FollowUpSentDto;
import io.warmline.api.contract.model.FollowUpStatusDto;
import io.warmline.api.http.Cursors;
import io.warmline.api.http.Idempotent;
import io.warmline.core.Page;
import io.warmline.core.followup.FollowUp;
import io.warmline.core.followup.FollowUps;
import io.warmline.core.followup.MarkFollowUpSent;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.FollowUpId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.TrackedLinkId;
import io.warmline.core.script.WriteFollowUps;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Idempotent
@ApplicationScoped
public class FollowUpsResource implements FollowUpsApi {

  private final FollowUps followUps;
  private final WriteFollowUps writeFollowUps;
  private final MarkFollowUpSent markFollowUpSent;
  private final Cursors cursors;

  FollowUpsResource(
      FollowUps followUps,
      WriteFollowUps writeFollowUps,
      MarkFollowUpSent markFollowUpSent,
      Cursors cursors) {
    this.followUps = followUps;
    this.writeFollowUps = writeFollowUps;
    this.markFollowUpSent = markFollowUpSent;
    this.cursors = cursors;
  }

  @Override
  public RestResponse<FollowUpPageDto> listFollowUps(
      @Nullable FollowUpStatusDto status,
      @Nullable UUID campaignId,
      @Nullable UUID agentId,
      @Nullable UUID leadId,
      Integer limit,
      @Nullable String cursor) {
    FollowUps.Filter filter =
        new FollowUps.Filter(
            Optional.ofNullable(status).map(SignalMapper::status),
            Optional.ofNullable(campaignId).map(CampaignId::new),
            Optional.ofNullable(agentId).map(AgentId::new),
            Optional.ofNullable(leadId).map(LeadId::new));
    Page<FollowUp> page = followUps.list(filter, cursors.paging(limit, cursor));
    Map<FollowUpId, String> texts = writeFollowUps.texts(page.items());
    return RestResponse.ok(
        new FollowUpPageDto()
            .items(
                page.items().stream()
                    .map(owed -> SignalMapper.followUp(owed, texts.get(owed.id())))
                    .toList())
            .nextCursor(cursors.text(page.next())));
  }

  @Override
  public RestResponse<FollowUpDto> markFollowUpSent(
      UUID followUpId, FollowUpSentDto dto, @Nullable String idempotencyKey) {
    FollowUp sent =
        markFollowUpSent.sent(
            new FollowUpId(followUpId),
            Values.instant(dto.getSentAt(), "/sentAt"),
            links(dto.getTrackedLinkIds()));
    return RestResponse.ok(SignalMapper.followUp(sent));
  }

  private static Set<TrackedLinkId> links(@Nullable Collection<UUID> ids) {
    return ids == null
        ? Set.of()
        : ids.stream().map(TrackedLinkId::new).collect(Collectors.toSet());
  }
}
