package io.warmline.core.simulation;

import java.util.List;
import java.util.Map;
import java.util.Random;

/** All that is left to chance, so that a seed tells the whole month. */
final class Chance {

  private final Random random;

  Chance(long seed) {
    random = new Random(seed);
  }

  /** True in so many cases of a hundred. */
  boolean percent(int percent) {
    return random.nextInt(100) < percent;
  }

  /** From least to most, both included. */
  int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  <T> T oneOf(List<T> things) {
    return things.get(random.nextInt(things.size()));
  }

  /** One of the keys, each as often as its weight says. */
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
