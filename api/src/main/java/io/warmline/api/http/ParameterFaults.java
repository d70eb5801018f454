package io.warmline.api.http;

import io.warmline.core.Nearest;
import io.warmline.core.WarmlineException.Violation;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * All that is wrong with the parameters of a request, at once. What is there twice and is taken
 * once would be passed over the second time; a precondition that an operation does not look at
 * would be believed to hold.
 */
final class ParameterFaults {

  private static final int LONGEST_NAME = 64;
  private static final String MANY = "REPEATED";

  /** Headers that say on what condition something is done. */
  private static final List<String> PRECONDITIONS = List.of("If-Match", "If-Unmodified-Since");

  /** What a read may pass over, and a write may not: whoever sends it means "only if it is new". */
  private static final String ONLY_IF_NEW = "If-None-Match";

  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

  private final Contract.Operation operation;
  private final ContainerRequestContext request;
  private final List<Violation> faults = new ArrayList<>();
  private final Set<String> unknown = new TreeSet<>();

  private ParameterFaults(Contract.Operation operation, ContainerRequestContext request) {
    this.operation = operation;
    this.request = request;
  }

  /**
   * @throws HttpProblem UNKNOWN_PARAMETER if one of the faults is that; else INVALID_REQUEST
   */
  static void requireNone(Contract.Operation operation, ContainerRequestContext request) {
    new ParameterFaults(operation, request).require();
  }

  private void require() {
    if (!operation.browsed()) {
      lookAtNames();
    }
    operation.parameters().forEach(this::lookAt);
    PRECONDITIONS.stream().filter(this::isNotLookedAt).forEach(this::isNotTaken);
    if (!READS.contains(request.getMethod()) && isNotLookedAt(ONLY_IF_NEW)) {
      isNotTaken(ONLY_IF_NEW);
    }
    if (!unknown.isEmpty()) {
      throw HttpProblem.of(ProblemKind.UNKNOWN_PARAMETER, detail(), faults);
    }
    if (!faults.isEmpty()) {
      throw HttpProblem.invalid(faults);
    }
  }

  private void lookAtNames() {
    Set<String> known = operation.queryParameters();
    for (String name : new TreeSet<>(request.getUriInfo().getQueryParameters().keySet())) {
      if (!known.contains(name)) {
        String shown = shown(name);
        unknown.add(shown);
        add(
            shown,
            "UNKNOWN_PARAMETER",
            "is not known" + Nearest.hint(name, known) + "; " + hint(known));
      }
    }
  }

  private static String shown(String name) {
    return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
  }

  private static String hint(Set<String> known) {
    return known.isEmpty() ? "there are none" : "known are " + String.join(", ", known);
  }

  private String detail() {
    return (unknown.size() == 1 ? "The query parameter " : "The query parameters ")
        + String.join(", ", unknown)
        + (unknown.size() == 1 ? " is" : " are")
        + " not known here; "
        + hint(operation.queryParameters())
        + ".";
  }

  private void lookAt(Parameter parameter) {
    List<String> values = values(parameter);
    if (values.isEmpty()) {
      if (parameter.isQuery() && parameter.required()) {
        faults.add(parameter.missing());
      }
    } else if (values.contains("") && parameter.isQuery() && !operation.browsed()) {
      // A parameter without a value is a mistake of the caller's, not a wish for the default.
      add(
          parameter.name(),
          "EMPTY",
          "must have a value" + (parameter.required() ? "" : "; leave it out instead"));
    } else if (values.size() > parameter.most()) {
      boolean one = parameter.most() == 1;
      add(
          parameter.name(),
          one ? MANY : "SIZE",
          "is there "
              + values.size()
              + " times, and takes "
              + (one ? "one value" : "at most " + parameter.most() + " values"));
    } else {
      values.forEach(
          value ->
              parameter
                  .fault(value)
                  .map(f -> explained(f, parameter, value))
                  .ifPresent(faults::add));
    }
  }

  /** A plus sign that nobody has escaped comes as a space. */
  private static Violation explained(Violation fault, Parameter parameter, String value) {
    boolean meant =
        parameter.isQuery()
            && value.indexOf(' ') >= 0
            && parameter.fault(value.replace(' ', '+')).isEmpty();
    return meant
        ? new Violation(
            fault.pointer(),
            fault.code(),
            fault.message() + "; a + in a query is a space: write %2B")
        : fault;
  }

  private List<String> values(Parameter parameter) {
    if (parameter.isHeader()) {
      return request.getHeaders().getOrDefault(parameter.name(), List.of());
    }
    UriInfo uri = request.getUriInfo();
    MultivaluedMap<String, String> given =
        parameter.isQuery() ? uri.getQueryParameters() : pathParameters(parameter, uri);
    return given.getOrDefault(parameter.name(), List.of());
  }

  /**
   * The framework decodes them once more, and breaks off where that gives a sign without digits.
   */
  private static MultivaluedMap<String, String> pathParameters(Parameter parameter, UriInfo uri) {
    try {
      return uri.getPathParameters();
    } catch (IllegalArgumentException e) {
      throw HttpProblem.invalid(
          List.of(new Violation(parameter.name(), "INVALID_TEXT", "must be escaped rightly")));
    }
  }

  private boolean isNotLookedAt(String header) {
    return request.getHeaders().containsKey(header)
        && operation.parameters().stream().noneMatch(p -> p.name().equals(header));
  }

  private void isNotTaken(String header) {
    add(header, "NOT_TAKEN", "is not looked at by this operation; leave it out");
  }

  private void add(String where, String code, String message) {
    faults.add(new Violation(where, code, message));
  }
}
