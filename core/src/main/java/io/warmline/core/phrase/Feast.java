package io.warmline.core.phrase;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/**
 * Days that people date by. Where the calendar of the prospect's place has a day of that name it
 * counts; else the rule written here does.
 */
@SuppressWarnings("ImmutableEnumChecker") // The rules of the years are functions without state.
enum Feast {
  NEWYEARS(fixed(Month.JANUARY, 1)),
  TWELFTHNIGHT(true, fixed(Month.JANUARY, 5)),
  MLKDAY("martin luther king", nth(3, DayOfWeek.MONDAY, Month.JANUARY)),
  GROUNDHOGDAY(fixed(Month.FEBRUARY, 2)),
  STBRIGIDS(fixed(Month.FEBRUARY, 1)),
  SUPERBOWL(true, nth(2, DayOfWeek.SUNDAY, Month.FEBRUARY)),
  VALENTINES(fixed(Month.FEBRUARY, 14)),
  PRESIDENTSDAY("presidents day", nth(3, DayOfWeek.MONDAY, Month.FEBRUARY)),
  STPATRICKS(fixed(Month.MARCH, 17)),
  SPRINGBREAK(true, fixed(Month.MARCH, 31)),
  PANCAKEDAY(easter(-47)),
  ASHWEDNESDAY(easter(-46)),
  MOTHERSDAY("mothers day", nth(2, DayOfWeek.SUNDAY, Month.MAY)),
  MOTHERINGSUNDAY(easter(-21)),
  GOODFRIDAY(easter(-2)),
  EASTER(easter(0)),
  EASTERMONDAY(easter(1)),
  ASCENSIONDAY(easter(39)),
  WHITSUN(easter(49)),
  TAXDAY(fixed(Month.APRIL, 15)),
  STGEORGES(fixed(Month.APRIL, 23)),
  ANZACDAY(fixed(Month.APRIL, 25)),
  MAYDAY(fixed(Month.MAY, 1)),
  CINCODEMAYO(fixed(Month.MAY, 5)),
  MEMORIALDAY("memorial day", last(DayOfWeek.MONDAY, Month.MAY)),
  JUNETEENTH(fixed(Month.JUNE, 19)),
  FATHERSDAY(nth(3, DayOfWeek.SUNDAY, Month.JUNE)),
  KINGSBIRTHDAY("birthday", nth(2, DayOfWeek.MONDAY, Month.JUNE)),
  CANADADAY(fixed(Month.JULY, 1)),
  INDEPENDENCEDAY("independence day", fixed(Month.JULY, 4)),
  LABORDAY("labour day", nth(1, DayOfWeek.MONDAY, Month.SEPTEMBER)),
  GANDHIJAYANTI(fixed(Month.OCTOBER, 2)),
  COLUMBUSDAY("columbus day", nth(2, DayOfWeek.MONDAY, Month.OCTOBER)),
  HALLOWEEN(fixed(Month.OCTOBER, 31)),
  GUYFAWKES(fixed(Month.NOVEMBER, 5)),
  MELBOURNECUP(nth(1, DayOfWeek.TUESDAY, Month.NOVEMBER)),
  VETERANSDAY(fixed(Month.NOVEMBER, 11)),
  REMEMBRANCEDAY(fixed(Month.NOVEMBER, 11)),
  THANKSGIVING("thanksgiving day", nth(4, DayOfWeek.THURSDAY, Month.NOVEMBER)),
  BLACKFRIDAY(thanksgiving(1)),
  CYBERMONDAY(thanksgiving(4)),
  STANDREWS(fixed(Month.NOVEMBER, 30)),
  CHRISTMASEVE(fixed(Month.DECEMBER, 24)),
  CHRISTMAS(fixed(Month.DECEMBER, 25)),
  BOXINGDAY(fixed(Month.DECEMBER, 26)),
  NEWYEARSEVE(fixed(Month.DECEMBER, 31)),
  AUSTRALIADAY(fixed(Month.JANUARY, 26)),
  REPUBLICDAY("republic day", fixed(Month.JANUARY, 26)),
  LUNARNEWYEAR(
      table("2026-02-17 2027-02-06 2028-01-26 2029-02-13 2030-02-03 2031-01-23 2032-02-11")),
  HOLI(true, table("2026-03-04 2027-03-22 2028-03-11 2029-03-01 2030-03-20 2031-03-09 2032-03-27")),
  EID(true, table("2026-03-20 2027-03-10 2028-02-27 2029-02-15 2030-02-05 2031-01-25 2032-01-15")),
  DUSSEHRA(
      true, table("2026-10-20 2027-10-09 2028-09-27 2029-10-16 2030-10-06 2031-10-25 2032-10-14")),
  DIWALI(table("2026-11-08 2027-10-29 2028-10-17 2029-11-05 2030-10-26 2031-11-14 2032-11-02")),
  BANKHOLIDAY("", last(DayOfWeek.MONDAY, Month.AUGUST));

  /** Farther away than this a day may well be the one that has just been. */
  private static final int DAYS_TO_ASK = 300;

