package io.warmline.core.talktrack;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
    return titled().or(() -> NameWords.of(givenName));
  }

  /**
   * Given name and surname, or what there is to be said of them to somebody else: "Jim Peters",
   * "Mr. Peters". Empty if there is no name.
   */
  public Optional<String> inFull() {
    Optional<String> given = NameWords.of(givenName);
    Optional<String> family = NameWords.of(surname);
    return given.isEmpty() || family.isEmpty()
        ? spoken()
        : Optional.of(given.get() + " " + family.get());
  }

  private Optional<String> titled() {
    String said = title.replaceAll("\\s*[&+/]\\s*", " and ");
    if (said.isEmpty() || OF_WORK.matcher(said).matches()) {
      return Optional.empty();
    }
    String plain = said.toLowerCase(Locale.ROOT).replace(".", "");
    return NameWords.of(surname).map(name -> TITLES.getOrDefault(plain, said) + " " + name);
  }

  @Override
  public String toString() {
    return "ProspectName[…]";
  }
}
