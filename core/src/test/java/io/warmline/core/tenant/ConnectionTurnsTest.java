package io.warmline.core.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.warmline.core.Race;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** One tenant cannot keep the connections of a server from another. */
class ConnectionTurnsTest {

  private static final UUID BUSY = new UUID(0, 1);
  private static final UUID OTHER = new UUID(0, 2);

  /** Of sixteen connections, two are left for what belongs to no tenant. */
  private static final int FOR_TENANTS = 14;

  private final ConnectionTurns connections = new ConnectionTurns(16);
  private final List<UUID> order = new CopyOnWriteArrayList<>();

  private Thread asking(UUID tenant, CountDownLatch hold) {
    Thread thread =
        new Thread(
            () ->
                connections.call(
                    tenant,
                    () -> {
                      order.add(tenant);
                      return heldUntil(hold);
                    }));
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static boolean heldUntil(CountDownLatch hold) {
    try {
      return hold.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void waits(Thread thread) {
    while (thread.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
  }

  @Test
  void whoAsksOnceGoesBeforeWhoAsksWithoutEnd() throws InterruptedException {
    CountDownLatch first = new CountDownLatch(1);
    CountDownLatch rest = new CountDownLatch(1);
    Thread leaving = asking(BUSY, first);
    waits(leaving);
    for (int i = 1; i < FOR_TENANTS; i++) {
      waits(asking(BUSY, rest));
    }
    for (int i = 0; i < 5; i++) {
      waits(asking(BUSY, rest));
    }
    Thread other = asking(OTHER, new CountDownLatch(0));
    waits(other);
    assertThat(order).hasSize(FOR_TENANTS).containsOnly(BUSY);

    first.countDown();
    other.join(TimeUnit.SECONDS.toMillis(30));

    assertThat(order.get(FOR_TENANTS)).isEqualTo(OTHER);
    rest.countDown();
  }

  /** Everybody needs a second connection while all of the first are taken. */
  @Test
  void whoHasAConnectionGetsASecondOneWithoutWaiting() {
    CyclicBarrier allHaveOne = new CyclicBarrier(FOR_TENANTS);
    List<Callable<Boolean>> runners = new ArrayList<>();
    for (int i = 0; i < FOR_TENANTS; i++) {
      runners.add(
          () ->
              connections.call(
                  BUSY,
                  () -> {
                    await(allHaveOne);
                    return connections.call(OTHER, () -> true);
                  }));
    }

    assertThat(Race.of(runners)).containsOnly(true);
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(60, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatFailsGivesItsConnectionBack() {
    for (int i = 0; i < 2 * FOR_TENANTS; i++) {
      assertThatThrownBy(
              () ->
                  connections.call(
                      BUSY,
                      () -> {
                        throw new IllegalStateException("no");
                      }))
          .hasMessage("no");
    }

    assertThat(connections.<Integer>call(OTHER, () -> 1)).isEqualTo(1);
  }
}
