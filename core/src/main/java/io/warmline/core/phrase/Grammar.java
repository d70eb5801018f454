package io.warmline.core.phrase;

import io.warmline.core.phrase.Item.Mark;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All rules in one table, and how words are read by them: from the left, the longest match first.
 */
final class Grammar {

  private static final List<Rule> RULES =
      Stream.of(
              OffsetRules.all(),
              DayRules.all(),
              DateRules.all(),
              PeriodRules.all(),
              SeasonRules.all(),
              ClockRules.all(),
              ChangeRules.all(),
              HopelessRules.all(),
              LinkRules.all(),
              Zones.all(),
              ElsewhereRules.all(),
              IdiomRules.all())
          .flatMap(s -> s)
          .toList();

  private static final Index INDEX = Index.of(RULES);

  private Grammar() {}

  static Pieces pieces(List<Token> tokens) {
    Pieces pieces = new Pieces(tokens);
    int at = 0;
    while (at < tokens.size()) {
      Optional<Reading> reading = longest(tokens, at);
      if (reading.isPresent()) {
        BitSet words = new BitSet();
        words.set(at, at + reading.get().length());
        pieces.add(reading.get().items(), words);
        at += reading.get().length();
      } else {
        other(tokens.get(at), at, pieces);
        at++;
      }
    }
    return pieces;
  }

  private static Optional<Reading> longest(List<Token> tokens, int at) {
    Optional<Match> best = Optional.empty();
    int rule = -1;
    BitSet possible = INDEX.of(tokens.get(at));
    for (int i = possible.nextSetBit(0); i >= 0; i = possible.nextSetBit(i + 1)) {
      Optional<Match> match = RULES.get(i).pattern().at(tokens, at);
      if (match.isPresent() && match.get().length() > best.map(Match::length).orElse(0)) {
        best = match;
        rule = i;
      }
    }
    int meant = rule;
    return best.map(m -> new Reading(RULES.get(meant).meaning().apply(m), m.length()));
  }

  private static void other(Token token, int at, Pieces pieces) {
    BitSet word = new BitSet();
    word.set(at);
    if (token.text().equals(",")) {
      pieces.add(Mark.PAUSE, word);
    } else if (token.text().equals("#")) {
      pieces.add(Mark.GAP, word);
    } else if (token.text().equals(Spelling.HABIT)) {
      pieces.unused().set(at);
    } else if (token.is(Kind.HOUR)) {
      pieces.add(new Item.BareNumber(Integer.parseInt(token.text())), word);
    } else if (!Fillers.silent(token)) {
      pieces.addUnknown(at);
    }
  }

  private record Reading(List<Item> items, int length) {}

  /** Which rules can begin with a word. */
  private record Index(Map<String, BitSet> byWord, Map<Kind, BitSet> byKind) {

    static Index of(List<Rule> rules) {
      Index index = new Index(new HashMap<>(), new EnumMap<>(Kind.class));
      for (int i = 0; i < rules.size(); i++) {
        int rule = i;
        rules
            .get(i)
            .pattern()
            .beginnings(
                word -> index.byWord.computeIfAbsent(word, w -> new BitSet()).set(rule),
                kind -> index.byKind.computeIfAbsent(kind, k -> new BitSet()).set(rule));
      }
      return index;
    }

    BitSet of(Token token) {
      BitSet possible = new BitSet();
      possible.or(byWord.getOrDefault(token.text(), NONE));
      token.kinds().forEach(kind -> possible.or(byKind.getOrDefault(kind, NONE)));
      return possible;
    }

    private static final BitSet NONE = new BitSet();
  }
}
