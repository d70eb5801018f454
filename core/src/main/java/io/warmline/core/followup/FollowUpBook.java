package io.warmline.core.followup;

import io.warmline.core.event.Events;
import io.warmline.core.followup.FollowUp.Debt;
import io.warmline.core.id.CallId;
import io.warmline.core.id.FollowUpId;
import io.warmline.core.id.LeadId;
import io.warmline.core.tenant.RowImages;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The book of what is owed, in which nothing changes without an event. */
@ApplicationScoped
public class FollowUpBook {

  private static final String TABLE = "follow_up";

  private final FollowUps followUps;
  private final Events events;
  private final RowImages images;

  FollowUpBook(FollowUps followUps, Events events, RowImages images) {
    this.images = images;
    this.followUps = followUps;
    this.events = events;
  }

  /** Enters a debt; a lead is owed one message at most, so that an older debt becomes this one. */
  public FollowUpId owe(Debt debt, Instant now) {
    FollowUpId id = followUps.owe(debt, now);
    events.record(
        new FollowUpEvent.Owed(id, debt.lead(), debt.campaign(), debt.call(), debt.occasion()),
        now);
    return id;
  }

  /** What is owed to a lead, as it stands in the book, for {@link #restore}. */
  public Optional<Image> image(LeadId lead) {
    return followUps
        .owedTo(lead)
        .map(id -> new Image(id, images.of(TABLE, id.value()).orElseThrow()));
  }

  /** A debt as it was. */
  public record Image(FollowUpId id, String row) {}

  /** A debt is again what it was before a call that was logged wrongly, unless it is settled. */
  public void restore(FollowUpId id, String image) {
    if (followUps.get(id).status() != FollowUp.Status.SENT) {
      images.restore(TABLE, id.value(), image);
    }
  }

  /** Nothing is owed to the lead any more. */
  public void cancel(LeadId lead, String reason, Instant now) {
    cancel(lead, Optional.empty(), reason, now);
  }

  /** What is owed for a call is not owed any more. */
  public void cancelFor(CallId call, LeadId lead, String reason, Instant now) {
    cancel(lead, Optional.of(call), reason, now);
  }

  private void cancel(LeadId lead, Optional<CallId> call, String reason, Instant now) {
    followUps
        .cancel(lead, call, reason, now)
        .ifPresent(id -> events.record(new FollowUpEvent.Cancelled(id, lead, reason), now));
  }

  /**
   * Leads have clicked: none is waited for any more.
   *
   * @param first when each did so first
   */
  public void clicked(Map<UUID, Instant> first) {
    if (!first.isEmpty()) {
      followUps.clicked(first.keySet().stream().toList(), first.values().stream().toList());
    }
  }
}
