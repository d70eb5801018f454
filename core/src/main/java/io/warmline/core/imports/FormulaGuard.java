package io.warmline.core.imports;

import java.util.regex.Pattern;

/**
 * Keeps spreadsheets from running what a lead list says (CWE-1236). A value that begins as a
 * formula does gets an apostrophe before it, which spreadsheets take as "this is text".
 *
 * <p>Guarding is undone when a CSV file is read, so that a list survives any number of exports and
 * imports. To be exact, a value that looks guarded already gets one apostrophe more.
 */
public final class FormulaGuard {

  private static final char APOSTROPHE = '\'';

  /** What OWASP lists, full-width forms among them, which spreadsheets fold. */
  private static final Pattern FORMULA =
      Pattern.compile("'*[=+@\\t\\r\\n\\uFF1D\\uFF0B\\uFF20\\uFF0D-].*", Pattern.DOTALL);

  private FormulaGuard() {}

  /** The value as an export may write it. */
  public static String guarded(String value) {
    return FORMULA.matcher(value).matches() ? APOSTROPHE + value : value;
  }

  /** The value that {@link #guarded} was given. */
  static String removed(String text) {
    if (text.isEmpty() || text.charAt(0) != APOSTROPHE) {
      return text;
    }
    String value = text.substring(1);
    return FORMULA.matcher(value).matches() ? value : text;
  }
}
