package io.warmline.core.callback;

import io.warmline.core.id.AgentId;
import io.warmline.core.queue.Numbers;
import io.warmline.core.queue.QueueEntries;
import io.warmline.core.tenant.Batches;
import io.warmline.core.tenant.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Sees to it that no promise is forgotten as time passes: a callback whose time has come is due,
 * one whose window has passed is overdue (once, loudly, and for ever at the top of the queue), and
 * a personal one that its agent does not take goes to the team.
 */
@ApplicationScoped
public class KeepPromises implements Chore {

  private static final int BATCH = 500;

  private final Batches batches;
  private final AgeingCallbacks callbacks;
  private final Numbers numbers;
  private final QueueEntries queue;

  KeepPromises(Batches batches, AgeingCallbacks callbacks, Numbers numbers, QueueEntries queue) {
    this.batches = batches;
    this.callbacks = callbacks;
    this.numbers = numbers;
    this.queue = queue;
  }

  @Override
  public List<String> whoHasSome() {
    return List.of(
        """
        select tenant_id from callback where status = 'SCHEDULED' and due_at <= :now
        """,
        """
        select tenant_id from callback
        where status in ('SCHEDULED', 'DUE', 'CLAIMED') and overdue_at is null and latest_at <= :now
        """,
        """
        select q.tenant_id
        from queue_entry q
        join window_bucket b on b.tenant_id = q.tenant_id and b.id = q.bucket_id and b.closes_at > :now
        join campaign c on c.tenant_id = q.tenant_id and c.id = q.campaign_id
        where q.state = 'READY' and q.agent_id is not null and q.callback_id is not null
          and greatest(q.not_before, b.opens_at) + make_interval(mins => c.callback_grace_minutes) <= :now
        """);
  }

  @Override
  public void tick() {
    batches.toTheEnd(BATCH, now -> callbacks.fallDue(BATCH, now));
    batches.toTheEnd(BATCH, now -> callbacks.becomeOverdue(BATCH, now));
    batches.toTheEnd(BATCH, this::handLeftAloneToTeam);
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
