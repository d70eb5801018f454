package io.warmline.core.phrase;

import java.util.EnumSet;
import java.util.Set;

/**
 * A word in the spelling of the rules, a number in digits, or "," for any mark that ends a clause.
 *
 * @param kinds what the word can be
 * @param span where it was said
 */
record Token(String text, Set<Kind> kinds, Span span) {

  static Token of(Word word) {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    for (Kind kind : Kind.values()) {
      if (kind.includes(word.text())) {
        kinds.add(kind);
      }
    }
    return new Token(word.text(), kinds, word.span());
  }

  boolean is(Kind kind) {
    return kinds.contains(kind);
  }

  /** A word on its way to its spelling. */
  record Word(String text, Span span) {

    Word as(String other) {
      return new Word(other, span);
    }
  }
}
