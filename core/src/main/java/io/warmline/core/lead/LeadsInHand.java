package io.warmline.core.lead;

import io.warmline.core.NotFound;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.id.LeadId;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.Numbers;
import io.warmline.core.queue.QueueEntries;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Leads that are being worked on: taken under the locks of their numbers, so that nobody derives a
 * queue row from half of a change, and put back into the queue when the change is done.
 */
@ApplicationScoped
public class LeadsInHand {

  private final LeadBook book;
  private final Numbers numbers;
  private final QueueEntries queue;

  LeadsInHand(LeadBook book, Numbers numbers, QueueEntries queue) {
    this.book = book;
    this.numbers = numbers;
    this.queue = queue;
  }

  /** Locks these numbers until the transaction ends. */
  public void lock(Collection<PhoneNumber> them) {
    numbers.lock(them);
  }

  /** Locks the numbers of a lead until the transaction ends. */
  public void lock(LeadId id) {
    numbers.lockOf(List.of(id.value()));
  }

  /**
   * The lead, under the locks of its numbers.
   *
   * @throws NotFound if the tenant has none with this id
   */
  public Lead take(LeadId id) {
    return book.take(id);
  }

  /**
   * Refuses to go on while an agent holds the lead; if none does, none will until the transaction
   * ends.
   *
   * @throws WarmlineException LEAD_CLAIMED
   */
  public void requireNotClaimed(LeadId id) {
    if (queue.isLeased(id.value())) {
      throw new WarmlineException(
          ProblemCode.LEAD_CLAIMED, "The lead is claimed. Try again when the claim has ended.");
    }
  }

  /** What the queue means to do with the lead. */
  public QueueEntries.Outlook outlook(LeadId id) {
    return queue.outlook(id.value());
  }

  /** Gives the lead another status; false if it has it already. */
  public boolean become(LeadId id, LeadStatus status, Instant now) {
    Lead lead = book.get(id);
    Lead after = book.write(lead, lead.becomes(status, now), now);
    return after.status() != lead.status();
  }

  /** A lead stands again where it stood before something that was told wrongly. */
  public void standAgain(Lead lead, LeadStatus before, Instant now) {
    book.write(lead, lead.standsAgainAs(before, now), now);
  }

  /** We mean to dial the lead again from this time on. */
  public void dialFrom(LeadId id, Instant at, Instant now) {
    Lead lead = book.get(id);
    book.write(lead, lead.nextAttemptAt(at), now);
  }

  /** Whether calls are wanted on a number of these leads is no longer what it was. */
  public void numbersChanged(Collection<LeadId> ids, Instant now) {
    if (!ids.isEmpty()) {
      book.move(ids, now);
    }
  }

  /** A lead whose callback has ended goes back to what its history says. */
  public void leaveCallbackPending(LeadId id, Instant now) {
    leave(LeadStatus.CALLBACK_PENDING, id, now);
  }

  /** A lead that may be called again goes back to what its history says. */
  public void leaveDoNotCall(LeadId id, Instant now) {
    leave(LeadStatus.DO_NOT_CALL, id, now);
  }

  /** A lead of this status goes back to what its history says; of any other it stays as it is. */
  public void leave(LeadStatus status, LeadId id, Instant now) {
    Lead lead = book.get(id);
    book.write(lead, book.leaving(status, lead, now), now);
  }

  /**
   * Derives the place of the lead in the queue anew, and of those that share a number with it: what
   * is promised on a number holds for each of them.
   */
  public void putBack(LeadId id, Instant now) {
    putBack(id, List.of(), now);
  }

  /**
   * As {@link #putBack(LeadId, Instant)}.
   *
   * @param also numbers that the lead had, or that were dialled
   */
  public void putBack(LeadId id, Collection<PhoneNumber> also, Instant now) {
    queue.refreshAround(id.value(), also, now);
  }
}
