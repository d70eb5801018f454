package io.warmline.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CountedBodyTest {

  private static final Contract.Operation OPERATION =
      new Contract.Operation(
          "startImport",
          "POST",
          "/v1/imports",
          Set.of(),
          List.of(),
          1_000_000,
          Map.of(),
          List.of(),
          false,
          false,
          false,
          false,
          false,
          Admittance.REFUSED,
          Admittance.REFUSED);

  private long nanos;

  private CountedBody body(int bytes) {
    return new CountedBody(new ByteArrayInputStream(new byte[bytes]), OPERATION, () -> nanos);
  }

  private void goOn(Duration time) {
    nanos += time.toNanos();
  }

  @Test
  void aFileThatComesMoreSlowlyThanALineCarriesBreaksOff() throws IOException {
    CountedBody body = body(1000);
    assertThat(body.read()).isZero();
    goOn(CountedBody.GRACE.plusSeconds(2));

    assertThatThrownBy(body::read)
        .isInstanceOfSatisfying(
            HttpProblem.class, e -> assertThat(e.kind()).isEqualTo(ProblemKind.TOO_SLOW));
  }

  @Test
  void aFileMayPauseAndTakeItsTime() throws IOException {
    CountedBody body = body(100_000);
    goOn(CountedBody.GRACE);
    assertThat(body.read()).isZero();
    assertThat(body.readNBytes(99_000)).hasSize(99_000);
    goOn(Duration.ofSeconds(49));

    assertThat(body.read()).isZero();
  }
}
