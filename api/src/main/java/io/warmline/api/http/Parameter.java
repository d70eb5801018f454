package io.warmline.api.http;

import io.warmline.core.WarmlineException.Violation;
import java.util.List;
import java.util.Optional;

/**
 * A parameter in the path or the query, as the contract describes it.
 *
 * @param values all it may be; empty if that is not a closed set
 */
record Parameter(String name, String in, ValueType type, List<String> values) {

  boolean isQuery() {
    return in.equals("query");
  }

  /** What is wrong with the type of this value; empty if it is of the parameter's type. */
  Optional<Violation> fault(String value) {
    if (!values.isEmpty() && !values.contains(value)) {
      return Optional.of(new Violation(name, "UNKNOWN_VALUE", "must be one of " + values));
    }
    return type.reads(value)
        ? Optional.empty()
        : Optional.of(new Violation(name, "WRONG_TYPE", "must be " + type.expected()));
  }
}
