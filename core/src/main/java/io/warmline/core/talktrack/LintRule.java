package io.warmline.core.talktrack;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One entry of the table of rules.
 *
 * @param advice why, and what to say instead
 * @param reach where the rule holds
 */
record LintRule(LintCode code, List<WordPattern> patterns, Advice advice, Reach reach) {

  /** What is told about a finding. */
  record Advice(String why, String better) {}

  /**
   * Where a rule holds, and how strictly.
   *
   * @param kinds the only kinds of calls in which it does
   * @param errorIn the kinds in which a finding is an error
   * @param unlessTime not in a sentence that names a day and a time
   * @param unlessAsked not in what the prospect is said to have asked for
   */
  record Reach(
      Set<CallKind> kinds, Set<CallKind> errorIn, boolean unlessTime, boolean unlessAsked) {}

  /** A match in a sentence: its first word, and the one after its last. */
  record Span(int first, int after) {}

  Severity severity(CallKind kind) {
    return reach.errorIn().contains(kind) ? Severity.ERROR : Severity.WARNING;
  }

  /** Whether the rule says anything about a sentence of such a call. */
  boolean holdsIn(CallKind kind, List<Word> sentence) {
    return reach.kinds().contains(kind) && !(reach.unlessTime() && ConcreteTime.in(sentence));
  }

  Stream<Span> matches(List<Word> sentence) {
    return IntStream.range(0, sentence.size())
        .filter(at -> !(reach.unlessAsked() && Asked.before(sentence, at)))
        .boxed()
        .flatMap(
            at ->
                patterns.stream()
                    .map(pattern -> new Span(at, pattern.endOf(sentence, at)))
                    .filter(span -> span.after() > 0));
  }
}
