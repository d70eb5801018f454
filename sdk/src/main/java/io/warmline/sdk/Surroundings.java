package io.warmline.sdk;

import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * What a client takes from outside besides the network: the time, waiting, and chance in [0, 1).
 */
record Surroundings(Clock clock, Sleeper sleeper, DoubleSupplier random) {
  static Surroundings of(Clock clock, Sleeper sleeper) {
    return new Surroundings(clock, sleeper, () -> ThreadLocalRandom.current().nextDouble());
  }
}
