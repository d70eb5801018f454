package io.warmline.core.phrase;

import io.warmline.core.phrase.Interpretation.Resolved;
import io.warmline.core.phrase.Interpretation.Unresolved;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Makes a window of days and times: none past, on open days, within the legal hours. */
final class Resolver {

  private static final int MOST_YEARS = 10;

  private final PhraseContext context;
  private final LocalDate today;
  private final LocalTime now;

  Resolver(PhraseContext context) {
    this.context = context;
    ZonedDateTime spoken = context.spokenAt();
    this.today = spoken.toLocalDate();
    this.now = spoken.toLocalTime();
  }

  /** The window of days and times that were said. */
  Interpretation resolve(Optional<Dates> said, Optional<Times> times) {
    Dates dates = said.orElseGet(() -> implied(times));
    if (dates.last().isBefore(today)) {
      return new Unresolved(UnresolvedReason.PAST);
    }
    if (dates.first().isAfter(today.plusYears(MOST_YEARS))) {
      return new Unresolved(UnresolvedReason.TOO_FAR);
    }
    Dates fitted = Fitting.fit(dates, today, context);
    Timing timing = Timing.of(times, now, working());
    if (!fitted.first().equals(today) || !timing.isOver(now)) {
      return resolved(fitted, timing);
    }
    if (fitted.last().isAfter(today)) {
      return resolved(Fitting.fromTomorrow(fitted, today, context), timing);
    }
    return tooLateToday(fitted, timing);
  }

  private Interpretation tooLateToday(Dates dates, Timing timing) {
    if (timing.said()) {
      return new Unresolved(UnresolvedReason.PAST);
    }
    if (now.isBefore(PartOfDay.EVENING.to())) {
      return resolved(dates, timing.until(PartOfDay.EVENING.to()));
    }
    LocalDate next = working().openOnOrAfter(today.plusDays(1));
    Warning late = new Warning(WarningCode.ROLLED_FORWARD, "That day is over; the next was taken.");
    return resolved(Dates.day(next).with(Doubts.NONE.with(late).confirm()), timing);
  }

  /** The day of a time without one: today, or tomorrow if it is past or its morning has begun. */
  private Dates implied(Optional<Times> times) {
    Timing timing = Timing.of(times, now, working());
    boolean morningBegun =
        times.map(Times::isPart).orElse(false)
            && timing.from().isBefore(LocalTime.of(10, 0))
            && !timing.from().isAfter(now);
    Dates day = Dates.day(timing.isOver(now) || morningBegun ? today.plusDays(1) : today);
    boolean begun = times.filter(Times::opens).isPresent() && timing.from().isBefore(now);
    boolean missed = begun || (timing.isOver(now) && !times.map(Times::isPart).orElse(false));
    return missed ? day.with(Doubts.NONE.confirm()) : day;
  }

  private Resolved resolved(Dates dates, Timing timing) {
    LocalClock clock = new LocalClock(context.spokenAt());
    boolean onlyToday = dates.first().equals(today) && dates.last().equals(today);
    LocalDate first = dates.first();
    LocalTime earliest = onlyToday ? timing.notBefore(now).from() : timing.from();
    LocalTime from = clock.shown(first, earliest);
    LocalTime end = clock.shown(dates.last(), timing.to());
    LocalTime to = end.isBefore(from) ? from : end;
    Window window = new Window(first, dates.last(), from, to);
    Doubts odd = timing.said() ? clock.doubts(first, earliest) : Doubts.NONE;
    Doubts doubts = dates.doubts().and(timing.doubts(first, dates.last())).and(odd);
    return new Resolved(
        window,
        moments(window, Fitting.best(dates, working()), clock),
        sense(window, dates, timing, doubts),
        Alternatives.timed(doubts, window, context));
  }

  private Moments moments(Window window, LocalDate best, LocalClock clock) {
    var spoken = context.spokenAt().toInstant();
    var begins = clock.instant(window.firstDate(), window.from());
    var earliest = begins.isBefore(spoken) ? spoken : begins;
    var ends = clock.instant(window.lastDate(), window.to());
    var latest = ends.isBefore(earliest) ? earliest : ends;
    var liked = clock.instant(best, window.from());
    var preferred = liked.isBefore(earliest) ? earliest : liked;
    return new Moments(earliest, preferred.isAfter(latest) ? latest : preferred, latest);
  }

  private Sense sense(Window window, Dates dates, Timing timing, Doubts doubts) {
    boolean several = dates.first().isBefore(dates.last());
    Confidence sure =
        doubts.warnings().isEmpty() && !(several && dates.precision() == Precision.DAYS)
            ? Confidence.HIGH
            : Confidence.MEDIUM;
    return new Sense(
        precision(window, dates, timing),
        Anchor.NONE,
        doubts.needsConfirmation() ? Confidence.LOW : sure,
        Explanation.of(window, dates.precision(), timing.said(), today),
        leeway(dates, timing));
  }

  private static Set<Leeway> leeway(Dates dates, Timing timing) {
    Set<Leeway> leeway = new HashSet<>(timing.leeway());
    if (dates.rolling() == Dates.Rolling.COUNTED) {
      leeway.add(Leeway.COUNTED);
    }
    leeway.addAll(dates.span().leeway());
    return leeway;
  }

  private static Precision precision(Window window, Dates dates, Timing timing) {
    if (timing.said()) {
      return window.isPoint() ? Precision.EXACT_TIME : Precision.PART_OF_DAY;
    }
    return dates.precision();
  }

  private WorkingTime working() {
    return context.workingTime();
  }
}
