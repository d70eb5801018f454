package io.warmline.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.warmline.core.WarmlineException.Violation;
import java.util.Optional;

/**
 * A parameter, as the contract describes it.
 *
 * @param in "path", "query" or "header"
 * @param most how many times it may be there
 */
public record Parameter(String name, String in, boolean required, int most, ValueRule rule) {

  static Parameter of(JsonNode written) {
    return new Parameter(
        written.path("name").asText(),
        written.path("in").asText(),
        written.path("required").asBoolean(),
        written.path("most").asInt(),
        ValueRule.of(written.path("schema")));
  }

  public boolean isPath() {
    return in.equals("path");
  }

  public boolean isQuery() {
    return in.equals("query");
  }

  public boolean isHeader() {
    return in.equals("header");
  }

  /** What is wrong with this value; empty if the contract allows it. */
  public Optional<Violation> fault(String value) {
    return rule.fault(name, value);
  }

  /** What is wrong where it was left out, and is required. */
  public Violation missing() {
    return new Violation(name, "REQUIRED", "must be given" + rule.choice());
  }
}
