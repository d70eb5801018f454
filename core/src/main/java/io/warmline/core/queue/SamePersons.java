package io.warmline.core.queue;

/** Whether two leads with a number in common may be one person, as a condition of SQL. */
public final class SamePersons {

  private static final String CONDITION =
      """
      (lower(%1$s.email) = lower(%2$s.email)
                or may_be_one_name(%1$s.first_name, %1$s.last_name, %2$s.first_name, %2$s.last_name))
      """;

  private SamePersons() {}

  /**
   * True where the e-mail addresses agree, where the names may be one person's, or where a name is
   * not known; a different name is another person at the same line. Rob is Robert, and so are R.
   * and Robert J.
   *
   * @param one alias of a row with {@code email}, {@code first_name} and {@code last_name}
   * @param other alias of another one
   */
  public static String of(String one, String other) {
    return CONDITION.formatted(one, other).strip();
  }
}
