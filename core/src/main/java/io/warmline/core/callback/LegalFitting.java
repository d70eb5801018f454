package io.warmline.core.callback;

import io.warmline.core.callback.Reading.Option;
import io.warmline.core.compliance.Opening;
import io.warmline.core.phrase.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Cuts windows on a prospect's clock down to the times at which calls are legal. Pure: it asks for
 * openings and for nothing else.
 */
final class LegalFitting {

  /** An exact time is met within a quarter of an hour. */
  private static final Duration LEAST = Duration.ofMinutes(15);

  private static final int LOOK_BACK_DAYS = 14;

  private final Function<Instant, Optional<Opening>> openingAt;
  private final Instant notBefore;
  private final Spread spread;

  /** Windows of several days begin with the first of them. */
  LegalFitting(Function<Instant, Optional<Opening>> openingAt, Instant notBefore) {
    this(openingAt, notBefore, Spread.NONE);
  }

  /**
   * @param openingAt the opening that contains an instant, else the next one
   * @param notBefore the first instant that counts: nothing is promised for the past
   * @param spread on which day of a window of several the promise falls due
   */
  LegalFitting(Function<Instant, Optional<Opening>> openingAt, Instant notBefore, Spread spread) {
    this.openingAt = openingAt;
    this.notBefore = notBefore;
    this.spread = spread;
  }

  /** A stretch of legal time; the end is part of it. */
  private record Slot(Instant from, Instant to) {}

  /** Empty if calls are not legal within two weeks of what was meant. */
  Optional<Fit> fit(Intent intent) {
    Window window = intent.window();
    Optional<Slot> first = first(window, intent.zone());
    return first.isPresent()
        ? Optional.of(within(intent, first.get()))
        : moved(later(instant(intent.preferred(), intent.zone()), notBefore));
  }

  private Fit within(Intent intent, Slot first) {
    Slot last = last(intent.window(), intent.zone()).orElse(first);
    Optional<Instant> own = own(intent);
    if (own.isPresent()) {
      return new Fit(own.get(), own.get(), last.to(), false, List.of());
    }
    Instant wanted = instant(intent.preferred(), intent.zone());
    Instant preferred =
        firstFrom(intent, wanted).map(slot -> later(slot.from(), wanted)).orElse(last.to());
    return new Fit(first.from(), preferred, last.to(), false, List.of());
  }

  /**
   * The turn of the lead in a window of several days; empty where there is but one time, or no turn
   * is left. It is reckoned from the opening of its day, whenever that is done, so that it stays
   * the same until it has come.
   */
  private Optional<Instant> own(Intent intent) {
    Window window = intent.window();
    return spread.days(window, intent.preferred()).stream()
        .map(day -> slots(day, window, intent.zone(), Instant.MIN))
        .filter(slots -> !slots.isEmpty())
        .map(slots -> turn(slots.get(0)))
        .filter(turn -> !turn.isBefore(notBefore))
        .findFirst();
  }

  /** Within the stretch, and not in its last quarter of an hour. */
  private Instant turn(Slot slot) {
    long quarters = Math.max(1, Duration.between(slot.from(), slot.to()).dividedBy(LEAST));
    return slot.from().plus(LEAST.multipliedBy(spread.quarters() % quarters));
  }

  /** The first slot of the window that has not ended by then. */
  private Optional<Slot> firstFrom(Intent intent, Instant wanted) {
    Window window = intent.window();
    return days(intent.preferred().toLocalDate(), window.lastDate()).stream()
        .flatMap(day -> slots(day, window, intent.zone()).stream())
        .filter(slot -> !slot.to().isBefore(wanted))
        .findFirst();
  }

  private Optional<Slot> first(Window window, ZoneId zone) {
    LocalDate today = notBefore.atZone(zone).toLocalDate();
    LocalDate from = window.firstDate().isBefore(today) ? today : window.firstDate();
    return days(from, window.lastDate()).stream()
        .flatMap(day -> slots(day, window, zone).stream())
        .findFirst();
  }

