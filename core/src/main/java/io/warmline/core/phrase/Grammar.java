package io.warmline.core.phrase;

import io.warmline.core.phrase.Item.Mark;
import java.time.Month;
import java.util.BitSet;
import java.util.List;
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

  private static final PatternIndex INDEX =
      new PatternIndex(RULES.stream().map(Rule::pattern).toList());

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
      } else if (isMonthOfMay(tokens, at)) {
        pieces.add(new Item.Date(a -> a.month(Month.MAY)), one(at));
        at++;
      } else {
        other(tokens.get(at), at, pieces);
        at++;
      }
    }
    return pieces;
  }

  private static Optional<Reading> longest(List<Token> tokens, int at) {
    return INDEX
        .longest(tokens, at)
        .map(
            found ->
                new Reading(
                    RULES.get(found.number()).meaning().apply(found.match()),
                    found.match().length()));
  }

  /** "The first Tuesday in May at ten": its "in" was read with the Tuesday. */
  private static boolean isMonthOfMay(List<Token> tokens, int at) {
    return tokens.get(at).text().equals("may")
        && at > 1
        && tokens.get(at - 2).is(Kind.DAY)
        && tokens.get(at - 1).text().matches("in|of");
  }

  private static BitSet one(int word) {
    BitSet words = new BitSet();
    words.set(word);
    return words;
  }

  private static void other(Token token, int at, Pieces pieces) {
    BitSet word = one(at);
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
}
