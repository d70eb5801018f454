package io.warmline.sdk.test;

import java.util.List;

/** A request that is not done, and why. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A fault of a request: where, what kind, and in words. */
  record Mistake(String pointer, String code, String message) {}

  private final int status;
  private final String code;
  private final transient List<Mistake> mistakes;

  Refusal(int status, String code, String detail) {
    this(status, code, detail, List.of());
  }

  private Refusal(int status, String code, String detail, List<Mistake> mistakes) {
    super(detail, null, false, false);
    this.status = status;
    this.code = code;
    this.mistakes = mistakes;
  }

  static Refusal invalid(List<Mistake> mistakes) {
    String count = mistakes.size() == 1 ? "1 value is" : mistakes.size() + " values are";
    return new Refusal(400, "INVALID_REQUEST", count + " not valid; see errors.", mistakes);
  }

  static Refusal invalid(String pointer, String code, String message) {
    return invalid(List.of(new Mistake(pointer, code, message)));
  }

  static Refusal unknownParameters(List<Mistake> mistakes) {
    return new Refusal(
        400, "UNKNOWN_PARAMETER", "A query parameter is not known here; see errors.", mistakes);
  }

  static Refusal notFound(String what, Object id) {
    return new Refusal(404, "NOT_FOUND", "There is no " + what + " with the id " + id + ".");
  }

  /** What a server would do, and the fake does not know. */
  static Refusal notFaked(String what) {
    return new Refusal(
        501, "NOT_FAKED", what + " The fake server does not know this; script an answer for it.");
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  String detail() {
    return String.valueOf(getMessage());
  }

  List<Mistake> mistakes() {
    return mistakes;
  }
}
