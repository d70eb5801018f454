package io.warmline.core.place;

import io.warmline.core.compliance.Jurisdiction;
import io.warmline.core.place.NumberAreas.NumberArea;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a prospect may be. The most trusted clue decides about the zones; about the law all
 * places decide together, because Florida, Oklahoma and Connecticut presume that an area code of
 * theirs means a resident.
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
    return finding(ZoneSource.STATED_PLACE, stated.zones(), law)
        .or(() -> finding(ZoneSource.POSTAL_ADDRESS, zonesIn(country, postal), law))
        .or(() -> finding(ZoneSource.PHONE_NUMBER, zonesIn(country, number), law))
        .or(() -> finding(ZoneSource.COUNTRY, country.zones(), law))
        .orElseGet(
            () -> new PlaceFinding(ZoneSource.CAMPAIGN_DEFAULT, Set.of(campaignDefault), law));
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
    String country =
        address.country() == null
            ? countryOfNumber
            : address.country().strip().toUpperCase(Locale.ROOT);
    return new Told(within(country, address), Countries.find(country).orElse(Area.NOWHERE));
  }

  /** Region and postal code; where they contradict each other, the prospect may be in both. */
  private static Area within(String country, PostalAddress address) {
    Optional<Area> region = find(address.region(), name -> Subdivisions.find(country, name));
    Optional<Area> code = find(address.postalCode(), text -> PostalCodes.find(country, text));
    if (region.isEmpty() || code.isEmpty()) {
      return region.or(() -> code).orElse(Area.NOWHERE);
    }
    boolean agree = region.get().jurisdictions().equals(code.get().jurisdictions());
    return agree ? code.get() : region.get().and(code.get());
  }

  private interface Table {
    Optional<Area> find(String text);
  }

  private static Optional<Area> find(@Nullable String text, Table table) {
    return text == null || text.isBlank() ? Optional.empty() : table.find(text);
  }
}
