package io.warmline.core.compliance;

import java.util.regex.Pattern;

/**
 * The name by which rules are referred to, such as {@code us-fl}. All versions of a rule share it.
 *
 * @param value 1 to 63 lower-case letters, digits and hyphens, beginning with a letter or digit
 */
public record RuleId(String value) implements Comparable<RuleId> {

  private static final Pattern SPELLING = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

  /**
   * Checks the spelling.
   *
   * @throws IllegalArgumentException if it is not as described
   */
  public RuleId {
    if (!SPELLING.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a rule id has 1 to 63 lower-case letters, digits and hyphens, such as us-fl");
    }
  }

  @Override
  public int compareTo(RuleId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
