package io.warmline.core.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.warmline.core.InvalidValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallWindowTest {

  private static final Instant NOW = Instant.parse("2026-11-18T18:00:00Z");
  private static final Instant DUE = NOW.plusSeconds(60);

  @ParameterizedTest(name = "a grace of {0} minutes gives a window of {1}")
  @CsvSource({"0, 15", "14, 15", "15, 15", "16, 16", "60, 60"})
  void aWindowWithoutAnEndLastsAQuarterOfAnHourOrTheGraceIfThatIsLonger(int grace, int window) {
    CallWindow promised =
        CallWindow.promised(DUE, Optional.empty(), Duration.ofMinutes(grace), "", NOW);

    assertThat(promised).isEqualTo(new CallWindow(DUE, DUE.plus(Duration.ofMinutes(window))));
    assertThat(CallWindow.from(DUE, Duration.ofMinutes(grace))).isEqualTo(promised);
  }

  @Test
  void aWindowThatIsGivenIsTaken() {
    CallWindow promised =
        CallWindow.promised(DUE, Optional.of(DUE.plusNanos(1000)), Duration.ofHours(1), "", NOW);

    assertThat(promised.latestAt()).isEqualTo(DUE.plusNanos(1000));
  }

  @Test
  void aPromiseIsForTheFuture() {
    assertThatThrownBy(
            () -> CallWindow.promised(NOW, Optional.empty(), Duration.ZERO, "/callback", NOW))
        .isInstanceOfSatisfying(
            InvalidValue.class,
            e -> assertThat(e.violations().get(0).pointer()).isEqualTo("/callback/dueAt"));
    assertThat(CallWindow.promised(NOW.plusNanos(1000), Optional.empty(), Duration.ZERO, "", NOW))
        .isNotNull();
  }

  @Test
  void aWindowEndsAfterItBegins() {
    assertThatThrownBy(
            () -> CallWindow.promised(DUE, Optional.of(DUE), Duration.ZERO, "/callback", NOW))
        .isInstanceOfSatisfying(
            InvalidValue.class,
            e -> assertThat(e.violations().get(0).pointer()).isEqualTo("/callback/latestAt"));
    assertThatThrownBy(() -> new CallWindow(DUE, DUE.minusNanos(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aPromiseBeginsAndEndsWithinTenYears() {
    Instant last = Instant.parse("2036-11-18T23:59:59Z");
    Instant tooFar = Instant.parse("2036-11-19T00:00:00Z");

    assertThat(CallWindow.promised(DUE, Optional.of(last), Duration.ZERO, "", NOW).latestAt())
        .isEqualTo(last);
    assertThatThrownBy(() -> CallWindow.promised(tooFar, Optional.empty(), Duration.ZERO, "", NOW))
        .isInstanceOfSatisfying(
            InvalidValue.class,
            e -> assertThat(e.violations().get(0).pointer()).isEqualTo("/dueAt"));
    assertThatThrownBy(() -> CallWindow.promised(DUE, Optional.of(tooFar), Duration.ZERO, "", NOW))
        .isInstanceOfSatisfying(
            InvalidValue.class,
            e -> {
              assertThat(e.violations().get(0).pointer()).isEqualTo("/latestAt");
              assertThat(e.violations().get(0).code()).isEqualTo("TOO_FAR");
            });
  }
}
