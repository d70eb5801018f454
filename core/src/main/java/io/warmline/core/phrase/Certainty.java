package io.warmline.core.phrase;

import io.warmline.core.phrase.Clause.Piece;
import io.warmline.core.phrase.Item.BareNumber;
import io.warmline.core.phrase.Item.Bound;
import io.warmline.core.phrase.Item.Date;
import io.warmline.core.phrase.Item.Following;
import io.warmline.core.phrase.Item.Join;
import io.warmline.core.phrase.Item.Later;
import io.warmline.core.phrase.Item.Mark;
import io.warmline.core.phrase.Item.Moment;
import io.warmline.core.phrase.Item.Time;
import io.warmline.core.phrase.Item.Zone;
import java.time.LocalTime;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Whether an answer is beyond doubt, which must be earned: the pieces that name the time stand in
 * an order that is known ({@link Shape}), every other word of their clause is one that changes no
 * time ({@link SmallTalk}), and every other clause is a greeting, thanks, or a reason of a known
 * kind. Whatever else was said is doubted, though the answer may well be right.
 */
final class Certainty {

  /** Kinds of clauses that are about something else, whatever they name. */
  private static final Set<Mark> ELSEWHERE =
      EnumSet.of(
          Mark.ELSEWHERE,
          Mark.STORY,
          Mark.PAST,
          Mark.OTHERS_CALL,
          Mark.AWAY,
          Mark.BUSY,
          Mark.VAGUE,
          Mark.GAP);

  private static final Set<Mark> REFUSED = EnumSet.of(Mark.REJECT_LAST, Mark.REJECT_NEXT);

  /** From which a time may be concluded. */
  private static final Set<Mark> CONCLUDED =
      EnumSet.of(Mark.AWAY, Mark.BACK, Mark.REJECT_NEXT, Mark.REJECT_LAST, Mark.ELSEWHERE);

  private static final Set<Mark> OVER = EnumSet.of(Mark.PAST);

  private static final Set<Mark> OTHERS = EnumSet.of(Mark.OTHERS_CALL);

  private static final Set<Mark> CONTRACTS = EnumSet.of(Mark.CONTRACT);

  private static final Set<String> ANY = Set.of("any", "anytime", "whenever", "here", "around");

  private static final Set<String> FREE = Set.of("free", "available", "here", "home", "around");

  private static final Set<String> TODAY = Set.of("today", "tonight", "this");

  private static final Set<String> MOVING = Set.of("make", "push", "move", "shift", "put", "bring");

  private static final Set<String> JOINTS =
      Set.of(",", "and", "but", "so", "because", "cause", "cos");

  private static final Set<String> SHIFTING = Set.of("later", "earlier", "sooner", "late", "early");

  private static final Set<String> OWNERS =
      Set.of("my", "our", "your", "his", "her", "their", "the", "this", "that");

  private static final Set<Mark> WISHES = EnumSet.of(Mark.ASK, Mark.ACCEPT);

  private final String words;
  private final List<Token> tokens;
  private final List<Clause> clauses;
  private final BitSet answer;
  private final boolean aboutContract;
  private final List<Item> stretch;
  private final BitSet read = new BitSet();
  private final BitSet doubtful = new BitSet();

  private Certainty(String words, List<Token> tokens, List<Clause> clauses, BitSet answer) {
    this.words = words;
    this.tokens = tokens;
    this.clauses = clauses;
    this.answer = answer;
    this.aboutContract = clauses.stream().anyMatch(clause -> clause.has(CONTRACTS));
    this.stretch = stretch();
    clauses.forEach(
        clause -> clause.pieces().forEach(piece -> piece.words().stream().forEach(read::set)));
  }

  /**
   * How certain the answer is.
   *
   * @param words as they were said
   * @param said the pieces as they were read, before they were put together
   * @param answer the words that named the answer
   */
  static Certainty of(String words, List<Token> tokens, List<Piece> said, BitSet answer) {
    int fallback = fallback(said, tokens, answer.length()).orElse(tokens.size());
    Certainty certainty =
        new Certainty(
            words,
            tokens,
            Clauses.of(
                tokens.subList(0, fallback),
                said.stream().filter(piece -> piece.first() < fallback).toList()),
            answer);
    certainty.check();
    certainty.doubtful.or(NamedNumbers.in(words, tokens, said, answer));
    certainty.doubtful.or(Retractions.in(tokens, answer));
    certainty.doubtful.or(Statements.behindAQuestion(words, tokens, answer));
    return certainty;
  }

