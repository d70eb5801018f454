package io.warmline.sdk;

import io.warmline.sdk.model.FieldError;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a failed call.
 *
 * @param status the HTTP status, or 0 when no answer came
 */
record Failure(
    int status,
    String code,
    String title,
    @Nullable String detail,
    @Nullable String requestId,
    List<Fault> faults,
    @Nullable Duration retryAfter)
    implements Serializable {

  /** A value at fault: what an exception can carry from one process to another. */
  record Fault(String pointer, String code, String message) implements Serializable {

    static Fault of(FieldError error) {
      return new Fault(error.getPointer(), error.getCode(), error.getMessage());
    }

    FieldError toModel() {
      return new FieldError().pointer(pointer).code(code).message(message);
    }
  }

  List<FieldError> errors() {
    return faults.stream().map(Fault::toModel).toList();
  }

  static Failure withoutAnswer(String code, String title) {
    return new Failure(0, code, title, null, null, List.of(), null);
  }

  /** For logs: names the faults, but not the values, which may be personal data. */
  String message() {
    StringBuilder message = new StringBuilder();
    if (status != 0) {
      message.append(status).append(' ');
    }
    message.append(code).append(": ").append(title);
    if (!faults.isEmpty()) {
      message.append(
          faults.stream().map(Failure::named).collect(Collectors.joining(", ", " (", ")")));
    }
    if (requestId != null) {
      message.append(" [request ").append(requestId).append(']');
    }
    return message.toString();
  }

  private static String named(Fault fault) {
    return fault.pointer() + " " + fault.code();
  }
}
