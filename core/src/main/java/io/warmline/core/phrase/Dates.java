package io.warmline.core.phrase;

import java.time.LocalDate;
import java.util.Set;

/**
 * Days that words name, before they are fitted to the days on which calls are possible.
 *
 * @param doubts with alternatives that have no times yet
 */
record Dates(Span span, Precision precision, Rolling rolling, Doubts doubts) {

  /** What to do with a first or last day on which calls are not possible. */
  enum Rolling {
    /** Both move forward, and a day that was named is asked about. */
    FORWARD,
    /** Both move forward: nobody who counts days looks at the calendar. */
    COUNTED,
    /** The last moves back, for it must not be passed. */
    BACK,
    /** They stay, for the words name a part of the calendar. */
    NONE
  }

  /**
   * Two days, both in, and the one that suits best.
   *
   * @param leeway what the words leave open beside them
   */
  record Span(LocalDate first, LocalDate last, LocalDate best, Set<Leeway> leeway) {

    Span(LocalDate first, LocalDate last, LocalDate best) {
      this(first, last, best, Set.of());
    }
  }

  static Dates day(LocalDate day) {
    return new Dates(new Span(day, day, day), Precision.DAY, Rolling.FORWARD, Doubts.NONE);
  }

  /** A part of the calendar. */
  static Dates period(LocalDate first, LocalDate last, Precision precision) {
    return new Dates(new Span(first, last, first), precision, Rolling.NONE, Doubts.NONE);
  }

  /** Counted days around the one that was named. */
  static Dates around(LocalDate first, LocalDate best, LocalDate last) {
    return new Dates(new Span(first, last, best), Precision.DAYS, Rolling.COUNTED, Doubts.NONE);
  }

  LocalDate first() {
    return span.first();
  }

  LocalDate last() {
    return span.last();
  }

  /** The same of words that leave this open. */
  Dates leaving(Leeway open) {
    Span other = new Span(span.first(), span.last(), span.best(), Set.of(open));
    return new Dates(other, precision, rolling, doubts);
  }

  boolean isDay() {
    return precision == Precision.DAY;
  }

  Dates rolling(Rolling other) {
    return new Dates(span, precision, other, doubts);
  }

  Dates with(Doubts more) {
    return new Dates(span, precision, rolling, doubts.and(more));
  }
}