  /** Where the sentence turns to what is to be done if the time that was asked for fails. */
  private static OptionalInt fallback(List<Piece> said, List<Token> tokens, int behind) {
    return said.stream()
        .filter(piece -> piece.item() == Mark.FALLBACK && piece.first() >= behind)
        .filter(piece -> !isCondition(piece, tokens))
        .mapToInt(Piece::first)
        .findFirst();
  }

  /** "Monday, if not, Tuesday" names another day; "Monday if not raining" does not. */
  private static boolean isCondition(Piece piece, List<Token> tokens) {
    int last = piece.words().length() - 1;
    return tokens.get(last).text().equals("not") && last + 1 < tokens.size();
  }

  /** The words that are known to no rule, or stand where nothing is known of them. */
  BitSet strange() {
    return doubtful;
  }

  /**
   * Whether the time was concluded rather than said: from when somebody is back, or from words in
   * an order that is not known.
   */
  boolean isConcluded() {
    return (!Shape.isSure(stretch) && !isWithinFreeHours())
        || (refersBack() && !hasOneTimeToReferTo())
        || (stretch.stream().anyMatch(Moment.class::isInstance) && !namesAUnit())
        || leavesATimeOut()
        || namesHoursTwice()
        || isOfAnotherDay()
        || isOpenUntil()
        || isOpenedBehind()
        || isLeftToTheProspect()
        || RightedHours.in(tokens, answer)
        || Beginnings.bear(tokens, clauses, answer)
        || asksInUnknownWords()
        || TwoReadings.bear(words, tokens, clauses, answer, stretch)
        || Contradictions.in(tokens, clauses, answer);
  }

  /** Words that are doubted already are asked about as such. */
  private boolean asksInUnknownWords() {
    return doubtful.isEmpty()
        && !aboutContract
        && clauses.stream()
            .filter(this::answers)
            .anyMatch(clause -> !Requests.isKnown(tokens, clause, sentenceFirst(clause), answer));
  }

  /** Where the sentence of the clause begins: "you were to" is no clause of its own. */
  private int sentenceFirst(Clause clause) {
    return clauses.stream()
        .filter(before -> before.end() == clause.first() && !answers(before))
        .filter(before -> !JOINTS.contains(tokens.get(clause.first()).text()))
        .filter(before -> isSmallTalk(before) || tokens.get(before.end() - 1).text().equals("to"))
        .mapToInt(Clause::first)
        .findFirst()
        .orElse(clause.first());
  }

  /** "Saturday is a half day, so before one": an hour alone, and a day for which it may be. */
  private boolean isOfAnotherDay() {
    boolean day = stretch.stream().anyMatch(item -> item instanceof Date || item instanceof Moment);
    return !day
        && stretch.stream().anyMatch(item -> item instanceof Time || item instanceof BareNumber)
        && clauses.stream()
            .filter(clause -> !answers(clause) && clause.first() < answer.nextSetBit(0))
            .filter(clause -> !clause.has(OVER))
            .flatMap(clause -> clause.pieces().stream())
            .filter(piece -> piece.item() instanceof Date && !isOrder(piece))
            .anyMatch(piece -> piece.words().stream().noneMatch(this::isToday));
  }

  /** "Text me first". */
  private boolean isOrder(Piece piece) {
    return piece.words().cardinality() == 1 && tokens.get(piece.first()).is(Kind.ORD);
  }

  private boolean isToday(int i) {
    return TODAY.contains(tokens.get(i).text());
  }

  /** "Until Friday" alone may be a farewell, or say from when on. */
  private boolean isOpenUntil() {
    return stretch.contains(Bound.UNTIL)
        && stretch.stream().anyMatch(Date.class::isInstance)
        && tokens.stream().noneMatch(token -> token.text().equals("including"))
        && clauses.stream()
            .filter(this::answers)
            .noneMatch(clause -> wishes(clause) || offers(clause));
  }

  /** "Monday onwards" is more than that day, "by four or later" is said twice. */
  private boolean isOpenedBehind() {
    boolean twice =
        IntStream.range(1, stretch.size())
            .anyMatch(i -> stretch.get(i) instanceof Bound && stretch.get(i - 1) instanceof Bound);
    return twice || isOpenedByOnwards();
  }

