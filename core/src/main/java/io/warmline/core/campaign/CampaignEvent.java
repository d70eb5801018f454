package io.warmline.core.campaign;

import io.warmline.core.event.EventType;
import io.warmline.core.event.Happening;
import io.warmline.core.id.CampaignId;
import java.util.UUID;

/** What is told of a campaign. */
public sealed interface CampaignEvent extends Happening {

  CampaignId campaign();

  @Override
  default UUID subject() {
    return campaign().value();
  }

  /** Made. */
  record Created(CampaignId campaign) implements CampaignEvent {

    @Override
    public EventType type() {
      return EventType.CAMPAIGN_CREATED;
    }
  }

  /** On other terms. */
  record Updated(CampaignId campaign) implements CampaignEvent {

    @Override
    public EventType type() {
      return EventType.CAMPAIGN_UPDATED;
    }
  }

  /** Hands out no leads any more. */
  record Paused(CampaignId campaign) implements CampaignEvent {

    @Override
    public EventType type() {
      return EventType.CAMPAIGN_PAUSED;
    }
  }

  /** Hands out leads again. */
  record Resumed(CampaignId campaign) implements CampaignEvent {

    @Override
    public EventType type() {
      return EventType.CAMPAIGN_RESUMED;
    }
  }

  /** Deleted with its leads. */
  record Deleted(CampaignId campaign) implements CampaignEvent {

    @Override
    public EventType type() {
      return EventType.CAMPAIGN_DELETED;
    }
  }
}
