package io.warmline.core.handoff;

import io.warmline.core.queue.Numbers;
import io.warmline.core.tenant.Chore;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Ends the offers on which the client has not decided in time. */
@ApplicationScoped
public class ExpireHandoffs implements Chore {

  private static final int BATCH = 500;

  private final TenantTransaction transaction;
  private final Handoffs handoffs;
  private final HandoffBook book;
  private final ReturnedLeads leads;
  private final Numbers numbers;
  private final Clock clock;

  ExpireHandoffs(
      TenantTransaction transaction,
      Handoffs handoffs,
      HandoffBook book,
      ReturnedLeads leads,
      Numbers numbers,
      Clock clock) {
    this.transaction = transaction;
    this.handoffs = handoffs;
    this.book = book;
    this.leads = leads;
    this.numbers = numbers;
    this.clock = clock;
  }

  @Override
  public void tick() {
    int done;
    do {
      done = transaction.call(() -> expire(clock.instant()));
    } while (done == BATCH);
  }

  /** What another server or the client ends meanwhile is found to be so under the locks. */
  private int expire(Instant now) {
    List<UUID> concerned = handoffs.undecided(BATCH, now);
    numbers.lockOf(concerned);
    for (Handoff open : handoffs.offeredOf(concerned)) {
      if (!now.isBefore(open.decideBy())) {
        book.expire(open, ExpiryReason.UNDECIDED, now);
        leads.takeBack(open.lead(), now);
      }
    }
    return concerned.size();
  }
}
