package io.warmline.core.campaign;

import io.warmline.core.id.CampaignId;
import java.time.Instant;

/** What those who keep the leads do when a campaign is deleted. */
public interface DropLeads {

  /** The leads of the campaign go with whatever hangs on them, in the transaction of the change. */
  void of(CampaignId campaign, Instant now);
}
