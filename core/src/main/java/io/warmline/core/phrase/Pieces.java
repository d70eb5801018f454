package io.warmline.core.phrase;

import io.warmline.core.phrase.Item.Mark;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The pieces of a phrase in order, each with the words from which it was read, and the words that
 * said nothing to anybody.
 */
final class Pieces {

  /** How far "works too" reaches. */
  private static final int MOST_BEHIND = 6;

  private final List<Token> tokens;
  private final List<Item> items = new ArrayList<>();
  private final List<BitSet> words = new ArrayList<>();
  private final BitSet unknown = new BitSet();
  private final BitSet unused = new BitSet();
  private final BitSet used = new BitSet();
  private final BitSet offers = new BitSet();

  Pieces(List<Token> tokens) {
    this.tokens = tokens;
  }

  /** Whether the piece was read from a word of that kind. */
  boolean says(int index, Kind kind) {
    return words.get(index).stream().anyMatch(word -> tokens.get(word).is(kind));
  }

  /** Whether the piece was read from that word. */
  boolean says(int index, String text) {
    return index >= 0
        && index < size()
        && words.get(index).stream().anyMatch(word -> tokens.get(word).text().equals(text));
  }

  /** Whether one of the words was said before the piece. */
  boolean saidBefore(int index, Set<String> texts) {
    int first = words.get(index).nextSetBit(0);
    return tokens.subList(0, Math.max(0, first)).stream().anyMatch(t -> texts.contains(t.text()));
  }

  /** The pieces as they are now. */
  List<Clause.Piece> said() {
    List<Clause.Piece> said = new ArrayList<>();
    for (int i = 0; i < size(); i++) {
      if (!unknown.intersects(words.get(i))) {
        said.add(new Clause.Piece(items.get(i), (BitSet) words.get(i).clone()));
      }
    }
    return said;
  }

  void add(Item item, BitSet from) {
    items.add(item);
    words.add((BitSet) from.clone());
  }

  /** Several meanings of the same words. */
  void add(List<Item> meanings, BitSet from) {
    meanings.forEach(item -> add(item, from));
  }

  /** A word that no rule knows; it keeps its neighbours apart. */
  void addUnknown(int word) {
    unknown.set(word);
    add(Mark.GAP, one(word));
  }

  private static BitSet one(int word) {
    BitSet set = new BitSet();
    set.set(word);
    return set;
  }

  int size() {
    return items.size();
  }

  /** The piece there, outside of the phrase a pause. */
  Item at(int index) {
    return index >= 0 && index < items.size() ? items.get(index) : Mark.PAUSE;
  }

  BitSet wordsAt(int index) {
    return words.get(index);
  }

  List<Item> items() {
    return items;
  }

  boolean contains(Item item) {
    return items.contains(item);
  }

  /** Another meaning of the same words. */
  void set(int index, Item item) {
    items.set(index, item);
  }

  /** The pieces become one. */
  void replace(int from, int length, Item by) {
    BitSet all = new BitSet();
    words.subList(from, from + length).forEach(all::or);
    items.subList(from, from + length).clear();
    words.subList(from, from + length).clear();
    items.add(from, by);
    words.add(from, all);
  }

  /** One piece more before that index. */
  void insert(int index, Item item, BitSet from) {
    items.add(index, item);
    words.add(index, (BitSet) from.clone());
  }

  /** The piece has done its work. */
  void remove(int index) {
    items.remove(index);
    words.remove(index);
  }

  void removeIf(Predicate<Item> done) {
    for (int i = items.size() - 1; i >= 0; i--) {
      if (done.test(items.get(i))) {
        remove(i);
      }
    }
  }

  /** Nothing could be made of the piece. */
  void lose(int index) {
    unused.or(words.get(index));
    items.set(index, Mark.GAP);
  }

  /** Words that no rule knows. */
  BitSet unknown() {
    return unknown;
  }

  /** Words that have done their work before the answer is chosen. */
  BitSet used() {
    return used;
  }

  /** Words of times beside which another was offered, so that one of the two must be chosen. */
  BitSet offers() {
    return offers;
  }

  /**
   * Whether one of those words, or two that belong together, stands behind the piece, in what is
   * left of its clause.
   */
  boolean saidBehind(int index, Set<String> texts) {
    int at = words.get(index).length();
    int end = Math.min(tokens.size(), at + MOST_BEHIND);
    while (at < end && !tokens.get(at).text().equals(",")) {
      String text = tokens.get(at).text();
      at++;
      String both = at < tokens.size() ? text + " " + tokens.get(at).text() : text;
      if (texts.contains(text) || texts.contains(both)) {
        return true;
      }
    }
    return false;
  }

  /** Words that a rule knows and of which nothing could be made. */
  BitSet unused() {
    return unused;
  }
}
