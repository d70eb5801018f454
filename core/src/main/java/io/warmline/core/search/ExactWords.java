package io.warmline.core.search;

import io.warmline.core.InvalidValue;
import io.warmline.core.SqlConditions;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words that are found as they are written: each of them begins a word of the lead. Nothing is
 * guessed, as {@link SearchLeads} does, so the same leads are found by whoever looks at them and by
 * whoever changes them.
 */
@ApplicationScoped
public class ExactWords {

  /** Of fewer letters the index knows too little. */
  private static final Pattern KNOWN_TO_INDEX = Pattern.compile("^[a-z0-9]{3,}");

  /**
   * What stands before a word: the beginning, or what is neither a letter nor a digit, by code
   * points, so that it does not depend on the locale of the database.
   */
  private static final String BEFORE_A_WORD =
      "(^|[^a-z0-9\\u00aa\\u00b5\\u00ba\\u00c0-\\u1fff\\u2c00-\\u2fef\\u3040-\\uffff"
          + "\\U00010000-\\U0010ffff])";

  private final TenantSql sql;
  private final FoldedWords foldedWords;

  ExactWords(TenantSql sql, FoldedWords foldedWords) {
    this.sql = sql;
    this.foldedWords = foldedWords;
  }

  /**
   * Sees that these are words.
   *
   * @param pointer where they stand in the request
   * @throws InvalidValue TOO_SHORT with fewer than two letters or digits; NUMBER_NOT_TAKEN if a
   *     search would read them as a phone number
   */
  public static void require(String words, String pointer) {
    SearchLeads.requireEnough(words, pointer);
    if (SoughtNumber.in(words).isPresent()) {
      throw new InvalidValue(
          pointer,
          "NUMBER_NOT_TAKEN",
          "reads as a phone number, and these are words; searchLeads and listLeads find numbers");
    }
  }

  /**
   * Adds that a lead {@code l} has them all. The index is asked for {@link SearchIndex#BEGINNINGS},
   * which this transaction has afterwards; whoever asks in another sets it.
   *
   * @param as what the parameters' names begin with
   */
  public void add(SqlConditions where, String as, String words) {
    List<String> folded = foldedWords.of(words);
    sql.set(SearchIndex.BEGINNINGS);
    inIndex(folded)
        .ifPresent(
            word -> where.and("l.search %%> :%sIndexed".formatted(as), as + "Indexed", word));
    where.and(
        "l.search ~ all(:%sWords)".formatted(as),
        as + "Words",
        folded.stream().map(ExactWords::pattern).toArray(String[]::new));
  }

  /**
   * What the leads that are sought have in common with the longest word at the least. A word that
   * begins so shares all trigrams with it but the last one.
   */
  private static Optional<String> inIndex(List<String> folded) {
    return folded.stream()
        .map(KNOWN_TO_INDEX::matcher)
        .filter(Matcher::find)
        .map(Matcher::group)
        .max(Comparator.comparing(String::length));
  }

  /** A regular expression of PostgreSQL that finds where a word begins so. */
  private static String pattern(String word) {
    String before = Character.isLetterOrDigit(word.codePointAt(0)) ? BEFORE_A_WORD : "";
    return word.codePoints()
        .mapToObj(ExactWords::literally)
        .collect(Collectors.joining("", before, ""));
  }

  private static String literally(int character) {
    String text = Character.toString(character);
    return character < 0x80 && !Character.isLetterOrDigit(character) ? "\\" + text : text;
  }
}
