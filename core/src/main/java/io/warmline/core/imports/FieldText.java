package io.warmline.core.imports;

import java.util.Set;

/** The text of one field as people's spreadsheets leave it. */
final class FieldText {

  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final char ZERO_WIDTH_SPACE = '\u200B';

  private FieldText() {}

  /**
   * The text without the blanks around it, among them no-break spaces and byte order marks of glued
   * files.
   */
  static String trimmed(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  static boolean isBlank(String text) {
    return text.chars().allMatch(character -> isBlank((char) character));
  }

  private static boolean isBlank(char character) {
    return character <= ' '
        || Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || character == BYTE_ORDER_MARK
        || character == ZERO_WIDTH_SPACE;
  }

  /** What systems write where they have nothing. */
  private static final Set<String> NOTHING =
      Set.of(
          "NULL",
          "null",
          "(null)",
          "<null>",
          "[null]",
          "\\N",
          "#N/A",
          "N/A",
          "n/a",
          "#NULL!",
          "#VALUE!",
          "#REF!",
          "#NAME?",
          "#DIV/0!",
          "#NUM!",
          "NaN",
          "nan",
          "undefined",
          "-",
          "--",
          "---",
          "\u2013",
          "\u2014",
          ".",
          "?",
          "#N/V",
          "#NV",
          "[not provided]",
          "#BEZUG!",
          "#WERT!");

  private static final int LONGEST_NOTHING = 14;

  private static final Set<String> NOTHING_UNLESS_A_NAME =
      Set.of("Null", "None", "none", "NONE", "nil", "Nil", "(none)", "(blank)", "(empty)", "N.A.");

  /**
   * Whether the text stands for nothing.
   *
   * @param name whether it is one of a person: there are people called Null
   */
  static boolean isNothing(String text, boolean name) {
    return text.length() <= LONGEST_NOTHING && isWordForNothing(text, name);
  }

  private static boolean isWordForNothing(String text, boolean name) {
    return NOTHING.contains(text) || (!name && NOTHING_UNLESS_A_NAME.contains(text));
  }

  /**
   * The field's text, trimmed, if it can be stored.
   *
   * @param field the column or key, for the reason
   * @throws UnreadableRow if the text holds U+0000 or half a surrogate pair, or is too long
   */
  static String storable(String field, String text) {
    requireCharacters(field, text);
    String trimmed = trimmed(text);
    if (trimmed.length() > LeadFileLimits.FIELD_CHARS) {
      throw new UnreadableRow(
          field,
          RowProblem.FIELD_TOO_LONG,
          "The field has %d characters; at most %d are allowed."
              .formatted(trimmed.length(), LeadFileLimits.FIELD_CHARS));
    }
    return trimmed;
  }

  private static void requireCharacters(String field, String text) {
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character == 0) {
        throw new UnreadableRow(
            field, RowProblem.NUL_CHARACTER, "The field contains the character U+0000.");
      }
      if (Character.isSurrogate(character)) {
        requirePair(field, text, i);
        i++;
      }
    }
  }

  private static void requirePair(String field, String text, int at) {
    if (!isPair(text, at)) {
      throw new UnreadableRow(
          field,
          RowProblem.LONE_SURROGATE,
          "The field contains half of a surrogate pair, which is no character.");
    }
  }

  /** Whether a whole surrogate pair starts at this index. */
  static boolean isPair(String text, int at) {
    return at + 1 < text.length()
        && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
  }
}
