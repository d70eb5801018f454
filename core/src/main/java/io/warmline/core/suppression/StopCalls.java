package io.warmline.core.suppression;

import io.warmline.core.callback.PromiseBook;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.lead.LeadsInHand;
import io.warmline.core.queue.QueueEntries;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What an entry does to the leads that have its number, and what lifting it undoes. The caller
 * holds the lock of the number.
 */
@ApplicationScoped
class StopCalls {

  private static final String REASON = "DO_NOT_CALL";

  private final CalledLeads called;
  private final RevokeClaims revokeClaims;
  private final PromiseBook promises;
  private final LeadsInHand leads;
  private final QueueEntries queue;

  StopCalls(
      CalledLeads called,
      RevokeClaims revokeClaims,
      PromiseBook promises,
      LeadsInHand leads,
      QueueEntries queue) {
    this.called = called;
    this.revokeClaims = revokeClaims;
    this.promises = promises;
    this.leads = leads;
    this.queue = queue;
  }

  /** Live claims end; leads without another number are lost, and their promises with them. */
  void stop(Suppression entry, Instant now) {
    List<UUID> concerned = called.with(entry.phone(), entry.campaign());
    queue.lock(concerned);
    revokeClaims.on(entry.phone(), concerned, REASON, now);
    for (UUID lead : called.withoutNumber(concerned)) {
      LeadId id = new LeadId(lead);
      promises.openOf(id).ifPresent(open -> promises.cancel(open, REASON, now));
      leads.become(id, LeadStatus.DO_NOT_CALL, now);
    }
    queue.refresh(concerned, now);
  }

  /** Leads that have no other entry against them can be called again. */
  void resume(Suppression entry, Instant now) {
    List<UUID> concerned = called.with(entry.phone(), entry.campaign());
    List<UUID> stillWithout = called.withoutNumber(concerned);
    concerned.stream()
        .filter(lead -> !stillWithout.contains(lead))
        .forEach(lead -> leads.leaveDoNotCall(new LeadId(lead), now));
    queue.refresh(concerned, now);
  }
}
