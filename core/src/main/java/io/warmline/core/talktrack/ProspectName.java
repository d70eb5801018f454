package io.warmline.core.talktrack;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A prospect's name as far as it is known; what is not is empty. Hidden in {@code toString}, for it
 * is personal data.
 */
public record ProspectName(String title, String givenName, String surname) {

  private static final Map<String, String> TITLES =
      Map.of("mr", "Mr.", "mrs", "Mrs.", "ms", "Ms.", "dr", "Dr.", "prof", "Prof.", "miss", "Miss");

  /** Nobody is addressed by what is written on the door of the office. */
  private static final Pattern OF_WORK =
      Pattern.compile(
          "(?i).*(?:\\d|\\b(?:manager|director|owner|officer|president|head|vp|[a-z]?eo|c[a-z]o"
              + "|buyer|engineer|partner|founder|assistant|secretary|controller|chief|lead"
              + "|supervisor|foreman|principal|chair\\w*|purchas\\w+|sales|marketing|accountant"
              + "|administrator|agent|clerk|consultant|specialist|technician|n/a|none|unknown)\\b).*");

  /** What stands behind a name, and before none. */
  private static final Pattern BEHIND_NAMES =
      Pattern.compile(
          "(?i)(?:jr|sr|ii|iii|iv|esq|esquire|ph\\.? ?d|m\\.?d|d\\.?d\\.?s|cpa|mba|rn|bsc|msc)\\.?");

  /** Titles that are said before the given name. */
  private static final Pattern OF_GIVEN_NAMES = Pattern.compile("(?i)(?:sir|dame|sister|brother)");

  private static final Pattern LEADING =
      Pattern.compile("(?i)^(mr|mrs|ms|mx|miss|dr|prof)\\.?\\s+(?=\\S)");

  /** Keeps the names without spaces around them. */
  public ProspectName {
    title = title.strip();
    givenName = givenName.strip();
    surname = surname.strip();
  }

  /**
   * Title and surname where both are known, else the given name. A title is never guessed; empty if
   * there is no name to say: "Front desk", "J." and what is left of a form are none.
   */
  public Optional<String> spoken() {
    return NameWords.isOfNobody(givenName + " " + surname)
        ? Optional.empty()
        : titled().or(this::given);
  }

  /** Some lists have the whole name, or a title, in the field of the given name. */
  private Optional<String> given() {
    Matcher title = LEADING.matcher(givenName);
    if (title.lookingAt()) {
      String rest = givenName.substring(title.end());
      return new ProspectName(title.group(1), "", rest.replaceFirst("^\\p{Lu}\\S* (?=\\p{Lu})", ""))
          .titled();
    }
    int first = givenName.length() - surname.length() - 1;
    boolean twice =
        !surname.isEmpty()
            && first > 0
            && givenName.toLowerCase(Locale.ROOT).endsWith(" " + surname.toLowerCase(Locale.ROOT));
    return NameWords.of(twice ? givenName.substring(0, first) : givenName);
  }

  /**
   * Given name and surname, or what there is to be said of them to somebody else: "Jim Peters",
   * "Mr. Peters". Empty if there is no name.
   */
  public Optional<String> inFull() {
    Optional<String> given = given();
    Optional<String> family = NameWords.of(surname);
    boolean one = given.isEmpty() || family.isEmpty() || LEADING.matcher(givenName).lookingAt();
    return one || NameWords.isOfNobody(givenName + " " + surname)
        ? spoken()
        : Optional.of(given.get() + " " + family.get());
  }

  private Optional<String> titled() {
    String said = title.replaceAll("\\s*[&+/]\\s*", " and ");
    if (said.isEmpty() || OF_WORK.matcher(said).matches() || BEHIND_NAMES.matcher(said).matches()) {
      return Optional.empty();
    }
    String plain = said.toLowerCase(Locale.ROOT).replace(".", "");
    String called = OF_GIVEN_NAMES.matcher(plain).matches() ? givenName : surname;
    return NameWords.of(LEADING.matcher(called).replaceFirst(""))
        .map(name -> TITLES.getOrDefault(plain, said) + " " + name);
  }

  @Override
  public String toString() {
    return "ProspectName[…]";
  }
}
