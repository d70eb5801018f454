package io.warmline.core.queue;

import io.warmline.core.compliance.Consent;
import io.warmline.core.phone.AreaCode;
import io.warmline.core.place.PlaceFinding;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the leads of a campaign must have in common to share a bucket: then they may be called at
 * the same hours, by the same agents.
 *
 * @param place where they may be
 * @param areaCodes those of the number for which the house has rules
 * @param consent what they agreed to; that a contract runs counts only where a rule asks for it
 * @param language ISO 639 code the agent must speak; null: any
 */
public record BucketTerms(
    PlaceFinding place, Set<AreaCode> areaCodes, Consent consent, @Nullable String language) {

  /** Terms of leads who agreed to nothing and speak any language. */
  public static BucketTerms of(PlaceFinding place) {
    return new BucketTerms(place, Set.of(), Consent.NONE, null);
  }

  Set<ZoneId> zones() {
    return place.zones();
  }
}
