package io.warmline.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.scheduler.FailedExecution;
import io.quarkus.scheduler.ScheduledExecution;
import io.quarkus.scheduler.SuccessfulExecution;
import io.quarkus.scheduler.Trigger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

/** The health knows since when a round has not ended well. */
class RoundsCheckTest {

  private static final Instant START = Instant.parse("2026-11-18T15:15:00Z");

  private Instant now = START;
  private final Clock clock =
      new Clock() {
        @Override
        public Instant instant() {
          return now;
        }

        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          throw new UnsupportedOperationException();
        }
      };

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final WatchRounds rounds = new WatchRounds(meters, clock);
  private final RoundsCheck check = new RoundsCheck(rounds);

  private record Ran(String method) implements ScheduledExecution, Trigger {
    @Override
    public Trigger getTrigger() {
      return this;
    }

    @Override
    public String getMethodDescription() {
      return method;
    }

    @Override
    public Instant getFireTime() {
      return START;
    }

    @Override
    public Instant getScheduledFireTime() {
      return START;
    }

    @Override
    public String getId() {
      return "1";
    }

    @Override
    public Instant getNextFireTime() {
      return START;
    }

    @Override
    public Instant getPreviousFireTime() {
      return START;
    }

    @Override
    public boolean isOverdue() {
      return false;
    }
  }

  private void ended(String method) {
    rounds.ended(new SuccessfulExecution(new Ran("io.warmline.core.Housekeeping#" + method)));
  }

  private void failed(String method) {
    rounds.failed(new FailedExecution(new Ran("io.warmline.core.Housekeeping#" + method)));
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  @Test
  void aServerThatHasNotBegunIsWell() {
    assertThat(check.call().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void itIsDownWhenAQuickRoundHasNotEndedWellForFiveMinutes() {
    ended("everySecond");
    pass(Duration.ofMinutes(5));
    failed("everySecond");
    assertThat(check.call().getStatus()).isEqualTo(Status.UP);

    pass(Duration.ofSeconds(1));
    HealthCheckResponse answer = check.call();
    assertThat(answer.getStatus()).isEqualTo(Status.DOWN);
    assertThat(answer.getData().orElseThrow()).containsEntry("everySecondSecondsAgo", 301L);

    ended("everySecond");
    assertThat(check.call().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void whatFailsFromTheStartOnIsFoundToo() {
    failed("compareClocks");
    pass(Duration.ofMinutes(6));
    failed("compareClocks");

    assertThat(check.call().getStatus()).isEqualTo(Status.DOWN);
  }

  @Test
  void aLongListIsNoFault() {
    ended("imports");
    ended("everybody");
    pass(Duration.ofHours(20));

    assertThat(check.call().getStatus()).isEqualTo(Status.UP);
    assertThat(meters.get("warmline.round.age.seconds").tag("round", "imports").gauge().value())
        .isEqualTo(72_000);
  }
}
