package io.warmline.core.compliance;

import io.warmline.core.time.ZoneData;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The openings in some span of time: in order, with a gap between any two. */
final class Openings {

  private static final Duration A_LITTLE_BACK = Duration.ofDays(1);
  private static final Duration A_LITTLE_AHEAD = Duration.ofDays(4);
  private static final Duration LOOK_BACK = Duration.ofDays(8);
  private static final Duration LONGEST = Duration.ofDays(14);

  private final List<Opening> inOrder = new ArrayList<>();

  private Openings() {}

  /**
   * The opening that contains {@code now} or, if it is closed now, the next one that opens within
   * the look-ahead of at least 4 days, {@code now} and its end included. Open is what every
   * timetable allows in every zone.
   *
   * <p>Hours without any gap would never close, so an opening is cut to 14 days at most: such hours
   * have opened 8 days before {@code now}.
   */
  static Optional<Opening> openingAt(
      Collection<Timetable> timetables, Collection<ZoneId> zones, Instant now, Duration lookAhead) {
    return soon(timetables, zones, now)
        .or(
            () -> {
              Instant latestStart = now.plus(lookAhead);
              return common(timetables, zones, now.minus(LOOK_BACK), latestStart.plus(LONGEST))
                  .flatMap(common -> common.firstClosingAfter(now))
                  .filter(opening -> !opening.opensAt().isAfter(latestStart))
                  .map(opening -> opening.atMost(LONGEST));
            });
  }

  /**
   * The opening, if it lies within the days around {@code now} with a gap before and after it. That
   * is nearly always so, and a few days cost little.
   */
  private static Optional<Opening> soon(
      Collection<Timetable> timetables, Collection<ZoneId> zones, Instant now) {
    Instant from = now.minus(A_LITTLE_BACK);
    Instant until = now.plus(A_LITTLE_AHEAD);
    return common(timetables, zones, from, until)
        .flatMap(common -> common.firstClosingAfter(now))
        .filter(opening -> opening.opensAt().isAfter(from) && opening.closesAt().isBefore(until));
  }

  private static Optional<Openings> common(
      Collection<Timetable> timetables, Collection<ZoneId> zones, Instant from, Instant until) {
    return Set.copyOf(zones).stream()
        .flatMap(zone -> timetables.stream().map(hours -> of(hours, zone, from, until)))
        .reduce(Openings::intersect);
  }

  /**
   * The openings that these hours make in one zone, cut to {@code [from, until)}. Time is walked in
   * stretches between clock changes: within one, wall clock and instants differ by a fixed offset.
   */
  static Openings of(Timetable hours, ZoneId zone, Instant from, Instant until) {
    Openings openings = new Openings();
    ZoneRules rules = ZoneData.rules(zone);
    Instant start = from;
    while (start.isBefore(until)) {
      ZoneOffsetTransition change = rules.nextTransition(start);
      Instant end = change == null ? until : earlier(change.getInstant(), until);
      openings.addStretch(hours, rules.getOffset(start), start, end);
      start = end;
    }
    return openings;
  }

  /** What is open both here and there. */
  Openings intersect(Openings others) {
    Openings common = new Openings();
    int here = 0;
    int there = 0;
    while (here < inOrder.size() && there < others.inOrder.size()) {
      Opening one = inOrder.get(here);
      Opening other = others.inOrder.get(there);
      common.add(later(one.opensAt(), other.opensAt()), earlier(one.closesAt(), other.closesAt()));
      if (one.closesAt().isBefore(other.closesAt())) {
        here++;
      } else {
        there++;
      }
    }
    return common;
  }

  /** The opening that contains the instant, or else the next one. */
  Optional<Opening> firstClosingAfter(Instant instant) {
    return inOrder.stream().filter(opening -> opening.closesAt().isAfter(instant)).findFirst();
  }

  private void addStretch(Timetable hours, ZoneOffset offset, Instant start, Instant end) {
    LocalDate last = LocalDate.ofInstant(end, offset);
    for (LocalDate day = LocalDate.ofInstant(start, offset); !day.isAfter(last); ) {
      LocalDate tomorrow = day.plusDays(1);
      for (CallingHours.Window window : hours.on(day)) {
        LocalDateTime opens = day.atTime(window.from());
        LocalDateTime closes = (window.toEndOfDay() ? tomorrow : day).atTime(window.to());
        add(later(opens.toInstant(offset), start), earlier(closes.toInstant(offset), end));
      }
      day = tomorrow;
    }
  }

  /** Adds the time between two instants, if there is any, to what is open already. */
  private void add(Instant opensAt, Instant closesAt) {
    if (!opensAt.isBefore(closesAt)) {
      return;
    }
    int last = inOrder.size() - 1;
    if (last >= 0 && inOrder.get(last).closesAt().equals(opensAt)) {
      inOrder.set(last, new Opening(inOrder.get(last).opensAt(), closesAt));
    } else {
      inOrder.add(new Opening(opensAt, closesAt));
    }
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
