package io.warmline.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitsTest {

  private static final UUID KEY = new UUID(0, 1);
  private static final UUID OTHER_KEY = new UUID(0, 2);

  private final Time time = new Time();
  private final RateLimits limits = limits(3, "PT30S");

  private RateLimits limits(long requests, String window) {
    return new RateLimits(() -> new Allowed(requests, Duration.parse(window)), time);
  }

  private record Allowed(long requests, Duration window) implements Limits {

    @Override
    public long strangers() {
      return 2;
    }
  }

  /** Time that goes on when a test says so. */
  private static final class Time implements TimeMeter {

    private long nanos;

    void goOn(Duration duration) {
      nanos += duration.toNanos();
    }

    @Override
    public long currentTimeNanos() {
      return nanos;
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }

  private void useUp() {
    for (int i = 0; i < 3; i++) {
      assertThat(limits.consume(KEY).isConsumed()).isTrue();
    }
  }

  @Test
  void allRequestsOfAWindowMayComeAtOnce() {
    useUp();

    assertThat(limits.consume(KEY).isConsumed()).isFalse();
  }

  @Test
  void whatIsUsedComesBackEvenlyOverTheWindow() {
    useUp();

    time.goOn(Duration.ofSeconds(10).minusMillis(1));
    assertThat(limits.consume(KEY).isConsumed()).isFalse();

    time.goOn(Duration.ofMillis(1));
    assertThat(limits.consume(KEY).isConsumed()).isTrue();
    assertThat(limits.consume(KEY).isConsumed()).isFalse();
  }

  @Test
  void aRefusalCostsNothingAndNamesTheWait() {
    useUp();
    time.goOn(Duration.ofSeconds(4));

    limits.consume(KEY);
    ConsumptionProbe refused = limits.consume(KEY);

    assertThat(Duration.ofNanos(refused.getNanosToWaitForRefill()))
        .isEqualTo(Duration.ofSeconds(6));
  }

  @Test
  void noMoreThanAWindowIsSavedUp() {
    time.goOn(Duration.ofDays(1));
    useUp();

    assertThat(limits.consume(KEY).isConsumed()).isFalse();
  }

  @Test
  void everyKeyHasALimitOfItsOwn() {
    useUp();

    assertThat(limits.consume(OTHER_KEY).getRemainingTokens()).isEqualTo(2);
  }

  @Test
  void strangersAreCountedByTheirAddressAndApartFromKeys() {
    useUp();

    assertThat(limits.useOfStranger("192.0.2.1").isAllowed()).isTrue();
    assertThat(limits.useOfStranger("192.0.2.1").isAllowed()).isTrue();
    RateLimits.Use refused = limits.useOfStranger("192.0.2.1");

    assertThat(refused.isAllowed()).isFalse();
    assertThat(refused.policy()).isEqualTo("\"default\";q=2;w=30");
    assertThat(refused.untilNext()).isEqualTo(Duration.ofSeconds(15));
    assertThat(limits.useOfStranger("192.0.2.2").isAllowed()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.1",
    "2001:db8:1:2:3:4:5:6, 20010db800010002",
    "2001:db8:1:2::9, 20010db800010002",
    "::ffff:192.0.2.1, ::ffff:192.0.2.1",
    "no address, no address"
  })
  void ofIpVersion6TheNetworkCounts(String address, String counted) {
    assertThat(Callers.network(address)).isEqualTo(counted);
  }

  @ParameterizedTest
  @CsvSource({"6000, PT10S, 6000, 10", "1, PT1M, 1, 60", "5, PT0.5S, 5, 1", "9, PT1.9S, 9, 1"})
  void thePolicyIsToldInWholeSeconds(long requests, String window, long quota, long seconds) {
    assertThat(limits(requests, window).policy())
        .isEqualTo("\"default\";q=" + quota + ";w=" + seconds);
  }

  @ParameterizedTest
  @CsvSource({"7, 0, 7, 0", "7, 1, 7, 1", "2, 999, 2, 1", "2, 1000, 2, 1", "0, 1001, 0, 2"})
  void theSecondsUntilAllIsBackAreRoundedUp(long left, long millis, long remaining, long seconds) {
    ConsumptionProbe probe = ConsumptionProbe.consumed(left, Duration.ofMillis(millis).toNanos());

    assertThat(RateLimits.state(probe)).isEqualTo("\"default\";r=" + remaining + ";t=" + seconds);
  }
}