  private boolean isOpenedByOnwards() {
    return stretch.stream().noneMatch(Bound.class::isInstance)
        && clauses.stream()
            .filter(this::answers)
            .flatMap(clause -> tokens.subList(clause.first(), clause.end()).stream())
            .anyMatch(token -> token.text().startsWith("onward"));
  }

  /** "Give me two minutes, I'll call you". */
  private boolean isLeftToTheProspect() {
    boolean asked = clauses.stream().filter(this::answers).anyMatch(clause -> clause.has(WISHES));
    return !asked
        && clauses.stream()
            .filter(clause -> clause.has(OTHERS) && !answers(clause))
            .flatMap(clause -> clause.pieces().stream())
            .noneMatch(piece -> Shape.isTimely(piece.item()))
        && clauses.stream().anyMatch(clause -> clause.has(OTHERS) && !answers(clause));
  }

  /** "Any time until Friday". */
  private boolean offers(Clause clause) {
    return tokens.subList(clause.first(), clause.end()).stream()
        .anyMatch(token -> ANY.contains(token.text()));
  }

  /** "I'm free after two, call at three". */
  private boolean isWithinFreeHours() {
    List<Item> named =
        stretch.stream().filter(item -> item instanceof Bound || Shape.isTimely(item)).toList();
    if (named.size() != 3 || !(named.get(0) == Bound.AFTER || named.get(0) == Bound.FROM)) {
      return false;
    }
    Optional<LocalTime> from = Absences.hour(named.get(1));
    Optional<LocalTime> at = Absences.hour(named.get(2));
    boolean within = from.isPresent() && at.isPresent() && !at.get().isBefore(from.get());
    return within
        && clauses.stream().filter(this::answers).findFirst().filter(this::isFree).isPresent();
  }

  private boolean isFree(Clause clause) {
    List<Token> words = tokens.subList(clause.first(), clause.end());
    return words.stream().anyMatch(token -> FREE.contains(token.text()))
        && words.stream().noneMatch(SmallTalk::mayTurnTheSense);
  }

  /** "Nine to ten and two to three" is not nine to three. */
  private boolean namesHoursTwice() {
    return stretch.stream().filter(item -> item instanceof Time t && t.times().isRange()).count()
        > 1;
  }

  /** Whether another time stands in a clause of the answer. */
  private boolean leavesATimeOut() {
    return clauses.stream()
        .filter(this::answers)
        .flatMap(clause -> clause.pieces().stream())
        .anyMatch(
            piece ->
                Shape.isTimely(piece.item())
                    && !(piece.item() instanceof Zone)
                    && !piece.words().intersects(answer));
  }

  /** The words in which the answer was said, from the first clause of it to the last. */
  BitSet said() {
    BitSet words = new BitSet();
    clauses.stream().filter(this::answers).forEach(clause -> words.or(clause.words()));
    words.stream()
        .filter(
            i ->
                tokens.get(i).text().equals(",")
                    || (tokens.get(i).text().equals("and") && !answer.get(i)))
        .forEach(words::clear);
    return words;
  }

  /** "Give us ten" is likely of minutes. */
  private boolean namesAUnit() {
    return answer.stream().mapToObj(tokens::get).anyMatch(token -> token.is(Kind.UNIT));
  }

  private void check() {
    for (Clause clause : clauses) {
      if (answers(clause)) {
        doubtWordsBesideTheTime(clause);
      } else if (isHalfAlone(clause)
          || (!isSmallTalk(clause) && !isReason(clause) && !isRefusal(clause))) {
        doubt(clause);
      }
    }
  }

  private boolean answers(Clause clause) {
    return clause.holdsAnyOf(answer);
  }

