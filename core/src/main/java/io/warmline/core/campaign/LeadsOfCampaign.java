package io.warmline.core.campaign;

import io.warmline.core.id.CampaignId;

/**
 * The book of leads, as far as a campaign needs it: leads know campaigns, not the other way round.
 */
public interface LeadsOfCampaign {

  /** Deletes all leads of the campaign, with whatever hangs on them alone. */
  void deleteAll(CampaignId campaign);
}
