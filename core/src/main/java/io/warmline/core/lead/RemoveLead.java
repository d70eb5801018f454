package io.warmline.core.lead;

import io.warmline.core.ProblemCode;
import io.warmline.core.Versions;
import io.warmline.core.WarmlineException;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.LeadBook.Because;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Deletes leads that have no history, and erases the personal data of those that have. */
@ApplicationScoped
public class RemoveLead {

  private final TenantTransaction transaction;
  private final LeadBook book;
  private final LeadsInHand leads;
  private final AllLeadData leadData;
  private final ErasedPersons erased;
  private final Clock clock;

  RemoveLead(
      TenantTransaction transaction,
      LeadBook book,
      LeadsInHand leads,
      AllLeadData leadData,
      ErasedPersons erased,
      Clock clock) {
    this.transaction = transaction;
    this.book = book;
    this.leads = leads;
    this.leadData = leadData;
    this.erased = erased;
    this.clock = clock;
  }

  /**
   * Deletes a lead.
   *
   * @throws WarmlineException LEAD_IN_USE if calls were logged, a callback is open or an
   *     appointment was set; LEAD_CLAIMED, VERSION_MISMATCH
   */
  public void delete(LeadId id, Optional<Integer> version) {
    transaction.run(
        () -> {
          Lead lead = book.take(id);
          Versions.require(lead.version(), version);
          leads.requireNotClaimed(id);
          requireWithoutHistory(id);
          book.delete(lead, clock.instant());
        });
  }

  private void requireWithoutHistory(LeadId id) {
    if (leadData.mustBeKept(id)) {
      throw new WarmlineException(
          ProblemCode.LEAD_IN_USE,
          "Calls were logged, an appointment was set, or a callback is open. Cancel the callback,"
              + " or use eraseLead to remove the personal data.");
    }
  }

  /**
   * Removes names, numbers, addresses, notes and words from the lead, its calls, claims, callbacks
   * and appointments; open ones are cancelled. So it does from the lead into which it was merged,
   * and from those that were merged into it: they are one person. Do-not-call entries stay. No list
   * brings the person back. Erasing again changes nothing.
   *
   * @return the lead that was named
   * @throws WarmlineException LEAD_CLAIMED while an agent holds one of them
   */
  public Lead erase(LeadId id, String reason) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          book.get(id);
          List<Lead> person = book.take(leadData.ofThePersonOf(id));
          person.forEach(lead -> leads.requireNotClaimed(lead.id()));
          List<Lead> left = person.stream().filter(lead -> !lead.isErased()).toList();
          left.forEach(lead -> remember(lead, now));
          left.forEach(lead -> leadData.forget(lead.id(), now));
          left.forEach(lead -> forget(lead.id(), reason, now));
          return book.get(id);
        });
  }

  /** Of one that was merged its mergers know. */
  private void remember(Lead lead, Instant now) {
    if (!lead.numbers().isEmpty()) {
      erased.remember(ErasedPersons.Person.of(lead.campaign(), lead.facts()), now);
    }
  }

  private void forget(LeadId id, String reason, Instant now) {
    Lead lead = book.get(id);
    book.write(lead, lead.erased(now), new Because(null, reason), now);
    leads.putBack(id, now);
  }
}
