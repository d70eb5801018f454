package io.warmline.core.phrase;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A sequence of words as the rules write it: {@code "in COUNT|NUM UNIT time?"}. A word in lower
 * case stands for itself, one in upper case for a {@link Kind}, {@code |} for either, {@code ?}
 * after it for perhaps, {@code *} for a few words that have nothing to do with time. {@code $} at
 * the end asks that the clause ends there, {@code ~} that no noun follows.
 */
final class Pattern {

  /** The most words that a pattern leaves open. */
  private static final int MOST_SKIPPED = 4;

  /**
   * Marks, words for days that are no kind of their own, words that begin another clause, and words
   * that turn the sense of one.
   */
  private static final Set<String> NOT_SKIPPED =
      Set.of(
          ",",
          "#",
          "today",
          "tomorrow",
          "tonight",
          "overmorrow",
          "yesterday",
          "noon",
          "midnight",
          "weekend",
          "and",
          "but",
          "so",
          "or",
          "not",
          "never",
          "cannot",
          "unless",
          "except",
          "instead",
          "rather",
          "without",
          "if",
          "every",
          "each",
          "last");

  private final List<Element> elements;

  private Pattern(List<Element> elements) {
    this.elements = elements;
  }

  static Pattern of(String text) {
    return new Pattern(Arrays.stream(text.split(" ")).map(Element::of).toList());
  }

  /** The match that begins at this token, empty if there is none. It has one word or more. */
  Optional<Match> at(List<Token> tokens, int start) {
    Match match = new Match();
    return matches(tokens, start, 0, match) && match.length() > 0
        ? Optional.of(match)
        : Optional.empty();
  }

  /** Tells the words and kinds with which a match can begin. */
  void beginnings(Consumer<String> word, Consumer<Kind> kind) {
    for (Element element : elements) {
      element.words().forEach(word);
      element.kinds().forEach(kind);
      if (!element.optional()) {
        return;
      }
    }
  }

  /** All words that stand for themselves. */
  Stream<String> words() {
    return elements.stream().flatMap(element -> element.words().stream());
  }

  private boolean matches(List<Token> tokens, int at, int element, Match match) {
    if (element == elements.size()) {
      return true;
    }
    Element next = elements.get(element);
    if (next.lookahead()) {
      return next.endsAt(tokens, at);
    }
    if (next.words().contains("*")) {
      return skips(tokens, at, element, match);
    }
    if (at < tokens.size() && next.accepts(tokens.get(at))) {
      match.take(next.kindOf(tokens.get(at)), tokens.get(at).text());
      if (matches(tokens, at + 1, element + 1, match)) {
        return true;
      }
      match.drop();
    }
    return next.optional() && matches(tokens, at, element + 1, match);
  }

  /** As few words of the clause as possible, none of which has to do with time. */
  private boolean skips(List<Token> tokens, int start, int element, Match match) {
    int skipped = 0;
    while (!matches(tokens, start + skipped, element + 1, match)) {
      int at = start + skipped;
      boolean more = skipped < MOST_SKIPPED && at < tokens.size() && isPlain(tokens.get(at));
      if (!more) {
        for (int i = 0; i < skipped; i++) {
          match.drop();
        }
        return false;
      }
      match.take(Optional.empty(), tokens.get(at).text());
      skipped++;
    }
    return true;
  }

  private static boolean isPlain(Token token) {
    return !NOT_SKIPPED.contains(token.text()) && !Fillers.timely(token);
  }

  private record Element(Set<String> words, Set<Kind> kinds, boolean optional) {

    static Element of(String text) {
      boolean optional = text.endsWith("?");
      String choices = optional ? text.substring(0, text.length() - 1) : text;
      List<String> all = List.of(choices.split("\\|"));
      return new Element(
          all.stream().filter(c -> !isKind(c)).collect(Collectors.toUnmodifiableSet()),
          all.stream()
              .filter(Element::isKind)
              .map(Kind::valueOf)
              .collect(Collectors.toUnmodifiableSet()),
          optional);
    }

    private static boolean isKind(String choice) {
      return Character.isUpperCase(choice.charAt(0));
    }

    boolean lookahead() {
      return words.contains("$") || words.contains("~");
    }

    boolean accepts(Token token) {
      return words.contains(token.text()) || kinds.stream().anyMatch(token::is);
    }

    Optional<Kind> kindOf(Token token) {
      return kinds.stream().filter(token::is).findFirst();
    }

    boolean endsAt(List<Token> tokens, int at) {
      if (at >= tokens.size() || tokens.get(at).text().equals(",")) {
        return true;
      }
      return words.contains("~") && Fillers.endNoun(tokens.get(at));
    }
  }
}
