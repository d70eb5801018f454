package io.warmline.core.time;

import io.warmline.core.Nearest;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The time zones in which prospects live, by the names of the IANA database. */
public final class ProspectZones {

  /** The areas of the IANA database. Its other names are links to them, or offsets. */
  private static final Pattern AREA_AND_CITY =
      Pattern.compile(
          "(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+");

  /** Names that follow no place: java.time's own, and offsets. */
  private static final Pattern NO_PLACE = Pattern.compile("SystemV/.+|Etc/GMT[+-][1-9][0-9]?");

  private static final Pattern FIT_TO_REPEAT = Pattern.compile("[A-Za-z0-9/_+: -]{1,40}");

  /** Every accepted zone by its name. */
  private static final Map<String, ZoneId> BY_NAME =
      ZoneId.getAvailableZoneIds().stream()
          .filter(name -> !NO_PLACE.matcher(name).matches())
          .collect(Collectors.toUnmodifiableMap(Function.identity(), ZoneId::of));

  private static final int MOST_YEARS_KEPT = 16;
  private static final Map<Integer, ZoneGroups> BY_YEAR = new ConcurrentHashMap<>();

  private ProspectZones() {}

  /** Whether this is the name of a place, as area and city, and not a link. */
  static boolean isPlace(String name) {
    return AREA_AND_CITY.matcher(name).matches();
  }

  /**
   * Reads the IANA name of a zone, exactly as the database spells it: an area and a city ({@code
   * America/New_York}), or one of the links that it keeps ({@code Asia/Calcutta}, {@code
   * US/Eastern}, {@code Etc/UTC}, {@code GMT}, {@code Cuba}).
   *
   * <p>Refused, though java.time would take them: offsets ({@code +02:00}, {@code GMT+2}, {@code
   * Etc/GMT+5}), which do not follow the clock changes of any place.
   *
   * @throws WarmlineException {@code INVALID_TIME_ZONE} for anything else
   */
  public static ZoneId parse(String iana) {
    ZoneId zone = BY_NAME.get(iana);
    if (zone == null) {
      throw new WarmlineException(
          ProblemCode.INVALID_TIME_ZONE,
          (FIT_TO_REPEAT.matcher(iana).matches() ? "'" + iana + "'" : "the text")
              + " is no IANA time zone of the form Area/City: give one such as "
              + nearest(iana));
    }
    return zone;
  }

  /**
   * Only a place of that form is named, unless it is nothing but capitals: an abbreviation is like
   * others that mean another hour.
   */
  private static String nearest(String iana) {
    Optional<String> same = BY_NAME.keySet().stream().filter(iana::equalsIgnoreCase).findFirst();
    List<String> places =
        BY_NAME.keySet().stream()
            .filter(name -> name.contains("/") && !name.startsWith("Etc/"))
            .toList();
    return same.or(() -> Nearest.to(iana, places)).orElse("America/New_York");
  }

  /**
   * One zone in place of all whose clocks agree from the beginning of {@code now}'s year (in UTC)
   * until at least two years after {@code now}: of these the first place by id. Leads of New York,
   * Detroit and Toronto thus wait in one line. Zones that agree only after a change later in this
   * year are told apart until the year is over.
   *
   * <p>The answer is for keeping lines few, not for showing to people. It may differ from year to
   * year and from one version of the time zone database to the next. It costs a look into a map,
   * except for a zone that {@code parse} refuses, whose offsets are compared each time; such a zone
   * stands for itself if no other agrees with it.
   */
  public static ZoneId representative(ZoneId zone, Instant now) {
    return groupsFor(now).representative(zone);
  }

  /** The representatives of these zones, without repetition, sorted by id, unmodifiable. */
  public static Set<ZoneId> representatives(Collection<ZoneId> zones, Instant now) {
    ZoneGroups groups = groupsFor(now);
    SortedSet<ZoneId> representatives = new TreeSet<>(Comparator.comparing(ZoneId::getId));
    zones.forEach(zone -> representatives.add(groups.representative(zone)));
    return Collections.unmodifiableSet(representatives);
  }

  private static ZoneGroups groupsFor(Instant now) {
    int year = now.atOffset(ZoneOffset.UTC).getYear();
    ZoneGroups known = BY_YEAR.get(year);
    if (known != null) {
      return known;
    }
    if (BY_YEAR.size() >= MOST_YEARS_KEPT) {
      BY_YEAR.clear();
    }
    return BY_YEAR.computeIfAbsent(year, y -> ZoneGroups.of(List.copyOf(BY_NAME.values()), y));
  }
}
