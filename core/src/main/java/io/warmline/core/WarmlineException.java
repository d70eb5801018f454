package io.warmline.core;

import java.util.List;
import java.util.Objects;

/**
 * A refusal: the request was understood, and the state of the domain or the value given forbids it.
 * The message names the thing and the state that refused, and says what to do; it is shown to the
 * caller, so it holds no personal data.
 */
public class WarmlineException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ProblemCode code;
  private final transient List<Violation> violations;

  public WarmlineException(ProblemCode code, String message) {
    this(code, message, List.of());
  }

  public WarmlineException(ProblemCode code, String message, List<Violation> violations) {
    super(message);
    this.code = Objects.requireNonNull(code);
    this.violations = List.copyOf(violations);
  }

  /** The stable code by which programs tell refusals apart. */
  public ProblemCode code() {
    return code;
  }

  /** The values that were at fault, where the refusal is about values; else empty. */
  public List<Violation> violations() {
    return violations;
  }

  /**
   * One value at fault.
   *
   * @param pointer JSON pointer (RFC 6901) into the request body, or the name of a parameter
   * @param code stable code of the kind of fault
   * @param message what is wrong and what is expected
   */
  public record Violation(String pointer, String code, String message) {}
}
