package io.warmline.api.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.warmline.core.queue.ClaimNextLead.Outcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Claims are timed by whether they found somebody. */
class PaceOfClaimsTest {

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final PaceOfClaims pace = new PaceOfClaims(meters);

  private long count(String outcome) {
    return meters.get("warmline.claims").tag("outcome", outcome).timer().count();
  }

  @Test
  void claimsThatFoundAndThatFoundNobodyAreCountedApart() {
    pace.of(() -> new Outcome.Claimed(List.of()));
    pace.of(() -> new Outcome.NothingCallable(Duration.ofMinutes(1), false));
    pace.of(() -> new Outcome.NothingCallable(Duration.ofMinutes(1), false));

    assertThat(count("FOUND")).isEqualTo(1);
    assertThat(count("EMPTY")).isEqualTo(2);
  }

  @Test
  void whatIsRefusedIsInNeither() {
    assertThatThrownBy(
            () ->
                pace.of(
                    () -> {
                      throw new IllegalStateException("refused");
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(count("FOUND") + count("EMPTY")).isZero();
  }
}
