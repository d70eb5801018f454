package io.warmline.core.phrase;

import io.warmline.core.phrase.Clause.Piece;
import io.warmline.core.phrase.Item.Bound;
import io.warmline.core.phrase.Item.Join;
import io.warmline.core.phrase.Item.Mark;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Words by which a call is asked for when nobody is there to take it: "I'm away in March, call me
 * then", "Tuesday is best, I'm in court that day". Of the two halves one is not meant, or was
 * misheard, so the time is not sure. That somebody can be reached then must have been said.
 */
final class Contradictions {

  private static final Set<Mark> UNAVAILABLE =
      EnumSet.of(
          Mark.AWAY,
          Mark.BUSY,
          Mark.ELSEWHERE,
          Mark.STORY,
          Mark.OTHERS_CALL,
          Mark.REJECT_LAST,
          Mark.REJECT_NEXT);

  private static final Set<Mark> BACK = EnumSet.of(Mark.BACK);

  private static final Set<Mark> CONTRACT = EnumSet.of(Mark.CONTRACT);

  private static final Set<String> NEGATIONS =
      words(
          "not no never cannot nobody none neither nor hardly barely without away off abroad gone"
              + " closed shut");

  /** With which somebody says that he can be reached, or that the matter comes up. */
  private static final Set<String> REACHABLE =
      words(
          "free available open here home desk office work there done finished over cancelled"
              + " canceled budget budgets budgeting"
              + " planning decide decides decision decisions review reviews renew renews renewal"
              + " renewals tender tenders order orders ordering purchase purchases purchasing buy"
              + " buying contract contracts lease leases quotes bids");

  private static final Set<String> WILL = words("will shall gonna");

  private static final Set<String> LIMITS = words("until before after by from since");

  private static final Set<String> STRETCHES =
      words("day week month time morning afternoon evening date hour year");

  private final List<Token> tokens;
  private final List<Clause> clauses;
  private final BitSet answer;

  private Contradictions(List<Token> tokens, List<Clause> clauses, BitSet answer) {
    this.tokens = tokens;
    this.clauses = clauses;
    this.answer = answer;
  }

  private static Set<String> words(String line) {
    return Arrays.stream(line.split(" ")).collect(Collectors.toUnmodifiableSet());
  }

  /** Whether the answer is a time at which nobody can be reached. */
  static boolean in(List<Token> tokens, List<Clause> clauses, BitSet answer) {
    Contradictions words = new Contradictions(tokens, clauses, answer);
    return words.asksForThen() || words.refusesThen() || words.namesItTwice() || words.willBeAway();
  }

  /** "I'm away in March, call me then". */
  private boolean asksForThen() {
    return clauses.stream().filter(this::answers).anyMatch(Contradictions::saysThen)
        && clauses.stream()
            .filter(clause -> !answers(clause) && namesATime(clause))
            .anyMatch(clause -> !isReachable(clause));
  }

  /** "Call me in March, I'm away then". */
  private boolean refusesThen() {
    return clauses.stream()
        .filter(clause -> !answers(clause) && clause.has(UNAVAILABLE))
        .anyMatch(this::pointsBack);
  }

  /** "I'm in court on Thursday, call me Thursday". */
  private boolean namesItTwice() {
    Set<String> asked =
        clauses.stream().filter(this::answers).flatMap(this::times).collect(Collectors.toSet());
    return clauses.stream()
        .filter(clause -> !answers(clause) && clause.has(UNAVAILABLE) && !isBounded(clause))
        .flatMap(this::times)
        .anyMatch(asked::contains);
  }

  /** "Call me Friday, I'll be away": what will be, is when the call was asked for. */
  private boolean willBeAway() {
    return clauses.stream()
        .filter(clause -> clause.first() >= answer.length() && clause.has(UNAVAILABLE))
        .filter(clause -> !namesATime(clause) && !isBounded(clause))
        .flatMap(clause -> IntStream.range(clause.first(), clause.end() - 1).boxed())
        .anyMatch(i -> WILL.contains(tokens.get(i).text()) && says(i + 1, "be"));
  }

  private boolean says(int i, String word) {
    return tokens.get(i).text().equals(word);
  }

  private boolean answers(Clause clause) {
    return clause.holdsAnyOf(answer);
  }

  private Stream<String> times(Clause clause) {
    return clause.pieces().stream()
        .filter(piece -> Shape.isTimely(piece.item()))
        .map(
            piece ->
                piece.words().stream()
                    .mapToObj(i -> tokens.get(i).text())
                    .collect(Collectors.joining(" ")));
  }

  /** A bound before it makes another time of it: "after that". */
  private static boolean saysThen(Clause clause) {
    List<Piece> pieces = clause.pieces();
    for (int i = 0; i < pieces.size(); i++) {
      boolean alone = i == 0 || pieces.get(i - 1).item() == Mark.ASK;
      if (pieces.get(i).item() == Mark.THAT && alone) {
        return true;
      }
    }
    return false;
  }

  private static boolean namesATime(Clause clause) {
    return clause.pieces().stream().anyMatch(piece -> Shape.isTimely(piece.item()));
  }

  private boolean pointsBack(Clause clause) {
    for (int i = clause.first(); i < clause.end(); i++) {
      boolean limited = i > 0 && LIMITS.contains(tokens.get(i - 1).text());
      boolean that = tokens.get(i).text().equals("that") && i + 1 < clause.end();
      boolean stretch = that && STRETCHES.contains(tokens.get(i + 1).text());
      if (!limited && (stretch || tokens.get(i).text().equals("then"))) {
        return true;
      }
    }
    return false;
  }

  /** Who is in a meeting until two can be reached at two, who is here until two cannot. */
  private boolean isReachable(Clause clause) {
    if (clause.has(CONTRACT)) {
      return true;
    }
    boolean unavailable = clause.has(UNAVAILABLE);
    if (says(clause, Bound.UNTIL)) {
      return unavailable && !says(clause, Bound.FROM) && !says(clause, Join.TO);
    }
    List<Token> words = tokens.subList(clause.first(), clause.end());
    return !unavailable
        && words.stream().noneMatch(token -> NEGATIONS.contains(token.text()))
        && (clause.has(BACK) || saysReachable(words));
  }

  private static boolean saysReachable(List<Token> words) {
    return words.stream().anyMatch(token -> REACHABLE.contains(token.text()))
        && words.stream().noneMatch(token -> token.is(Kind.EVENT) || token.is(Kind.DOING));
  }

  private static boolean isBounded(Clause clause) {
    return clause.pieces().stream().anyMatch(piece -> piece.item() instanceof Bound);
  }

  private static boolean says(Clause clause, Item item) {
    return clause.pieces().stream().anyMatch(piece -> piece.item() == item);
  }
}
