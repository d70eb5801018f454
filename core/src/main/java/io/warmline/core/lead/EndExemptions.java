package io.warmline.core.lead;

import io.warmline.core.queue.Numbers;
import io.warmline.core.queue.QueueEntries;
import io.warmline.core.tenant.Batches;
import io.warmline.core.tenant.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Leads whose consent has run out, or whose relationship exempts them no more, go where they belong
 * by now. A claim passes them over from that second on, whether this has been done or not.
 */
@ApplicationScoped
public class EndExemptions implements Chore {

  private static final int BATCH = 500;

  private final Batches batches;
  private final LeadBook book;
  private final Numbers numbers;
  private final QueueEntries queue;

  EndExemptions(Batches batches, LeadBook book, Numbers numbers, QueueEntries queue) {
    this.batches = batches;
    this.book = book;
    this.numbers = numbers;
    this.queue = queue;
  }

  @Override
  public List<String> whoHasSome() {
    return List.of(
        "select tenant_id from queue_entry where callable_until <= :now and state <> 'LEASED'");
  }

  @Override
  public void tick() {
    batches.toTheEnd(BATCH, this::batch);
  }

  private int batch(Instant now) {
    List<UUID> lapsed = queue.lapsed(BATCH, now);
    if (!lapsed.isEmpty()) {
      numbers.lockOf(lapsed);
      book.seatAnew(lapsed, now);
      queue.refresh(lapsed, now);
    }
    return lapsed.size();
  }
}
