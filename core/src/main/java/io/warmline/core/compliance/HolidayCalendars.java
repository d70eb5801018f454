package io.warmline.core.compliance;

import com.fasterxml.jackson.databind.JsonNode;
import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The calendars by name. Most are those of jollyday; where a statute names its own days, a file of
 * our own adds them.
 */
final class HolidayCalendars {

  private static final Map<String, HolidayCalendar> KNOWN = new ConcurrentHashMap<>();
  private static final Map<Jurisdiction, Optional<HolidayCalendar>> BY_PLACE =
      new ConcurrentHashMap<>();
  private static final Map<String, OwnDays> OWN = ownDays();

  /** jollyday counts its years from here. */
  private static final int EARLIEST = 1900;

  private static final int LATEST = 2999;

  private static final String OBSERVED = " (observed)";

  private HolidayCalendars() {}

  /** Days of our own on top of a calendar of jollyday. */
  private record OwnDays(String base, List<OwnHoliday> days, Set<String> without) {

    /** The calendar of jollyday, less the days that the statute does not name. */
    BiConsumer<Year, Map<LocalDate, String>> named() {
      BiConsumer<Year, Map<LocalDate, String>> all = jollyday(base);
      return (year, into) -> {
        Map<LocalDate, String> named = new TreeMap<>();
        all.accept(year, named);
        named.values().removeIf(name -> without.contains(name.replace(OBSERVED, "")));
        named.forEach(into::putIfAbsent);
      };
    }
  }

  static HolidayCalendar named(String name) {
    return KNOWN.computeIfAbsent(name, HolidayCalendars::make);
  }

  static Optional<HolidayCalendar> of(Jurisdiction place) {
    return BY_PLACE.computeIfAbsent(place, p -> find(p.code()).or(() -> find(p.country().code())));
  }

  private static Optional<HolidayCalendar> find(String name) {
    try {
      return Optional.of(named(name));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static HolidayCalendar make(String name) {
    OwnDays own = OWN.getOrDefault(name, new OwnDays(name, List.of(), Set.of()));
    return new HolidayCalendar(name, List.of(), new Days(own.named(), own.days())::in);
  }

  static HolidayCalendar with(HolidayCalendar base, List<OwnHoliday> days) {
    BiConsumer<Year, Map<LocalDate, String>> present =
        (year, into) -> base.in(year.getValue()).forEach(into::putIfAbsent);
    return new HolidayCalendar(base.name(), days, new Days(present, days)::in);
  }

  /** The days of a year; a day may be observed in the year before or after its own. */
  private record Days(BiConsumer<Year, Map<LocalDate, String>> base, List<OwnHoliday> own) {

    Map<LocalDate, String> in(int year) {
      Map<LocalDate, String> days = new TreeMap<>();
      if (year > EARLIEST && year < LATEST) {
        IntStream.rangeClosed(year - 1, year + 1)
            .forEach(
                y -> {
                  base.accept(Year.of(y), days);
                  own.forEach(holiday -> holiday.addTo(days, y));
                });
      }
      days.keySet().removeIf(day -> day.getYear() != year);
      return Collections.unmodifiableMap(days);
    }
  }

  private static BiConsumer<Year, Map<LocalDate, String>> jollyday(String name) {
    Jurisdiction place = new Jurisdiction(name);
    String country = place.country().code();
    if (!HolidayManager.getSupportedCalendarCodes().contains(country)) {
      throw unknown(name);
    }
    HolidayManager manager =
        HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase(Locale.ROOT)));
    String[] within =
        place.isCountry()
            ? new String[0]
            : new String[] {name.substring(country.length() + 1).toLowerCase(Locale.ROOT)};
    requirePart(manager.getCalendarHierarchy(), within, name);
    return (year, days) ->
        manager
            .getHolidays(year, within)
            .forEach(
                holiday -> {
                  days.putIfAbsent(holiday.getActualDate(), words(holiday));
                  days.putIfAbsent(holiday.getDate(), words(holiday) + OBSERVED);
                });
  }

  private static String words(Holiday holiday) {
    return holiday.getDescription(Locale.ENGLISH);
  }

  private static void requirePart(CalendarHierarchy country, String[] within, String name) {
    if (within.length == 1 && !country.getChildren().containsKey(within[0])) {
      throw unknown(name);
    }
  }

  private static IllegalArgumentException unknown(String name) {
    return new IllegalArgumentException("there is no holiday calendar " + name);
  }

  private static Map<String, OwnDays> ownDays() {
    Map<String, OwnDays> own = new TreeMap<>();
    for (JsonNode calendar : RuleFiles.all("holiday-calendars")) {
      List<OwnHoliday> days = new ArrayList<>();
      calendar.get("days").forEach(day -> days.add(holiday(day)));
      Set<String> without = new HashSet<>();
      calendar.path("without").forEach(name -> without.add(name.asText()));
      own.put(
          calendar.get("id").asText(),
          new OwnDays(calendar.get("base").asText(), days, Set.copyOf(without)));
    }
    return own;
  }

  private static OwnHoliday holiday(JsonNode day) {
    @Nullable JsonNode observed = day.get("observed");
    return OwnHoliday.parse(
        day.get("name").asText(),
        day.get("date").asText(),
        observed == null
            ? OwnHoliday.Observed.ON_THE_DAY
            : OwnHoliday.Observed.valueOf(observed.asText()));
  }
}
