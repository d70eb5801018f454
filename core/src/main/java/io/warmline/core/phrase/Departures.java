package io.warmline.core.phrase;

import io.warmline.core.phrase.Clause.Piece;
import io.warmline.core.phrase.Interpretation.Resolved;
import io.warmline.core.phrase.Item.Bound;
import io.warmline.core.phrase.Item.Date;
import io.warmline.core.phrase.Item.Moment;
import io.warmline.core.phrase.Item.Time;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Hours from which, or before which, nobody is there: "I leave at three, call me at four", "we
 * close at noon, call at two", "we open at ten, call at nine". Who has finished work can be called,
 * though not at the office.
 */
final class Departures {

  private static final Set<Item.Mark> ELSEWHERE =
      EnumSet.of(Item.Mark.ELSEWHERE, Item.Mark.STORY, Item.Mark.AWAY);

  private static final Set<Item.Mark> ENGAGED = EnumSet.of(Item.Mark.AWAY, Item.Mark.BUSY);

  private static final Set<Item.Mark> BACK = EnumSet.of(Item.Mark.BACK);

  private static final Set<String> LEAVES = words("leave leaves leaving gone departs");

  /** These leave where it is said that they go out, or when: "run at three". */
  private static final Set<String> GOES =
      words("go goes going run head heads heading fly flies flying board boards boarding");

  private static final Set<String> OUT = words("at around by out off home");

  /** "Out the door at three", "out of here". */
  private static final Set<String> DOORS = words("the of");

  /** What fetches somebody: "my ride is here at two". */
  private static final Set<String> RIDES = words("ride taxi cab uber lyft");

  private static final Set<String> TO = words("to");

  private static final Set<String> SHIFTS = words("shift duty");

  private static final Set<String> ENDS = words("end ends over off finish finishes done until");

  private static final Set<String> CLOSES = words("close closes closing shut shuts");

  private static final Set<String> OPENS = words("open opens opening begin begins");

  /** "Get off at four", "knock off". */
  private static final Set<String> GETS = words("get gets got getting knock knocks clock clocks");

  private static final Set<String> FINISHES = words("finish finishes finishing");

  private static final Set<String> WORKPLACES = words("office desk work here shop store reception");

  private static final Set<String> ANYWHERE = words("cell mobile home");

  private static final Set<String> SLEEPS =
      words("work works working sleep sleeps sleeping asleep");

  private static final Set<String> NIGHTS = words("night nights tonight evening evenings");

  private final Resolved call;
  private final List<Token> tokens;
  private final ZonedDateTime spokenAt;
  private final Set<String> asked;
  private final int behind;

  private Departures(
      Resolved call, List<Token> tokens, ZonedDateTime spokenAt, Set<String> asked, int behind) {
    this.call = call;
    this.tokens = tokens;
    this.spokenAt = spokenAt;
    this.asked = asked;
    this.behind = behind;
  }

