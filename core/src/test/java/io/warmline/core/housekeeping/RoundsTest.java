package io.warmline.core.housekeeping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoundsTest {

  private static final Duration SHORT = Duration.ofMillis(50);
  private static final Duration LONG = Duration.ofSeconds(30);

  private final Rounds rounds = new Rounds();
  private final AtomicInteger made = new AtomicInteger();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch mayEnd = new CountDownLatch(1);
  private final Thread worker =
      new Thread(
          () ->
              rounds.make(
                  () -> {
                    begun.countDown();
                    await(mayEnd);
                    made.incrementAndGet();
                  }));

  @AfterEach
  void letGo() throws InterruptedException {
    mayEnd.countDown();
    worker.join();
  }

  @Test
  void severalRoundsAreMadeAtOnce() {
    worker.start();
    await(begun);

    rounds.make(made::incrementAndGet);

    assertThat(made).hasValue(1);
    assertThat(rounds.haveEnded()).isFalse();
  }

  @Test
  void noRoundBeginsAfterTheEnd() {
    assertThat(rounds.end(SHORT)).isTrue();

    rounds.make(made::incrementAndGet);

    assertThat(rounds.haveEnded()).isTrue();
    assertThat(made).hasValue(0);
  }

  @Test
  void theEndWaitsForTheRoundUnderWay() {
    worker.start();
    await(begun);
    new Thread(
            () -> {
              while (!rounds.haveEnded()) {
                Thread.onSpinWait();
              }
              mayEnd.countDown();
            })
        .start();

    assertThat(rounds.end(LONG)).isTrue();

    assertThat(made).hasValue(1);
  }

  @Test
  void theEndDoesNotWaitForever() {
    worker.start();
    await(begun);

    assertThat(rounds.end(SHORT)).isFalse();

    rounds.make(made::incrementAndGet);
    assertThat(made).hasValue(0);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
