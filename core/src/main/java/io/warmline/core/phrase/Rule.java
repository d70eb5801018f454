package io.warmline.core.phrase;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A pattern of words and what they mean. The pattern is the rule's name. */
record Rule(Pattern pattern, Function<Match, List<Item>> meaning) {

  /** One rule for each pattern, all with the same meaning. */
  static Stream<Rule> rule(Function<Match, Item> meaning, String... patterns) {
    return rules(meaning.andThen(List::of), patterns);
  }

  /** One rule for each pattern, which means several things at once, such as a day and a time. */
  static Stream<Rule> rules(Function<Match, List<Item>> meaning, String... patterns) {
    return Arrays.stream(patterns).map(pattern -> new Rule(Pattern.of(pattern), meaning));
  }
}
