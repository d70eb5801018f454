package io.warmline.core.imports;

import io.warmline.core.FoldedText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of columns: cleaned for showing and storing, or reduced to what makes two spellings the
 * same.
 */
final class HeaderNames {

  private static final Pattern OTHER_THAN_LETTERS_AND_DIGITS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Cf}]+");

  private static final Pattern IN_BRACKETS =
      Pattern.compile("[\\s*]*[(\\[]([^()\\[\\]]*)[)\\]][\\s*:]*$");

  /** How a column is filled in, not what it is about. */
  private static final Set<String> HINTS =
      HeaderSynonyms.words(
          """
          text only optional required mandatory if any known y n yes no true false ja nein oui non si 0 1 x
          two 2 letter letters iso full abbr abbreviated abbreviation format eg yyyy yy mm m dd d hh ss tt jjjj jj
          aaaa aa yyyymmdd ddmmyyyy mmddyyyy utc e164 freitext pflichtfeld
          """);

  private HeaderNames() {}

  /**
   * A name without what a form says beside it of how to fill it in: {@code State/Province (text
   * only)}, {@code Consent date (YYYY-MM-DD)}, {@code Deceased (Y/N)}. Any other words in brackets
   * stay.
   */
  static String withoutHint(String header) {
    Matcher brackets = IN_BRACKETS.matcher(header);
    boolean hint =
        brackets.find()
            && brackets.start() > 0
            && Arrays.stream(OTHER_THAN_LETTERS_AND_DIGITS.split(brackets.group(1), -1))
                .filter(word -> !word.isEmpty())
                .allMatch(word -> HINTS.contains(word.toLowerCase(Locale.ROOT)));
    return hint ? header.substring(0, brackets.start()) : header;
  }

  /**
   * What remains when spelling does not count: lower-case letters and digits, accents folded
   * ({@code First_Name} and {@code first-name} are both {@code firstname}, {@code Straße} is {@code
   * strasse}).
   */
  static String folded(String header) {
    return FoldedText.of(header);
  }

  /**
   * The names under which columns are shown, mapped and stored: cleaned, cut to {@link
   * LeadFileLimits#NAME_CHARS}, and different from each other.
   */
  static List<String> unique(List<String> headers) {
    UniqueNames names = new UniqueNames();
    List<String> unique = new ArrayList<>(headers.size());
    for (String header : headers) {
      unique.add(names.claim(clean(header, unique.size() + 1)));
    }
    return unique;
  }

  /** One name, cleaned and cut; a blank one is called after its position. */
  static String clean(String header, int position) {
    String printable = UNPRINTABLE.matcher(header.replaceAll("[\\r\\n\\t]+", " ")).replaceAll("");
    String clean = cut(FieldText.trimmed(printable), LeadFileLimits.NAME_CHARS);
    return clean.isEmpty() ? "Column " + position : clean;
  }

  /** At most so many characters from the start, never half a surrogate pair. */
  static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
    return FieldText.trimmed(text.substring(0, end));
  }
}
