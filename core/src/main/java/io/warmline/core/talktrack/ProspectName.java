package io.warmline.core.talktrack;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A prospect's name as far as it is known; what is not is empty. Hidden in {@code toString}, for it
 * is personal data.
 */
public record ProspectName(String title, String givenName, String surname) {

  private static final Map<String, String> TITLES =
      Map.of("mr", "Mr.", "mrs", "Mrs.", "ms", "Ms.", "dr", "Dr.", "prof", "Prof.");

  /** Keeps the names without spaces around them. */
  public ProspectName {
    title = title.strip();
    givenName = givenName.strip();
    surname = surname.strip();
  }

  /**
   * Title and surname where both are known, else the given name. A title is never guessed; empty if
   * there is no name to say.
   */
  public Optional<String> spoken() {
    if (!title.isEmpty() && !surname.isEmpty()) {
      String plain = title.toLowerCase(Locale.ROOT).replace(".", "");
      return Optional.of(TITLES.getOrDefault(plain, title) + " " + surname);
    }
    return Optional.of(givenName).filter(name -> !name.isEmpty());
  }

  /**
   * Given name and surname, or what there is to be said of them to somebody else: "Jim Peters",
   * "Mr. Peters". Empty if there is no name.
   */
  public Optional<String> inFull() {
    return givenName.isEmpty() || surname.isEmpty()
        ? spoken()
        : Optional.of(givenName + " " + surname);
  }

  @Override
  public String toString() {
    return "ProspectName[…]";
  }
}
