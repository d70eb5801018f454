package io.warmline.core.phrase;

import io.warmline.core.phrase.Item.Bound;
import io.warmline.core.phrase.Item.Change;
import io.warmline.core.phrase.Item.Date;
import io.warmline.core.phrase.Item.For;
import io.warmline.core.phrase.Item.Join;
import io.warmline.core.phrase.Item.Mark;
import io.warmline.core.phrase.Item.Moment;
import io.warmline.core.phrase.Item.Portion;
import io.warmline.core.phrase.Item.Time;
import java.util.Set;

/** Clauses that tell of something else than the call: a meeting, a call of yesterday. */
final class Clauses {

  private static final Set<Item> ELSEWHERE =
      Set.of(Mark.ELSEWHERE, Mark.STORY, Mark.PAST, Mark.OTHERS_CALL);

  private final Pieces pieces;

  private Clauses(Pieces pieces) {
    this.pieces = pieces;
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