  private void doubtWordsBesideTheTime(Clause clause) {
    for (Piece piece : clause.pieces()) {
      if (piece.item() instanceof Mark mark
          && !isLink(mark)
          && !CONCLUDED.contains(mark)
          && !isSilent(piece)) {
        doubtful.or(piece.words());
      }
    }
    for (int i = clause.first(); i < clause.end(); i++) {
      boolean known = SmallTalk.besideATime(tokens.get(i)) && !isHalfOfDay(i);
      if (!read.get(i) && !known) {
        doubtful.set(i);
      }
    }
    doubtBareStatement(clause);
    boolean asked =
        clause.pieces().stream()
            .filter(Certainty::isWish)
            .anyMatch(piece -> !isNoun(piece) && !isAtWork(piece, clause));
    if (!asked) {
      doubtful.or(Statements.in(tokens, clause, answer));
      clause.pieces().stream()
          .filter(piece -> isWish(piece) && !wellThoughtOf(clause))
          .forEach(piece -> doubtful.or(piece.words()));
    }
    doubtful.or(Statements.callsOfOthers(tokens, clause));
    doubtful.andNot(answer);
    doubtful.or(Statements.aboutThings(tokens, clause));
  }

  /** "Thursday at three, am". */
  private boolean isHalfAlone(Clause clause) {
    BitSet words = clause.words();
    words.stream().filter(i -> tokens.get(i).text().equals(",")).forEach(words::clear);
    return words.cardinality() == 1 && isHalfOfDay(words.nextSetBit(0));
  }

  /** "The 20th a.m.": of "I am" nothing is doubted. */
  private boolean isHalfOfDay(int i) {
    boolean verb = i > 0 && tokens.get(i - 1).text().equals("i");
    return tokens.get(i).text().equals("am") && !verb;
  }

  private static boolean isWish(Piece piece) {
    return piece.item() instanceof Mark mark && WISHES.contains(mark);
  }

  /** "My check", "your call": of a verb that is none no call is asked for. */
  private boolean isNoun(Piece piece) {
    int first = piece.first();
    return piece.words().cardinality() == 1
        && first > 0
        && OWNERS.contains(tokens.get(first - 1).text());
  }

  /** "Works till two" is of somebody, "Tuesday works" of the day. */
  private boolean isAtWork(Piece piece, Clause clause) {
    return piece.first() == clause.first() && tokens.get(piece.first()).text().startsWith("work");
  }

  private boolean wellThoughtOf(Clause clause) {
    return tokens.subList(clause.first(), clause.end()).stream().anyMatch(SmallTalk::isPraise);
  }

  private static boolean isLink(Mark mark) {
    return switch (mark) {
      case AT, ABOUT, BETWEEN, PAUSE, ASK, ACCEPT, THAT, CONTRACT -> true;
      case GAP, AWAY, ELSEWHERE, STORY, OTHERS_CALL, BACK, FALLBACK -> false;
      case REJECT_NEXT, REJECT_LAST, CONDITION, WHEN, VAGUE, BUSY -> false;
      case PAST, IMPOSSIBLE, RECURRING -> false;
    };
  }

  /** "Call 555 0123 at four", "any time on Monday". */
  private boolean isNumber(Piece piece) {
    return piece.words().stream()
        .mapToObj(tokens::get)
        .allMatch(token -> token.text().equals("#") || SmallTalk.besideATime(token));
  }

  /** "It is Friday" asks for nothing; "best is Friday" does. */
  private void doubtBareStatement(Clause clause) {
    int i = answer.nextSetBit(clause.first()) - 1;
    while (i >= clause.first() && SmallTalk.isArticle(tokens.get(i))) {
      i--;
    }
    if (i >= clause.first() && SmallTalk.isCopula(tokens.get(i)) && !wishes(clause)) {
      doubtful.set(i);
    }
    answer.stream()
        .map(day -> day + 1)
        .filter(is -> is < clause.end() && SmallTalk.isCopula(tokens.get(is)))
        .filter(is -> !answer.get(is) && answer.nextSetBit(is) >= 0 && !wishes(clause))
        .forEach(doubtful::set);
  }

  private boolean wishes(Clause clause) {
    return clause.has(WISHES) || wellThoughtOf(clause);
  }

  private boolean isSmallTalk(Clause clause) {
    BitSet words = clause.words();
    clause.pieces().stream()
        .filter(piece -> piece.item() == Mark.ASK)
        .forEach(piece -> words.andNot(piece.words()));
    return clause.pieces().stream().noneMatch(piece -> Shape.isTimely(piece.item()))
        && words.stream().mapToObj(tokens::get).allMatch(SmallTalk::anywhere);
  }

