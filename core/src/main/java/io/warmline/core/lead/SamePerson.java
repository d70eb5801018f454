package io.warmline.core.lead;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether two people who answer the same number are one: their names or their e-mail addresses
 * agree, or there are none to tell them apart. Several people at a switchboard are several.
 */
public final class SamePerson {

  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHER_THAN_LETTERS_AND_DIGITS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** As in {@code Robert J.}, who is Robert. */
  private static final Pattern MIDDLE_INITIAL =
      Pattern.compile("(?<=\\p{L}{2})\\s+\\p{L}\\.?\\s*$");

  /** Mailboxes of firms, which say nothing of a person. */
  private static final Set<String> FIRMS =
      Set.of(
          "info",
          "office",
          "contact",
          "sales",
          "hello",
          "mail",
          "admin",
          "support",
          "kontakt",
          "buero",
          "vertrieb",
          "enquiries",
          "inquiries",
          "reception",
          "accounts",
          "billing",
          "team");

  private SamePerson() {}

  /** How sure it is, the surest last. */
  public enum Likeness {
    DIFFERENT,
    /** Nothing tells them apart. */
    POSSIBLE,
    /** The name or the address is the same. */
    SURE
  }

  /**
   * What tells one who answers a number from another.
   *
   * @param extension the desk behind the number they share
   */
  public record Answerer(
      @Nullable String firstName,
      @Nullable String lastName,
      @Nullable String email,
      @Nullable String extension) {

    @Override
    public String toString() {
      return "Answerer[…]";
    }
  }

  /** How far two who have a number in common are one. */
  public static Likeness of(Answerer one, Answerer other) {
    Optional<Boolean> names = agree(Name.of(one), Name.of(other));
    Optional<Boolean> emails = equal(email(one.email()), email(other.email()));
    if (names.orElse(false) || emails.orElse(false)) {
      return Likeness.SURE;
    }
    if (names.isPresent() || emails.isPresent()) {
      return Likeness.DIFFERENT;
    }
    boolean otherDesk = equal(one.extension(), other.extension()).map(same -> !same).orElse(false);
    return otherDesk ? Likeness.DIFFERENT : Likeness.POSSIBLE;
  }

  private record Name(String first, String last) {

    static Name of(Answerer person) {
      return new Name(folded(withoutMiddleInitial(person.firstName())), folded(person.lastName()));
    }

    boolean isNone() {
      return first.isEmpty() && last.isEmpty();
    }

    /** {@code J. Lee} is {@code Jane Lee}, and so is {@code Lee}; Jim is James. */
    boolean agrees(Name other) {
      if (!last.isEmpty() && !other.last.isEmpty() && !last.equals(other.last)) {
        return false;
      }
      boolean initial = first.length() <= 1 || other.first.length() <= 1;
      return first.isEmpty()
          || other.first.isEmpty()
          || Nicknames.inFull(first).equals(Nicknames.inFull(other.first))
          || (initial && first.charAt(0) == other.first.charAt(0));
    }
  }

  private static @Nullable String withoutMiddleInitial(@Nullable String name) {
    return name == null ? null : MIDDLE_INITIAL.matcher(name).replaceFirst("");
  }

  /** Whether a first name is only the initial of another, which says more. */
  public static boolean isInitialOf(@Nullable String name, @Nullable String other) {
    String initial = folded(name);
    return initial.length() == 1 && folded(other).length() > 1 && folded(other).startsWith(initial);
  }

  /** Lower-case letters and digits, accents folded: {@code Straße} is {@code strasse}. */
  static String folded(@Nullable String name) {
    if (name == null) {
      return "";
    }
    String letters =
        ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
    String lower = letters.toLowerCase(Locale.ROOT).replace("ß", "ss");
    return OTHER_THAN_LETTERS_AND_DIGITS.matcher(lower).replaceAll("");
  }

  private static Optional<Boolean> agree(Name one, Name other) {
    return one.isNone() || other.isNone() ? Optional.empty() : Optional.of(one.agrees(other));
  }

  static @Nullable String email(@Nullable String address) {
    if (address == null) {
      return null;
    }
    String lower = address.toLowerCase(Locale.ROOT);
    return FIRMS.contains(lower.substring(0, Math.max(lower.indexOf('@'), 0))) ? null : lower;
  }

  private static Optional<Boolean> equal(@Nullable String one, @Nullable String other) {
    return one == null || other == null
        ? Optional.empty()
        : Optional.of(Objects.equals(one, other));
  }
}
