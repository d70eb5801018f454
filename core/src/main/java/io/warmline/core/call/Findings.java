package io.warmline.core.call;

import io.warmline.core.lead.Qualification;
import org.jspecify.annotations.Nullable;

/**
 * What a call found out.
 *
 * @param qualification how far the lead is pre-qualified; null: not asked
 * @param checkIn what a customer said in a campaign of check-ins; null: not asked
 */
public record Findings(@Nullable Qualification qualification, @Nullable CheckIn checkIn) {

  /** These, and of what they do not tell the earlier ones. */
  Findings over(Findings earlier) {
    return new Findings(
        qualification == null ? earlier.qualification() : qualification,
        checkIn == null ? earlier.checkIn() : checkIn);
  }

  /** Nothing. */
  public static final Findings NONE = new Findings(null, null);
}