  /** "I'm in a meeting", "we have inventory on the 28th". */
  private boolean isReason(Clause clause) {
    boolean timely = clause.pieces().stream().anyMatch(piece -> Shape.isTimely(piece.item()));
    if (shifts(clause)) {
      return false;
    }
    if (timely && !refersBack() && !(clause.has(ELSEWHERE) && isAskedFor())) {
      return false;
    }
    for (int i = clause.first(); i < clause.end(); i++) {
      boolean unit = tokens.get(i).is(Kind.UNIT) && clause.has(ELSEWHERE);
      if (!read.get(i) && !unit && SmallTalk.mayTurn(tokens.get(i))) {
        return false;
      }
    }
    return clause.has(ELSEWHERE) || SmallTalk.states(tokens.subList(clause.first(), clause.end()));
  }

  /** "Monday, but later". */
  private boolean shifts(Clause clause) {
    return clause.words().stream()
        .allMatch(
            i -> SHIFTING.contains(tokens.get(i).text()) || SmallTalk.anywhere(tokens.get(i)));
  }

  /** "Tuesday won't work": the day that is offered instead must have a clause of its own. */
  private boolean isRefusal(Clause clause) {
    boolean hours =
        clause.pieces().stream()
            .anyMatch(piece -> piece.item() instanceof Time || piece.item() instanceof BareNumber);
    return clause.has(REFUSED)
        && !hours
        && clause.words().stream()
            .filter(i -> !read.get(i))
            .mapToObj(tokens::get)
            .allMatch(SmallTalk::besideATime);
  }

  private boolean isAskedFor() {
    return clauses.stream().filter(this::answers).anyMatch(this::wishes);
  }

  private void doubt(Clause clause) {
    BitSet words = clause.words();
    clause.words().stream()
        .filter(i -> (SmallTalk.anywhere(tokens.get(i)) && !isHalfOfDay(i)) || answer.get(i))
        .forEach(words::clear);
    doubtful.or(words.isEmpty() ? clause.words() : words);
  }

  /** What was read from the first clause of the answer to its last, without pauses at its ends. */
  private List<Item> stretch() {
    int first = answer.nextSetBit(0);
    int last = answer.length() - 1;
    List<Clause> all = clauses.stream().filter(c -> c.end() > first && c.first() <= last).toList();
    List<Item> items =
        all.stream()
            .flatMap(clause -> clause.pieces().stream())
            .filter(piece -> !isSilent(piece))
            .map(Piece::item)
            .toList();
    int from = 0;
    int to = items.size();
    while (from < to && opensNothing(items.get(from))) {
      from++;
    }
    while (to > from && items.get(to - 1) == Mark.PAUSE) {
      to--;
    }
    return items.subList(from, to);
  }

  private static boolean opensNothing(Item item) {
    return item == Mark.PAUSE || item == Mark.ASK || item == Mark.ACCEPT || item == Join.OR;
  }

  /** "Any time", what only keeps its neighbours apart, and the "when" of a contract's end. */
  private boolean isSilent(Piece piece) {
    if (piece.item() == Mark.WHEN) {
      return aboutContract;
    }
    boolean vague = piece.item() == Mark.VAGUE || piece.item() == Mark.GAP;
    BitSet others = (BitSet) piece.words().clone();
    others.andNot(answer);
    return vague && (others.isEmpty() || isNumber(piece));
  }

  /** Whether the answer is "after that", "the week after". */
  private boolean refersBack() {
    boolean named = stretch.stream().anyMatch(Shape::isTimely);
    return stretch.stream().anyMatch(item -> item == Mark.THAT || item instanceof Following)
        || (namedElsewhere() > 0 && stretch.stream().anyMatch(Later.class::isInstance))
        || isMoved()
        || (!named && stretch.stream().anyMatch(Bound.class::isInstance));
  }

  /** "Make it an hour later" than what was agreed on before. */
  private boolean isMoved() {
    return answer.stream().anyMatch(i -> tokens.get(i).text().matches("later|afterwards"))
        && tokens.stream().anyMatch(token -> MOVING.contains(token.text()));
  }

  private boolean hasOneTimeToReferTo() {
    return namedElsewhere() == 1;
  }

  private long namedElsewhere() {
    return clauses.stream()
        .filter(clause -> !answers(clause))
        .flatMap(clause -> clause.pieces().stream())
        .filter(piece -> Shape.isTimely(piece.item()))
        .count();
  }
}
