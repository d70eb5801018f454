package io.warmline.api.http;

import io.warmline.core.WarmlineException.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A refusal that only HTTP knows: about the request as a message, not about what it asks for. */
public final class HttpProblem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient ProblemKind kind;
  private final transient List<Violation> violations;
  private final transient Map<String, String> headers;

  private HttpProblem(
      ProblemKind kind, String detail, List<Violation> violations, Map<String, String> headers) {
    super(detail);
    this.kind = kind;
    this.violations = List.copyOf(violations);
    this.headers = Map.copyOf(headers);
  }

  /** A refusal of this kind. */
  public static HttpProblem of(ProblemKind kind, String detail) {
    return new HttpProblem(kind, detail, List.of(), Map.of());
  }

  static HttpProblem of(ProblemKind kind, String detail, List<Violation> violations) {
    return new HttpProblem(kind, detail, violations, Map.of());
  }

  static HttpProblem retryAfter(ProblemKind kind, String detail, Duration wait) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    return new HttpProblem(kind, detail, List.of(), Map.of("Retry-After", String.valueOf(seconds)));
  }

  /** RATE_LIMITED: of this the caller has as much as there is, for so long. */
  public static HttpProblem tooMany(String detail, Duration wait) {
    return retryAfter(ProblemKind.RATE_LIMITED, detail, wait);
  }

  /** Nobody has shown a key, or one that is not valid. */
  public static HttpProblem unauthorized() {
    return new HttpProblem(
        ProblemKind.INVALID_API_KEY,
        "Send a valid key as Authorization: Bearer wl_live_….",
        List.of(),
        Map.of("WWW-Authenticate", "Bearer"));
  }

  /** Somebody has shown another key than the operator's where only that opens. */
  static HttpProblem notTheOperator() {
    return new HttpProblem(
        ProblemKind.INVALID_API_KEY,
        "This operation takes the operator's key, and no other.",
        List.of(),
        Map.of("WWW-Authenticate", "Bearer"));
  }

  /** A key of which the last characters do not fit the rest. */
  static HttpProblem mistyped() {
    return new HttpProblem(
        ProblemKind.INVALID_API_KEY,
        "This key is mistyped: its last six characters do not fit the rest. Copy it again.",
        List.of(),
        Map.of("WWW-Authenticate", "Bearer"));
  }

  /** Somebody has shown a token that is not believed (RFC 6750). */
  static HttpProblem token(String why) {
    return new HttpProblem(
        ProblemKind.INVALID_TOKEN,
        why,
        List.of(),
        Map.of("WWW-Authenticate", "Bearer error=\"invalid_token\""));
  }

  /** A request that breaks the contract in these ways. */
  public static HttpProblem invalid(List<Violation> violations) {
    String what = violations.size() == 1 ? "1 value is" : violations.size() + " values are";
    return of(ProblemKind.INVALID_REQUEST, what + " not valid; see errors.", violations);
  }

  ProblemKind kind() {
    return kind;
  }

  List<Violation> violations() {
    return violations;
  }

  Map<String, String> headers() {
    return headers;
  }
}
