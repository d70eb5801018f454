package io.warmline.core.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.OnPostgres;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.id.AgentId;
import io.warmline.core.queue.Claim;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ServerClockTest extends OnPostgres {

  @Inject ServerClock serverClock;
  @Inject SteadyClock time;

  @AfterEach
  void theClockIsRightAgain() {
    serverClock.compare();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 3, -3, -400})
  void aServerWhoseClockDiffersHandsOutNoLead(int secondsAhead) {
    AgentId agent = given.agent();
    given.lead(given.campaign());

    serverClock.compare(ahead(Duration.ofSeconds(secondsAhead)));

    assertThat(serverClock.agrees()).isFalse();
    assertThatThrownBy(() -> desk.claim(agent))
        .isInstanceOfSatisfying(
            WarmlineException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.CLOCK_DIFFERS))
        .hasMessageContaining(secondsAhead > 0 ? "ahead of" : "behind");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, -1})
  void aLittleDoesNotMatter(int secondsAhead) {
    serverClock.compare(ahead(Duration.ofSeconds(secondsAhead)));

    assertThat(serverClock.agrees()).isTrue();
  }

  @Test
  void aClockThatIsSetRightHandsOutLeadsAgain() {
    AgentId agent = given.agent();
    given.lead(given.campaign());
    serverClock.compare(ahead(Duration.ofMinutes(6)));

    serverClock.compare();
    Claim claim = desk.claim(agent);

    assertThat(claim.agent()).isEqualTo(agent);
  }

  /** Without a comparison in between: until the next one is two seconds in which much is given. */
  @ParameterizedTest
  @ValueSource(ints = {400, 3, -3, -400})
  void aClockThatIsSetIsNoticedAtOnce(int seconds) {
    AtomicReference<Duration> setBy = new AtomicReference<>(Duration.ZERO);
    AgentId agent = given.agent();
    given.lead(given.campaign());
    serverClock.compare(() -> Instant.now().plus(setBy.get()));
    assertThat(serverClock.agrees()).isTrue();

    setBy.set(Duration.ofSeconds(seconds));

    assertThat(serverClock.ahead()).isCloseTo(setBy.get(), Duration.ofMillis(900));
    assertThatThrownBy(() -> desk.claim(agent))
        .isInstanceOfSatisfying(
            WarmlineException.class,
            e -> assertThat(e.code()).isEqualTo(ProblemCode.CLOCK_DIFFERS));
    setBy.set(Duration.ZERO);
    assertThat(desk.claim(agent).agent()).isEqualTo(agent);
  }

  /**
   * What had found the clocks to agree, and reads the time when they do not, reads the right one.
   */
  @ParameterizedTest
  @ValueSource(ints = {400, 3, -3, -400})
  void whatIsUnderWayWhenTheClockIsSetGoesByTheRightTime(int seconds) {
    serverClock.compare();

    serverClock.compare(ahead(Duration.ofSeconds(seconds)));

    assertThat(time.instant()).isCloseTo(Instant.now(), within(2, ChronoUnit.SECONDS));
  }

  private static InstantSource ahead(Duration by) {
    return () -> Instant.now().plus(by);
  }
}