  private static Set<String> words(String line) {
    return Arrays.stream(line.split(" ")).collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a clause beside the answer says that nobody is there at the time of the call. */
  static boolean ruleOut(
      Resolved call,
      List<Token> tokens,
      List<Clause> clauses,
      BitSet answer,
      ZonedDateTime spokenAt) {
    Set<String> asked =
        clauses.stream()
            .filter(clause -> clause.holdsAnyOf(answer))
            .flatMap(clause -> tokens.subList(clause.first(), clause.end()).stream())
            .map(Token::text)
            .collect(Collectors.toUnmodifiableSet());
    Departures departures = new Departures(call, tokens, spokenAt, asked, answer.length());
    return clauses.stream()
        .filter(clause -> !clause.holdsAnyOf(answer))
        .anyMatch(clause -> departures.worksThen(clause) || departures.isGone(clause));
  }

  /** "I work nights, call me at night". */
  private boolean worksThen(Clause clause) {
    return says(clause, SLEEPS)
        && says(clause, NIGHTS)
        && NIGHTS.stream().anyMatch(asked::contains);
  }

  private boolean isGone(Clause clause) {
    boolean until =
        clause.pieces().stream()
            .anyMatch(piece -> piece.item() == Bound.UNTIL || piece.item() instanceof Date);
    if (says(clause, OPENS) && isOutside(clause)) {
      return true;
    }
    Optional<LocalTime> hour = hour(clause);
    if (until || hour.isEmpty() || !(clause.has(ELSEWHERE) || says(clause, RIDES))) {
      return false;
    }
    boolean cutsDay = clause.first() >= behind && isCutDay(hour.get());
    LocalDate today = spokenAt.toLocalDate();
    boolean sameDay = call.firstDate().equals(today) && call.lastDate().equals(today);
    if (says(clause, CLOSES)) {
      return !call.from().isBefore(hour.get()) || isCut(hour.get()) || cutsDay;
    }
    if (says(clause, OPENS) && !isOnShift(clause)) {
      return call.from().isBefore(hour.get()) && !call.to().isAfter(hour.get());
    }
    boolean goes = leaves(clause) || isEngagedFrom(clause) || isOnShift(clause);
    return goes && (cutsDay || (sameDay && !call.from().isBefore(hour.get())));
  }

  /** "Call Thursday, we close at three": of the day that was asked for only a part is left. */
  private boolean isCutDay(LocalTime hour) {
    return call.precision() == Precision.DAY
        && hour.isAfter(call.from())
        && hour.isBefore(call.to());
  }

  /** "I'm busy after two". */
  private static boolean isEngagedFrom(Clause clause) {
    return clause.has(ENGAGED)
        && !clause.has(BACK)
        && clause.pieces().stream()
            .anyMatch(piece -> piece.item() == Bound.AFTER || piece.item() == Bound.FROM);
  }

  private boolean isOnShift(Clause clause) {
    return (says(clause, SHIFTS) || says(clause, GETS, words("in"))) && !says(clause, ENDS);
  }

  /** "We're open nine to five, call at six". */
  private boolean isOutside(Clause clause) {
    return clause.pieces().stream()
        .filter(piece -> piece.item() instanceof Time time && time.times().isRange())
        .map(piece -> ((Time) piece.item()).times())
        .anyMatch(
            hours ->
                call.from().isBefore(hours.start(LocalTime.NOON))
                    || call.from().isAfter(hours.end(LocalTime.NOON)));
  }

  private boolean isCut(LocalTime hour) {
    return call.precision() == Precision.PART_OF_DAY && call.to().isAfter(hour);
  }

  private boolean leaves(Clause clause) {
    if (ANYWHERE.stream().anyMatch(asked::contains)) {
      return false;
    }
    boolean freed =
        says(clause, FINISHES)
            || says(clause, words("done"), words("for"))
            || says(clause, GETS, words("off out"))
            || says(clause, LEAVES, words("work"));
    return freed
        ? WORKPLACES.stream().anyMatch(asked::contains)
        : says(clause, LEAVES)
            || says(clause, GOES, OUT)
            || isOff(clause)
            || says(clause, RIDES)
            || says(clause, words("out"), DOORS);
  }

  /** "I'm off at four"; who is off to the dentist comes back. */
  private boolean isOff(Clause clause) {
    return says(clause, words("am are is"), words("off")) && !says(clause, words("off"), TO);
  }

  private boolean says(Clause clause, Set<String> which) {
    return tokens.subList(clause.first(), clause.end()).stream()
        .anyMatch(token -> which.contains(token.text()));
  }

  /** Whether one of the first is followed by one of the second. */
  private boolean says(Clause clause, Set<String> which, Set<String> then) {
    return IntStream.range(clause.first(), clause.end() - 1)
        .anyMatch(
            i -> which.contains(tokens.get(i).text()) && then.contains(tokens.get(i + 1).text()));
  }

  private Optional<LocalTime> hour(Clause clause) {
    return clause.pieces().stream()
        .map(Piece::item)
        .flatMap(item -> hour(item).stream())
        .filter(hour -> !says(clause, LEAVES, words("for")) || isSaid(clause))
        .findFirst();
  }

  /** Who is leaving for lunch in ten minutes will be back. */
  private static boolean isSaid(Clause clause) {
    return clause.pieces().stream().noneMatch(piece -> piece.item() instanceof Moment);
  }

  /** "I'm leaving in ten minutes". */
  private Optional<LocalTime> hour(Item item) {
    return item instanceof Moment moment
        ? Optional.of(moment.stretch().apply(spokenAt).from().toLocalTime())
        : Absences.hour(item);
  }
}
