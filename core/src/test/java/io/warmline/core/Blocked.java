package io.warmline.core;

import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Jdbi;

/**
 * Waits until others stand in a queue for locks, so that a race is run in the one order that
 * matters, whatever the machine is like.
 */
public final class Blocked {

  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(30);

  private static final String ANY =
      "select count(distinct pid) from pg_locks where not granted and pid <> pg_backend_pid()";

  private static final String AT_TABLE =
      ANY + " and (locktype = 'advisory' or relation = cast(:table as regclass))";

  private Blocked() {}

  /**
   * Waits until so many sessions of the database wait for a lock that another holds.
   *
   * @throws AssertionError if they do not within half a minute
   */
  public static void until(int sessions, Jdbi jdbi) {
    require(() -> count(ANY, "", jdbi) >= sessions);
  }

  /**
   * Waits until so many sessions wait for the lock of a number, or for that of a whole table.
   *
   * @throws AssertionError if they do not within half a minute
   */
  public static void untilAt(String table, int sessions, Jdbi jdbi) {
    require(() -> count(AT_TABLE, table, jdbi) >= sessions);
  }

  /** As {@link #until}, or until the work is done, should nothing keep it. */
  public static void untilOrDone(int sessions, Jdbi jdbi, Future<?> work) {
    require(() -> work.isDone() || count(ANY, "", jdbi) >= sessions);
  }

  private static void require(BooleanSupplier condition) {
    long deadline = System.nanoTime() + LONGEST_NANOS;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("nobody is blocked where somebody should be");
      }
      Thread.onSpinWait();
    }
  }

  private static int count(String query, String table, Jdbi jdbi) {
    return jdbi.withHandle(
        handle -> {
          var select = handle.select(query);
          if (!table.isEmpty()) {
            select.bind("table", table);
          }
          return select.mapTo(Integer.class).one();
        });
  }
}
