package io.warmline.core.talktrack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One entry of the table of rules.
 *
 * @param advice why, and what to say instead
 * @param reach where the rule holds
 */
record LintRule(LintCode code, Begins begins, Advice advice, Reach reach) {

  LintRule(LintCode code, List<WordPattern> patterns, Advice advice, Reach reach) {
    this(code, Begins.of(patterns), advice, reach);
  }


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

  /**
   * Whether the rule says anything about a sentence of such a call.
   *
   * @param namesTime whether the sentence names a day and a time
   */
  boolean holdsIn(CallKind kind, boolean namesTime) {
    return reach.kinds().contains(kind) && !(reach.unlessTime() && namesTime);
  }

  Stream<Span> matches(List<Word> sentence) {
    List<Span> found = new ArrayList<>();
    for (int at = 0; at < sentence.size(); at++) {
      for (WordPattern pattern : begins.at(sentence.get(at))) {
        add(pattern, sentence, at, found);
      }
      for (WordPattern pattern : begins.anywhere()) {
        add(pattern, sentence, at, found);
      }
    }
    return found.stream();
  }

  private void add(WordPattern pattern, List<Word> sentence, int at, List<Span> found) {
    int end = pattern.endOf(sentence, at);
    if (end > 0 && !(reach.unlessAsked() && Asked.before(sentence, at))) {
      found.add(new Span(at, end));
    }
  }

  /** Patterns by the words with which a match of them can begin, so that few are tried. */
  private record Begins(Map<String, List<WordPattern>> byWord, List<WordPattern> anywhere) {

    static Begins of(List<WordPattern> patterns) {
      Map<String, List<WordPattern>> byWord = new HashMap<>();
      List<WordPattern> anywhere = new ArrayList<>();
      for (WordPattern pattern : patterns) {
        Set<String> words = pattern.beginnings();
        words.forEach(
            word -> byWord.computeIfAbsent(word, w -> new ArrayList<>()).add(pattern));
        if (words.isEmpty()) {
          anywhere.add(pattern);
        }
      }
      return new Begins(byWord, anywhere);
    }

    List<WordPattern> at(Word word) {
      return byWord.getOrDefault(word.text(), List.of());
    }
  }
}
