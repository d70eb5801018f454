package io.warmline.core.handoff;

import io.warmline.core.queue.Numbers;
import io.warmline.core.tenant.Batches;
import io.warmline.core.tenant.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Ends the offers on which the client has not decided in time. */
@ApplicationScoped
public class ExpireHandoffs implements Chore {

  private static final int BATCH = 500;

  private final Batches batches;
  private final Handoffs handoffs;
  private final HandoffBook book;
  private final ReturnedLeads leads;
  private final Numbers numbers;

  ExpireHandoffs(
      Batches batches, Handoffs handoffs, HandoffBook book, ReturnedLeads leads, Numbers numbers) {
    this.batches = batches;
    this.handoffs = handoffs;
    this.book = book;
    this.leads = leads;
    this.numbers = numbers;
  }

  @Override
  public List<String> whoHasSome() {
    return List.of(
        """
        select tenant_id from handoff where status = 'OFFERED' and decide_by <= :now
        """);
  }

  @Override
  public void tick() {
    batches.toTheEnd(BATCH, this::expire);
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
