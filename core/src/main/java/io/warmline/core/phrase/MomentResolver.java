package io.warmline.core.phrase;

import io.warmline.core.phrase.Interpretation.Resolved;
import io.warmline.core.phrase.Interpretation.Unresolved;
import io.warmline.core.phrase.Item.Stretch;
import io.warmline.core.phrase.WorkingTime.Hours;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

/** Makes a window of a time that was counted from now in hours or minutes. */
final class MomentResolver {

  private static final int MOST_YEARS = 10;

  private final PhraseContext context;

  MomentResolver(PhraseContext context) {
    this.context = context;
  }

  /**
   * The stretch itself, on a day off too, for the prospect is evidently there; outside the legal
   * hours the next business day from its beginning.
   */
  Interpretation resolve(Item.Moment moment) {
    Stretch stretch = moment.stretch().apply(context.spokenAt());
    ZonedDateTime from = fullMinute(stretch.from());
    ZonedDateTime to = fullMinute(stretch.to());
    if (from.isAfter(context.spokenAt().plusYears(MOST_YEARS))) {
      return new Unresolved(UnresolvedReason.TOO_FAR);
    }
    Hours legal = context.workingTime().legal();
    boolean late = from.toLocalTime().isAfter(legal.to());
    boolean early = from.toLocalTime().isBefore(legal.from());
    return late || early ? moved(from.toLocalDate().plusDays(late ? 1 : 0)) : exact(from, to);
  }

  private static ZonedDateTime fullMinute(ZonedDateTime time) {
    ZonedDateTime minute = time.truncatedTo(ChronoUnit.MINUTES);
    return minute.equals(time) ? minute : minute.plusMinutes(1);
  }

  private Interpretation exact(ZonedDateTime from, ZonedDateTime to) {
    LocalDate day = from.toLocalDate();
    boolean sameDay =
        to.toLocalDate().equals(day) && !to.toLocalTime().isBefore(from.toLocalTime());
    LocalTime legalEnd = context.workingTime().legal().to();
    LocalTime end = sameDay && to.toLocalTime().isBefore(legalEnd) ? to.toLocalTime() : legalEnd;
    Window window = new Window(day, day, from.toLocalTime(), end);
    ZonedDateTime latest =
        sameDay && end.equals(to.toLocalTime()) ? to : day.atTime(end).atZone(from.getZone());
    Precision precision = window.isPoint() ? Precision.EXACT_TIME : Precision.PART_OF_DAY;
    String words = Explanation.of(window, precision, true, context.spokenAt().toLocalDate());
    return new Resolved(
        window,
        new Moments(from.toInstant(), from.toInstant(), latest.toInstant()),
        new Sense(precision, Anchor.NONE, Confidence.HIGH, words, Set.of(Leeway.COUNTED)),
        Doubts.NONE);
  }

  private Interpretation moved(LocalDate day) {
    Warning warning =
        new Warning(
            WarningCode.OUTSIDE_CALLING_HOURS,
            "Calls are not legal at that time; the next business day was taken.");
    Dates next = Dates.day(day).with(Doubts.NONE.with(warning).confirm());
    return new Resolver(context).resolve(Optional.of(next), Optional.empty());
  }
}
