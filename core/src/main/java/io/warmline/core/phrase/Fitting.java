package io.warmline.core.phrase;

import io.warmline.core.phrase.Dates.Span;
import java.time.LocalDate;

/** Moves days onto those on which calls are possible. */
final class Fitting {

  private static final Warning ROLLED =
      new Warning(
          WarningCode.ROLLED_FORWARD, "No calls are possible that day; the next one was taken.");

  private Fitting() {}

  /** The days that are not past, on days on which calls are possible. */
  static Dates fit(Dates dates, LocalDate today, WorkingTime working) {
    LocalDate first = dates.first().isBefore(today) ? today : dates.first();
    LocalDate last = dates.last().isBefore(first) ? first : dates.last();
    if (working.openOnOrAfter(first).isAfter(last)) {
      LocalDate next = working.openOnOrAfter(first);
      return moved(dates, next, next).with(Doubts.NONE.with(ROLLED));
    }
    return switch (dates.rolling()) {
      case FORWARD -> moved(dates, working.openOnOrAfter(first), working.openOnOrAfter(last));
      case BACK -> moved(dates, first, working.openOnOrBefore(last));
      case NONE -> moved(dates, first, last);
    };
  }

  /** The same days without today. */
  static Dates fromTomorrow(Dates dates, LocalDate today, WorkingTime working) {
    return fit(moved(dates, today.plusDays(1), dates.last()), today.plusDays(1), working);
  }

  /** The best day, if it is still one of them and calls are possible on it, else the first such. */
  static LocalDate best(Dates dates, WorkingTime working) {
    LocalDate best = dates.span().best();
    boolean within = !best.isBefore(dates.first()) && !best.isAfter(dates.last());
    if (within && working.openOnOrAfter(best).compareTo(dates.last()) <= 0) {
      return working.openOnOrAfter(best);
    }
    LocalDate open = working.openOnOrAfter(dates.first());
    return open.isAfter(dates.last()) ? dates.first() : open;
  }

  private static Dates moved(Dates dates, LocalDate first, LocalDate last) {
    LocalDate end = last.isBefore(first) ? first : last;
    return new Dates(
        new Span(first, end, dates.span().best()),
        dates.precision(),
        dates.rolling(),
        dates.doubts());
  }
}
