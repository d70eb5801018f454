package io.warmline.core.report;

import java.util.Arrays;
import java.util.Collection;
import java.util.OptionalDouble;

/** Values by their rank, between which is interpolated, as PostgreSQL's percentile_cont does. */
final class Percentiles {

  private final double[] sorted;

  Percentiles(Collection<Double> values) {
    sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  long n() {
    return sorted.length;
  }

  /**
   * @param share from 0, the least, to 1, the greatest
   */
  OptionalDouble at(double share) {
    if (sorted.length == 0) {
      return OptionalDouble.empty();
    }
    double rank = share * (sorted.length - 1);
    int below = (int) Math.floor(rank);
    int above = (int) Math.ceil(rank);
    return OptionalDouble.of(sorted[below] + (rank - below) * (sorted[above] - sorted[below]));
  }

  /** How many are at most this. */
  long atMost(double limit) {
    return Arrays.stream(sorted).filter(value -> value <= limit).count();
  }
}
