package io.warmline.core.phrase;

import io.warmline.core.phrase.Clause.Piece;
import io.warmline.core.phrase.Item.BareNumber;
import io.warmline.core.phrase.Item.Bound;
import io.warmline.core.phrase.Item.Mark;
import io.warmline.core.phrase.Item.Time;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Hours from which something goes on: "the match is on at three, ring after", "I don't eat till
 * six". How long it takes was not said, and nobody asked for a call at its beginning, so a time
 * that rests on them is concluded.
 */
final class Beginnings {

  private static final Set<Mark> ASKED = EnumSet.of(Mark.ASK);

  private static final Set<String> SUBJECTS = words("i we he she they it my our");

  /** With these an hour is the end of what was going on, or an arrival. */
  private static final Set<String> ENDS =
      words(
          "end ends ending finish finishes finished over done through off out close closes land"
              + " lands arrive arrives home back free get gets until up lets knock wake");

  private static final Set<String> NEGATIONS = words("not no never cannot hardly nothing nobody");

  /** What somebody who cannot do so "until six" can do from six on: be called. */
  private static final Set<String> BEING_REACHED =
      words(
          "not no never cannot hardly nothing none until before am be is are was will would could"
              + " should do does did can need point use able to about around here there back in"
              + " free available ready home reachable contactable online finished done talk speak"
              + " chat call calling calls ring phone try bother contact take answer pick up get"
              + " hold of me us him her it them at my the our desk office work early earlier sooner"
              + " than later any really wait again please i we he she they late ringing phoning"
              + " have time a word minute moment");

  private final List<Token> tokens;
  private final List<Clause> clauses;
  private final BitSet answer;

  private Beginnings(List<Token> tokens, List<Clause> clauses, BitSet answer) {
    this.tokens = tokens;
    this.clauses = clauses;
    this.answer = answer;
  }

  private static Set<String> words(String line) {
    return Arrays.stream(line.split(" ")).collect(Collectors.toUnmodifiableSet());
  }

  /** Whether the answer rests on such an hour. */
  static boolean bear(List<Token> tokens, List<Clause> clauses, BitSet answer) {
    Beginnings beginnings = new Beginnings(tokens, clauses, answer);
    return beginnings.followAnEvent()
        || beginnings.waitForSomethingElse()
        || beginnings.countToSomethingElse();
  }

  /** "I have a meeting at three, call me after that". */
  private boolean followAnEvent() {
    boolean after =
        clauses.stream()
            .filter(clause -> clause.holdsAnyOf(answer))
            .flatMap(clause -> clause.pieces().stream())
            .anyMatch(piece -> piece.item() == Bound.AFTER);
    boolean named =
        clauses.stream()
            .filter(clause -> clause.holdsAnyOf(answer))
            .flatMap(clause -> clause.pieces().stream())
            .anyMatch(piece -> Shape.isTimely(piece.item()));
    return after
        && !named
        && clauses.stream()
            .filter(clause -> !clause.holdsAnyOf(answer))
            .anyMatch(this::beginsSomething);
  }

  private boolean beginsSomething(Clause clause) {
    boolean hour =
        clause.pieces().stream()
            .anyMatch(
                piece ->
                    piece.item() instanceof BareNumber
                        || (piece.item() instanceof Time time && !time.times().isRange()));
    boolean bounded = clause.pieces().stream().anyMatch(piece -> piece.item() instanceof Bound);
    List<Token> words = tokens.subList(clause.first(), clause.end());
    return hour && !bounded && words.stream().noneMatch(token -> ENDS.contains(token.text()));
  }

  /** "Two more hours and I'm home": nobody asked for a call then. */
  private boolean countToSomethingElse() {
    boolean counted = answer.stream().anyMatch(i -> tokens.get(i).is(Kind.UNIT));
    boolean asked =
        clauses.stream()
            .filter(clause -> clause.holdsAnyOf(answer))
            .anyMatch(clause -> clause.has(ASKED));
    int behind = answer.length();
    return counted
        && !asked
        && behind + 1 < tokens.size()
        && tokens.get(behind).text().equals("and")
        && SUBJECTS.contains(tokens.get(behind + 1).text());
  }

  /** "I don't eat till six": not until then, but not because nobody could be called. */
  private boolean waitForSomethingElse() {
    return clauses.stream()
        .filter(clause -> clause.holdsAnyOf(answer))
        .flatMap(clause -> clause.pieces().stream())
        .filter(piece -> piece.item() == Bound.FROM)
        .anyMatch(this::negatesSomethingElse);
  }

  private boolean negatesSomethingElse(Piece piece) {
    List<String> said = piece.words().stream().mapToObj(i -> tokens.get(i).text()).toList();
    return said.stream().anyMatch(NEGATIONS::contains) && !BEING_REACHED.containsAll(said);
  }
}
