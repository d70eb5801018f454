package io.warmline.core.census;

import io.warmline.core.queue.BlockCode;
import io.warmline.core.queue.QueueState;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Figures of all tenants together: they name no tenant, so that their number is bounded.
 *
 * @param queue leads by where they stand; see {@link Place}
 * @param blocked leads that are not to be called now, by what keeps them back
 * @param overdue open promises whose time is over
 * @param imports lead lists that wait or are worked on
 * @param rows rows of the lead lists of the last 24 hours, by what became of them
 * @param events events that nobody can read yet
 * @param deliveries events on their way to webhooks
 * @param registries do-not-call registries that a law wants to be kept young
 */
public record Census(
    Map<Place, Long> queue,
    Map<BlockCode, Long> blocked,
    long overdue,
    long imports,
    Map<RowFate, Long> rows,
    Backlog events,
    Backlog deliveries,
    Ages registries) {

  /** Keeps copies. */
  public Census {
    queue = Map.copyOf(queue);
    blocked = Map.copyOf(blocked);
    rows = Map.copyOf(rows);
  }

  /** Nothing. */
  static final Census NONE =
      new Census(Map.of(), Map.of(), 0, 0, Map.of(), Backlog.NONE, Backlog.NONE, Ages.NONE);

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

  /** What became of a row of a lead list. */
  public enum RowFate {
    CREATED,
    MERGED,
    SKIPPED,
    REJECTED
  }

  /**
   * What waits to be passed on.
   *
   * @param waiting how much
   * @param lag since when the first of it waits; zero if nothing does
   */
  public record Backlog(long waiting, Duration lag) {
    static final Backlog NONE = new Backlog(0, Duration.ZERO);

    Backlog and(Backlog other) {
      return new Backlog(waiting + other.waiting, lag.compareTo(other.lag) > 0 ? lag : other.lag);
    }
  }

  /**
   * How old the lists of registries are.
   *
   * @param kept registries whose lists may only reach a certain age
   * @param outdated those that are too old: nobody on whose behalf they speak is called
   * @param left until the next of the others is too old; empty if there is none
   */
  public record Ages(long kept, long outdated, Optional<Duration> left) {
    static final Ages NONE = new Ages(0, 0, Optional.empty());

    Ages and(Ages other) {
      return new Ages(
          kept + other.kept,
          outdated + other.outdated,
          Stream.concat(left.stream(), other.left.stream()).min(Comparator.naturalOrder()));
    }
  }

  /** Both together. */
  Census and(Census other) {
    return new Census(
        sum(queue, other.queue),
        sum(blocked, other.blocked),
        overdue + other.overdue,
        imports + other.imports,
        sum(rows, other.rows),
        events.and(other.events),
        deliveries.and(other.deliveries),
        registries.and(other.registries));
  }

  private static <K> Map<K, Long> sum(Map<K, Long> some, Map<K, Long> more) {
    Map<K, Long> both = new HashMap<>(some);
    more.forEach((key, count) -> both.merge(key, count, Long::sum));
    return both;
  }
}
