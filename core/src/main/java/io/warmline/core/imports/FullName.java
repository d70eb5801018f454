package io.warmline.core.imports;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;

/**
 * A whole name taken apart, as far as a rule of thumb can: titles in front, then first names, then
 * the last name with its particles and suffix. A single word is a last name. Parts that are not
 * there are empty.
 */
record FullName(String title, String first, String last) {

  private static final Set<String> TITLES =
      Set.of(
          "mr",
          "mrs",
          "ms",
          "miss",
          "mx",
          "dr",
          "prof",
          "sir",
          "herr",
          "herrn",
          "frau",
          "hr",
          "fr",
          "madame",
          "monsieur",
          "mme",
          "señor",
          "señora",
          "dipl-ing",
          "ing",
          "mag");

  /** Forms of address that a whole name hardly begins with, or that are names as well. */
  private static final Set<String> MORE_TITLES =
      Set.of(
          "madam",
          "madame",
          "mme",
          "monsieur",
          "m",
          "mlle",
          "senor",
          "señor",
          "sr",
          "sra",
          "señora",
          "srta",
          "don",
          "doña",
          "dra",
          "rev",
          "reverend",
          "hon",
          "lord",
          "lady",
          "dame",
          "capt",
          "captain",
          "col",
          "lt",
          "maj",
          "gen",
          "sgt",
          "father",
          "sister",
          "rabbi",
          "professor",
          "doctor",
          "mister",
          "messrs",
          "hr",
          "fr",
          "herr dr",
          "frau dr",
          "dr ing",
          "dipl-kfm",
          "dipl-ing",
          "prof dr",
          "mr and mrs",
          "mr & mrs",
          "dhr",
          "mevr",
          "mw",
          "sig",
          "sigra");

  /** Forms of companies that no person's name ends with; initials such as "SA" are left out. */
  private static final Set<String> LEGAL_FORMS =
      Set.of(
          "ltd",
          "limited",
          "inc",
          "incorporated",
          "llc",
          "llp",
          "plc",
          "corp",
          "corporation",
          "gmbh",
          "sarl",
          "pty",
          "pvt",
          "kgaa",
          "e.v",
          "s.r.l",
          "s.p.a",
          "s.l",
          "s.a.r.l",
          "b.v",
          "n.v",
          "l.l.c");

  private static final Set<String> AND = Set.of("&", "+", "and", "und", "et", "y", "e", "en");

  private static final Set<String> PARTICLES =
      Set.of(
          "von", "vom", "van", "de", "der", "den", "del", "della", "di", "da", "du", "la", "le",
          "zu", "zur", "zum", "ter", "ten");

  private static final Set<String> SUFFIXES =
      Set.of("jr", "sr", "ii", "iii", "iv", "md", "phd", "esq");

  /** Whether this is the name of a company and not of a person: {@code Acme Ltd.} */
  static boolean isCompany(String whole) {
    String name = whole.strip();
    int last = name.lastIndexOf(' ');
    String form = name.substring(last + 1).toLowerCase(Locale.ROOT);
    return last > 0
        && LEGAL_FORMS.contains(form.endsWith(".") ? form.substring(0, form.length() - 1) : form);
  }

  /** Takes apart {@code Dr. Anna von Berg}, {@code Berg, Anna} or {@code James Butt, Jr}. */
  static FullName of(String whole) {
    Deque<String> words = words(whole.replace(",", " , "));
    String title = takeTitles(words);
    if (isOfEastAsia(words)) {
      String family = words.removeFirst();
      return new FullName(title, String.join(" ", words), family);
    }
    return hasLastNameFirst(words) ? lastNameFirst(title, words) : firstNameFirst(title, words);
  }

  /** Whether this is a form of address, such as {@code Mr} or {@code Dr. med.}. */
  static boolean isTitle(String text) {
    String bare = bare(text);
    return MORE_TITLES.contains(bare)
        || Arrays.stream(bare.split("\\s+", -1))
            .allMatch(word -> TITLES.contains(word) || word.equals("med"));
  }

  private static Deque<String> words(String text) {
    return new ArrayDeque<>(
        Arrays.stream(text.split("\\s+", -1)).filter(word -> !word.isEmpty()).toList());
  }

  private static String takeTitles(Deque<String> words) {
    StringBuilder title = new StringBuilder();
    while (words.size() > 1 && areTitles(words.getFirst())) {
      append(title, words.removeFirst());
      if (joinsTitles(words)) {
        append(title, words.removeFirst());
      }
    }
    return title.toString();
  }

  /** Also {@code Mr/Mrs}. */
  private static boolean areTitles(String word) {
    return Arrays.stream(bare(word).split("[/&+]", -1)).allMatch(TITLES::contains);
  }

  /** Of {@code Mr & Mrs Lee} the first two words are gone: a couple has both titles. */
  private static boolean joinsTitles(Deque<String> words) {
    return words.size() > 2
        && AND.contains(bare(words.getFirst()))
        && words.stream().skip(1).findFirst().filter(FullName::areTitles).isPresent();
  }

  /** In Chinese, Japanese and Korean letters the family's name is first. */
  private static boolean isOfEastAsia(Deque<String> words) {
    return words.size() == 2
        && words.stream().flatMapToInt(String::codePoints).allMatch(FullName::isEastAsian);
  }

  private static boolean isEastAsian(int character) {
    return switch (Character.UnicodeScript.of(character)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
      default -> false;
    };
  }

  private static boolean hasLastNameFirst(Deque<String> words) {
    return words.contains(",")
        && !words.getFirst().equals(",")
        && !words.getLast().equals(",")
        && !SUFFIXES.contains(bare(words.getLast()));
  }

  private static FullName lastNameFirst(String title, Deque<String> words) {
    StringBuilder last = new StringBuilder();
    while (!words.getFirst().equals(",")) {
      append(last, words.removeFirst());
    }
    words.removeIf(","::equals);
    String titleAfterComma = takeTitles(words);
    return new FullName(
        title.isEmpty() ? titleAfterComma : title, String.join(" ", words), last.toString());
  }

  private static FullName firstNameFirst(String title, Deque<String> words) {
    words.removeIf(","::equals);
    Deque<String> last = new ArrayDeque<>();
    while (words.size() > 1 && SUFFIXES.contains(bare(words.getLast()))) {
      last.addFirst(words.removeLast());
    }
    if (!words.isEmpty()) {
      last.addFirst(words.removeLast());
    }
    int firstNames = title.isEmpty() ? 1 : 0; // Frau von Berg has none, De Groot is one
    while (words.size() > firstNames && PARTICLES.contains(bare(words.getLast()))) {
      last.addFirst(words.removeLast());
    }
    return new FullName(title, String.join(" ", words), String.join(" ", last));
  }

  private static String bare(String word) {
    return word.toLowerCase(Locale.ROOT).replace(".", "");
  }

  private static void append(StringBuilder words, String word) {
    words.append(words.isEmpty() ? "" : " ").append(word);
  }

  @Override
  public String toString() {
    return "FullName[…]";
  }
}
