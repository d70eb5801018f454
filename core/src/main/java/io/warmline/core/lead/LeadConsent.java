package io.warmline.core.lead;

import io.warmline.core.compliance.ConsentKind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What a prospect has agreed to.
 *
 * @param kind at least IMPLIED: a lead without any consent has none of these
 * @param givenAt in microseconds, as it is stored
 * @param evidence how it can be proved; it may name people, so {@code toString} hides it
 */
public record LeadConsent(ConsentKind kind, Instant givenAt, String evidence) {

  /**
   * Checks the kind.
   *
   * @throws IllegalArgumentException if it is NONE
   */
  public LeadConsent {
    if (kind == ConsentKind.NONE) {
      throw new IllegalArgumentException("no consent is not a consent");
    }
    givenAt = givenAt.truncatedTo(ChronoUnit.MICROS);
  }

  @Override
  public String toString() {
    return "LeadConsent[" + kind + "]";
  }
}
