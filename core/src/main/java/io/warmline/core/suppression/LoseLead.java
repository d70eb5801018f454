package io.warmline.core.suppression;

import io.warmline.core.callback.PromiseBook;
import io.warmline.core.followup.FollowUpBook;
import io.warmline.core.handoff.ExpiryReason;
import io.warmline.core.handoff.HandoffBook;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.lead.LeadsInHand;
import io.warmline.core.task.TaskBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * A lead without a number that may be called is lost: its promise, its tasks, the offer of it and
 * what is owed to it end. Its appointment stands.
 */
@ApplicationScoped
class LoseLead {

  private static final String REASON = LeadStatus.DO_NOT_CALL.name();

  private final PromiseBook promises;
  private final TaskBook tasks;
  private final HandoffBook handoffs;
  private final FollowUpBook followUps;
  private final LeadsInHand leads;

  LoseLead(
      PromiseBook promises,
      TaskBook tasks,
      HandoffBook handoffs,
      FollowUpBook followUps,
      LeadsInHand leads) {
    this.promises = promises;
    this.tasks = tasks;
    this.handoffs = handoffs;
    this.followUps = followUps;
    this.leads = leads;
  }

  /** The caller holds the lock of its number and has its queue row derived anew. */
  void toDoNotCall(LeadId lead, Instant now) {
    promises.openOf(lead).ifPresent(open -> promises.cancel(open, REASON, now));
    tasks.cancelAll(lead, REASON, now);
    handoffs.expireOf(lead, ExpiryReason.DO_NOT_CALL, now);
    followUps.cancel(lead, REASON, now);
    leads.become(lead, LeadStatus.DO_NOT_CALL, now);
  }
}
