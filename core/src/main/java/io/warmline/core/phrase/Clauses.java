package io.warmline.core.phrase;

import io.warmline.core.phrase.Clause.Piece;
import io.warmline.core.phrase.Item.Bound;
import io.warmline.core.phrase.Item.Change;
import io.warmline.core.phrase.Item.Date;
import io.warmline.core.phrase.Item.For;
import io.warmline.core.phrase.Item.Join;
import io.warmline.core.phrase.Item.Mark;
import io.warmline.core.phrase.Item.Moment;
import io.warmline.core.phrase.Item.Portion;
import io.warmline.core.phrase.Item.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Clauses that tell of something else than the call: a meeting, a call of yesterday. */
final class Clauses {

  private static final Set<Item> ELSEWHERE =
      Set.of(Mark.ELSEWHERE, Mark.STORY, Mark.PAST, Mark.OTHERS_CALL);

  private static final Set<Item> AWAY = Set.of(Mark.AWAY, Mark.BUSY, Mark.GAP);

  private static final Set<String> BEGINNERS = Set.of("so", "but", "because", "cause", "cos");

  /** Verbs by which a call is asked for, and names of one. */
  private static final Set<String> NOUNS =
      Set.of("call", "ring", "callback", "try", "talk", "chat", "contact", "phone");

  /** Behind these they are verbs. */
  private static final Set<String> VERBS_BEFORE =
      Set.of(
          ",", "then", "and", "so", "but", "or", "to", "please", "just", "also", "can", "could",
          "would", "will", "should", "you", "kindly", "either", "do", "lets", "better", "pls");

  /** With which a sentence begins that follows an "and". */
  private static final Set<String> STARTERS =
      Set.of(
          "i", "we", "he", "she", "they", "it", "you", "then", "call", "ring", "phone", "try",
          "give", "get", "follow", "touch", "check", "circle", "reach", "lets");

  private final Pieces pieces;

  private Clauses(Pieces pieces) {
    this.pieces = pieces;
  }

  /**
   * The clauses of a sentence. Marks end them; so do "so", "but" and "because", and "call me" after
   * words that are no request.
   */
  static List<Clause> of(List<Token> tokens, List<Piece> said) {
    List<Clause> clauses = new ArrayList<>();
    Draft draft = new Draft(0);
    int next = 0;
    for (int i = 0; i < tokens.size(); i++) {
      List<Piece> here = new ArrayList<>();
      while (next < said.size() && said.get(next).first() <= i) {
        here.add(said.get(next++));
      }
      boolean asks = here.stream().anyMatch(piece -> piece.item() == Mark.ASK);
      boolean turns = asks && !draft.isRequest() && !isNoun(here, tokens, i);
      if (i > draft.first && (begins(here, tokens, i) || turns)) {
        clauses.add(draft.until(i));
        draft = new Draft(i);
      }
      draft.add(tokens.get(i), here);
    }
    clauses.add(draft.until(tokens.size()));
    return clauses;
  }

  /** "I gave a missed call at four" asks for none. */
  private static boolean isNoun(List<Piece> here, List<Token> tokens, int i) {
    return i > 0
        && NOUNS.contains(tokens.get(i).text())
        && !VERBS_BEFORE.contains(tokens.get(i - 1).text())
        && here.stream().allMatch(piece -> piece.words().cardinality() == 1);
  }

  private static boolean begins(List<Piece> here, List<Token> tokens, int i) {
    boolean pause = here.stream().anyMatch(piece -> piece.item() == Mark.PAUSE);
    boolean read = here.stream().anyMatch(piece -> piece.item() != Mark.ASK);
    boolean and = tokens.get(i).text().equals("and") && i + 1 < tokens.size();
    return pause
        || (!read && BEGINNERS.contains(tokens.get(i).text()))
        || (and && STARTERS.contains(tokens.get(i + 1).text()));
  }

  /** A clause in the making. */
  private static final class Draft {

    private final int first;
    private final List<Piece> pieces = new ArrayList<>();
    private boolean plain = true;
    private boolean timely;
    private boolean elsewhere;

    Draft(int first) {
      this.first = first;
    }

    void add(Token token, List<Piece> here) {
      pieces.addAll(here);
      plain = plain && SmallTalk.anywhere(token);
      for (Piece piece : here) {
        timely = timely || Shape.isTimely(piece.item());
        elsewhere = elsewhere || ELSEWHERE.contains(piece.item()) || AWAY.contains(piece.item());
      }
    }

    /** Whether "call me" goes on with it: "could you please", "Tuesday". */
    boolean isRequest() {
      return plain || (timely && !elsewhere);
    }

    Clause until(int end) {
      return new Clause(first, end, pieces);
    }
  }

  /** What such a clause names is understood, and is no time to call. */
  static void setAsideWhatHappensElsewhere(Pieces pieces) {
    Clauses clauses = new Clauses(pieces);
    for (int i = 0; i < pieces.size(); i++) {
      if (ELSEWHERE.contains(pieces.at(i))) {
        clauses.setAside(i);
      }
    }
  }

  private void setAside(int mark) {
    for (int i = mark + 1; !isBoundary(i); i++) {
      clear(i);
    }
    int before = mark - 1;
    while (!isBoundary(before)) {
      before--;
    }
    if (pieces.at(before) == Mark.ASK) {
      return;
    }
    for (int i = before + 1; i < mark; i++) {
      clear(i);
    }
  }

  private boolean isBoundary(int i) {
    Item item = pieces.at(i);
    return item == Mark.PAUSE || item == Mark.ASK || item == Mark.ACCEPT;
  }

  private void clear(int i) {
    Item item = pieces.at(i);
    boolean timely =
        item instanceof Date
            || item instanceof Time
            || item instanceof Moment
            || item instanceof Change
            || item instanceof For
            || item instanceof Bound
            || item instanceof Portion
            || item instanceof Join;
    if (timely) {
      pieces.set(i, Mark.GAP);
    }
  }
}
