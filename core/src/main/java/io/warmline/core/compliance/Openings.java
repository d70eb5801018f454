package io.warmline.core.compliance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The openings in some span of time: in order, with a gap between any two. */
final class Openings {

  private final List<Opening> inOrder = new ArrayList<>();

  private Openings() {}

  /**
   * The openings that these hours make in one zone, cut to {@code [from, until)}. Time is walked in
   * stretches between clock changes: within one, wall clock and instants differ by a fixed offset.
   */
  static Openings of(CallingHours hours, ZoneId zone, Instant from, Instant until) {
    Openings openings = new Openings();
    ZoneRules rules = zone.getRules();
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

  private void addStretch(CallingHours hours, ZoneOffset offset, Instant start, Instant end) {
    LocalDate last = LocalDate.ofInstant(end, offset);
    for (LocalDate day = LocalDate.ofInstant(start, offset); !day.isAfter(last); ) {
      LocalDate tomorrow = day.plusDays(1);
      for (CallingHours.Window window : hours.on(day.getDayOfWeek())) {
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
