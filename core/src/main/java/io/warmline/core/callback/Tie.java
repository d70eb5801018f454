package io.warmline.core.callback;

import io.warmline.core.phrase.Anchor;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The event of the prospect's own that a callback follows.
 *
 * @param offsetDays from the event to the call, in days; negative: before it
 * @param reckonedFrom the date of the event that the window was reckoned from; empty: it was not
 *     known, and the window is what the prospect said
 */
public record Tie(Anchor anchor, int offsetDays, Optional<LocalDate> reckonedFrom) {

  /** "Call 60 days before the contract ends": the campaign policies, "Warm programmes". */
  static final int BEFORE_CONTRACT_END = -60;
}
