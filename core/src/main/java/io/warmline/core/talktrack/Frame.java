package io.warmline.core.talktrack;

import io.warmline.core.talktrack.LintRule.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A meaning that is made of several, whatever their words and their order: {@code "OFFER + US -
 * PAST"} is a sentence that offers and speaks of the caller, and not of what is past.
 *
 * @param all all of them are in the sentence
 * @param none and none of these
 */
record Frame(List<Concept> all, List<Concept> none) {

  static Frame of(String text, Map<String, Concept> concepts) {
    String[] sides = text.split(" - ", -1);
    return new Frame(
        concepts(sides[0].split(" \\+ "), concepts),
        concepts(Arrays.copyOfRange(sides, 1, sides.length), concepts));
  }

  private static List<Concept> concepts(String[] names, Map<String, Concept> known) {
    return Arrays.stream(names)
        .map(name -> Objects.requireNonNull(known.get(name.strip()), name))
        .toList();
  }

  /** From the first word of what was found to its last; empty if something is missing. */
  Optional<Span> in(Heard heard) {
    int first = Integer.MAX_VALUE;
    int after = 0;
    for (Concept concept : all) {
      Optional<Span> found = heard.of(concept);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      first = Math.min(first, found.get().first());
      after = Math.max(after, found.get().after());
    }
    return none.stream().anyMatch(concept -> heard.of(concept).isPresent())
        ? Optional.empty()
        : Optional.of(new Span(first, after));
  }
}
