package io.warmline.core.talktrack;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A name as it is said. Lists hold names in capitals, with remarks and degrees behind them, and
 * much that is no name; what nobody would say to a person is not said.
 */
final class NameWords {

  /** A longer text is none that somebody is called by. */
  private static final int LONGEST = 40;

  private static final int MOST_WORDS = 5;

  /** Shorter words in capitals are initials: "JP", "TJ". */
  private static final int SHORTEST_IN_CAPITALS = 3;

  private static final Pattern REMARK =
      Pattern.compile("\\s*(?:\\([^)]*\\)?|\\[[^\\]]*\\]?|[\"\u201c][^\"\u201d]*[\"\u201d]?)");
  private static final Pattern BEHIND = Pattern.compile("\\s+[-\u2013\u2014|]\\s+.*|\\s*[;|].*");
  private static final Pattern DEGREE =
      Pattern.compile(
          "(?:,?\\s+(?:jr|sr|ii|iii|iv|esq|esquire|ph\\.?\\s?d|m\\.?\\s?d|d\\.?d\\.?s|cpa|mba|rn|obe|mbe))\\.?,?$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern AND = Pattern.compile("\\s*[&+/]\\s*|\\s+(?i:and|und|y|et)\\s+");
  private static final Pattern NONE =
      Pattern.compile(
          "(?i)n/a|none|unknown|unnamed|tbd|tbc|test|not given|not known|no name|noname|anonymous"
              + "|owner|the owner|manager|the manager|office manager|reception|receptionist|front"
              + " desk|office|info|sales|accounts?|accounts payable|admin|contact|main"
              + " contact|main|sir|madam|sir and madam|sir or madam|customer|client|team|staff"
              + "|purchasing|buyer|dear|friend|occupant|resident|homeowner|home owner|business owner"
              + "|current resident|valued customer|new lead|lead|hiring manager|hr|human resources"
              + "|it|department|voicemail|wrong number|do not call|dnc|no one|nobody|someone"
              + "|somebody|whoever|[fl]nu|mom|mum|dad|boss|asdf\\w*"
              + "|(?:mr|mrs|ms|mx|miss|dr|prof|rev)\\.?(?: (?:and|&) mrs\\.?)?"
              + "|(?:the|estate of|c/o|attn:?) .*|.* (?:dept\\.?|department|desk|team|office)"
              + "|(\\w{3,}) \\1");

  /** Written behind a name, they say that nobody of that name is to be called. */
  private static final Pattern GONE =
      Pattern.compile(
          "(?i).*\\b(?:deceased|dead|died|passed away|rip|do not call|dnc|no longer"
              + "|left the company|wrong number)\\b.*");

  /** What is a name when it is written as one. */
  private static final Set<String> NONE_AS_WRITTEN = Set.of("NA", "NULL", "null", "na", "x", "xx");

  private static final Set<String> PARTICLES =
      Set.of(
          "and", "de", "la", "del", "da", "dos", "du", "le", "van", "von", "der", "den", "bin",
          "ibn", "el", "of");

  private NameWords() {}

  /** Whether nobody of that name is to be called any more: "Jim (deceased)". */
  static boolean isOfNobody(String written) {
    return GONE.matcher(written).matches();
  }

  /** Empty if it is no name, or none that can be said. */
  static Optional<String> of(String written) {
    String plain = BEHIND.matcher(REMARK.matcher(written).replaceAll("")).replaceAll("").strip();
    String bare = withoutDegrees(plain);
    return Optional.of(bare)
        .filter(name -> !isOfNobody(written))
        .filter(NameWords::isSomebody)
        .map(name -> AND.matcher(name).replaceAll(" and ").strip())
        .filter(NameWords::isName)
        .map(NameWords::spelled);
  }

  private static String withoutDegrees(String name) {
    String one = DEGREE.matcher(name).replaceFirst("");
    return one.equals(name) ? name : withoutDegrees(one.strip());
  }

  private static boolean isSomebody(String name) {
    return !NONE.matcher(name).matches() && !NONE_AS_WRITTEN.contains(name);
  }

  private static boolean isName(String name) {
    String[] words = name.split(" +");
    return name.length() <= LONGEST
        && words.length <= MOST_WORDS
        && !name.matches(".*[\\d@_,:#*?!<>{}=\\\\].*")
        && Arrays.stream(words)
            .filter(word -> !word.equals("and"))
            .anyMatch(word -> letters(word) > 1 || isIdeographic(word));
  }

  private static long letters(String word) {
    return word.codePoints().filter(Character::isLetter).count();
  }

  private static boolean isIdeographic(String word) {
    return word.codePoints().anyMatch(Character::isIdeographic);
  }

  private static String spelled(String name) {
    String names = name.replace(" and ", " ");
    boolean capitals = names.codePoints().noneMatch(Character::isLowerCase);
    boolean small = names.codePoints().noneMatch(Character::isUpperCase);
    if (!capitals && !small) {
      return name;
    }
    String[] words = name.split(" +");
    for (int i = 0; i < words.length; i++) {
      boolean particle = i > 0 && PARTICLES.contains(words[i].toLowerCase(Locale.ROOT));
      words[i] = particle ? words[i].toLowerCase(Locale.ROOT) : spelled(words[i], capitals);
    }
    return String.join(" ", words);
  }

  private static String spelled(String word, boolean capitals) {
    if (capitals && letters(word) < SHORTEST_IN_CAPITALS) {
      return word;
    }
    String parts =
        Arrays.stream(word.toLowerCase(Locale.ROOT).split("(?<=[-'\u2019])"))
            .map(NameWords::capital)
            .collect(Collectors.joining());
    return parts.matches("Mc\\p{Ll}{3,}") ? "Mc" + capital(parts.substring(2)) : parts;
  }

  private static String capital(String part) {
    int first = part.isEmpty() ? 0 : part.offsetByCodePoints(0, 1);
    return letters(part) < 1
        ? part
        : part.substring(0, first).toUpperCase(Locale.ROOT) + part.substring(first);
  }
}
