package io.warmline.sdk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The query of a request: names and values in order. */
record Query(List<Parameter> parameters) {
  static final Query NONE = new Query(List.of());

  record Parameter(String name, String value) {}

  /** This query with a value that takes the place of any under the same name. */
  Query with(String name, Object value) {
    return new Query(
        Stream.concat(
                parameters.stream().filter(parameter -> !parameter.name().equals(name)),
                Stream.of(new Parameter(name, value.toString())))
            .toList());
  }

  /** This query with one more value under the name. */
  Query and(String name, Object value) {
    return new Query(
        Stream.concat(parameters.stream(), Stream.of(new Parameter(name, value.toString())))
            .toList());
  }

  /** As it follows the path: empty, or from the question mark on. */
  String encoded() {
    if (parameters.isEmpty()) {
      return "";
    }
    return parameters.stream()
        .map(parameter -> percent(parameter.name()) + "=" + percent(parameter.value()))
        .collect(Collectors.joining("&", "?", ""));
  }

  /**
   * Percent-encodes everything but unreserved characters: fit for a path segment and for a query.
   */
  static String percent(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
  }
}
