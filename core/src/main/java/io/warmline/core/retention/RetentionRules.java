package io.warmline.core.retention;

import java.time.Duration;
import java.util.Optional;

/**
 * For how long things are kept, in days. What a regulator or a court may ask for cannot be thrown
 * away by mistake: the bounds are those of the columns.
 *
 * @param callDetails what calls say of persons, and why they were legal; at least five years, as
 *     the Telemarketing Sales Rule (16 CFR 310.5) has it; empty: for good
 * @param audit entries of the audit log; at least two years; empty: for good
 * @param events what happened, told by months; at least 90 days; empty: for good
 * @param deliveries messages to webhooks that are over, 7 to 3650
 * @param rejectedRows rows of lead lists that were refused or not taken whole, 1 to 365
 * @param answers those kept under idempotency keys, 30 to 365
 */
public record RetentionRules(
    Optional<Integer> callDetails,
    Optional<Integer> audit,
    Optional<Integer> events,
    int deliveries,
    int rejectedRows,
    int answers) {

  /** As long as nobody says otherwise. */
  public static final RetentionRules USUAL =
      new RetentionRules(Optional.empty(), Optional.empty(), Optional.empty(), 30, 30, 30);

  public Duration ofDeliveries() {
    return Duration.ofDays(deliveries);
  }

  public Duration ofRejectedRows() {
    return Duration.ofDays(rejectedRows);
  }

  public Duration ofAnswers() {
    return Duration.ofDays(answers);
  }
}
