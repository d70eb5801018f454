package io.warmline.core;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What remains of a text when spelling does not count. */
public final class FoldedText {

  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHER_THAN_LETTERS_AND_DIGITS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private FoldedText() {}

  /**
   * Lower-case letters and digits, accents folded ({@code First_Name} and {@code first-name} are
   * both {@code firstname}, {@code Straße} is {@code strasse}).
   */
  public static String of(String text) {
    String letters =
        ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    String lower = letters.toLowerCase(Locale.ROOT).replace("ß", "ss");
    return OTHER_THAN_LETTERS_AND_DIGITS.matcher(lower).replaceAll("");
  }
}
