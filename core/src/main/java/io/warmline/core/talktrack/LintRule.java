package io.warmline.core.talktrack;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One entry of the table of rules.
 *
 * @param frames meanings that are found wherever all of their parts are
 * @param otherwise meanings that are looked for only where no rule found anything else
 * @param advice why, and what to say instead
 * @param reach where the rule holds
 */
record LintRule(
    LintCode code,
    WordPatterns patterns,
    List<Frame> frames,
    List<Frame> otherwise,
    Advice advice,
    Reach reach) {

  private static final Set<String> WHICH = Set.of("which", "who", "whose");

  /** What is told about a finding. */
  record Advice(String why, String better) {}

  /**
   * Where a rule holds, and how strictly.
   *
   * @param kinds the only kinds of calls in which it does
   * @param errorIn the kinds in which a finding is an error
   * @param unlessTime not in a sentence that names a day and a time
   * @param unlessWhich not in a question which of several things or persons
   * @param unlessAsked not in what the prospect is said to have asked for
   */
  record Reach(
      Set<CallKind> kinds,
      Set<CallKind> errorIn,
      boolean unlessTime,
      boolean unlessAsked,
      boolean unlessWhich) {}

  /** A match in a sentence: its first word, and the one after its last. */
  record Span(int first, int after) {}

  Severity severity(CallKind kind) {
    return reach.errorIn().contains(kind) ? Severity.ERROR : Severity.WARNING;
  }

  /**
   * Whether the rule says anything about a sentence of such a call.
   *
   * @param namesTime whether the sentence names a day and a time
   */
  boolean holdsIn(CallKind kind, boolean namesTime) {
    return reach.kinds().contains(kind) && !(reach.unlessTime() && namesTime);
  }

  /** Words that are named in the table. */
  Stream<Span> matches(List<Word> sentence) {
    return asked(patterns.in(sentence).stream(), sentence);
  }

  /** A meaning whose words are not. */
  Stream<Span> means(Heard heard) {
    return asked(frames.stream().flatMap(frame -> frame.in(heard).stream()), heard.sentence());
  }

  /** A meaning that is likely where nothing else was found. */
  Stream<Span> suggests(Heard heard) {
    return asked(otherwise.stream().flatMap(frame -> frame.in(heard).stream()), heard.sentence());
  }

  private Stream<Span> asked(Stream<Span> found, List<Word> sentence) {
    boolean which = reach.unlessWhich() && WHICH.contains(sentence.get(0).text());
    return which
        ? Stream.empty()
        : found.filter(span -> !(reach.unlessAsked() && Asked.before(sentence, span.first())));
  }
}
