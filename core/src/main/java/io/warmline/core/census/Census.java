package io.warmline.core.census;

import io.warmline.core.queue.QueueState;
import java.util.HashMap;
import java.util.Map;

/**
 * Figures of all tenants together: they name no tenant, so that their number is bounded.
 *
 * @param queue leads by where they stand; see {@link Place}
 * @param overdue open promises whose time is over
 * @param imports lead lists that wait or are worked on
 * @param untold events that have no sequence yet
 */
public record Census(Map<Place, Long> queue, long overdue, long imports, long untold) {

  /** Keeps a copy. */
  public Census {
    queue = Map.copyOf(queue);
  }

  /** Nothing. */
  static final Census NONE = new Census(Map.of(), 0, 0, 0);

  /**
   * Where leads stand in the queue.
   *
   * @param tier 1 to 8
   */
  public record Place(State state, int tier) {}

  /** What is to be done with a lead of the queue. */
  public enum State {
    READY,
    WAITING,
    CLAIMED,
    CLOSED;

    static State of(QueueState state) {
      return switch (state) {
        case READY -> READY;
        case WAITING -> WAITING;
        case LEASED -> CLAIMED;
        case CLOSED -> CLOSED;
      };
    }
  }

  /** Both together. */
  Census and(Census other) {
    Map<Place, Long> both = new HashMap<>(queue);
    other.queue.forEach((place, leads) -> both.merge(place, leads, Long::sum));
    return new Census(
        both, overdue + other.overdue, imports + other.imports, untold + other.untold);
  }
}
