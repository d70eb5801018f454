package io.warmline.core.tenant;

import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Something of which only so much can be had at once, shared fairly. Nobody is kept from what is
 * free. Where it is scarce, whoever has least goes first, and among those whoever has waited
 * longest: one who asks a thousand times does not push aside one who asks once.
 */
public final class Turns {

  private final Limits limits;
  private final String what;
  private final Map<UUID, Integer> held = new HashMap<>();
  private final List<Waiter> waiting = new ArrayList<>();
  private int taken;

  /**
   * How much there is.
   *
   * @param most at once, 1 or more
   * @param mostOfOne at once for one, 1 or more
   * @param mostWaiting for one, 0 or more; who comes after them is sent away at once
   * @param patience how long anybody waits
   */
  public record Limits(int most, int mostOfOne, int mostWaiting, Duration patience) {

    public Limits {
      if (most < 1 || mostOfOne < 1 || mostWaiting < 0) {
        throw new IllegalArgumentException("nobody would ever have a turn");
      }
    }
  }

  /** What somebody has until they give it back. Giving it back twice has no effect. */
  public interface Turn extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * @param what there is so much of, for people: "connections to the database"
   */
  public Turns(Limits limits, String what) {
    this.limits = limits;
    this.what = what;
  }

  private static final class Waiter {
    private final UUID who;
    private final CountDownLatch turn = new CountDownLatch(1);

    Waiter(UUID who) {
      this.who = who;
    }

    boolean hasTurn() {
      return turn.getCount() == 0;
    }
  }

  /**
   * Waits for a turn.
   *
   * @throws WarmlineException BUSY if it does not come in time, or too many wait for one already
   */
  public Turn take(UUID who) {
    Waiter waiter = new Waiter(who);
    if (!queueUp(waiter)) {
      await(waiter);
    }
    return new Held(who);
  }

  /** Whether it came at once. */
  private synchronized boolean queueUp(Waiter waiter) {
    waiting.add(waiter);
    goOn();
    if (waiter.hasTurn()) {
      return true;
    }
    if (waitingFor(waiter.who) > limits.mostWaiting()) {
      waiting.remove(waiter);
      throw busy();
    }
    return false;
  }

  private void await(Waiter waiter) {
    boolean came = false;
    try {
      came = waiter.turn.await(limits.patience().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!came && leave(waiter)) {
      throw busy();
    }
  }

  /** False if the turn came at the last moment. */
  private synchronized boolean leave(Waiter waiter) {
    return waiting.remove(waiter);
  }

  private long waitingFor(UUID who) {
    return waiting.stream().filter(w -> w.who.equals(who)).count();
  }

  private void goOn() {
    for (Optional<Waiter> next = next(); next.isPresent(); next = next()) {
      Waiter waiter = next.get();
      waiting.remove(waiter);
      held.merge(waiter.who, 1, Integer::sum);
      taken++;
      waiter.turn.countDown();
    }
  }

  private Optional<Waiter> next() {
    return taken >= limits.most()
        ? Optional.empty()
        : waiting.stream()
            .filter(w -> heldBy(w.who) < limits.mostOfOne())
            .min(Comparator.comparingInt(w -> heldBy(w.who)));
  }

  private int heldBy(UUID who) {
    return held.getOrDefault(who, 0);
  }

  private synchronized void giveBack(UUID who) {
    held.computeIfPresent(who, (id, count) -> count == 1 ? null : count - 1);
    taken--;
    goOn();
  }

  private WarmlineException busy() {
    return new WarmlineException(
        ProblemCode.BUSY,
        "All "
            + what
            + " are in use, and others wait for them. Nothing was changed. Try again after"
            + " Retry-After.");
  }

  /** How many turns are taken now. */
  public synchronized int taken() {
    return taken;
  }

  /** How many wait now. */
  public synchronized int waiting() {
    return waiting.size();
  }

  private final class Held implements Turn {
    private final UUID who;
    private boolean over;

    Held(UUID who) {
      this.who = who;
    }

    @Override
    public void close() {
      if (!over) {
        over = true;
        giveBack(who);
      }
    }
  }
}
