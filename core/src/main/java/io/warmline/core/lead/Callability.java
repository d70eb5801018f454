package io.warmline.core.lead;

import io.warmline.core.compliance.CallingRule;
import io.warmline.core.compliance.RuleId;
import io.warmline.core.id.LeadId;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.BlockCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whether a lead may be called at an instant.
 *
 * @param phone the number that would be dialled
 * @param rules the calling rules in force then
 * @param blockers what forbids it; empty when it may be called
 * @param callableAt the first instant, not before {@code at}, at which nothing known today blocks;
 *     empty when time alone never ends the block
 */
public record Callability(
    LeadId lead,
    Instant at,
    Optional<PhoneNumber> phone,
    List<RuleId> rules,
    List<Blocker> blockers,
    Optional<Instant> callableAt) {

  /**
   * One thing that forbids the call.
   *
   * @param until when it stops, if time alone ends it
   * @param rule the calling rule that forbids it, if one does
   */
  public record Blocker(
      BlockCode code, String detail, Optional<Instant> until, Optional<CallingRule> rule) {}
}
