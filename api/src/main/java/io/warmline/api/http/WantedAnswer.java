package io.warmline.api.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which of the media types of an operation's answer a caller wants most. The platform knows no
 * {@code text/*}, takes {@code q=0} for a wish, and would write weights and charsets that were
 * asked for into the answer, so that it is told one type alone.
 */
final class WantedAnswer {

  private static final String ANY = "*/*";

  private WantedAnswer() {}

  /**
   * Puts the one type that is wanted most in the place of all that are accepted.
   *
   * @return false if the caller wants none of those that there are
   */
  static boolean settle(HttpServerRequest request, Contract contract) {
    List<String> accepted = request.headers().getAll(HttpHeaders.ACCEPT);
    if (accepted.isEmpty() || isPlain(accepted)) {
      return true;
    }
    String method = request.method().name().equals("HEAD") ? "GET" : request.method().name();
    Optional<Contract.Operation> asked =
        contract.operationAt(method, String.valueOf(request.path()));
    if (asked.isEmpty()) {
      return true;
    }
    List<String> answers = asked.get().answers();
    Optional<String> wanted =
        answers.isEmpty() ? Optional.of(ANY) : wanted(ranges(accepted), answers);
    wanted.ifPresent(type -> request.headers().set(HttpHeaders.ACCEPT, type));
    return wanted.isPresent();
  }

  private static boolean isPlain(List<String> accepted) {
    return accepted.size() == 1
        && (accepted.get(0).equals(ANY)
            || accepted.get(0).chars().noneMatch(c -> c == ',' || c == ';' || c == '*'));
  }

  /** Of two that are wanted as much, the one that the operation names first. */
  private static Optional<String> wanted(List<Range> ranges, List<String> answers) {
    String best = null;
    double most = 0;
    for (String answer : answers) {
      double weight = weight(ranges, answer);
      if (weight > most) {
        best = answer;
        most = weight;
      }
    }
    return Optional.ofNullable(best);
  }

  /** That of the range which says most about the type. Source: RFC 9110, 12.5.1. */
  private static double weight(List<Range> ranges, String answer) {
    Range closest = null;
    for (Range range : ranges) {
      if (range.covers(answer) && (closest == null || range.precision() > closest.precision())) {
        closest = range;
      }
    }
    return closest == null ? 0 : closest.weight();
  }

  private record Range(String type, double weight) {

    boolean covers(String answer) {
      return switch (precision()) {
        case 0 -> true;
        case 1 -> answer.startsWith(type.substring(0, type.length() - 1));
        default -> answer.equals(type);
      };
    }

    int precision() {
      return type.equals(ANY) ? 0 : type.endsWith("/*") ? 1 : 2;
    }
  }

  private static List<Range> ranges(List<String> accepted) {
    List<Range> ranges = new ArrayList<>();
    for (String header : accepted) {
      for (String one : header.split(",", -1)) {
        String[] parts = one.trim().toLowerCase(Locale.ROOT).split(";", -1);
        if (!parts[0].isBlank()) {
          ranges.add(new Range(parts[0].trim(), weight(parts)));
        }
      }
    }
    return ranges;
  }

  private static double weight(String[] parts) {
    for (int i = 1; i < parts.length; i++) {
      String part = parts[i].trim();
      if (part.startsWith("q=")) {
        try {
          return Double.parseDouble(part.substring(2).trim());
        } catch (NumberFormatException e) {
          return 1;
        }
      }
    }
    return 1;
  }
}
