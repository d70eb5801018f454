package io.warmline.core.housekeeping;

import io.warmline.core.tenant.Work;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How often work is looked for: each second, or, where a look takes long, so seldom that looking
 * takes no more than a twentieth of the time, however many tenants there are.
 */
final class Pace {

  /** Rounds begin every second: looks that take less are no burden. */
  private static final Duration SHORT_LOOK = Duration.ofMillis(50);

  /** How many times as long as a longer look took, the next one waits. */
  private static final int REST = 19;

  /** By {@link System#nanoTime}. */
  private final Map<Class<?>, Long> next = new ConcurrentHashMap<>();

  boolean isTimeFor(Work kind) {
    Long at = next.get(kind.getClass());
    return at == null || System.nanoTime() - at >= 0;
  }

  void looked(Work kind, Duration took) {
    if (took.compareTo(SHORT_LOOK) > 0) {
      next.put(kind.getClass(), System.nanoTime() + took.multipliedBy(REST).toNanos());
    } else {
      next.remove(kind.getClass());
    }
  }
}
