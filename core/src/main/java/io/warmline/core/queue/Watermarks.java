package io.warmline.core.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Where the last claim in a bucket found its lead. The next probe starts there and need not step
 * over the dead index entries that claims leave at the head, which an old snapshot keeps vacuum
 * from removing. A mark is a shortcut, never the truth: it lives for a moment, is dropped whenever
 * this process makes a lead ready, and is not used for the probe that would say that the queue is
 * empty.
 */
@ApplicationScoped
class Watermarks {

  /** So long may a lead be passed over that another server has made ready. */
  private static final Duration LIFE = Duration.ofMillis(200);

  /** A place in the order of a bucket. */
  record Mark(int rank, Instant dueAt, UUID lead) {

    static final Mark START =
        new Mark(Integer.MIN_VALUE, Instant.parse("1970-01-01T00:00:00Z"), new UUID(0, 0));
  }

  private record Aged(Mark mark, Instant since) {}

  private final Map<Long, Aged> marks = new ConcurrentHashMap<>();
  private final AtomicLong drops = new AtomicLong();
  private final TransactionSynchronizationRegistry registry;

  Watermarks(TransactionSynchronizationRegistry registry) {
    this.registry = registry;
  }

  Mark of(long bucket, Instant now) {
    Aged aged = marks.get(bucket);
    if (aged == null || now.isBefore(aged.since()) || now.isAfter(aged.since().plus(LIFE))) {
      return Mark.START;
    }
    return aged.mark();
  }

  /**
   * A claim that is about to look for leads in this transaction. Its places become marks once it is
   * committed, unless a better lead may have become claimable since it began. If it is rolled back,
   * others have stepped over leads that are free again: then all marks are dropped.
   */
  Walk begin(Instant now) {
    Walk walk = new Walk(drops.get(), now);
    registry.registerInterposedSynchronization(walk);
    return walk;
  }

  /** The places at which one claim found its leads. */
  final class Walk implements Synchronization {

    private final long dropsBefore;
    private final Instant now;
    private final Map<Long, Mark> last = new HashMap<>();

    private Walk(long dropsBefore, Instant now) {
      this.dropsBefore = dropsBefore;
      this.now = now;
    }

    /** A lead was found here; leads are told in the order of the bucket. */
    void found(long bucket, Mark mark) {
      last.put(bucket, mark);
    }

    @Override
    public void beforeCompletion() {}

    @Override
    public void afterCompletion(int status) {
      if (status == Status.STATUS_COMMITTED) {
        last.forEach((bucket, mark) -> advance(bucket, mark, dropsBefore, now));
      } else {
        drop();
      }
    }
  }

  /** Keeps the time at which the mark was begun, so that a busy bucket starts over as often. */
  private void advance(long bucket, Mark mark, long dropsBefore, Instant now) {
    marks.compute(
        bucket,
        (id, old) -> {
          if (drops.get() != dropsBefore) {
            return old;
          }
          return old == null || now.isBefore(old.since()) || now.isAfter(old.since().plus(LIFE))
              ? new Aged(mark, now)
              : new Aged(mark, old.since());
        });
  }

  private void drop() {
    drops.incrementAndGet();
    marks.clear();
  }

  /**
   * Drops all marks now and again when the transaction has ended, when its leads have become
   * visible to claims.
   */
  void dropAfterCommit() {
    drop();
    if (registry.getTransactionStatus() == Status.STATUS_ACTIVE) {
      registry.registerInterposedSynchronization(
          new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
              drop();
            }
          });
    }
  }
}
