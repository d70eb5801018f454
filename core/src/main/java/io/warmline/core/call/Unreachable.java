package io.warmline.core.call;

import io.warmline.core.callback.Callback;
import io.warmline.core.callback.PromiseBook;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.LeadPhones;
import io.warmline.core.lead.LeadsInHand;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.QueueEntries;
import io.warmline.core.suppression.Suppressions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/**
 * Leads that have no number left on which they could be called back. What was promised to them is
 * cancelled with the reason: open, it would neither be offered nor end. The caller holds the lock
 * of the number that was lost, and has the queue derived anew.
 */
@ApplicationScoped
class Unreachable {

  private final QueueEntries queue;
  private final LeadPhones phones;
  private final Suppressions suppressions;
  private final PromiseBook promises;
  private final LeadsInHand leads;

  Unreachable(
      QueueEntries queue,
      LeadPhones phones,
      Suppressions suppressions,
      PromiseBook promises,
      LeadsInHand leads) {
    this.queue = queue;
    this.phones = phones;
    this.suppressions = suppressions;
    this.promises = promises;
    this.leads = leads;
  }

  /** The number does not work any more, for one lead that has it or for all. */
  void without(PhoneNumber lost, String reason, Instant now) {
    queue.leadsWith(lost).stream()
        .map(LeadId::new)
        .map(promises::openOf)
        .flatMap(Optional::stream)
        .filter(open -> !isReachable(open))
        .forEach(open -> cancel(open, reason, now));
  }

  private boolean isReachable(Callback open) {
    return phones.of(open.lead()).stream()
        .filter(phone -> phone.uncallable().isEmpty())
        .anyMatch(
            phone -> suppressions.against(phone.number(), Optional.of(open.campaign())).isEmpty());
  }

  private void cancel(Callback open, String reason, Instant now) {
    promises.cancel(open, reason, now);
    leads.leaveCallbackPending(open.lead(), now);
  }
}
