package io.warmline.core.talktrack;

import java.util.List;
import java.util.Set;

/** Whether words are what the prospect asked for: "you suggested that I call later". */
final class Asked {

  private static final Set<String> VERBS =
      Set.of("suggested", "asked", "requested", "wanted", "proposed", "invited");
  private static final Set<String> TOLD = Set.of("told", "said");

  private Asked() {}

  static boolean before(List<Word> sentence, int at) {
    for (int i = ownWords(sentence, at); i + 1 < at; i++) {
      String verb = sentence.get(i + 1).text();
      boolean asked = VERBS.contains(verb) || (TOLD.contains(verb) && toCall(sentence, i + 2));
      if (sentence.get(i).text().equals("you") && asked) {
        return true;
      }
    }
    return false;
  }

  /** "You asked me to call, so what day works": after a "so" the caller speaks again. */
  private static int ownWords(List<Word> sentence, int at) {
    for (int i = at; i > 1; i--) {
      if (sentence.get(i - 1).text().equals("so") && sentence.get(i - 2).isPause()) {
        return i;
      }
    }
    return 0;
  }

  /** "You told me to", "you said to", "you said I should". */
  private static boolean toCall(List<Word> sentence, int from) {
    return sentence
        .subList(Math.min(from, sentence.size()), Math.min(from + 3, sentence.size()))
        .stream()
        .anyMatch(word -> word.text().equals("to") || word.text().equals("should"));
  }
}
