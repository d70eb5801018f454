package io.warmline.core.simulation;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Where prospects live, with its law once more, as the table of calling rules has it: written down
 * by hand, read off the wall clock, and without a line of the product's.
 */
enum Place {
  FLORIDA(20, "1305", "America/New_York", wall -> daily(wall, 8, 20)),
  TEXAS(16, "1713", "America/Chicago", Place::texas),
  CALIFORNIA(16, "1213", "America/Los_Angeles", wall -> daily(wall, 8, 21)),
  RHODE_ISLAND(6, "1401", "America/New_York", Place::rhodeIsland),
  /** Its rule comes into force in the middle of the month. */
  PENNSYLVANIA(8, "1215", "America/New_York", Place::pennsylvania),
  /** A number of Florida, an address in Texas: both laws hold, by the clocks of both. */
  FLORIDIAN_IN_TEXAS(
      5,
      "1786",
      "America/Chicago America/Denver America/New_York",
      wall -> daily(wall, 8, 20) && texas(wall),
      "TX,US,"),
  BRITAIN(9, "44207", "Europe/London", wall -> worldly(wall, 10, 17)),
  GERMANY(6, "4930", "Europe/Berlin", wall -> true),
  AUSTRALIA(8, "612", "Australia/Sydney", wall -> worldly(wall, 9, 17)),
  SWITZERLAND(4, "41442", "Europe/Zurich", wall -> true),
  /** A Swiss number, whose owner is known to live by another clock. */
  SWISS_IN_TASMANIA(2, "41443", "Australia/Hobart", wall -> true, ",,Australia/Hobart");

  /** The one holiday of the month, and the day of the election after its end. */
  private static final LocalDate COLUMBUS_DAY = LocalDate.of(2026, 10, 12);

  private static final LocalDate ELECTION_DAY = LocalDate.of(2026, 11, 3);
  private static final LocalDate RULE_OF_PENNSYLVANIA = LocalDate.of(2026, 10, 18);

  private final int share;
  private final String area;
  private final List<ZoneId> zones;
  private final Predicate<ZonedDateTime> law;
  private final String address;

  Place(int share, String area, String zones, Predicate<ZonedDateTime> law) {
    this(share, area, zones, law, ",,");
  }

  Place(int share, String area, String zones, Predicate<ZonedDateTime> law, String address) {
    this.share = share;
    this.area = area;
    this.zones = Stream.of(zones.split(" ")).map(ZoneId::of).toList();
    this.law = law;
    this.address = address;
  }

  /** So many prospects of a hundred live here. */
  int share() {
    return share;
  }

  /** The n-th number here, in E.164: such as the numbering plans give out. */
  String number(int n) {
    String subscriber =
        switch (this) {
          case BRITAIN, SWITZERLAND, SWISS_IN_TASMANIA -> "";
          case GERMANY -> "2";
          case AUSTRALIA -> "92";
          default -> "2";
        };
    int digits =
        switch (this) {
          case BRITAIN -> 7;
          case SWITZERLAND, SWISS_IN_TASMANIA, AUSTRALIA -> 6;
          case GERMANY -> 7;
          default -> 6;
        };
    int first = this == BRITAIN ? 3_000_000 : 300_000;
    return "+" + area + subscriber + ("%0" + digits + "d").formatted(first + n);
  }

  /** State, country and zone as far as a list names them, as the fields of a CSV file. */
  String address() {
    return address;
  }

  List<ZoneId> zones() {
    return zones;
  }

  /** Whether all who may make law for the prospect allow calls at this instant. */
  boolean allows(Instant instant) {
    return zones.stream().map(instant::atZone).allMatch(law);
  }

  private static boolean daily(ZonedDateTime wall, int from, int to) {
    return isWithin(wall, from, to);
  }

  private static boolean texas(ZonedDateTime wall) {
    return isWithin(wall, wall.getDayOfWeek() == DayOfWeek.SUNDAY ? 12 : 9, 21);
  }

  private static boolean pennsylvania(ZonedDateTime wall) {
    if (isHoliday(wall)) {
      return false;
    }
    return wall.toLocalDate().isBefore(RULE_OF_PENNSYLVANIA)
        ? isWithin(wall, 8, 21)
        : wall.getDayOfWeek() != DayOfWeek.SUNDAY && isWithin(wall, 9, 19);
  }

  private static boolean rhodeIsland(ZonedDateTime wall) {
    return !isHoliday(wall)
        && switch (wall.getDayOfWeek()) {
          case SUNDAY -> false;
          case SATURDAY -> isWithin(wall, 10, 17);
          default -> isWithin(wall, 9, 18);
        };
  }

  /** The holidays of the two states in which none may be called on. */
  private static boolean isHoliday(ZonedDateTime wall) {
    LocalDate day = wall.toLocalDate();
    return day.equals(COLUMBUS_DAY) || day.equals(ELECTION_DAY);
  }

  /** Monday to Friday 9 to 20, other hours on Saturday, never on Sunday. */
  private static boolean worldly(ZonedDateTime wall, int saturdayFrom, int saturdayTo) {
    return switch (wall.getDayOfWeek()) {
      case SUNDAY -> false;
      case SATURDAY -> isWithin(wall, saturdayFrom, saturdayTo);
      default -> isWithin(wall, 9, 20);
    };
  }

  private static boolean isWithin(ZonedDateTime wall, int from, int to) {
    LocalTime time = wall.toLocalTime();
    return time.getHour() >= from && time.getHour() < to;
  }
}
