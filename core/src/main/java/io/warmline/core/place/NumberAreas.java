package io.warmline.core.place;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.warmline.core.compliance.Jurisdiction;
import io.warmline.core.phone.NumberPlace;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.phone.PhoneNumbers;
import io.warmline.core.time.ProspectZones;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a number tells. In the North American plan the area code and exchange tell all there is, so
 * numbers are looked up once for each of them.
 */
final class NumberAreas {

  private static final int AREA_CODE_END = 5;
  private static final int EXCHANGE_END = 8;
  private static final int MOST_EXCHANGES_KEPT = 200_000;

  /** An instant by whose clocks zones are compared. */
  private static final Instant LATELY = Instant.parse("2026-06-01T00:00:00Z");

  /** An area code that the zone map does not know gets all the zones of the plan. */
  private static final int MOST_ZONES_OF_A_PLACE = 12;

  private static final Map<String, Area> BY_AREA_CODE = new HashMap<>();

  static {
    for (List<String> line : PlaceTables.lines("area-codes", 3)) {
      BY_AREA_CODE.put("+1" + line.get(0), PlaceTables.area(line.get(1), line.get(2)));
    }
  }

  private static final Cache<String, NumberArea> EXCHANGES =
      Caffeine.newBuilder().maximumSize(MOST_EXCHANGES_KEPT).build();

  private NumberAreas() {}

  /**
   * The ground on which a number rings.
   *
   * @param country its country, ISO 3166-1 alpha-2; empty: none or unknown
   * @param within the place within the country; nowhere if the number tells none
   */
  record NumberArea(String country, Area within) {

    /** All the law that the number suggests. */
    Area whole() {
      return Countries.find(country).orElse(Area.NOWHERE);
    }
  }

  static NumberArea of(PhoneNumber number) {
    String e164 = number.e164();
    return e164.startsWith("+1") && e164.length() > EXCHANGE_END
        ? EXCHANGES.get(e164.substring(0, EXCHANGE_END), exchange -> read(number))
        : read(number);
  }

  /** Where the country has but one clock and no states that matter, there is nothing to look up. */
  private static NumberArea read(PhoneNumber number) {
    return PhoneNumbers.countryOf(number)
        .filter(country -> Countries.find(country).filter(c -> c.zones().size() == 1).isPresent())
        .map(country -> new NumberArea(country, Area.NOWHERE))
        .orElseGet(() -> readPlace(number));
  }

  private static NumberArea readPlace(PhoneNumber number) {
    NumberPlace place = PhoneNumbers.placeOf(number);
    String country = place.country().orElse("");
    if (!place.geographic()) {
      return new NumberArea(country, Area.NOWHERE);
    }
    Area states = subdivisions(country, place.description());
    Area overlay = byAreaCode(number);
    Set<Jurisdiction> law = states.and(overlay).jurisdictions();
    boolean placed = place.zones().size() <= MOST_ZONES_OF_A_PLACE;
    Area mapped = placed ? Area.of(Set.of(), own(country, place.zones())) : Area.NOWHERE;
    boolean certain = !mapped.isNowhere() && law.size() <= 1 && agree(mapped, states);
    boolean strays = !agree(mapped, states);
    Area clocks = certain ? mapped : strays && law.size() <= 1 ? states : states.and(mapped);
    return new NumberArea(country, Area.of(law, clocks.and(overlay).zones()));
  }

  /**
   * A zone that is another country's stands for the country's own that keep its clock: the map has
   * some prefixes at the nearest town across the border.
   */
  private static Set<ZoneId> own(String country, Set<ZoneId> mapped) {
    Set<ZoneId> zones = Countries.find(country).map(Area::zones).orElse(Set.of());
    return mapped.stream()
        .flatMap(
            zone ->
                zones.isEmpty() || zones.contains(zone) || !Countries.anyHas(zone)
                    ? Stream.of(zone)
                    : zones.stream().filter(own -> keepOneClock(own, zone)))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean keepOneClock(ZoneId one, ZoneId other) {
    return ProspectZones.representative(one, LATELY)
        .equals(ProspectZones.representative(other, LATELY));
  }

  /**
   * Whether the zones of the map keep clocks of the state: in Whitehorse and Unalaska they do not.
   */
  private static boolean agree(Area mapped, Area states) {
    return states.zones().isEmpty()
        || ProspectZones.representatives(states.zones(), LATELY)
            .containsAll(ProspectZones.representatives(mapped.zones(), LATELY));
  }

  /** Overlay codes, of which the tables of the number library know too little. */
  private static Area byAreaCode(PhoneNumber number) {
    return number.e164().length() < AREA_CODE_END
        ? Area.NOWHERE
        : BY_AREA_CODE.getOrDefault(number.e164().substring(0, AREA_CODE_END), Area.NOWHERE);
  }

  /** Reads {@code Miami, FL}, {@code Florida} and {@code Nova Scotia/Prince Edward Island}. */
  private static Area subdivisions(String country, String description) {
    String state = description.substring(description.lastIndexOf(", ") + 1);
    Area found = Area.NOWHERE;
    for (String name : state.split("/", -1)) {
      Optional<Area> one = Subdivisions.find(country, name);
      found = one.isPresent() ? found.and(one.get()) : found;
    }
    return found;
  }
}
