package io.warmline.core.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnsTest {

  private static final UUID ANA = new UUID(0, 1);
  private static final UUID BEN = new UUID(0, 2);
  private static final UUID CLEO = new UUID(0, 3);
  private static final Duration LONG = Duration.ofMinutes(1);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<UUID> order = new CopyOnWriteArrayList<>();

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  private static Turns turns(int most, int mostOfOne, int mostWaiting, Duration patience) {
    return new Turns(new Turns.Limits(most, mostOfOne, mostWaiting, patience), "chairs");
  }

  /** Asks on a thread of its own, and waits until it is in the queue. */
  private CompletableFuture<Turns.Turn> ask(Turns turns, UUID who) {
    int before = turns.waiting();
    CompletableFuture<Turns.Turn> turn =
        CompletableFuture.supplyAsync(
            () -> {
              Turns.Turn taken = turns.take(who);
              order.add(who);
              return taken;
            },
            threads);
    until(() -> turns.waiting() > before || turn.isDone());
    return turn;
  }

  private static void until(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }

  private static Turns.Turn of(CompletableFuture<Turns.Turn> turn) throws Exception {
    return turn.get(30, TimeUnit.SECONDS);
  }

  @Test
  void nobodyWaitsForWhatIsFree() {
    Turns turns = turns(3, 3, 0, LONG);

    turns.take(ANA);
    turns.take(ANA);
    turns.take(ANA);

    assertThat(turns.taken()).isEqualTo(3);
    assertThatThrownBy(() -> turns.take(BEN))
        .isInstanceOfSatisfying(
            WarmlineException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.BUSY))
        .hasMessageContaining("All chairs are in use");
    assertThat(turns.waiting()).isZero();
  }

  @Test
  void whoHasFewestGoesBeforeThoseWhoAskedEarlier() throws Exception {
    Turns turns = turns(2, 2, 10, LONG);
    Turns.Turn first = turns.take(ANA);
    Turns.Turn second = turns.take(ANA);
    CompletableFuture<Turns.Turn> again = ask(turns, ANA);
    CompletableFuture<Turns.Turn> ben = ask(turns, BEN);
    CompletableFuture<Turns.Turn> cleo = ask(turns, CLEO);

    first.close();
    of(ben);
    assertThat(order).containsExactly(BEN);
    of(ben).close();
    of(cleo);

    assertThat(order).containsExactly(BEN, CLEO);
    assertThat(again).isNotDone();
    second.close();
    of(again).close();
  }

  @Test
  void whoHasAsMuchAsMayBeWaitsThoughSomeIsFree() throws Exception {
    Turns turns = turns(4, 2, 10, LONG);
    Turns.Turn first = turns.take(ANA);
    turns.take(ANA);

    CompletableFuture<Turns.Turn> third = ask(turns, ANA);
    turns.take(BEN);

    assertThat(third).isNotDone();
    first.close();
    of(third);
    assertThat(turns.taken()).isEqualTo(3);
  }

  @Test
  void whoHasWaitedLongEnoughIsToldAndTakesNothing() {
    Turns turns = turns(1, 1, 10, Duration.ofMillis(20));
    Turns.Turn held = turns.take(ANA);

    assertThatThrownBy(() -> turns.take(BEN)).isInstanceOf(WarmlineException.class);

    held.close();
    assertThat(turns.taken()).isZero();
    assertThat(turns.waiting()).isZero();
    turns.take(BEN).close();
  }

  @Test
  void ofOneNoMoreThanSoManyWaitAndOthersWaitBesideThem() {
    Turns turns = turns(1, 1, 2, LONG);
    turns.take(CLEO);
    assertThat(ask(turns, ANA)).isNotDone();
    assertThat(ask(turns, ANA)).isNotDone();

    assertThatThrownBy(() -> turns.take(ANA)).isInstanceOf(WarmlineException.class);
    assertThat(ask(turns, BEN)).isNotDone();

    assertThat(turns.waiting()).isEqualTo(3);
  }

  @Test
  void whatIsGivenBackTwiceIsGivenBackOnce() {
    Turns turns = turns(2, 2, 0, LONG);
    Turns.Turn first = turns.take(ANA);
    turns.take(ANA);

    first.close();
    first.close();

    assertThat(turns.taken()).isEqualTo(1);
  }

  @Test
  void whoeverIsInterruptedLeavesTheQueue() throws InterruptedException {
    Turns turns = turns(1, 1, 1, LONG);
    turns.take(ANA);
    Thread waiting =
        new Thread(
            () -> assertThatThrownBy(() -> turns.take(BEN)).isInstanceOf(WarmlineException.class));
    waiting.start();
    until(() -> turns.waiting() == 1);

    waiting.interrupt();
    waiting.join();

    assertThat(turns.waiting()).isZero();
  }

  @Test
  void thereAreNeverMoreThanThereMayBe() throws Exception {
    Turns turns = turns(3, 2, 100, LONG);
    AtomicInteger now = new AtomicInteger();
    AtomicInteger mostSeen = new AtomicInteger();
    List<CompletableFuture<Void>> all = new ArrayList<>();

    for (int i = 0; i < 24; i++) {
      UUID who = new UUID(0, i % 4);
      all.add(
          CompletableFuture.runAsync(
              () -> {
                for (int n = 0; n < 200; n++) {
                  Turns.Turn turn = turns.take(who);
                  mostSeen.accumulateAndGet(now.incrementAndGet(), Math::max);
                  now.decrementAndGet();
                  turn.close();
                }
              },
              threads));
    }
    for (CompletableFuture<Void> one : all) {
      one.get(60, TimeUnit.SECONDS);
    }

    assertThat(mostSeen.get()).isBetween(1, 3);
    assertThat(turns.taken()).isZero();
    assertThat(turns.waiting()).isZero();
  }
}