  private Optional<Slot> last(Window window, ZoneId zone) {
    for (LocalDate day = window.lastDate(); !day.isBefore(window.firstDate()); ) {
      List<Slot> slots = slots(day, window, zone);
      if (!slots.isEmpty()) {
        return Optional.of(slots.get(slots.size() - 1));
      }
      day = day.minusDays(1);
    }
    return Optional.empty();
  }

  private static List<LocalDate> days(LocalDate first, LocalDate last) {
    return last.isBefore(first) ? List.of() : first.datesUntil(last.plusDays(1)).toList();
  }

  /** What is left of a day. */
  private List<Slot> slots(LocalDate day, Window window, ZoneId zone) {
    return slots(day, window, zone, notBefore);
  }

  private List<Slot> slots(LocalDate day, Window window, ZoneId zone, Instant since) {
    List<Slot> slots = new ArrayList<>();
    Instant from = later(instant(day.atTime(window.from()), zone), since);
    Instant to = instant(day.atTime(window.to()), zone);
    while (!from.isAfter(to)) {
      Optional<Opening> opening = openingAt.apply(from);
      if (opening.isEmpty() || opening.get().opensAt().isAfter(to)) {
        return slots;
      }
      Instant closes = opening.get().closesAt();
      slots.add(new Slot(later(from, opening.get().opensAt()), closes.isBefore(to) ? closes : to));
      from = closes;
    }
    return slots;
  }

  /** The first instant at which the clock shows it; the second if the first is past. */
  private Instant instant(LocalDateTime local, ZoneId zone) {
    ZonedDateTime first = local.atZone(zone);
    Instant instant = first.toInstant();
    return instant.isBefore(notBefore) ? first.withLaterOffsetAtOverlap().toInstant() : instant;
  }

  private Optional<Fit> moved(Instant wanted) {
    return nextLegal(wanted)
        .map(
            next ->
                new Fit(
                    next.dueAt(),
                    next.dueAt(),
                    next.latestAt(),
                    true,
                    List.copyOf(before(wanted))));
  }

  /** The nearest legal times before and after an instant that is not legal; none if it is. */
  List<Option> nearest(Instant wanted) {
    Optional<Opening> opening = openingAt.apply(wanted);
    if (opening.isPresent() && opening.get().contains(wanted)) {
      return List.of();
    }
    List<Option> nearest = new ArrayList<>(before(wanted));
    nextLegal(wanted).ifPresent(nearest::add);
    return nearest;
  }

  /** Whether calls are legal then. */
  boolean isLegal(Instant wanted) {
    return openingAt.apply(wanted).filter(opening -> opening.contains(wanted)).isPresent();
  }

  private Optional<Option> nextLegal(Instant wanted) {
    return openingAt
        .apply(wanted)
        .map(
            opening -> {
              Instant due = later(wanted, opening.opensAt());
              return new Option(due, due.plus(LEAST), "the next time at which calls are allowed");
            });
  }

  private List<Option> before(Instant wanted) {
    for (int days = 1; days <= LOOK_BACK_DAYS; days++) {
      Optional<Opening> last = lastClosedBy(wanted, wanted.minus(Duration.ofDays(days)));
      if (last.isPresent()) {
        Instant due = later(last.get().opensAt(), last.get().closesAt().minus(LEAST));
        return due.isBefore(notBefore)
            ? List.of()
            : List.of(
                new Option(
                    due,
                    last.get().closesAt(),
                    "the last time before it at which calls are allowed"));
      }
    }
    return List.of();
  }

  private Optional<Opening> lastClosedBy(Instant wanted, Instant from) {
    Optional<Opening> found = Optional.empty();
    Optional<Opening> next = openingAt.apply(from);
    while (next.isPresent() && !next.get().closesAt().isAfter(wanted)) {
      found = next;
      next = openingAt.apply(next.get().closesAt());
    }
    return found;
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
