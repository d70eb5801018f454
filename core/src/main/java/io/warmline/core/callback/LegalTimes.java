package io.warmline.core.callback;

import io.warmline.core.campaign.Campaigns;
import io.warmline.core.compliance.CallingHours;
import io.warmline.core.compliance.Opening;
import io.warmline.core.queue.WindowBuckets;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * When a prospect may be called. The one place in which callbacks ask that, so that they promise
 * nothing that the queue will not do.
 */
@ApplicationScoped
class LegalTimes {

  /** A day of the week that is a holiday in one of them is none in the other. */
  private static final Duration TWO_WEEKS = Duration.ofDays(14);

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
        .map(bucket -> buckets.lawOf(bucket).in(prospect.clocks()))
        .map(law -> law.openingAt(instant))
        .orElseGet(() -> hoursOf(prospect).openingAt(prospect.zones(), instant));
  }

  /** The days of the week, at the prospect's place, on which the prospect may be called. */
  Set<DayOfWeek> callingDays(Prospect prospect, Instant from) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    Instant end = from.plus(TWO_WEEKS);
    Optional<Opening> opening = openingAt(prospect, from);
    while (opening.isPresent() && opening.get().opensAt().isBefore(end)) {
      days.add(opening.get().opensAt().atZone(prospect.zones().get(0)).getDayOfWeek());
      opening = openingAt(prospect, opening.get().closesAt());
    }
    return days;
  }

  private CallingHours hoursOf(Prospect prospect) {
    return campaigns.get(prospect.campaign()).terms().callingHours();
  }
}
