package io.warmline.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One value of a request breaks a rule, or several do. */
public final class InvalidValue extends WarmlineException {

  private static final long serialVersionUID = 1L;

  /**
   * @param pointer JSON pointer to the value, or the name of a parameter
   * @param code stable code of the fault
   * @param message what is wrong and what is expected
   */
  public InvalidValue(String pointer, String code, String message) {
    super(
        ProblemCode.INVALID_VALUE,
        "1 value is not valid; see errors.",
        List.of(new Violation(pointer, code, message)));
  }

  /** Several, told at once; see {@link Faults}. */
  InvalidValue(List<Violation> violations) {
    super(
        ProblemCode.INVALID_VALUE,
        violations.size() == 1
            ? "1 value is not valid; see errors."
            : violations.size() + " values are not valid; see errors.",
        violations);
  }

  /** A value that the rest of the request calls for is missing. */
  public static InvalidValue required(String pointer, String why) {
    return new InvalidValue(pointer, "REQUIRED", why);
  }

  /** Two conditions that nothing can meet: an empty list would look as if there were just none. */
  public static InvalidValue contradicts(String pointer, String why) {
    return new InvalidValue(pointer, "CONTRADICTS", why);
  }

  /**
   * A span that is looked at ends after it begins.
   *
   * @param from parameter {@code from}; empty: no bound
   * @param to parameter {@code to}; empty: no bound
   * @throws InvalidValue if nothing can be in it
   */
  public static void requireSpan(Optional<Instant> from, Optional<Instant> to) {
    if (from.isPresent() && to.isPresent() && !to.get().isAfter(from.get())) {
      throw new InvalidValue("to", "SPAN_EMPTY", "must be after from, " + from.get());
    }
  }

  /** A refusal of whoever read the value, who did not know where it stands in the request. */
  public static InvalidValue at(String pointer, WarmlineException refusal) {
    return new InvalidValue(pointer, refusal.code().name(), String.valueOf(refusal.getMessage()));
  }
}
