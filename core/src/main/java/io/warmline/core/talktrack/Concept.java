package io.warmline.core.talktrack;

import io.warmline.core.talktrack.LintRule.Span;
import java.util.List;
import java.util.Optional;

/**
 * Something that can be said in many ways: one of the patterns stands somewhere in the sentence.
 */
final class Concept {

  private final WordPatterns patterns;

  Concept(List<WordPattern> patterns) {
    this.patterns = WordPatterns.of(patterns);
  }

  Optional<Span> in(List<Word> sentence) {
    return patterns.firstIn(sentence);
  }
}
