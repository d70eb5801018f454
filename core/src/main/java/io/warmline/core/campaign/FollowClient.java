package io.warmline.core.campaign;

import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ClientId;
import java.time.Instant;
import java.util.Optional;

/** What those who know of do-not-call entries do when a campaign gets another client. */
public interface FollowClient {

  /**
   * Numbers that do not want to be called for the new client are not called in this campaign any
   * more, those that did not for the old one are, in the transaction of the change.
   *
   * @param before the client it had
   */
  void of(CampaignId campaign, Optional<ClientId> before, Instant now);
}
