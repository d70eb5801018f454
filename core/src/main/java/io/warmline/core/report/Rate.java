package io.warmline.core.report;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A share, with what it is a share of.
 *
 * @param numerator not below 0
 * @param denominator not below the numerator where it is a share of things that are counted once
 */
public record Rate(long numerator, long denominator) {

  /** The 97.5% quantile of the standard normal distribution. */
  private static final double Z = 1.959963984540054;

  /** Numerator by denominator; empty where there is nothing to be a share of. */
  public OptionalDouble value() {
    return denominator == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) numerator / denominator);
  }

  /** From {@code low} to {@code high}. */
  public record Interval(double low, double high) {}

  /**
   * The Wilson score interval at 95%. Empty where there is nothing to be a share of, or the ratio
   * is no share (more than one). It begins at 0 where the numerator is 0, and ends at 1 where it is
   * the denominator, to the last digit.
   */
  public Optional<Interval> interval() {
    if (denominator == 0 || numerator > denominator) {
      return Optional.empty();
    }
    double n = denominator;
    double p = numerator / n;
    double centre = p + Z * Z / (2 * n);
    double spread = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
    double scale = 1 + Z * Z / n;
    double low = numerator == 0 ? 0 : (centre - spread) / scale;
    double high = numerator == denominator ? 1 : (centre + spread) / scale;
    return Optional.of(new Interval(low, high));
  }
}
