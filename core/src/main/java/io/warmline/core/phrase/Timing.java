package io.warmline.core.phrase;

import io.warmline.core.phrase.WorkingTime.Hours;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;

/**
 * The hours of a window, within the legal ones.
 *
 * @param said whether a time was said; otherwise they are the business hours
 * @param doubt whether another time may have been meant
 * @param leeway what the words leave open beside it
 */
record Timing(LocalTime from, LocalTime to, boolean said, Doubt doubt, Set<Leeway> leeway) {

  /** What is uncertain about a time. */
  enum Doubt {
    NONE,
    /** Seven could be in the morning or in the evening. */
    HALF,
    /** It is no legal hour and was moved to one. */
    OUTSIDE
  }

  static Timing of(Optional<Times> times, LocalTime now, WorkingTime working) {
    Hours business = working.business();
    if (times.isEmpty()) {
      return new Timing(business.from(), business.to(), false, Doubt.NONE, Set.of());
    }
    LocalTime start = times.get().start(now);
    LocalTime end = times.get().end(now);
    LocalTime from = working.legal().clip(start);
    LocalTime to = working.legal().clip(end);
    boolean outside = !from.equals(start) || !to.equals(end);
    Doubt half = times.get().doubtful() ? Doubt.HALF : Doubt.NONE;
    return new Timing(
        from,
        to.isBefore(from) ? from : to,
        true,
        outside ? Doubt.OUTSIDE : half,
        times.get().leeway());
  }

  private boolean isPoint() {
    return from.equals(to);
  }

  boolean isOver(LocalTime now) {
    return isPoint() ? from.isBefore(now) : !to.isAfter(now);
  }

  Timing notBefore(LocalTime now) {
    return from.isBefore(now) && !isPoint() ? new Timing(now, to, said, doubt, leeway) : this;
  }

  Timing until(LocalTime end) {
    return new Timing(from, end, said, doubt, leeway);
  }

  Doubts doubts(LocalDate first, LocalDate last) {
    return switch (doubt) {
      case NONE -> Doubts.NONE;
      case HALF ->
          Doubts.NONE
              .with(
                  new Warning(
                      WarningCode.AMBIGUOUS_TIME, "Seven may be in the morning or the evening."))
              .with(
                  new Alternative(
                      new Window(first, last, from.minusHours(12), from.minusHours(12)),
                      "if the morning is meant"))
              .confirm();
      case OUTSIDE -> {
        Warning warning =
            new Warning(
                WarningCode.OUTSIDE_CALLING_HOURS,
                "Calls are not legal at that time; the nearest legal one was taken.");
        yield isPoint() ? Doubts.NONE.with(warning).confirm() : Doubts.NONE.with(warning);
      }
    };
  }
}
