package io.warmline.core.talktrack;

import io.warmline.core.talktrack.LintRule.Span;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** Which concepts are in a sentence; each is looked for once. For one thread. */
final class Heard {

  private final List<Word> sentence;
  private final IdentityHashMap<Concept, Optional<Span>> concepts = new IdentityHashMap<>();

  Heard(List<Word> sentence) {
    this.sentence = sentence;
  }

  List<Word> sentence() {
    return sentence;
  }

  Optional<Span> of(Concept concept) {
    return concepts.computeIfAbsent(concept, one -> one.in(sentence));
  }
}
