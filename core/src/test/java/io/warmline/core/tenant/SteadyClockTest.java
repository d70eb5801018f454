package io.warmline.core.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The time goes on, whatever the machine's clock is set to. */
class SteadyClockTest {

  private static final Instant START = Instant.parse("2026-11-18T18:00:00Z");
  private static final long SECOND = 1_000_000_000L;

  private final AtomicReference<Instant> machine = new AtomicReference<>(START);
  private final AtomicLong counter = new AtomicLong(Long.MAX_VALUE - SECOND);
  private final SteadyClock clock = new SteadyClock(machine::get, counter::get);

  @Test
  void itBeginsWithWhatTheMachineSaysAndGoesOn() {
    assertThat(clock.instant()).isEqualTo(START);

    counter.addAndGet(3 * SECOND);

    assertThat(clock.instant()).as("the counter has gone round").isEqualTo(START.plusSeconds(3));
  }

  @Test
  void aClockThatIsSetMovesNothing() {
    machine.set(START.plusSeconds(600));
    counter.addAndGet(SECOND);

    assertThat(clock.instant()).isEqualTo(START.plusSeconds(1));
  }

  @Test
  void itGoesOnFromWhatWasFoundToBeRight() {
    clock.goOnFrom(START.plusSeconds(5), counter.get());
    counter.addAndGet(SECOND);

    assertThat(clock.instant()).isEqualTo(START.plusSeconds(6));
  }

  @Test
  void itTicksInMicroseconds() {
    counter.addAndGet(1_234_567);

    assertThat(clock.instant()).isEqualTo(START.plus(1234, ChronoUnit.MICROS));
  }
}
