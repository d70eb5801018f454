package io.warmline.core.talktrack;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words as the rules write them. A word in lower case stands for itself and one in upper case for a
 * group of words; {@code |} means either and {@code ?} perhaps; {@code ..} and {@code ...} stand
 * for up to two and five words; {@code ~} before a word means that it does not follow, {@code !}
 * that it does not precede; {@code ^} and {@code $} are the ends of the sentence, alone or among
 * choices. Fillers and pauses may stand between any two words.
 */
final class WordPattern {

  private static final Set<String> FILLERS =
      Set.of(
          ("um uh er erm well really actually quite very also simply quickly briefly then please"
                  + " sir madam mate honestly basically maybe possibly perhaps potentially currently just"
                  + " even ever indeed")
              .split(" "));

  private final List<Element> elements;

  private WordPattern(List<Element> elements) {
    this.elements = elements;
  }

  static WordPattern of(String text, Map<String, Set<String>> groups) {
    return new WordPattern(
        Arrays.stream(text.split(" +")).map(part -> Element.of(part, groups)).toList());
  }

  /** The index after the match that begins at this word, -1 if none does. */
  int endOf(List<Word> sentence, int start) {
    return FILLERS.contains(sentence.get(start).text())
            && !elements.get(0).accepts(sentence.get(start))
        ? -1
        : match(sentence, start, 0, start);
  }

  /** The words of which one begins every match; empty: a match can begin anywhere. */
  Set<String> beginnings() {
    Element first = elements.get(0);
    boolean before = first.kind() == Kind.NOT_BEFORE || first.kind() == Kind.END;
    Element one = before && elements.size() > 1 ? elements.get(1) : first;
    boolean fixed = one.kind() == Kind.WORD && one.most() == 1;
    return fixed && !one.words().contains("^") && !one.words().contains("$")
        ? one.words()
        : Set.of();
  }

  private int match(List<Word> words, int at, int index, int start) {
    if (index == elements.size()) {
      return at > start ? at : -1;
    }
    Element element = elements.get(index);
    return switch (element.kind()) {
      case WORD -> word(words, at, index, start);
      case GAP -> gap(words, at, index, start);
      case END -> element.acceptsEnd(words, at) ? match(words, at, index + 1, start) : -1;
      case NOT_NEXT -> {
        int next = skip(words, at);
        boolean follows =
            next < words.size()
                ? element.accepts(words.get(next))
                : element.acceptsEnd(words, next);
        yield follows ? -1 : match(words, at, index + 1, start);
      }
      case NOT_BEFORE ->
          at > 0 && element.accepts(words.get(at - 1)) ? -1 : match(words, at, index + 1, start);
    };
  }

  private int word(List<Word> words, int at, int index, int start) {
    Element element = elements.get(index);
    int next = at;
    while (next < words.size()) {
      if (element.accepts(words.get(next))) {
        int end = match(words, next + 1, index + 1, start);
        if (end >= 0) {
          return end;
        }
      }
      if (at == start || !isFiller(words.get(next))) {
        break;
      }
      next++;
    }
    boolean without = element.most() == 0 || element.acceptsEnd(words, at);
    return without ? match(words, at, index + 1, start) : -1;
  }

  private int gap(List<Word> words, int at, int index, int start) {
    for (int skipped = 0; skipped <= elements.get(index).most(); skipped++) {
      if (at + skipped > words.size()) {
        return -1;
      }
      int end = match(words, at + skipped, index + 1, start);
      if (end >= 0) {
        return end;
      }
    }
    return -1;
  }

  private static int skip(List<Word> words, int at) {
    int next = at;
    while (next < words.size() && isFiller(words.get(next))) {
      next++;
    }
    return next;
  }

  private static int skipBack(List<Word> words, int at) {
    int before = at;
    while (before > 0 && isFiller(words.get(before - 1))) {
      before--;
    }
    return before;
  }

  private static boolean isFiller(Word word) {
    return word.isPause() || FILLERS.contains(word.text());
  }

  private enum Kind {
    WORD,
    GAP,
    END,
    NOT_NEXT,
    NOT_BEFORE
  }

  /**
   * One part of a pattern.
   *
   * @param most how many words a gap can take; 0 for a word that may be left out, else 1
   */
  private record Element(Kind kind, Set<String> words, int most) {

    static Element of(String text, Map<String, Set<String>> groups) {
      return switch (text.charAt(0)) {
        case '.' -> new Element(Kind.GAP, Set.of(), text.equals("..") ? 2 : 5);
        case '^', '$' -> end(text, groups);
        case '~' -> new Element(Kind.NOT_NEXT, choices(text.substring(1), groups), 0);
        case '!' -> new Element(Kind.NOT_BEFORE, choices(text.substring(1), groups), 0);
        default -> word(text, groups);
      };
    }

    /** An end alone, or an end that may be a word instead. */
    private static Element end(String text, Map<String, Set<String>> groups) {
      return text.length() == 1 ? new Element(Kind.END, Set.of(text), 0) : word(text, groups);
    }

    private static Element word(String text, Map<String, Set<String>> groups) {
      boolean optional = text.endsWith("?");
      String all = optional ? text.substring(0, text.length() - 1) : text;
      return new Element(Kind.WORD, choices(all, groups), optional ? 0 : 1);
    }

    private static Set<String> choices(String text, Map<String, Set<String>> groups) {
      return Arrays.stream(text.split("\\|"))
          .flatMap(
              choice ->
                  groups.containsKey(choice) ? groups.get(choice).stream() : Stream.of(choice))
          .collect(Collectors.toUnmodifiableSet());
    }

    boolean accepts(Word word) {
      return words.contains(word.text());
    }

    /** Whether an end of the sentence is here that is among the choices. */
    boolean acceptsEnd(List<Word> sentence, int at) {
      return (words.contains("^") && skipBack(sentence, at) == 0)
          || (words.contains("$") && skip(sentence, at) == sentence.size());
    }
  }
}
