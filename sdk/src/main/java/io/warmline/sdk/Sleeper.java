package io.warmline.sdk;

import java.time.Duration;

/** How time is spent waiting; a test waits without waiting. Must be safe for threads. */
@FunctionalInterface
public interface Sleeper {
  /** Puts the thread to sleep. */
  Sleeper THREAD = pause -> Thread.sleep(pause.toMillis());

  /**
   * Lets time pass.
   *
   * @param pause not negative
   * @throws InterruptedException if the thread is interrupted
   */
  void sleep(Duration pause) throws InterruptedException;
}
