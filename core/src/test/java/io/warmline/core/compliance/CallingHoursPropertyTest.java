package io.warmline.core.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmline.core.compliance.CallingHours.Window;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * Openings against a second opinion: the wall clock of each zone, read minute by minute. Hours and
 * instants are whole minutes here, so that no minute is half open.
 */
class CallingHoursPropertyTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration FORTNIGHT = Duration.ofDays(14);

  /** Minutes within a day on which windows begin and end; the odd ones lie in clock changes. */
  private static final List<Integer> BOUNDS =
      List.of(0, 30, 60, 75, 105, 120, 135, 150, 180, 540, 600, 720, 780, 1020, 1200, 1380, 1440);

  private static final List<String> ZONES =
      List.of(
          "America/New_York",
          "America/Los_Angeles",
          "America/St_Johns",
          "America/Phoenix",
          "America/Havana",
          "America/Nuuk",
          "America/Santiago",
          "Pacific/Honolulu",
          "Pacific/Chatham",
          "Europe/London",
          "Europe/Berlin",
          "Africa/Cairo",
          "Africa/Casablanca",
          "Asia/Kolkata",
          "Asia/Kathmandu",
          "Asia/Beirut",
          "Australia/Lord_Howe",
          "Atlantic/Azores",
          "UTC");

  @Property(tries = 500)
  void anOpeningIsOpenInEveryZoneFromEndToEnd(
      @ForAll("hours") CallingHours hours,
      @ForAll("zones") Set<ZoneId> zones,
      @ForAll("instants") Instant now) {
    hours
        .openingAt(zones, now)
        .ifPresent(
            opening -> {
              for (Instant t = opening.opensAt();
                  t.isBefore(opening.closesAt());
                  t = t.plus(MINUTE)) {
                assertThat(openByTheWallClock(hours, zones, t)).as("open at %s", t).isTrue();
              }
            });
  }

  @Property(tries = 500)
  void anOpeningIsAsLongAsItCanBe(
      @ForAll("hours") CallingHours hours,
      @ForAll("zones") Set<ZoneId> zones,
      @ForAll("instants") Instant now) {
    Optional<Opening> opening = hours.openingAt(zones, now).filter(o -> !isCut(o));

    opening.ifPresent(
        o -> {
          assertThat(openByTheWallClock(hours, zones, o.opensAt().minus(MINUTE))).isFalse();
          assertThat(openByTheWallClock(hours, zones, o.closesAt())).isFalse();
        });
  }

  @Property(tries = 2000)
  void theOpeningContainsNowIfAndOnlyIfNowIsOpen(
      @ForAll("hours") CallingHours hours,
      @ForAll("zones") Set<ZoneId> zones,
      @ForAll("instants") Instant now) {
    boolean open = hours.openingAt(zones, now).filter(o -> o.contains(now)).isPresent();

    assertThat(open).isEqualTo(openByTheWallClock(hours, zones, now));
  }

  @Property(tries = 500)
  void nothingOpensBeforeTheNextOpening(
      @ForAll("hours") CallingHours hours,
      @ForAll("zones") Set<ZoneId> zones,
      @ForAll("instants") Instant now) {
    Instant next =
        hours.openingAt(zones, now).map(Opening::opensAt).orElse(now.plus(FORTNIGHT).plus(MINUTE));

    for (Instant t = now; t.isBefore(next); t = t.plus(MINUTE)) {
      assertThat(openByTheWallClock(hours, zones, t)).as("open at %s", t).isFalse();
    }
  }

  private static boolean isCut(Opening opening) {
    return Duration.between(opening.opensAt(), opening.closesAt()).equals(FORTNIGHT);
  }

  private static boolean openByTheWallClock(
      CallingHours hours, Set<ZoneId> zones, Instant instant) {
    return zones.stream()
        .map(instant::atZone)
        .allMatch(
            wall ->
                hours.week().getOrDefault(wall.getDayOfWeek(), List.of()).stream()
                    .anyMatch(window -> shows(window, wall)));
  }

  private static boolean shows(Window window, ZonedDateTime wall) {
    int minute = wall.getHour() * 60 + wall.getMinute();
    int from = window.from().toSecondOfDay() / 60;
    int to = window.to().toSecondOfDay() / 60;
    return from <= minute && (minute < to || to == 0);
  }

  @Provide
  Arbitrary<CallingHours> hours() {
    Arbitrary<List<Window>> day =
        Arbitraries.frequencyOf(
            Tuple.of(1, Arbitraries.just(List.<Window>of())),
            Tuple.of(
                2, Arbitraries.just(List.of(new Window(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)))),
            Tuple.of(4, windows()));
    return day.list()
        .ofSize(7)
        .filter(days -> days.stream().anyMatch(windows -> !windows.isEmpty()))
        .map(CallingHoursPropertyTest::week);
  }

  private static Arbitrary<List<Window>> windows() {
    return Arbitraries.of(BOUNDS)
        .set()
        .ofMinSize(2)
        .ofMaxSize(6)
        .map(bounds -> inPairs(bounds.stream().sorted().toList()));
  }

  private static List<Window> inPairs(List<Integer> bounds) {
    List<Window> windows = new ArrayList<>();
    for (int i = 1; i < bounds.size(); i += 2) {
      windows.add(new Window(time(bounds.get(i - 1)), time(bounds.get(i))));
    }
    return windows;
  }

  private static LocalTime time(int minute) {
    return LocalTime.ofSecondOfDay(minute % 1440 * 60L);
  }

  private static CallingHours week(List<List<Window>> days) {
    Map<DayOfWeek, List<Window>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(day, days.get(day.ordinal()));
    }
    return new CallingHours(week);
  }

  @Provide
  Arbitrary<Set<ZoneId>> zones() {
    return Arbitraries.of(ZONES).map(ZoneId::of).set().ofMinSize(1).ofMaxSize(3);
  }

  /** Half of them within two days of a clock change of some zone. */
  @Provide
  Arbitrary<Instant> instants() {
    Instant from = Instant.parse("2026-01-01T00:00:00Z");
    Instant until = Instant.parse("2028-01-01T00:00:00Z");
    Arbitrary<Instant> any =
        Arbitraries.longs()
            .between(from.getEpochSecond() / 60, until.getEpochSecond() / 60)
            .map(minute -> Instant.ofEpochSecond(minute * 60));
    Arbitrary<Instant> nearAChange =
        Arbitraries.of(List.copyOf(changes(from, until)))
            .flatMap(
                change ->
                    Arbitraries.integers()
                        .between(-2880, 2880)
                        .map(minutes -> change.plus(Duration.ofMinutes(minutes))));
    return Arbitraries.oneOf(any, nearAChange);
  }

  private static SortedSet<Instant> changes(Instant from, Instant until) {
    SortedSet<Instant> changes = new TreeSet<>();
    for (String zone : ZONES) {
      var change = ZoneId.of(zone).getRules().nextTransition(from);
      while (change != null && change.getInstant().isBefore(until)) {
        changes.add(change.getInstant());
        change = ZoneId.of(zone).getRules().nextTransition(change.getInstant());
      }
    }
    return changes;
  }
}
