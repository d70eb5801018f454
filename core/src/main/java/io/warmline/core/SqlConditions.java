package io.warmline.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The conditions of a list, all of which hold. What they say is written in the code; what they
 * compare with is always a parameter.
 */
public final class SqlConditions {

  private final List<String> all = new ArrayList<>(List.of("1 = 1"));
  private final Map<String, Object> values = new HashMap<>();

  /** Adds one that compares with nothing. */
  public SqlConditions and(String condition) {
    all.add(condition);
    return this;
  }

  /**
   * Adds one.
   *
   * @param name of its parameter, as the condition calls it
   */
  public SqlConditions and(String condition, String name, Object value) {
    values.put(name, value);
    return and(condition);
  }

  /** Adds others, whose parameters have other names. */
  public SqlConditions and(SqlConditions others) {
    all.addAll(others.all);
    values.putAll(others.values);
    return this;
  }

  /** What follows a {@code where}. */
  public String text() {
    return String.join(" and ", all);
  }

  /** The parameters by name. */
  public Map<String, Object> values() {
    return Map.copyOf(values);
  }
}
