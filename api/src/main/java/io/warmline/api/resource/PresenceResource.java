package io.warmline.api.resource;

import io.warmline.api.contract.PresenceApi;
import io.warmline.api.contract.model.ChangePresenceDto;
import io.warmline.api.contract.model.PresenceDto;
import io.warmline.api.contract.model.PresencePageDto;
import io.warmline.api.contract.model.SignOnDto;
import io.warmline.api.http.Cursors;
import io.warmline.api.http.Idempotent;
import io.warmline.core.Page;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.presence.AttendWork;
import io.warmline.core.presence.Shift;
import io.warmline.core.presence.Shifts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Idempotent
@ApplicationScoped
public class PresenceResource implements PresenceApi {

  private static final Duration USUAL_SILENCE = Duration.ofMinutes(10);

  private final AttendWork attendWork;
  private final Shifts shifts;
  private final Cursors cursors;

  PresenceResource(AttendWork attendWork, Shifts shifts, Cursors cursors) {
    this.attendWork = attendWork;
    this.shifts = shifts;
    this.cursors = cursors;
  }

  @Override
  public RestResponse<PresenceDto> signOn(
      UUID agentId, SignOnDto dto, @Nullable String idempotencyKey) {
    List<CampaignId> campaigns =
        dto.getCampaignIds() == null
            ? List.of()
            : dto.getCampaignIds().stream().map(CampaignId::new).toList();
    Duration silence =
        dto.getSilenceSeconds() == null
            ? USUAL_SILENCE
            : Duration.ofSeconds(dto.getSilenceSeconds());
    return RestResponse.ok(
        PresenceMapper.presence(attendWork.signOn(new AgentId(agentId), campaigns, silence)));
  }

  @Override
  public RestResponse<PresenceDto> changePresence(
      UUID agentId, ChangePresenceDto dto, @Nullable String idempotencyKey) {
    return RestResponse.ok(
        PresenceMapper.presence(
            attendWork.report(
                new AgentId(agentId),
                Optional.ofNullable(dto.getState()).map(PresenceMapper::state))));
  }

  @Override
  public RestResponse<PresenceDto> signOff(UUID agentId, @Nullable String idempotencyKey) {
    return RestResponse.ok(PresenceMapper.presence(attendWork.signOff(new AgentId(agentId))));
  }

  @Override
  public RestResponse<PresenceDto> getPresence(UUID agentId) {
    AgentId agent = new AgentId(agentId);
    return RestResponse.ok(
        attendWork
            .of(agent)
            .map(PresenceMapper::presence)
            .orElseGet(() -> PresenceMapper.never(agent)));
  }

  @Override
  public RestResponse<PresencePageDto> listPresence(Integer limit, @Nullable String cursor) {
    Page<Shift> page = shifts.open(cursors.paging(limit, cursor));
    return RestResponse.ok(
        new PresencePageDto()
            .items(page.items().stream().map(PresenceMapper::presence).toList())
            .nextCursor(cursors.text(page.next())));
  }
}
