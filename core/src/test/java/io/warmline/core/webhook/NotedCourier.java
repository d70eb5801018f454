package io.warmline.core.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Carries nothing: the test says what became of each message. */
@ApplicationScoped
public class NotedCourier implements Courier {

  private final List<Carried> carried = new ArrayList<>();

  /** A message, and who wants to know what became of it. */
  public record Carried(Parcel parcel, Consumer<Attempt> report) {

    void answer(int status, Instant at) {
      report.accept(Attempt.answered(at, Duration.ofMillis(20), status, Optional.empty()));
    }

    void answer(int status, Duration retryAfter, Instant at) {
      report.accept(Attempt.answered(at, Duration.ofMillis(20), status, Optional.of(retryAfter)));
    }

    void fail(Attempt.Failure failure, Instant at) {
      report.accept(Attempt.failed(at, Duration.ofSeconds(15), failure));
    }

    long sequence() {
      return parcel.event().sequence();
    }
  }

  @Override
  public synchronized void carry(Parcel parcel, Consumer<Attempt> report) {
    carried.add(new Carried(parcel, report));
  }

  /** What was handed out since this was last asked. */
  synchronized List<Carried> taken() {
    List<Carried> taken = List.copyOf(carried);
    carried.clear();
    return taken;
  }
}
