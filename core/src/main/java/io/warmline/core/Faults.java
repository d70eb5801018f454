package io.warmline.core;

import io.warmline.core.WarmlineException.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The values of a request that are not valid, gathered so that whoever sent it hears of all of them
 * at once. Any other refusal is none of these and ends the work where it is met.
 */
public final class Faults {

  private final List<Violation> found = new ArrayList<>();

  /** Makes a check; what it finds is kept. */
  public void check(Runnable check) {
    find(
        () -> {
          check.run();
          return true;
        });
  }

  /** What was read; empty if it is not valid. */
  public <T> Optional<T> find(Supplier<T> reading) {
    try {
      return Optional.of(reading.get());
    } catch (WarmlineException e) {
      if (e.code() != ProblemCode.INVALID_VALUE || e.violations().isEmpty()) {
        throw e;
      }
      found.addAll(e.violations());
      return Optional.empty();
    }
  }

  /** Adds faults that were found elsewhere. */
  public void addAll(List<Violation> faults) {
    found.addAll(faults);
  }

  /** Whether one stands at this place, or within it. */
  public boolean isWithin(String pointer) {
    return found.stream()
        .anyMatch(it -> it.pointer().equals(pointer) || it.pointer().startsWith(pointer + "/"));
  }

  /**
   * @throws InvalidValue with all of them, if there are any
   */
  public void refuse() {
    if (!found.isEmpty()) {
      throw new InvalidValue(found);
    }
  }
}
