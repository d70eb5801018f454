package io.warmline.core.phrase;

import java.util.EnumSet;
import java.util.Set;

/**
 * A word in the spelling of the rules, a number in digits, or "," for any mark that ends a clause.
 *
 * @param kinds what the word can be
 */
record Token(String text, Set<Kind> kinds) {

  static Token of(String text) {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    for (Kind kind : Kind.values()) {
      if (kind.includes(text)) {
        kinds.add(kind);
      }
    }
    return new Token(text, kinds);
  }

  boolean is(Kind kind) {
    return kinds.contains(kind);
  }
}
