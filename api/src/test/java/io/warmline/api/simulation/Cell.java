package io.warmline.api.simulation;

import org.jspecify.annotations.Nullable;

/**
 * A figure of a report.
 *
 * @param numerator of a rate; 0 for what is no rate
 * @param n the denominator, or of how many the figure is
 * @param value of what is no rate; null where nothing was measured
 */
record Cell(long numerator, long n, @Nullable Double value) {

  /** Of minutes and hours. */
  private static final double PRECISION = 1e-3;

  static Cell rate(long numerator, long denominator) {
    return new Cell(numerator, denominator, null);
  }

  /** Whether both say the same. */
  boolean says(@Nullable Cell other) {
    return other != null
        && numerator == other.numerator
        && n == other.n
        && isNear(value, other.value);
  }

  private static boolean isNear(@Nullable Double one, @Nullable Double other) {
    return one == null || other == null
        ? one == null && other == null
        : Math.abs(one - other) < PRECISION;
  }

  @Override
  public String toString() {
    return value == null ? numerator + "/" + n : value + " of " + n;
  }
}
