package io.warmline.api.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.warmline.api.contract.CampaignsApi;
import io.warmline.api.contract.model.CampaignDto;
import io.warmline.api.contract.model.CampaignPageDto;
import io.warmline.api.contract.model.NewCampaignDto;
import io.warmline.api.contract.model.QueueDto;
import io.warmline.api.http.Cursors;
import io.warmline.api.http.Etags;
import io.warmline.api.http.Idempotent;
import io.warmline.api.http.MergePatches;
import io.warmline.core.Page;
import io.warmline.core.campaign.Campaign;
import io.warmline.core.campaign.Campaigns;
import io.warmline.core.campaign.ChangeCampaign;
import io.warmline.core.campaign.CreateCampaign;
import io.warmline.core.id.CampaignId;
import io.warmline.core.queue.LookAtQueue;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Idempotent
@ApplicationScoped
public class CampaignsResource implements CampaignsApi {

  private final Campaigns campaigns;
  private final CreateCampaign createCampaign;
  private final ChangeCampaign changeCampaign;
  private final LookAtQueue lookAtQueue;
  private final MergePatches patches;
  private final Cursors cursors;

  CampaignsResource(
      Campaigns campaigns,
      CreateCampaign createCampaign,
      ChangeCampaign changeCampaign,
      LookAtQueue lookAtQueue,
      MergePatches patches,
      Cursors cursors) {
    this.campaigns = campaigns;
    this.createCampaign = createCampaign;
    this.changeCampaign = changeCampaign;
    this.lookAtQueue = lookAtQueue;
    this.patches = patches;
    this.cursors = cursors;
  }

  @Override
  public RestResponse<CampaignDto> createCampaign(
      NewCampaignDto dto, @Nullable String idempotencyKey) {
    Campaign campaign = createCampaign.create(CampaignMapper.terms(dto));
    return Etags.created(
        CampaignMapper.campaign(campaign), campaign.version(), "/v1/campaigns/" + campaign.id());
  }

  @Override
  public RestResponse<CampaignPageDto> listCampaigns(Integer limit, @Nullable String cursor) {
    Page<Campaign> page = campaigns.list(cursors.paging(limit, cursor));
    return RestResponse.ok(
        new CampaignPageDto()
            .items(page.items().stream().map(CampaignMapper::campaign).toList())
            .nextCursor(cursors.text(page.next())));
  }

  @Override
  public RestResponse<CampaignDto> getCampaign(UUID campaignId, @Nullable String ifNoneMatch) {
    Campaign campaign = campaigns.get(new CampaignId(campaignId));
    return Etags.read(CampaignMapper.campaign(campaign), campaign.version(), ifNoneMatch);
  }

  @Override
  public RestResponse<CampaignDto> updateCampaign(
      UUID campaignId, String ifMatch, ObjectNode patch, @Nullable String idempotencyKey) {
    Campaign campaign =
        changeCampaign.agreeOn(
            new CampaignId(campaignId),
            Etags.required(ifMatch),
            terms ->
                CampaignMapper.terms(
                    patches.apply(
                        CampaignMapper.newCampaign(terms, patch),
                        patch,
                        "CampaignPatch",
                        NewCampaignDto.class)));
    return ok(campaign);
  }

  @Override
  public RestResponse<Void> deleteCampaign(UUID campaignId, String ifMatch) {
    changeCampaign.delete(new CampaignId(campaignId), Etags.required(ifMatch));
    return RestResponse.noContent();
  }

  @Override
  public RestResponse<CampaignDto> pauseCampaign(UUID campaignId, @Nullable String idempotencyKey) {
    return ok(changeCampaign.pause(new CampaignId(campaignId)));
  }

  @Override
  public RestResponse<CampaignDto> resumeCampaign(
      UUID campaignId, @Nullable String idempotencyKey) {
    return ok(changeCampaign.resume(new CampaignId(campaignId)));
  }

  @Override
  public RestResponse<QueueDto> getQueue(UUID campaignId, Integer limit) {
    CampaignId id = campaigns.get(new CampaignId(campaignId)).id();
    return RestResponse.ok(QueueMapper.queue(lookAtQueue.look(id, limit)));
  }

  private static RestResponse<CampaignDto> ok(Campaign campaign) {
    return Etags.ok(CampaignMapper.campaign(campaign), campaign.version());
  }
}
