package io.warmline.core.housekeeping;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The rounds that are under way. Pausing the scheduler would not do for a stop: a round whose time
 * has come, but which has not begun, would begin all the same.
 */
@ApplicationScoped
class Rounds {

  /** Rounds share it; whoever has it alone knows that none is under way. */
  private final ReentrantReadWriteLock open = new ReentrantReadWriteLock();

  private volatile boolean ended;

  /** Makes a round, unless they have ended. */
  void make(Runnable round) {
    if (!open.readLock().tryLock()) {
      return;
    }
    try {
      if (!ended) {
        round.run();
      }
    } finally {
      open.readLock().unlock();
    }
  }

  /** Whether what is under way should come to its end. */
  boolean haveEnded() {
    return ended;
  }

  /**
   * Lets no further round begin and waits for those under way.
   *
   * @return false if some still are when the patience is over
   */
  boolean end(Duration patience) {
    ended = true;
    try {
      if (!open.writeLock().tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return false;
      }
      open.writeLock().unlock();
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
