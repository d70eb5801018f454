package io.warmline.core.script;

import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallbackId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.TaskId;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.Claim;
import java.util.Optional;

/**
 * A call that is about to be made.
 *
 * @param agent empty: not known yet
 * @param phone empty: the number that the queue would dial
 * @param callback the promise it keeps; empty: the lead's open one, if it has one
 * @param task what it is for besides; empty: the lead's most urgent task that is due
 */
record Occasion(
    LeadId lead,
    Optional<AgentId> agent,
    Optional<PhoneNumber> phone,
    Optional<CallbackId> callback,
    Optional<TaskId> task) {

  static Occasion of(Claim claim) {
    return new Occasion(
        claim.lead(), Optional.of(claim.agent()), claim.phone(), claim.callback(), claim.task());
  }

  static Occasion of(LeadId lead, Optional<AgentId> agent) {
    return new Occasion(lead, agent, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
