package io.warmline.core;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is told to go on. */
@Alternative
@Priority(1)
@ApplicationScoped
public class TestClock extends Clock {

  /**
   * A Wednesday, 13:00 in New York and 10:00 in Los Angeles: everybody in the United States may be
   * called.
   */
  public static final Instant START = Instant.parse("2026-11-18T18:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(START);

  /** Back to {@link #START}. */
  public void reset() {
    now.set(START);
  }

  /** It is this late now. */
  public void set(Instant instant) {
    now.set(instant);
  }

  /** So much time passes. @return the time it is then */
  public Instant advance(Duration time) {
    return now.updateAndGet(instant -> instant.plus(time));
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("rules name their zones themselves");
  }
}
