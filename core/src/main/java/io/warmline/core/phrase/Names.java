package io.warmline.core.phrase;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The names of days, months and the like, in the spelling of the rules. */
final class Names {

  static final Map<String, Month> MONTHS = byName(Month.values());
  static final Map<String, DayOfWeek> DAYS = byName(DayOfWeek.values());
  static final Map<String, Unit> UNITS = byName(Unit.values());
  static final Map<String, Season> SEASONS = byName(Season.values());
  static final Map<String, Feast> FEASTS = byName(Feast.values());
  static final Map<String, PartOfDay> PARTS = byName(PartOfDay.values());

  private Names() {}

  private static <E extends Enum<E>> Map<String, E> byName(E[] values) {
    return Arrays.stream(values)
        .collect(
            Collectors.toUnmodifiableMap(
                value -> value.name().toLowerCase(Locale.ROOT), Function.identity()));
  }
}
