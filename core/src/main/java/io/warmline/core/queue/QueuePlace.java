package io.warmline.core.queue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a lead stands in the queue: tier, then score (higher first), then the time it is due, then
 * id.
 *
 * @param overdue whether a callback's promised window had passed
 * @param turn of a cold lead: why it comes from the list it is on; empty where nothing is shared
 *     out
 */
public record QueuePlace(
    Tier tier, int score, Instant dueAt, boolean overdue, Optional<ListTurn> turn) {

  /** A place that no list has to do with. */
  public QueuePlace(Tier tier, int score, Instant dueAt, boolean overdue) {
    this(tier, score, dueAt, overdue, Optional.empty());
  }

  /** The same, of a list whose turn it is. */
  QueuePlace because(ListTurn list) {
    return new QueuePlace(tier, score, dueAt, overdue, Optional.of(list));
  }

  /** One reason for the place. */
  public record Reason(String code, String detail) {}

  /** Why the lead stands where it stands, the weightiest reason first. */
  public List<Reason> reasons() {
    List<Reason> reasons = new ArrayList<>();
    reasons.add(ofTier());
    turn.ifPresent(list -> reasons.add(new Reason("LIST_TURN", list.detail())));
    if (score > 0) {
      reasons.add(new Reason("SCORE", "Score " + score + "."));
    }
    reasons.add(new Reason("DUE_SINCE", "In line since " + dueAt + "."));
    return reasons;
  }

  private Reason ofTier() {
    return switch (tier) {
      case CALLBACK ->
          overdue
              ? new Reason(
                  "CALLBACK_OVERDUE", "The callback promised for " + dueAt + " is overdue.")
              : new Reason(
                  "CALLBACK_DUE", "The prospect asked to be called back at " + dueAt + ".");
      case CONFIRMATION ->
          new Reason("CONFIRMATION", "A meeting was just set; its quality is to be confirmed.");
      case HOT_SIGNAL ->
          new Reason("HOT_SIGNAL", "The prospect is looking at it now, since " + dueAt + ".");
      case INBOUND -> new Reason("INBOUND", "The prospect came to us at " + dueAt + ".");
      case VISIT -> new Reason("VISIT", "The prospect looked at our page at " + dueAt + ".");
      case WARM -> new Reason("WARM", "A warm lead whose time has come.");
      case RETRY -> new Reason("RETRY", "A retry of an earlier attempt.");
      case COLD -> new Reason("COLD", "Never called before.");
    };
  }
}
