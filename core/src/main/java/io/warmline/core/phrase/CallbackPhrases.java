package io.warmline.core.phrase;

import io.warmline.core.phrase.Interpretation.Resolved;
import io.warmline.core.phrase.Interpretation.Unresolved;
import io.warmline.core.phrase.Item.Mark;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Understands when a prospect asks to be called back. The rules are those of the package. */
public final class CallbackPhrases {

  private static final Warning SEVERAL_TIMES =
      new Warning(WarningCode.SEVERAL_TIMES, "More than one time was named; the last was taken.");

  private static final Warning ONE_OF_SEVERAL =
      new Warning(
          WarningCode.SEVERAL_TIMES,
          "More than one time was offered; the first was taken: ask which of them is meant.");

  private static final Warning APART =
      new Warning(
          WarningCode.SEVERAL_TIMES, "The hour that was named is not in that part of the day.");

  private static final Warning SOME_TIME_IN_A_YEAR =
      new Warning(
          WarningCode.UNCERTAIN_DATE, "Some time in a year was named; ask for the month at least.");

  private static final Warning ZONE_LEFT_OUT =
      new Warning(
          WarningCode.NOT_UNDERSTOOD,
          "The time was named by another clock, and was taken by the prospect's.");

  private static final int MOST_QUOTED = 5;

  private CallbackPhrases() {}

  /**
   * What these words ask for. Pure and total: any text has an answer, in time linear in its length.
   *
   * @param words as they were spoken or typed, in the language of the context
   */
  public static Interpretation interpret(String words, PhraseContext context) {
    return read(words, context).interpretation();
  }

  /** The same, and which of the words were understood. */
  public static PhraseReading read(String words, PhraseContext context) {
    if (context.language().isEmpty()) {
      List<Span> all = words.isEmpty() ? List.of() : List.of(new Span(0, words.length()));
      return new PhraseReading(new Unresolved(UnresolvedReason.LANGUAGE_NOT_READ), List.of(), all);
    }
    Language language = context.language().get();
    PhraseReading reading = read(words, context, language);
    return leavesWords(reading) ? otherwise(words, context, language).orElse(reading) : reading;
  }

  private static boolean leavesWords(PhraseReading reading) {
    return !reading.notUnderstood().isEmpty()
        || (reading.interpretation() instanceof Unresolved unresolved
            && unresolved.reason() == UnresolvedReason.NOTHING_FOUND);
  }

  /** What is understood to the last word in another language is asked about. */
  private static Optional<PhraseReading> otherwise(
      String words, PhraseContext context, Language than) {
    for (Language other : Language.values()) {
      if (other != than && Language.likely(words) == other) {
        PhraseReading reading = read(words, context, other);
        if (reading.interpretation() instanceof Resolved resolved
            && reading.notUnderstood().isEmpty()) {
          Warning warning =
              new Warning(
                  WarningCode.OTHER_LANGUAGE,
                  "Read as "
                      + other.title()
                      + ", though the language was said to be "
                      + than.title()
                      + ".");
          return Optional.of(
              new PhraseReading(
                  resolved.doubted(warning), reading.understood(), reading.notUnderstood()));
        }
      }
    }
    return Optional.empty();
  }

  private static PhraseReading read(String words, PhraseContext context, Language language) {
    List<Token> tokens = language.tokens(words);
    Pieces pieces = Grammar.pieces(tokens);
    List<Item> said = List.copyOf(pieces.items());
    List<Clause.Piece> heard = pieces.said();
    Optional<ZoneId> elsewhere = Zones.takeFrom(pieces, context.spokenAt());
    PhraseContext there = elsewhere.map(context::elsewhere).orElse(context);
    Almanac almanac = Almanac.of(there);
    Composition.compose(pieces, almanac);
    Choice choice = Choice.among(pieces);
    BitSet answer = answer(choice, said, heard);
    Certainty certainty = Certainty.of(words, tokens, heard, answer);
    Coverage coverage = Coverage.of(tokens, pieces, choice.used(), certainty.strange());
    Interpretation here = meaning(said, choice, almanac, there);
    if (elsewhere.isPresent()) {
      here =
          Zones.isOfTheClock(here)
              ? Retractions.farAway(Zones.here(here, there, context), tokens, there, context)
              : unplaced(meaning(said, choice, Almanac.of(context), context));
    }
    return new PhraseReading(
        here instanceof Resolved resolved
            ? doubted(
                concluded(
                    reserved(
                        Retractions.doubted(resolved, tokens, answer, context),
                        words,
                        tokens,
                        Clauses.of(tokens, heard),
                        answer,
                        context),
                    words,
                    certainty,
                    coverage,
                    answer),
                words,
                coverage,
                choice,
                said)
            : here,
        coverage.understood(),
        coverage.notUnderstood());
  }

  /** What was said with a reservation, or while somebody is away, is asked about. */
  private static Resolved reserved(
      Resolved call,
      String words,
      List<Token> tokens,
      List<Clause> clauses,
      BitSet answer,
      PhraseContext context) {
    return Absences.doubted(
        Whereabouts.doubted(
            Hedges.doubted(call, words, tokens, clauses, answer),
            tokens,
            answer,
            context.spokenAt()),
        tokens,
        clauses,
        answer,
        Almanac.of(context));
  }

