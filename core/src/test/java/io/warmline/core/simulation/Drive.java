package io.warmline.core.simulation;

import io.warmline.core.campaign.CampaignPolicy;
import io.warmline.core.id.CampaignId;
import java.time.Duration;

/** A campaign of the firm. */
record Drive(CampaignId id, Hours hours, CampaignPolicy policy) {

  Duration grace() {
    return Duration.ofMinutes(policy.callbackGraceMinutes());
  }
}
