package io.warmline.core.phrase;

import io.warmline.core.phrase.Item.Mark;
import java.util.ArrayList;
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
              LinkRules.all())
          .flatMap(s -> s)
          .toList();

  private Grammar() {}

  static List<Item> items(List<Token> tokens) {
    List<Item> items = new ArrayList<>();
    int at = 0;
    while (at < tokens.size()) {
      Optional<Reading> reading = longest(tokens, at);
      if (reading.isPresent()) {
        items.addAll(reading.get().items());
        at += reading.get().length();
      } else {
        other(tokens.get(at)).ifPresent(items::add);
        at++;
      }
    }
    return items;
  }

  private static Optional<Reading> longest(List<Token> tokens, int at) {
    Optional<Reading> best = Optional.empty();
    for (Rule rule : RULES) {
      Optional<Match> match = rule.pattern().at(tokens, at);
      if (match.isPresent() && match.get().length() > best.map(Reading::length).orElse(0)) {
        best = Optional.of(new Reading(rule.meaning().apply(match.get()), match.get().length()));
      }
    }
    return best;
  }

  private static Optional<Item> other(Token token) {
    if (token.text().equals(",")) {
      return Optional.of(Mark.PAUSE);
    }
    if (token.is(Kind.HOUR)) {
      return Optional.of(new Item.BareNumber(Integer.parseInt(token.text())));
    }
    return Fillers.silent(token) ? Optional.empty() : Optional.of(Mark.GAP);
  }

  private record Reading(List<Item> items, int length) {}
}