  /** A time by another clock that is none there, but is one by the prospect's. */
  private static Interpretation unplaced(Interpretation here) {
    return here instanceof Resolved resolved && Zones.isOfTheClock(here)
        ? resolved.doubted(ZONE_LEFT_OUT)
        : here;
  }

  /** The end of a contract is an answer, too. */
  private static BitSet answer(Choice choice, List<Item> said, List<Clause.Piece> heard) {
    BitSet answer = (BitSet) choice.answer().clone();
    if (said.contains(Mark.CONTRACT)) {
      heard.stream()
          .filter(piece -> piece.item() == Mark.CONTRACT)
          .forEach(piece -> answer.or(piece.words()));
    }
    return answer;
  }

  private static Interpretation meaning(
      List<Item> said, Choice choice, Almanac almanac, PhraseContext context) {
    if (said.contains(Mark.IMPOSSIBLE)) {
      return new Unresolved(UnresolvedReason.NO_SUCH_DATE);
    }
    Optional<Dates> dates = choice.dates(almanac);
    if (said.contains(Mark.CONTRACT)) {
      return anchored(choice, dates, context);
    }
    if (choice.moment().isPresent()) {
      return new MomentResolver(context).resolve(choice.moment().get());
    }
    if (dates.isEmpty() && choice.times().isEmpty()) {
      return new Unresolved(reason(said));
    }
    return new Resolver(context).resolve(dates, Times.together(choice.times()));
  }

  private static Resolved concluded(
      Resolved resolved, String words, Certainty certainty, Coverage coverage, BitSet answer) {
    if (resolved.precision() == Precision.YEAR) {
      return resolved.doubted(SOME_TIME_IN_A_YEAR);
    }
    return certainty.isConcluded()
        ? resolved.doubted(
            new Warning(
                WarningCode.INFERRED,
                "Concluded from "
                    + quoted(
                        words,
                        answer.isEmpty() ? coverage.understood() : coverage.spans(certainty.said()))
                    + ", and not said: ask whether it is meant."))
        : resolved;
  }

  private static Resolved doubted(
      Resolved resolved, String words, Coverage coverage, Choice choice, List<Item> said) {
    Resolved doubted = resolved;
    if (said.contains(Mark.CONDITION)) {
      doubted = doubted.doubted(Conditions.WARNING);
    }
    List<Span> doubtful = coverage.doubtful();
    if (!doubtful.isEmpty()) {
      doubted = doubted.doubted(notUnderstood(words, doubtful));
    }
    if (Times.areApart(choice.times())) {
      doubted = doubted.doubted(APART);
    }
    if (choice.isOneOfSeveral()) {
      doubted = doubted.doubted(ONE_OF_SEVERAL);
    }
    return Times.disagree(choice.times()) ? doubted.doubted(SEVERAL_TIMES) : doubted;
  }

  private static Warning notUnderstood(String words, List<Span> spans) {
    return new Warning(
        WarningCode.NOT_UNDERSTOOD,
        "Not understood, and it may change the time: " + quoted(words, spans) + ".");
  }

  private static String quoted(String words, List<Span> spans) {
    String quoted =
        spans.stream()
            .limit(MOST_QUOTED)
            .map(span -> "\"" + span.in(words) + "\"")
            .collect(Collectors.joining(", "));
    return spans.size() > MOST_QUOTED ? quoted + ", and more" : quoted;
  }

  private static UnresolvedReason reason(List<Item> said) {
    if (said.contains(Mark.RECURRING)) {
      return UnresolvedReason.RECURRING;
    }
    if (said.contains(Mark.PAST)) {
      return UnresolvedReason.PAST;
    }
    if (said.contains(Mark.CONDITION)
        || said.contains(Mark.WHEN)
        || said.contains(Item.Bound.AFTER)) {
      return UnresolvedReason.CONDITION;
    }
    if (said.contains(Mark.VAGUE) || said.contains(Mark.OTHERS_CALL)) {
      return UnresolvedReason.VAGUE;
    }
    boolean busy =
        said.contains(Mark.BUSY) || said.contains(Mark.AWAY) || said.contains(Mark.ELSEWHERE);
    return busy ? UnresolvedReason.BUSY : UnresolvedReason.NOTHING_FOUND;
  }

  private static Interpretation anchored(
      Choice choice, Optional<Dates> dates, PhraseContext context) {
    ContractTerm contract = context.contract();
    if (dates.isEmpty() && contract.end().isEmpty()) {
      return new Unresolved(UnresolvedReason.CONTRACT_END_UNKNOWN);
    }
    Dates meant = dates.orElseGet(() -> beforeEnd(contract, context));
    Interpretation found =
        new Resolver(context).resolve(Optional.of(meant), Times.together(choice.times()));
    return found instanceof Resolved resolved ? tied(resolved) : found;
  }

  /** Some days before the end, or today if that is past and the end is not. */
  private static Dates beforeEnd(ContractTerm contract, PhraseContext context) {
    LocalDate today = context.spokenAt().toLocalDate();
    LocalDate end = contract.end().orElse(today);
    LocalDate day = end.minusDays(contract.daysBefore());
    LocalDate meant = day.isBefore(today) && !end.isBefore(today) ? today : day;
    return Dates.day(meant).rolling(Dates.Rolling.COUNTED);
  }

  private static Resolved tied(Resolved resolved) {
    return new Resolved(
        resolved.window(),
        resolved.moments(),
        resolved.sense().with(Anchor.CONTRACT_END),
        resolved.doubts());
  }
}
