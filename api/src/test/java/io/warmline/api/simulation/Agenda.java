package io.warmline.api.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;

/** What is going to happen, in the order of time; things of one instant in the order of entry. */
final class Agenda {

  private static final Duration BETWEEN_ROUNDS = Duration.ofMinutes(30);
  private static final Duration BETWEEN_LONG_ROUNDS = Duration.ofDays(1);

  private record Entry(Instant at, long order, Runnable what) implements Comparable<Entry> {

    @Override
    public int compareTo(Entry other) {
      int byTime = at.compareTo(other.at);
      return byTime == 0 ? Long.compare(order, other.order) : byTime;
    }
  }

  private final Upkeep upkeep;
  private final PriorityQueue<Entry> entries = new PriorityQueue<>();
  private Instant now;
  private Instant lastRound = Instant.EPOCH;
  private Instant nextLongRound;
  private long entered;

  Agenda(Upkeep upkeep, Instant start) {
    this.upkeep = upkeep;
    this.now = start;
    this.nextLongRound = start;
  }

  Instant now() {
    return now;
  }

  void at(Instant time, Runnable what) {
    entries.add(new Entry(time.isBefore(now) ? now : time, entered++, what));
  }

  void in(Duration time, Runnable what) {
    at(now.plus(time), what);
  }

  /**
   * Lets time pass, from one thing to the next; the server's own work is done whenever something
   * happens, but not too often.
   */
  void runUntil(Instant end) {
    while (!entries.isEmpty() && entries.peek().at().isBefore(end)) {
      Entry next = entries.remove();
      pass(next.at());
      next.what().run();
    }
    pass(end);
  }

  private void pass(Instant time) {
    now = time;
    YearClock.set(now);
    if (!now.isBefore(lastRound.plus(BETWEEN_ROUNDS))) {
      round();
    }
    if (!now.isBefore(nextLongRound)) {
      upkeep.longRound();
      nextLongRound = now.plus(BETWEEN_LONG_ROUNDS);
    }
  }

  /** The server's own work, as of now: nobody may ask what to do before it is done. */
  void round() {
    if (!lastRound.equals(now)) {
      upkeep.round();
      lastRound = now;
    }
  }
}
