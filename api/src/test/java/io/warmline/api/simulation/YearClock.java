package io.warmline.api.simulation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** The server's clock, which the simulation moves. */
@Alternative
@ApplicationScoped
public class YearClock extends Clock {

  private static final AtomicReference<Instant> NOW = new AtomicReference<>(Year.START);

  static void set(Instant now) {
    NOW.set(now);
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
