package io.warmline.core.phrase;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * How much of a phrase the answer explains. A word near the time that no rule has used may change
 * everything ("EST", "and a half", "won't"), so it lowers the confidence, whatever it is; a number,
 * a zone, a negation and the like do so wherever they stand.
 */
final class Coverage {

  private final List<Token> tokens;
  private final BitSet used;
  private final BitSet unknown;
  private final BitSet unused;
  private final BitSet uncertain;

  private Coverage(
      List<Token> tokens, BitSet used, BitSet unknown, BitSet unused, BitSet uncertain) {
    this.tokens = tokens;
    this.used = used;
    this.unknown = unknown;
    this.unused = unused;
    this.uncertain = uncertain;
  }

  static Coverage of(List<Token> tokens, Pieces pieces, BitSet chosen, BitSet uncertain) {
    BitSet used = (BitSet) chosen.clone();
    used.or(pieces.used());
    BitSet unknown = (BitSet) pieces.unknown().clone();
    BitSet unused = (BitSet) pieces.unused().clone();
    unused.andNot(used);
    return new Coverage(tokens, used, unknown, unused, uncertain);
  }

  /** What was said that may change the answer and was not understood. */
  List<Span> doubtful() {
    BitSet words = telling();
    words.or(uncertain);
    return spans(words);
  }

  private BitSet telling() {
    BitSet telling = left();
    telling.stream().filter(i -> !Fillers.telling(tokens.get(i))).forEach(telling::clear);
    return telling;
  }

  private BitSet left() {
    BitSet left = (BitSet) unknown.clone();
    left.or(unused);
    return left;
  }

  List<Span> understood() {
    return spans(used);
  }

  List<Span> notUnderstood() {
    BitSet left = left();
    left.andNot(used);
    left.stream().filter(i -> isUsedBeside(i, -1) || isUsedBeside(i, 1)).forEach(left::clear);
    return spans(left);
  }

  /** Whether another word of the same characters was used: one sign may stand for several words. */
  private boolean isUsedBeside(int i, int step) {
    int j = i + step;
    while (j >= 0 && j < tokens.size() && tokens.get(j).span().overlaps(tokens.get(i).span())) {
      if (used.get(j)) {
        return true;
      }
      j += step;
    }
    return false;
  }

  /** Words beside each other are one stretch, and so are those that share a sign. */
  List<Span> spans(BitSet words) {
    List<Span> spans = new ArrayList<>();
    int last = -2;
    for (int i = words.nextSetBit(0); i >= 0; i = words.nextSetBit(i + 1)) {
      Span span = tokens.get(i).span();
      int before = spans.size() - 1;
      if (before >= 0 && (i == last + 1 || spans.get(before).overlaps(span))) {
        spans.set(before, spans.get(before).and(span));
      } else {
        spans.add(span);
      }
      last = i;
    }
    return spans;
  }
}
