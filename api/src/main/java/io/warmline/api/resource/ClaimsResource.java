package io.warmline.api.resource;

import io.warmline.api.contract.ClaimsApi;
import io.warmline.api.contract.model.BatchClaimRequestDto;
import io.warmline.api.contract.model.ClaimDto;
import io.warmline.api.contract.model.ClaimRequestDto;
import io.warmline.api.contract.model.ClaimsDto;
import io.warmline.api.contract.model.ExtendClaimDto;
import io.warmline.api.contract.model.ReleaseClaimDto;
import io.warmline.api.http.Idempotent;
import io.warmline.api.resource.RefusalWarnings.Written;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ClaimId;
import io.warmline.core.queue.BlockCode;
import io.warmline.core.queue.ChangeClaim;
import io.warmline.core.queue.Claim;
import io.warmline.core.queue.ClaimNextLead;
import io.warmline.core.queue.ClaimNextLead.Outcome;
import io.warmline.core.queue.Claims;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

@Idempotent
@ApplicationScoped
public class ClaimsResource implements ClaimsApi {

  private static final int USUAL_BATCH = 10;

  private final ClaimNextLead claimNextLead;
  private final ChangeClaim changeClaim;
  private final Claims claims;
  private final ShowClaim show;
  private final PaceOfClaims pace;

  ClaimsResource(
      ClaimNextLead claimNextLead,
      ChangeClaim changeClaim,
      Claims claims,
      ShowClaim show,
      PaceOfClaims pace) {
    this.claimNextLead = claimNextLead;
    this.changeClaim = changeClaim;
    this.claims = claims;
    this.show = show;
    this.pace = pace;
  }

  @Override
  public RestResponse<ClaimDto> claimNextLead(
      ClaimRequestDto dto, @Nullable String idempotencyKey) {
    Outcome outcome =
        pace.of(
            () ->
                claimNextLead.claim(
                    new AgentId(dto.getAgentId()),
                    campaigns(dto.getCampaignIds()),
                    Segments.of(dto.getTags(), dto.getImportIds(), dto.getSources()),
                    1));
    return answer(
        outcome,
        claimed ->
            ResponseBuilder.create(RestResponse.Status.CREATED, show.showPrepared(claimed.get(0)))
                .header("Location", "/v1/claims/" + claimed.get(0).id())
                .build());
  }

  @Override
  public RestResponse<ClaimsDto> claimLeads(
      BatchClaimRequestDto dto, @Nullable String idempotencyKey) {
    int limit = dto.getLimit() == null ? USUAL_BATCH : dto.getLimit();
    Outcome outcome =
        pace.of(
            () ->
                claimNextLead.claim(
                    new AgentId(dto.getAgentId()),
                    campaigns(dto.getCampaignIds()),
                    Segments.of(dto.getTags(), dto.getImportIds(), dto.getSources()),
                    limit));
    return answer(
        outcome,
        claimed ->
            ResponseBuilder.create(
                    RestResponse.Status.CREATED, new ClaimsDto().items(show.showPrepared(claimed)))
                .build());
  }

  private static @Nullable Set<CampaignId> campaigns(@Nullable List<UUID> ids) {
    return ids == null
        ? null
        : ids.stream().map(CampaignId::new).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static <T> RestResponse<T> answer(
      Outcome outcome, Function<List<Claim>, RestResponse<T>> claimed) {
    if (outcome instanceof Outcome.Claimed some) {
      return claimed.apply(some.claims());
    }
    Outcome.NothingCallable nothing = (Outcome.NothingCallable) outcome;
    ResponseBuilder<T> answer =
        ResponseBuilder.<T>create(RestResponse.Status.NO_CONTENT)
            .header("Retry-After", nothing.retryAfter().toSeconds());
    return nothing.byQuota()
        ? answer.header("Held-Back-By", BlockCode.DAILY_QUOTA.name()).build()
        : answer.build();
  }

  @Override
  public RestResponse<ClaimDto> getClaim(UUID claimId) {
    return RestResponse.ok(show.showPrepared(claims.get(new ClaimId(claimId))));
  }

  @Override
  public RestResponse<ClaimDto> extendClaim(
      UUID claimId, ExtendClaimDto dto, @Nullable String idempotencyKey) {
    Optional<Duration> lease = Optional.ofNullable(dto.getLeaseSeconds()).map(Duration::ofSeconds);
    return RestResponse.ok(
        show.show(changeClaim.extend(new ClaimId(claimId), new AgentId(dto.getAgentId()), lease)));
  }

  @Override
  public RestResponse<ClaimDto> releaseClaim(
      UUID claimId, ReleaseClaimDto dto, @Nullable String idempotencyKey) {
    return RestResponse.ok(
        show.show(
                changeClaim.release(
                    new ClaimId(claimId),
                    new AgentId(dto.getAgentId()),
                    ClaimMapper.reason(dto.getReason()),
                    dto.getNote()))
            .warnings(RefusalWarnings.in(new Written("/note", dto.getNote()))));
  }
}
