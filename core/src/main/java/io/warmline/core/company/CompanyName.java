package io.warmline.core.company;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of a company without what is written now so, now so: its legal form, capitals, accents
 * and punctuation. {@code Müller & Söhne GmbH & Co. KG} is {@code muller and sohne}.
 */
final class CompanyName {

  private static final Set<String> LEGAL_FORMS = CompanyWords.of("legal-forms");
  private static final Set<String> NO_NAMES = CompanyWords.of("no-names");
  private static final Set<String> ANDS = Set.of("and", "und", "et", "y", "e", "en", "og", "och");
  private static final int MOST_WORDS_OF_A_FORM = 6;

  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern WITHIN_WORDS = Pattern.compile("[.'’`´]+");
  private static final Pattern AND = Pattern.compile("[&+]");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private CompanyName() {}

  /** Empty if it is none, or says nothing. */
  static Optional<String> of(@Nullable String written) {
    if (written == null) {
      return Optional.empty();
    }
    List<String> words = withoutForm(withoutArticle(words(written)));
    String name = String.join(" ", words);
    return name.length() < 2 || NO_NAMES.contains(name) ? Optional.empty() : Optional.of(name);
  }

  private static List<String> words(String written) {
    String letters =
        ACCENTS.matcher(Normalizer.normalize(written, Normalizer.Form.NFKD)).replaceAll("");
    String lower =
        letters
            .toLowerCase(Locale.ROOT)
            .replace("ß", "ss")
            .replace("ø", "o")
            .replace("ł", "l")
            .replace("æ", "ae")
            .replace("œ", "oe");
    String joined = WITHIN_WORDS.matcher(AND.matcher(lower).replaceAll(" and ")).replaceAll("");
    return BETWEEN_WORDS.splitAsStream(joined).filter(word -> !word.isEmpty()).toList();
  }

  private static List<String> withoutArticle(List<String> words) {
    return words.size() > 1 && words.get(0).equals("the") ? words.subList(1, words.size()) : words;
  }

  /** From the end as long as a form stands there, and something before it. */
  private static List<String> withoutForm(List<String> words) {
    List<String> rest = words;
    for (int form = formAtEnd(rest); form > 0; form = formAtEnd(rest)) {
      rest = rest.subList(0, rest.size() - form);
      if (rest.size() > 1 && ANDS.contains(rest.get(rest.size() - 1))) {
        rest = rest.subList(0, rest.size() - 1);
      }
    }
    return rest;
  }

  /** How many words of it, the longest form that leaves a name. */
  private static int formAtEnd(List<String> words) {
    for (int count = Math.min(MOST_WORDS_OF_A_FORM, words.size() - 1); count > 0; count--) {
      String end = String.join(" ", words.subList(words.size() - count, words.size()));
      if (LEGAL_FORMS.contains(end)) {
        return count;
      }
    }
    return 0;
  }
}
