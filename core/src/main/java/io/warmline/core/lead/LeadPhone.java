package io.warmline.core.lead;

import static java.util.stream.Collectors.toCollection;

import io.warmline.core.compliance.Jurisdiction;
import io.warmline.core.phone.NumberType;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.place.PlaceFinding;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A number of a lead.
 *
 * @param place where it is answered; its zones and jurisdictions stand in the order of their names,
 *     as the table keeps them
 * @param uncallable the outcome that showed that it does not work; empty while it does
 * @param extension the desk behind it, 1 to 9 digits; empty if it needs none
 * @param stated what kind of line it was said to be; empty if that says no more than the numbering
 *     plan does
 */
public record LeadPhone(
    PhoneNumber number,
    PlaceFinding place,
    Optional<String> uncallable,
    Optional<String> extension,
    Optional<NumberType> stated) {

  /** A number that rings where it is wanted. */
  public LeadPhone(PhoneNumber number, PlaceFinding place, Optional<String> uncallable) {
    this(number, place, uncallable, Optional.empty(), Optional.empty());
  }

  public LeadPhone {
    PhoneNumber line = number;
    stated = stated.flatMap(type -> type.beyondPlan(line));
    place =
        new PlaceFinding(
            place.source(),
            sorted(place.zones(), ZoneId::getId),
            sorted(place.jurisdictions(), Jurisdiction::code));
  }

  private static <T> Set<T> sorted(Set<T> values, Function<T, String> name) {
    return values.stream()
        .sorted(Comparator.comparing(name))
        .collect(toCollection(LinkedHashSet::new));
  }

  /** With this desk behind it; null: with the one that is known. */
  LeadPhone extended(@Nullable String digits) {
    return digits == null
        ? this
        : new LeadPhone(number, place, uncallable, Optional.of(digits), stated);
  }

  /** Of this type; null: of the one that is known. */
  LeadPhone typed(@Nullable NumberType type) {
    return type == null
        ? this
        : new LeadPhone(number, place, uncallable, extension, Optional.of(type));
  }

  /** What kind of line it is, as it was said, else as the numbering plan says. */
  public NumberType type() {
    return stated.orElseGet(() -> NumberType.byPlan(number));
  }

  /** It does not work, if it is that number; an older reason stays. */
  LeadPhone dropped(PhoneNumber which, String reason) {
    return number.equals(which) && uncallable.isEmpty()
        ? new LeadPhone(number, place, Optional.of(reason), extension, stated)
        : this;
  }

  /** It works after all, if it is that number. */
  LeadPhone givenBack(PhoneNumber which) {
    return number.equals(which)
        ? new LeadPhone(number, place, Optional.empty(), extension, stated)
        : this;
  }
}
