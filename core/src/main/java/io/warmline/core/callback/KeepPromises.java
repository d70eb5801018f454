package io.warmline.core.callback;

import io.warmline.core.id.AgentId;
import io.warmline.core.queue.Numbers;
import io.warmline.core.queue.QueueEntries;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.ToIntFunction;

/**
 * Sees to it that no promise is forgotten as time passes: a callback whose time has come is due,
 * one whose window has passed is overdue (once, loudly, and for ever at the top of the queue), and
 * a personal one that its agent does not take goes to the team.
 */
@ApplicationScoped
public class KeepPromises {

  private static final int BATCH = 500;

  private final TenantTransaction transaction;
  private final AgeingCallbacks callbacks;
  private final Numbers numbers;
  private final QueueEntries queue;
  private final Clock clock;

  KeepPromises(
      TenantTransaction transaction,
      AgeingCallbacks callbacks,
      Numbers numbers,
      QueueEntries queue,
      Clock clock) {
    this.transaction = transaction;
    this.callbacks = callbacks;
    this.numbers = numbers;
    this.queue = queue;
    this.clock = clock;
  }

  /** One round for the current tenant. */
  public void tick() {
    toTheEnd(now -> callbacks.fallDue(BATCH, now));
    toTheEnd(now -> callbacks.becomeOverdue(BATCH, now));
    toTheEnd(this::handLeftAloneToTeam);
  }

  /** Batch after batch: after a full one there may be more. */
  private void toTheEnd(ToIntFunction<Instant> batch) {
    int done;
    do {
      done = transaction.call(() -> batch.applyAsInt(clock.instant()));
    } while (done == BATCH);
  }

  private int handLeftAloneToTeam(Instant now) {
    List<UUID> leads = callbacks.leftAlone(BATCH, now);
    handToTeam(leads, now);
    return leads.size();
  }

  /** Gives all open callbacks of an agent who has left to the team. */
  void handAllToTeam(AgentId agent, Instant now) {
    handToTeam(callbacks.promisedBy(agent), now);
  }

  private void handToTeam(List<UUID> leads, Instant now) {
    numbers.lockOf(leads);
    callbacks.handToTeam(leads, now);
    queue.refresh(leads, now);
  }
}
