package io.warmline.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What several runs of one side measured, in units a second. */
final class Series {

  private final List<Double> rates = new ArrayList<>();

  void add(double rate) {
    rates.add(rate);
  }

  double median() {
    List<Double> sorted = rates.stream().sorted().toList();
    int n = sorted.size();
    return n % 2 == 1 ? sorted.get(n / 2) : (sorted.get(n / 2 - 1) + sorted.get(n / 2)) / 2;
  }

  @Override
  public String toString() {
    return "median %,.0f/s of %d (%s)"
        .formatted(
            median(),
            rates.size(),
            rates.stream().map("%.0f"::formatted).collect(Collectors.joining(" ")));
  }
}
