package io.warmline.api.journey;

import io.quarkus.test.junit.QuarkusTestProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * A clock that goes as any does, but said noon on a Wednesday in New York when the tests began: who
 * may be called must not depend on the hour at which they run.
 */
@Alternative
@ApplicationScoped
public class Daytime extends Clock {

  private static final Duration AHEAD =
      Duration.between(Instant.now(), Instant.parse("2026-11-18T17:00:00Z"));

  /** What the server's clock says. */
  static Instant now() {
    return Instant.now().plus(AHEAD).truncatedTo(ChronoUnit.MICROS);
  }

  @Override
  public Instant instant() {
    return now();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("rules name their zones themselves");
  }

  /** A server with this clock. */
  public static class Profile implements QuarkusTestProfile {

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
      return Set.of(Daytime.class);
    }
  }
}
