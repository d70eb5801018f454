package io.warmline.core.phrase;

import io.warmline.core.phrase.Clause.Piece;
import io.warmline.core.phrase.Interpretation.Resolved;
import io.warmline.core.phrase.Item.BareNumber;
import io.warmline.core.phrase.Item.Bound;
import io.warmline.core.phrase.Item.Date;
import io.warmline.core.phrase.Item.For;
import io.warmline.core.phrase.Item.Mark;
import io.warmline.core.phrase.Item.Time;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the call falls within a time for which somebody said, in another clause, to be away: "I'm
 * on vacation next week, call me on the 20th", "in a meeting from two to four, call me at three".
 */
final class Absences {

  private static final Set<Mark> AWAY = EnumSet.of(Mark.AWAY);

  private static final Set<Mark> OUT = EnumSet.of(Mark.AWAY, Mark.REJECT_LAST, Mark.REJECT_NEXT);

  private static final int DAYS_TO_ANOTHER_WEEK = 6;

  private static final Set<Mark> ENGAGED = EnumSet.of(Mark.AWAY, Mark.BUSY, Mark.ELSEWHERE);

  private static final Warning AWAY_THEN =
      new Warning(
          WarningCode.UNCERTAIN_DATE,
          "The call was asked for at a time at which somebody is away or engaged.");

  private final Resolved call;
  private final Almanac almanac;
  private final int answered;

  private Absences(Resolved call, Almanac almanac, int answered) {
    this.call = call;
    this.almanac = almanac;
    this.answered = answered;
  }

  static Resolved doubted(
      Resolved call, List<Token> tokens, List<Clause> clauses, BitSet answer, Almanac almanac) {
    Absences absences = new Absences(call, almanac, answer.nextSetBit(0));
    boolean away =
        clauses.stream().filter(clause -> !clause.holdsAnyOf(answer)).anyMatch(absences::covers);
    boolean weekday = answer.stream().mapToObj(tokens::get).allMatch(token -> token.is(Kind.DAY));
    boolean later = weekday && clauses.stream().anyMatch(absences::isOfLater);
    return away
            || later
            || Departures.ruleOut(call, tokens, clauses, answer, almanac.context().spokenAt())
        ? call.doubted(AWAY_THEN)
        : call;
  }

  /** "I'm away on the 20th, Monday works", said weeks before, is the Monday of that week. */
  private boolean isOfLater(Clause clause) {
    return clause.first() < answered
        && clause.has(OUT)
        && clause.pieces().stream()
            .filter(piece -> piece.item() instanceof Date)
            .map(piece -> ((Date) piece.item()).dates().apply(almanac).first())
            .anyMatch(day -> day.isAfter(call.lastDate().plusDays(DAYS_TO_ANOTHER_WEEK)));
  }

  private boolean covers(Clause clause) {
    return (clause.has(AWAY) && coversDays(clause))
        || (clause.has(ENGAGED) && (coversHours(clause) || cuts(clause)));
  }

  /** "After two, and I've a hard stop at four": of the hours that were asked for some are taken. */
  private boolean cuts(Clause clause) {
    boolean day = clause.pieces().stream().anyMatch(piece -> piece.item() instanceof Date);
    boolean bounded = clause.pieces().stream().anyMatch(piece -> piece.item() instanceof Bound);
    boolean same = call.lastDate().equals(almanac.today()) || clause.first() > answered;
    boolean hours = call.precision() == Precision.PART_OF_DAY;
    return !day
        && !bounded
        && same
        && hours
        && clause.pieces().stream()
            .flatMap(piece -> hour(piece.item()).stream())
            .anyMatch(hour -> hour.isAfter(call.from()) && hour.isBefore(call.to()));
  }

  private boolean coversDays(Clause clause) {
    Optional<Dates> last = Optional.empty();
    boolean until = false;
    boolean from = false;
    boolean open = false;
    for (Piece piece : clause.pieces()) {
      until = until || piece.item() == Bound.UNTIL;
      from = from || piece.item() == Bound.FROM;
      open = open || piece.item() == Bound.AFTER || piece.item() == Bound.BEFORE;
      if (piece.item() instanceof For span) {
        return isBefore(span.dates().apply(almanac).last());
      }
      if (piece.item() instanceof Date date) {
        last = Optional.of(date.dates().apply(almanac));
      }
    }
    if (last.isEmpty() || open) {
      return false;
    }
    if (from && !until && last.get().isDay()) {
      return !call.firstDate().isBefore(last.get().first());
    }
    return until ? isBefore(last.get().first()) : isWithin(last.get());
  }

  private boolean isBefore(LocalDate day) {
    return call.lastDate().isBefore(day);
  }

  private boolean isBefore(LocalTime hour) {
    return call.from().isBefore(hour) && !call.to().isAfter(hour);
  }

  private boolean isWithin(Dates days) {
    return !call.firstDate().isBefore(days.first()) && !call.lastDate().isAfter(days.last());
  }

  /** Hours without a day are those of today. */
  private boolean coversHours(Clause clause) {
    boolean day = clause.pieces().stream().anyMatch(piece -> piece.item() instanceof Date);
    if (day || !call.lastDate().equals(almanac.today())) {
      return false;
    }
    List<Piece> pieces = clause.pieces();
    for (int i = 0; i < pieces.size(); i++) {
      boolean until = i > 0 && pieces.get(i - 1).item() == Bound.UNTIL;
      if (pieces.get(i).item() instanceof Time time && time.times().isRange()) {
        LocalTime from = call.from();
        LocalTime none = LocalTime.NOON;
        return !from.isBefore(time.times().start(none)) && from.isBefore(time.times().end(none));
      }
      if (until && hour(pieces.get(i).item()).filter(this::isBefore).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** The hour of the clock that was said, if it was one. */
  static Optional<LocalTime> hour(Item item) {
    if (item instanceof BareNumber number) {
      return Optional.of(Clock.open(number.value(), 0).time());
    }
    return item instanceof Time time && !time.times().isPart()
        ? Optional.of(time.times().from().time())
        : Optional.empty();
  }
}
