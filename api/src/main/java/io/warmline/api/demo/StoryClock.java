package io.warmline.api.demo;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The server's clock. Whoever tells a story of the past lives at its time, on their own thread and
 * until they have told it; for everybody else it is now.
 */
@ApplicationScoped
public class StoryClock extends Clock {

  private static final Clock REAL = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));

  private static final ThreadLocal<Instant> TOLD = new ThreadLocal<>();

  /** From now on it is this time on this thread. */
  void tell(Instant time) {
    TOLD.set(time);
  }

  /** The story has reached the present. */
  void end() {
    TOLD.remove();
  }

  @Override
  public Instant instant() {
    Instant time = TOLD.get();
    return time == null ? REAL.instant() : time;
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
