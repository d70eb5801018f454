package io.warmline.sdk;

import java.time.Duration;

/** How time is spent waiting; a test waits without waiting. */
@FunctionalInterface
interface Sleeper {
  Sleeper THREAD = pause -> Thread.sleep(pause.toMillis());

  void sleep(Duration pause) throws InterruptedException;
}
