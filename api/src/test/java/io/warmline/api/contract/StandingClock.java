package io.warmline.api.contract;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** Time as the examples of the contract have it: it stands still, unless a test moves it. */
@Alternative
@ApplicationScoped
public class StandingClock extends Clock {

  /** A Wednesday, 10:15 in New York and 9:15 in New Orleans. */
  static final Instant START = Instant.parse("2026-11-18T15:15:00Z");

  private static final AtomicReference<Instant> NOW = new AtomicReference<>(START);

  static void reset() {
    NOW.set(START);
  }

  static void advance(Duration time) {
    NOW.updateAndGet(now -> now.plus(time));
  }

  @Override
  public Instant instant() {
    return NOW.get();
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
