package io.warmline.core.compliance;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

/**
 * The holidays of a place. Both the day itself and the day on which it is observed count, because a
 * rule that bans calls on holidays seldom says which of them it means.
 */
public final class HolidayCalendar {

  private static final int MOST_YEARS_KEPT = 64;

  private final String name;
  private final List<OwnHoliday> added;
  private final IntFunction<Map<LocalDate, String>> ofYear;
  private final Map<Integer, Map<LocalDate, String>> known = new ConcurrentHashMap<>();

  HolidayCalendar(String name, List<OwnHoliday> added, IntFunction<Map<LocalDate, String>> ofYear) {
    this.name = name;
    this.added = List.copyOf(added);
    this.ofYear = ofYear;
  }

  /** A calendar without a place, to add days to. */
  static HolidayCalendar ofNoPlace() {
    return new HolidayCalendar("", List.of(), year -> Map.of());
  }

  /**
   * The calendar of a place.
   *
   * @param name ISO 3166 code of a country or subdivision, such as {@code FR} or {@code US-RI}
   * @throws IllegalArgumentException if there is no such calendar
   */
  public static HolidayCalendar named(String name) {
    return HolidayCalendars.named(name);
  }

  /** The calendar of a place, else of its country; empty if neither is known. */
  public static Optional<HolidayCalendar> of(Jurisdiction place) {
    return HolidayCalendars.of(place);
  }

  /** The code of the place; empty: of none. */
  public String name() {
    return name;
  }

  /** The same calendar with days of a house. */
  HolidayCalendar and(List<OwnHoliday> days) {
    return days.isEmpty() ? this : HolidayCalendars.with(this, days);
  }

  /** The days that a house has added. */
  List<OwnHoliday> added() {
    return added;
  }

  /** The English name of the holiday on this day; empty on other days. */
  public Optional<String> on(LocalDate day) {
    return Optional.ofNullable(in(day.getYear()).get(day));
  }

  /** All holidays of a year, with their English names; unmodifiable. */
  public Map<LocalDate, String> in(int year) {
    Map<LocalDate, String> days = known.get(year);
    if (days != null) {
      return days;
    }
    if (known.size() >= MOST_YEARS_KEPT) {
      known.clear();
    }
    return known.computeIfAbsent(year, ofYear::apply);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HolidayCalendar calendar
        && calendar.name.equals(name)
        && calendar.added.equals(added);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + added.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