  private static final Warning UNCERTAIN =
      new Warning(
          WarningCode.UNCERTAIN_DATE,
          "When that is differs from place to place or from year to year; ask for the date.");

  private final Optional<String> name;
  private final boolean uncertain;
  private final IntFunction<LocalDate> rule;

  Feast(IntFunction<LocalDate> rule) {
    this(Optional.empty(), false, rule);
  }

  Feast(boolean uncertain, IntFunction<LocalDate> rule) {
    this(Optional.empty(), uncertain, rule);
  }

  Feast(String name, IntFunction<LocalDate> rule) {
    this(Optional.of(name), false, rule);
  }

  Feast(Optional<String> name, boolean uncertain, IntFunction<LocalDate> rule) {
    this.name = name;
    this.uncertain = uncertain;
    this.rule = rule;
  }

  private LocalDate in(int year, PhraseContext context) {
    return name.flatMap(named -> named(named, context.namedDays().apply(year)))
        .orElseGet(() -> rule.apply(year));
  }

  /** The day of exactly that name, else one whose name has it in it. */
  private static Optional<LocalDate> named(String name, Map<LocalDate, String> days) {
    Optional<LocalDate> exact = first(days, said -> said.equals(name));
    return exact.isPresent() || name.isEmpty() ? exact : first(days, said -> said.contains(name));
  }

  private static Optional<LocalDate> first(Map<LocalDate, String> days, Predicate<String> fits) {
    return days.entrySet().stream()
        .filter(day -> fits.test(plain(day.getValue())))
        .map(Map.Entry::getKey)
        .min(LocalDate::compareTo);
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ENGLISH).replaceAll("[^a-z ]", "").strip();
  }

  /** The next on or after the day from which the calendar is seen. */
  LocalDate onOrAfter(Almanac almanac) {
    LocalDate today = almanac.today();
    if (this == BANKHOLIDAY) {
      return holiday(almanac);
    }
    LocalDate same = in(today.getYear(), almanac.context());
    return same.isBefore(today) ? in(today.getYear() + 1, almanac.context()) : same;
  }

  /** The next holiday of the place on a working day. */
  private LocalDate holiday(Almanac almanac) {
    LocalDate today = almanac.today();
    for (int year = today.getYear(); year <= today.getYear() + 1; year++) {
      Optional<LocalDate> next =
          almanac.context().namedDays().apply(year).keySet().stream()
              .filter(day -> !day.isBefore(today))
              .filter(day -> almanac.working().days().contains(day.getDayOfWeek()))
              .min(LocalDate::compareTo);
      if (next.isPresent()) {
        return next.get();
      }
    }
    LocalDate same = rule.apply(today.getYear());
    return same.isBefore(today) ? rule.apply(today.getYear() + 1) : same;
  }

  /** The days that are meant by a day of this name, with what is doubtful about them. */
  Dates doubted(Dates dates, Almanac almanac) {
    if (uncertain || this == BANKHOLIDAY) {
      return dates.with(Doubts.NONE.with(UNCERTAIN).confirm());
    }
    boolean far = onOrAfter(almanac).isAfter(almanac.today().plusDays(DAYS_TO_ASK));
    return far ? dates.with(Doubts.NONE.confirm()) : dates;
  }

  private static IntFunction<LocalDate> fixed(Month month, int day) {
    return year -> LocalDate.of(year, month, day);
  }

  private static IntFunction<LocalDate> nth(int n, DayOfWeek day, Month month) {
    return year -> LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(n, day));
  }

  private static IntFunction<LocalDate> last(DayOfWeek day, Month month) {
    return year -> LocalDate.of(year, month, 1).with(TemporalAdjusters.lastInMonth(day));
  }

  private static IntFunction<LocalDate> thanksgiving(int days) {
    return year -> nth(4, DayOfWeek.THURSDAY, Month.NOVEMBER).apply(year).plusDays(days);
  }

  private static IntFunction<LocalDate> easter(int days) {
    return year -> easterSunday(year).plusDays(days);
  }

  /** By the moon: known for some years, else about a solar year after the last known. */
  private static IntFunction<LocalDate> table(String dates) {
    return year -> {
      LocalDate known = LocalDate.MIN;
      for (String date : dates.split(" ", -1)) {
        known = LocalDate.parse(date);
        if (known.getYear() == year) {
          return known;
        }
      }
      return known.withYear(year);
    };
  }

  /** The Sunday after the first full moon of spring, by the Gregorian rule (Meeus). */
  private static LocalDate easterSunday(int year) {
    int golden = year % 19;
    int century = year / 100;
    int skipped = century - century / 4;
    int epact = (19 * golden + skipped - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    int weekday = (32 + 2 * (century % 4) + 2 * (year % 100 / 4) - epact - year % 100 % 4) % 7;
    int shift = (golden + 11 * epact + 22 * weekday) / 451;
    int days = epact + weekday - 7 * shift + 114;
    return LocalDate.of(year, days / 31, days % 31 + 1);
  }
}
