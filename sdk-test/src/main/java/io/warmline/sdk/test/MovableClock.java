package io.warmline.sdk.test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Consumer;

/**
 * The clock of a fake server: it stands still until it is moved. Whatever ends or falls due on the
 * way happens before {@link #advance} comes back. Safe for threads.
 */
public final class MovableClock extends Clock {
  private final Consumer<Instant> moved;
  private volatile Instant now;

  MovableClock(Instant start, Consumer<Instant> moved) {
    this.now = start;
    this.moved = moved;
  }

  /**
   * Moves on.
   *
   * @param by not negative: time does not go back
   * @throws IllegalArgumentException if it is
   */
  public void advance(Duration by) {
    if (by.isNegative()) {
      throw new IllegalArgumentException("time does not go back: " + by);
    }
    Instant then;
    synchronized (this) {
      then = now.plus(by);
      now = then;
    }
    moved.accept(then);
  }

  /**
   * Moves on to an instant.
   *
   * @throws IllegalArgumentException if it has passed
   */
  public void advanceTo(Instant then) {
    advance(Duration.between(now, then));
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  /**
   * @throws UnsupportedOperationException always: instants have no zone
   */
  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("this clock is for instants");
  }
}
