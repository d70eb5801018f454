package io.warmline.core.callback;

import io.warmline.core.campaign.Campaigns;
import io.warmline.core.compliance.Opening;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/**
 * When a prospect may be called. The one place in which callbacks ask that, so that they promise
 * nothing that the queue will not do.
 */
@ApplicationScoped
class LegalTimes {

  private final Campaigns campaigns;

  LegalTimes(Campaigns campaigns) {
    this.campaigns = campaigns;
  }

  /**
   * The opening that contains the instant, else the next one; empty if none comes within two weeks.
   */
  Optional<Opening> openingAt(Prospect prospect, Instant instant) {
    return campaigns
        .get(prospect.campaign())
        .terms()
        .callingHours()
        .openingAt(prospect.zones(), instant);
  }
}
