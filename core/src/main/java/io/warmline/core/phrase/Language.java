package io.warmline.core.phrase;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Languages whose words are read. Any other is refused by name, and never read as English. */
public enum Language {
  ENGLISH("en", "eng"),
  SPANISH("es", "spa");

  private final String code;
  private final String longCode;

  Language(String code, String longCode) {
    this.code = code;
    this.longCode = longCode;
  }

  /** The ISO 639 code of two letters. */
  public String code() {
    return code;
  }

  /** The name in English. */
  public String title() {
    return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
  }

  /**
   * The language of an ISO 639 code, with a region or without ({@code es-MX}); empty if its words
   * are not read.
   */
  public static Optional<Language> of(String code) {
    String plain = code.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    return Arrays.stream(values())
        .filter(one -> one.code.equals(plain) || one.longCode.equals(plain))
        .findFirst();
  }

  /** The language in which most of these words are known; English if several know as many. */
  public static Language likely(String words) {
    return Arrays.stream(values()).noneMatch(language -> language.mayBe(words))
        ? ENGLISH
        : mostKnown(words);
  }

  private static Language mostKnown(String words) {
    return Arrays.stream(values())
        .min(Comparator.comparingInt(language -> language.unknown(words)))
        .orElse(ENGLISH);
  }

  /** Whether it is another language than English and one of its words is among these. */
  private boolean mayBe(String words) {
    return this != ENGLISH && Phrasebook.of(this).hasAnyOf(words);
  }

  private int unknown(String words) {
    return Grammar.pieces(tokens(words)).unknown().cardinality();
  }

  /** The tokens of words in this language, in the spelling of the rules. */
  List<Token> tokens(String words) {
    return this == ENGLISH ? Tokenizer.tokens(words) : Phrasebook.of(this).tokens(words);
  }
}
