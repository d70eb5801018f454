package io.warmline.core.phrase;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Patterns by the words with which they can begin. */
final class PatternIndex {

  private static final BitSet NONE = new BitSet();

  private final List<Pattern> patterns;
  private final Map<String, BitSet> byWord = new HashMap<>();
  private final Map<Kind, BitSet> byKind = new EnumMap<>(Kind.class);

  PatternIndex(List<Pattern> patterns) {
    this.patterns = List.copyOf(patterns);
    for (int i = 0; i < patterns.size(); i++) {
      int pattern = i;
      patterns
          .get(i)
          .beginnings(
              word -> byWord.computeIfAbsent(word, w -> new BitSet()).set(pattern),
              kind -> byKind.computeIfAbsent(kind, k -> new BitSet()).set(pattern));
    }
  }

  /**
   * What matches there.
   *
   * @param number of the pattern, in the order in which they were given
   */
  record Found(int number, Match match) {}

  /** The longest match that begins at this token, of several the first pattern's. */
  Optional<Found> longest(List<Token> tokens, int at) {
    Found best = null;
    BitSet possible = possible(tokens.get(at));
    for (int i = possible.nextSetBit(0); i >= 0; i = possible.nextSetBit(i + 1)) {
      Optional<Match> match = patterns.get(i).at(tokens, at);
      if (match.isPresent() && (best == null || match.get().length() > best.match().length())) {
        best = new Found(i, match.get());
      }
    }
    return Optional.ofNullable(best);
  }

  private BitSet possible(Token token) {
    BitSet possible = new BitSet();
    possible.or(byWord.getOrDefault(token.text(), NONE));
    token.kinds().forEach(kind -> possible.or(byKind.getOrDefault(kind, NONE)));
    return possible;
  }
}
