package io.warmline.core;

/**
 * Whether a text shows anything. Spaces and characters without a shape of their own say nothing: a
 * name made of them is no name, and words made of them are no promise.
 */
public final class VisibleText {

  /** Letters and symbols by Unicode, which are drawn as nothing. */
  private static final String DRAWN_AS_NOTHING = "\u115F\u1160\u2800\u3164\uFFA0";

  private VisibleText() {}

  /** Whether there is a character that can be seen. */
  public static boolean isIn(String text) {
    return text.codePoints().anyMatch(VisibleText::isVisible);
  }

  private static boolean isVisible(int character) {
    return switch (Character.getType(character)) {
      case Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.CONTROL,
          Character.FORMAT,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.UNASSIGNED ->
          false;
      default -> DRAWN_AS_NOTHING.indexOf(character) < 0;
    };
  }
}
