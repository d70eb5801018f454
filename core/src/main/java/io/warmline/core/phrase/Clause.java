package io.warmline.core.phrase;

import io.warmline.core.phrase.Item.Mark;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * A stretch of a sentence in which one thing is said: "I have a meeting at two", "so call me at
 * four".
 *
 * @param first its first word
 * @param end the word behind its last
 * @param pieces what was read in it, in order
 */
record Clause(int first, int end, List<Piece> pieces) {

  /** A piece of meaning and the words from which it was read. */
  record Piece(Item item, BitSet words) {

    int first() {
      return words.nextSetBit(0);
    }
  }

  /** Keeps a copy of the list. */
  Clause {
    pieces = List.copyOf(pieces);
  }

  boolean has(Set<Mark> marks) {
    return pieces.stream().anyMatch(piece -> piece.item() instanceof Mark m && marks.contains(m));
  }

  boolean holdsAnyOf(BitSet words) {
    int next = words.nextSetBit(first);
    return next >= 0 && next < end;
  }

  BitSet words() {
    BitSet words = new BitSet();
    words.set(first, end);
    return words;
  }
}
