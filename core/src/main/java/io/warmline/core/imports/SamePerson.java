package io.warmline.core.imports;

import io.warmline.core.phone.PhoneNumber;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether two people who answer the same number are one: their names or their e-mail addresses
 * agree, or there are none to tell them apart. Several people at a switchboard are several.
 */
final class SamePerson {

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

  /** How sure it is. */
  enum Likeness {
    DIFFERENT,
    /** Nothing tells them apart. */
    POSSIBLE,
    /** The name or the address is the same. */
    SURE
  }

  static Likeness of(KnownLead lead, StatedLead row) {
    Optional<Boolean> names = agree(name(lead.values()), name(row.values()));
    Optional<Boolean> emails =
        equal(email(lead.value(LeadField.EMAIL)), email(row.values().get(LeadField.EMAIL)));
    if (names.orElse(false) || emails.orElse(false)) {
      return Likeness.SURE;
    }
    if (names.isPresent() || emails.isPresent()) {
      return Likeness.DIFFERENT;
    }
    PhoneNumber number = row.firstNumber();
    boolean otherDesk =
        equal(lead.extension(number), row.person().extensions().get(number))
            .map(same -> !same)
            .orElse(false);
    return otherDesk ? Likeness.DIFFERENT : Likeness.POSSIBLE;
  }

  private record Name(String first, String last) {

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

  private static Name name(Map<LeadField, String> values) {
    return new Name(
        HeaderNames.folded(values.getOrDefault(LeadField.FIRST_NAME, "")),
        HeaderNames.folded(values.getOrDefault(LeadField.LAST_NAME, "")));
  }

  private static Optional<Boolean> agree(Name one, Name other) {
    return one.isNone() || other.isNone() ? Optional.empty() : Optional.of(one.agrees(other));
  }

  private static @Nullable String email(@Nullable String address) {
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
