package io.warmline.core.talktrack;

import io.warmline.core.talktrack.LintRule.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Patterns by the words with which a match of them can begin, so that few are tried. */
record WordPatterns(Map<String, List<WordPattern>> byWord, List<WordPattern> anywhere) {

  static WordPatterns of(List<WordPattern> patterns) {
    Map<String, List<WordPattern>> byWord = new HashMap<>();
    List<WordPattern> anywhere = new ArrayList<>();
    for (WordPattern pattern : patterns) {
      Set<String> words = pattern.beginnings();
      words.forEach(word -> byWord.computeIfAbsent(word, w -> new ArrayList<>()).add(pattern));
      if (words.isEmpty()) {
        anywhere.add(pattern);
      }
    }
    return new WordPatterns(byWord, anywhere);
  }

  /** All matches in a sentence, in the order in which they begin. */
  List<Span> in(List<Word> sentence) {
    List<Span> found = new ArrayList<>();
    for (int at = 0; at < sentence.size(); at++) {
      add(byWord.getOrDefault(sentence.get(at).text(), List.of()), sentence, at, found);
      add(anywhere, sentence, at, found);
    }
    return found;
  }

  private static void add(
      List<WordPattern> patterns, List<Word> sentence, int at, List<Span> found) {
    for (WordPattern pattern : patterns) {
      int end = pattern.endOf(sentence, at);
      if (end > 0) {
        found.add(new Span(at, end));
      }
    }
  }

  /** The first of them. */
  Optional<Span> firstIn(List<Word> sentence) {
    for (int at = 0; at < sentence.size(); at++) {
      List<WordPattern> here = byWord.getOrDefault(sentence.get(at).text(), List.of());
      if (!here.isEmpty() || !anywhere.isEmpty()) {
        List<Span> found = new ArrayList<>();
        add(here, sentence, at, found);
        add(anywhere, sentence, at, found);
        if (!found.isEmpty()) {
          return Optional.of(found.get(0));
        }
      }
    }
    return Optional.empty();
  }
}
