package io.warmline.core;

import java.util.List;

/** One value of a request breaks a rule. */
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

  /** A value that the rest of the request calls for is missing. */
  public static InvalidValue required(String pointer, String why) {
    return new InvalidValue(pointer, "REQUIRED", why);
  }

  /** A refusal of whoever read the value, who did not know where it stands in the request. */
  public static InvalidValue at(String pointer, WarmlineException refusal) {
    return new InvalidValue(pointer, refusal.code().name(), String.valueOf(refusal.getMessage()));
  }
}
