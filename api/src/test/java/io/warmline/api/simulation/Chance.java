package io.warmline.api.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** All that is left to chance, so that a seed tells the whole year. */
final class Chance {

  private final Random random;

  Chance(long seed) {
    random = new Random(seed);
  }

  /**
   * @param probability 0 to 1
   */
  boolean is(double probability) {
    return random.nextDouble() < probability;
  }

  /** From least to most, both included. */
  int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  Duration minutes(int least, int most) {
    return Duration.ofMinutes(between(least, most));
  }

  <T> T oneOf(List<T> things) {
    return things.get(random.nextInt(things.size()));
  }

  /**
   * One of the keys, each as often as its weight says.
   *
   * @param weights in an order that is always the same
   */
  <T> T weighted(Map<T, Integer> weights) {
    int left = random.nextInt(weights.values().stream().mapToInt(Integer::intValue).sum());
    for (Map.Entry<T, Integer> each : weights.entrySet()) {
      left -= each.getValue();
      if (left < 0) {
        return each.getKey();
      }
    }
    throw new IllegalStateException("weights do not change while they are added up");
  }
}
