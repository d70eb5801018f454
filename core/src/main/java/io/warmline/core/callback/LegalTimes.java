package io.warmline.core.callback;

import io.warmline.core.campaign.Campaigns;
import io.warmline.core.compliance.CallingHours;
import io.warmline.core.compliance.Opening;
import io.warmline.core.queue.WindowBuckets;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * When a prospect may be called. The one place in which callbacks ask that, so that they promise
 * nothing that the queue will not do.
 */
@ApplicationScoped
class LegalTimes {

  private final Campaigns campaigns;
  private final WindowBuckets buckets;

  LegalTimes(Campaigns campaigns, WindowBuckets buckets) {
    this.campaigns = campaigns;
    this.buckets = buckets;
  }

  /**
   * The opening that contains the instant, else the next one; empty if none comes as far as can be
   * seen. A prospect without a number has only the campaign's hours.
   */
  Optional<Opening> openingAt(Prospect prospect, Instant instant) {
    return prospect
        .bucket()
        .map(bucket -> buckets.lawOf(bucket).in(Set.copyOf(prospect.zones())))
        .map(law -> law.openingAt(instant))
        .orElseGet(() -> hoursOf(prospect).openingAt(prospect.zones(), instant));
  }

  private CallingHours hoursOf(Prospect prospect) {
    return campaigns.get(prospect.campaign()).terms().callingHours();
  }
}
