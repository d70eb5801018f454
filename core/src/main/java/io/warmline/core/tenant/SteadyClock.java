package io.warmline.core.tenant;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;

/**
 * The time by which leases end, promises fall due and calls are allowed. It goes on by the counter
 * that nobody sets, from the last time at which the machine's clock was known to be right: a clock
 * that is set ahead lets no lease run out, whatever was under way when it was set.
 *
 * <p>Ticks in microseconds, as timestamptz does, so that what is read back equals what was written.
 */
@ApplicationScoped
@DefaultBean
class SteadyClock extends Clock {

  private final LongSupplier nanos;
  private volatile Anchor anchor;

  /** Begins with what the machine says. */
  SteadyClock() {
    this(InstantSource.system(), System::nanoTime);
  }

  SteadyClock(InstantSource machine, LongSupplier nanos) {
    this.nanos = nanos;
    this.anchor = new Anchor(machine.instant(), nanos.getAsLong());
  }

  /** What the machine's clock said, and the counter at that time. */
  private record Anchor(Instant at, long nanos) {}

  /**
   * Goes on from here.
   *
   * @param at what the machine's clock said, and was found to be right
   * @param counted the counter at that time
   */
  void goOnFrom(Instant at, long counted) {
    anchor = new Anchor(at, counted);
  }

  @Override
  public Instant instant() {
    Anchor from = anchor;
    return from.at().plusNanos(nanos.getAsLong() - from.nanos()).truncatedTo(ChronoUnit.MICROS);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("it tells instants, which are in no zone");
  }
}
