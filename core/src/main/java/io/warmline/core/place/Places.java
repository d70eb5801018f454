package io.warmline.core.place;

import io.warmline.core.compliance.Jurisdiction;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.place.NumberAreas.NumberArea;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds where a prospect may be. About the law all places decide together, because Florida,
 * Oklahoma and Connecticut presume that an area code of theirs means a resident. The most trusted
 * clue decides about the zones; a less trusted one adds its own where it adds the law of another
 * place, because each law goes by the clock of its place. A zone that was set decides alone.
 */
public final class Places {

  private Places() {}

  /** A clue and what it tells: the place within the country if it is known, and the country. */
  private record Told(Area within, Area country) {

    static final Told NOTHING = new Told(Area.NOWHERE, Area.NOWHERE);

    /** The law of the place; that of the country is included in it. */
    Set<Jurisdiction> jurisdictions() {
      return within.jurisdictions().isEmpty() ? country.jurisdictions() : within.jurisdictions();
    }

    /** The zones of the place; those of the country if it has but one. */
    Set<ZoneId> zones() {
      return within.zones().isEmpty() && country.zones().size() == 1
          ? country.zones()
          : within.zones();
    }
  }

  /**
   * Where the prospect may be. It costs microseconds and asks nobody.
   *
   * @param campaignDefault the zone to assume if there is no clue at all
   */
  public static PlaceFinding find(Clues clues, ZoneId campaignDefault) {
    NumberArea ring = NumberAreas.of(clues.number());
    Told number = new Told(ring.within(), ring.whole());
    Told stated = clues.stated().map(a -> told(a, ring.country())).orElse(Told.NOTHING);
    Told postal = clues.postal().map(a -> told(a, ring.country())).orElse(Told.NOTHING);
    Set<Jurisdiction> law = law(number, stated, postal);
    Area country = country(stated, postal, number);

    if (clues.zone().isPresent()) {
      return new PlaceFinding(ZoneSource.EXPLICIT, Set.of(clues.zone().get()), law);
    }
    return mostTrusted(country, law, stated, postal, number)
        .map(found -> withClocksOfOtherLaws(found, stated, postal, number))
        .orElseGet(
            () -> new PlaceFinding(ZoneSource.CAMPAIGN_DEFAULT, Set.of(campaignDefault), law));
  }

  /**
   * The zones in which a number may ring, if nothing else is known of whose it is: zones of its
   * country, by the name that they have there.
   *
   * @return sorted by id; none for a number of no country
   */
  public static Set<ZoneId> zonesOf(PhoneNumber number) {
    NumberArea ring = NumberAreas.of(number);
    Told told = new Told(ring.within(), ring.whole());
    return mostTrusted(told.country(), Set.of(), Told.NOTHING, Told.NOTHING, told)
        .map(PlaceFinding::zones)
        .orElse(Set.of());
  }

  /**
   * Whose clock the prospect lives by: the zones that the most trusted clue tells, without those
   * that the law of another place brings along. What is promised is promised by it.
   *
   * @param campaignDefault the zone to assume if there is no clue at all
   */
  public static Set<ZoneId> home(Clues clues, ZoneId campaignDefault) {
    if (clues.zone().isPresent()) {
      return Set.of(clues.zone().get());
    }
    NumberArea ring = NumberAreas.of(clues.number());
    Told number = new Told(ring.within(), ring.whole());
    Told stated = clues.stated().map(a -> told(a, ring.country())).orElse(Told.NOTHING);
    Told postal = clues.postal().map(a -> told(a, ring.country())).orElse(Told.NOTHING);
    return mostTrusted(country(stated, postal, number), Set.of(), stated, postal, number)
        .map(PlaceFinding::zones)
        .orElseGet(() -> Set.of(campaignDefault));
  }

  private static Optional<PlaceFinding> mostTrusted(
      Area country, Set<Jurisdiction> law, Told stated, Told postal, Told number) {
    return finding(ZoneSource.STATED_PLACE, stated.zones(), law)
        .or(() -> finding(ZoneSource.POSTAL_ADDRESS, zonesIn(country, postal), law))
        .or(() -> finding(ZoneSource.PHONE_NUMBER, zonesIn(country, number), law))
        .or(() -> finding(ZoneSource.COUNTRY, country.zones(), law));
  }

  /** From the most trusted clue on, each that brings another law brings its clock. */
  private static PlaceFinding withClocksOfOtherLaws(PlaceFinding found, Told... inOrderOfTrust) {
    Set<ZoneId> clocks = new TreeSet<>(Comparator.comparing(ZoneId::getId));
    clocks.addAll(found.zones());
    Set<Jurisdiction> known = new TreeSet<>();
    for (Told clue : inOrderOfTrust) {
      boolean another = !known.isEmpty() && !covered(clue, known);
      if (another) {
        clocks.addAll(clue.zones());
      }
      known.addAll(clue.jurisdictions());
    }
    return new PlaceFinding(
        found.source(), Collections.unmodifiableSet(clocks), found.jurisdictions());
  }

  /** Whether more trusted clues tell these places, or places within them. */
  private static boolean covered(Told clue, Set<Jurisdiction> known) {
    return clue.jurisdictions().stream().allMatch(place -> known.stream().anyMatch(place::covers));
  }

  private static Set<Jurisdiction> law(Told... clues) {
    Set<Jurisdiction> law = new TreeSet<>();
    for (Told clue : clues) {
      law.addAll(clue.jurisdictions());
    }
    return Collections.unmodifiableSet(law);
  }

  private static Optional<PlaceFinding> finding(
      ZoneSource source, Set<ZoneId> zones, Set<Jurisdiction> law) {
    return zones.isEmpty() ? Optional.empty() : Optional.of(new PlaceFinding(source, zones, law));
  }

  private static Area country(Told stated, Told postal, Told number) {
    if (!stated.country().isNowhere()) {
      return stated.country();
    }
    return postal.country().isNowhere() ? number.country() : postal.country();
  }

  /** A clue in another country than a more trusted one tells nothing about the clock. */
  private static Set<ZoneId> zonesIn(Area country, Told clue) {
    return Collections.disjoint(country.jurisdictions(), clue.country().jurisdictions())
        ? Set.of()
        : clue.zones();
  }

  private static Told told(PostalAddress address, String countryOfNumber) {
    AddressReading read = new AddressReading(address, countryOfNumber);
    return new Told(read.within(), read.country());
  }

  /**
   * What of an address was not understood, or not as it is written.
   *
   * @param countryOfNumber ISO 3166-1 alpha-2, for an address without a country; empty: unknown
   */
  public static List<PlaceWarning> warnings(PostalAddress address, String countryOfNumber) {
    return new AddressReading(address, countryOfNumber).warnings();
  }
}
