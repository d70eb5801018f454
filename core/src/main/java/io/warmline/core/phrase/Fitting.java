package io.warmline.core.phrase;

import io.warmline.core.phrase.Dates.Span;
import java.time.LocalDate;
import java.util.Optional;

/** Moves days onto those on which calls are possible. */
final class Fitting {

  private static final Warning ROLLED =
      new Warning(
          WarningCode.ROLLED_FORWARD, "No calls are possible that day; the next one was taken.");

  /** Days that are named are few: longer stretches have business days. */
  private static final int MOST_NAMED = 7;

  private Fitting() {}

  /** The days that are not past, on days on which calls are possible. */
  static Dates fit(Dates dates, LocalDate today, PhraseContext context) {
    WorkingTime working = context.workingTime();
    LocalDate first = dates.first().isBefore(today) ? today : dates.first();
    LocalDate last = dates.last().isBefore(first) ? first : dates.last();
    Optional<LocalDate> named = firstNamed(dates, first, last, context);
    if (working.openOnOrAfter(first).isAfter(last) && named.isPresent()) {
      return moved(dates, named.get(), last);
    }
    if (working.openOnOrAfter(first).isAfter(last)) {
      LocalDate next = working.openOnOrAfter(first);
      Doubts rolled = Doubts.NONE.with(ROLLED);
      return moved(dates, next, next)
          .with(dates.rolling() == Dates.Rolling.COUNTED ? rolled : rolled.confirm());
    }
    return switch (dates.rolling()) {
      case FORWARD -> forward(dates, first, last, context);
      case COUNTED -> moved(dates, working.openOnOrAfter(first), working.openOnOrAfter(last));
      case BACK -> moved(dates, first, working.openOnOrBefore(last));
      case NONE -> moved(dates, first, last);
    };
  }

  /** "On Saturday", "over the weekend": the campaign may call on days that are no business days. */
  private static Optional<LocalDate> firstNamed(
      Dates dates, LocalDate first, LocalDate last, PhraseContext context) {
    return dates.rolling() == Dates.Rolling.COUNTED || first.plusDays(MOST_NAMED).isBefore(last)
        ? Optional.empty()
        : first.datesUntil(last.plusDays(1)).filter(context::mayCall).findFirst();
  }

  /** "Friday or Saturday", where nobody calls on the last of them. */
  private static Dates forward(
      Dates dates, LocalDate first, LocalDate last, PhraseContext context) {
    WorkingTime working = context.workingTime();
    LocalDate open = working.openOnOrAfter(first);
    boolean several = first.isBefore(last);
    if (several && context.mayCall(last)) {
      return moved(dates, context.mayCall(first) ? first : open, last);
    }
    Dates moved = moved(dates, open, working.openOnOrAfter(last));
    return several && !working.open(last) ? moved.with(Doubts.NONE.with(ROLLED).confirm()) : moved;
  }

  /** The same days without today. */
  static Dates fromTomorrow(Dates dates, LocalDate today, PhraseContext context) {
    return fit(moved(dates, today.plusDays(1), dates.last()), today.plusDays(1), context);
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
        new Span(first, end, dates.span().best(), dates.span().leeway()),
        dates.precision(),
        dates.rolling(),
        dates.doubts());
  }
}
