package io.warmline.sdk;

import io.warmline.sdk.model.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** From a refusal to an exception: the one table from status to type. */
final class Problems {
  private static final int LONGEST_DETAIL = 500;

  private Problems() {}

  static WarmlineException exception(Answer answer) {
    return exception(failure(answer));
  }

  private static WarmlineException exception(Failure failure) {
    return switch (failure.status()) {
      case 401 -> new AuthenticationException(failure);
      case 403 -> new PermissionException(failure);
      case 404, 410 -> new NotFoundException(failure);
      case 409 -> new ConflictException(failure);
      case 412, 428 -> new PreconditionFailedException(failure);
      case 429 -> new RateLimitException(failure);
      case 400, 405, 406, 413, 414, 415, 422 -> new InvalidRequestException(failure);
      default ->
          failure.status() >= 500 ? new ServerException(failure) : new WarmlineException(failure);
    };
  }

  private static Failure failure(Answer answer) {
    byte[] bytes = bytesOf(answer);
    return problem(bytes)
        .map(problem -> described(answer, problem))
        .orElseGet(() -> undescribed(answer, bytes));
  }

  private static Failure described(Answer answer, Problem problem) {
    return new Failure(
        answer.status(),
        problem.getCode(),
        Objects.requireNonNullElse(problem.getTitle(), "The server refused without a title"),
        problem.getDetail(),
        answer.requestId().orElseGet(problem::getRequestId),
        Optional.ofNullable(problem.getErrors()).orElse(List.of()).stream()
            .map(Failure.Fault::of)
            .toList(),
        answer.retryAfter().orElse(null));
  }

  /** Something in between answered, such as a proxy with a page of HTML. */
  private static Failure undescribed(Answer answer, byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8).strip();
    return new Failure(
        answer.status(),
        "HTTP_" + answer.status(),
        "The answer is no problem document (content type " + answer.contentType() + ")",
        text.isEmpty() ? null : text.substring(0, Math.min(text.length(), LONGEST_DETAIL)),
        answer.requestId().orElse(null),
        List.of(),
        answer.retryAfter().orElse(null));
  }

  /** A problem without a code is none, though the type says that it has one. */
  private static Optional<Problem> problem(byte[] bytes) {
    try {
      return Optional.ofNullable(Json.read(bytes, Problem.class))
          .filter(problem -> problem.getCode() != null);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static byte[] bytesOf(Answer answer) {
    try {
      return answer.content().readAllBytes();
    } catch (IOException e) {
      return new byte[0];
    }
  }
}
