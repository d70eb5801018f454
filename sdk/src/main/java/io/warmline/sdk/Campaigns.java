package io.warmline.sdk;

import io.warmline.sdk.model.Campaign;
import io.warmline.sdk.model.CampaignPage;
import io.warmline.sdk.model.CampaignPatch;
import io.warmline.sdk.model.NewCampaign;
import io.warmline.sdk.model.Queue;
import java.util.Optional;
import java.util.UUID;

/** One list of leads, one offer, one set of policies; and the queue. */
public final class Campaigns {
  private static final String ALL = "/v1/campaigns";
  private static final String ONE = "/v1/campaigns/{campaignId}";

  private final Transport transport;

  Campaigns(Transport transport) {
    this.transport = transport;
  }

  /** Creates an active campaign with safe defaults for everything left out. */
  public Versioned<Campaign> createCampaign(NewCampaign campaign, RequestOption... options) {
    return transport.versioned(Request.post(ALL).json(campaign).with(options), Campaign.class);
  }

  /** Lists campaigns, newest first. */
  public Page<Campaign> listCampaigns(RequestOption... options) {
    return listCampaigns(Paging.all(), options);
  }

  /** Lists campaigns, newest first. */
  public Page<Campaign> listCampaigns(Paging paging, RequestOption... options) {
    CampaignPage page =
        transport.value(Request.get(ALL).query(paging.query()).with(options), CampaignPage.class);
    return new Page<>(
        page.getItems(),
        page.getNextCursor(),
        cursor -> listCampaigns(paging.cursor(cursor), options));
  }

  /** Reads a campaign. */
  public Versioned<Campaign> getCampaign(UUID campaignId, RequestOption... options) {
    return transport.versioned(Request.get(ONE, campaignId).with(options), Campaign.class);
  }

  /** Reads a campaign again; empty if it still has the version that is known. */
  public Optional<Versioned<Campaign>> getCampaignIfChanged(
      Versioned<Campaign> known, RequestOption... options) {
    Request request = Request.get(ONE, known.value().getId()).with(options);
    return transport.changed(request, known, Campaign.class);
  }

  /**
   * Changes what is given.
   *
   * @throws PreconditionFailedException if it has changed since it was read
   */
  public Versioned<Campaign> updateCampaign(
      Versioned<Campaign> campaign, CampaignPatch patch, RequestOption... options) {
    return updateCampaign(campaign.value().getId(), campaign.etag(), patch, options);
  }

  /**
   * Changes what is given.
   *
   * @throws PreconditionFailedException if it has another version than the ETag names
   */
  public Versioned<Campaign> updateCampaign(
      UUID campaignId, String etag, CampaignPatch patch, RequestOption... options) {
    Request request =
        Request.patch(ONE, campaignId).mergePatch(patch).with(RequestOption.ifMatch(etag));
    return transport.versioned(request.with(options), Campaign.class);
  }

  /**
   * Deletes a campaign and its leads.
   *
   * @throws ConflictException if calls were logged or callbacks are open: pause it instead
   * @throws PreconditionFailedException if it has changed since it was read
   */
  public void deleteCampaign(Versioned<Campaign> campaign, RequestOption... options) {
    deleteCampaign(campaign.value().getId(), campaign.etag(), options);
  }

  /**
   * Deletes a campaign and its leads.
   *
   * @throws ConflictException if calls were logged or callbacks are open: pause it instead
   * @throws PreconditionFailedException if it has another version than the ETag names
   */
  public void deleteCampaign(UUID campaignId, String etag, RequestOption... options) {
    transport.send(Request.delete(ONE, campaignId).with(RequestOption.ifMatch(etag)).with(options));
  }

  /** Hands out no lead of the campaign until it is resumed. Claims that agents hold go on. */
  public Versioned<Campaign> pauseCampaign(UUID campaignId, RequestOption... options) {
    return transport.versioned(
        Request.post(ONE + "/pause", campaignId).with(options), Campaign.class);
  }

  /** Hands out leads again. */
  public Versioned<Campaign> resumeCampaign(UUID campaignId, RequestOption... options) {
    return transport.versioned(
        Request.post(ONE + "/resume", campaignId).with(options), Campaign.class);
  }

  /** Looks at the queue and its next 10 leads. Claims nothing. */
  public Queue getQueue(UUID campaignId, RequestOption... options) {
    return getQueue(campaignId, 10, options);
  }

  /**
   * Looks at the queue. Claims nothing.
   *
   * @param limit how many of the next leads to show, 0 to 200
   */
  public Queue getQueue(UUID campaignId, int limit, RequestOption... options) {
    Request request =
        Request.get(ONE + "/queue", campaignId).query(Query.NONE.with("limit", limit));
    return transport.value(request.with(options), Queue.class);
  }
}
