package io.warmline.core.phrase;

import io.warmline.core.phrase.Token.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Cuts words as spoken or typed into tokens of one spelling. Linear in their length. */
final class Tokenizer {

  /** What cannot be a token is skipped. None of the branches can be matched in two ways. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<date>\\d{4}-\\d{1,2}-\\d{1,2}(?!\\d)|\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{4}(?!\\d)"
              + "|\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2}(?!\\d)|\\d{1,2}\\.\\d{1,2}\\.(?!\\d))"
              + "|(?<other>24/7|[$€£]\\s?\\d[\\d,.]*|\\d+%"
              + "|\\(?\\d{3}\\)?[ .-]?\\d{3}[ .-]\\d{4}|\\d{3}[ .-]\\d{4}(?!\\d)"
              + "|\\+\\d[\\d ()-]{6,20}|\\d{5,}|\\d{1,3},\\d{3}(?!\\d))"
              + "|(?<short>\\d{1,2}/\\d{1,2})(?!\\d)"
              + "|(?<clock>\\d{1,2}[:.h]\\d{2})(?!\\d)"
              + "|(?<ordinal>\\d{1,2}(?:st|nd|rd|th))(?![a-z])"
              + "|(?<decimal>\\d+\\.5)(?!\\d)"
              + "|(?<number>\\d+)"
              + "|(?<quarter>q[1-4])(?![a-z])"
              + "|(?<half>[ap]\\.\\s?m\\b\\.?)"
              + "|(?<word>[a-z]+)"
              + "|(?<dash>-)"
              + "|(?<mark>[,.;:?!\\n(])"
              + "|(?<at>@)");

  /** Text that is written otherwise before it is cut. */
  record Rewriting(Pattern pattern, Function<MatchResult, String> other) {

    static Rewriting of(String pattern, String other) {
      return new Rewriting(
          Pattern.compile(pattern),
          match -> match.groupCount() == 0 ? other : other.replace("$1", match.group(1)));
    }
  }

  private static final List<Rewriting> REWRITINGS =
      List.of(
          Rewriting.of("[\u2018\u2019\u02bc`´]", "'"),
          Rewriting.of("\\s*[\u2014\u2015]\\s*|\\s+[-\u2010-\u2013]\\s+(?!\\d)", ", "),
          Rewriting.of("\\s?[\u2010-\u2013\u2212]\\s?", "-"),
          Rewriting.of("(?<=[a-z\\d])[- ]ish\\b", "ish"),
          Rewriting.of(
              "(?<=\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))"
                  + "-(?=thirty\\b|forty-?five\\b)",
              " "),
          Rewriting.of("n't\\b", " not"),
          Rewriting.of("can not", "cannot"),
          Rewriting.of("\\bca not\\b", "cannot"),
          Rewriting.of("\\bwo not\\b", "will not"),
          Rewriting.of("'(m|re|ve|ll|d)\\b", " $1"),
          Rewriting.of("\\bnew year'?s\\b", "newyears"),
          Rewriting.of("((?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow)'s\\b", "$1 is"),
          Rewriting.of(
              "\\b(he|she|it|that|there|who|what|here|arvo|morning|afternoon)'s\\b", "$1 is"),
          Rewriting.of(
              "'s\\b(?= (?:just |really |much |probably |always"
                  + " )?(?:fine|good|better|best|great|ok|okay|perfect|ideal|free|open|bad|out|not|no"
                  + " good|when)\\b)",
              " is"),
          Rewriting.of("o'clock", "oclock"),
          Rewriting.of("'", ""));

  /** Behind these a dot ends no clause, though they are spelled as they stand. */
  private static final Set<String> TITLES = Set.of("st", "mt", "dr", "mr", "mrs", "ms", "prof");

  /** Times of no kind. */
  private static final Set<String> NEARLY =
      Set.of("noon", "midnight", "tomorrow", "today", "tonight", "dayend", "teatime", "half");

  private Tokenizer() {}

  static List<Token> tokens(String words) {
    return spelled(
        cut(words, REWRITINGS, word -> TITLES.contains(word) || !Spelling.word(word).equals(word)));
  }

  /** Words in English as tokens. */
  static List<Token> spelled(List<Word> words) {
    return Spelling.groups(numbers(words)).stream().map(Token::of).toList();
  }

  /**
   * The words, numbers and marks of a text.
   *
   * @param abbreviated whether a dot behind the word ends no clause
   */
  static List<Word> cut(String words, List<Rewriting> rewritings, Predicate<String> abbreviated) {
    Script script = Script.of(words);
    for (Rewriting rewriting : rewritings) {
      script = script.with(rewriting.pattern(), rewriting.other());
    }
    Script plain = script;
    List<Word> found = new ArrayList<>();
    TOKEN
        .matcher(plain.text())
        .results()
        .forEach(m -> add(found, m, plain.span(m.start(), m.end()), abbreviated));
    return found;
  }

  private static void add(
      List<Word> found, MatchResult match, Span span, Predicate<String> abbreviated) {
    String text = match.group();
    char first = text.charAt(0);
    if (text.equals("-")) {
      addDash(found, span);
    } else if (text.length() == 1 && ",.;:?!\n(".indexOf(first) >= 0) {
      addMark(found, text, span, abbreviated);
    } else if (isOther(match)) {
      found.add(new Word("#", span));
    } else if (text.startsWith("a.") || text.startsWith("p.")) {
      found.add(new Word(first + "m", span));
    } else {
      boolean hours = text.matches("\\d+h\\d+");
      found.add(new Word(text.equals("@") ? "at" : hours ? text.replace('h', ':') : text, span));
    }
  }

  private static boolean isOther(MatchResult match) {
    return match.group(2) != null;
  }

  /** Between numbers a dash means "to"; between words it means nothing. */
  private static void addDash(List<Word> found, Span span) {
    String before = found.isEmpty() ? "" : found.get(found.size() - 1).text();
    boolean counts = !before.endsWith("ty") && NumberWords.digits(before).matches("\\d+");
    if (counts || before.matches("\\d.*|am|pm|(mon|tue|wed|thu|fri)[a-z]*")) {
      found.add(new Word("-", span));
    }
  }

  /** The dot of an abbreviation ends nothing. */
  private static void addMark(
      List<Word> found, String mark, Span span, Predicate<String> abbreviations) {
    String before = found.isEmpty() ? "," : found.get(found.size() - 1).text();
    boolean abbreviated = mark.equals(".") && abbreviations.test(before);
    if (!before.equals(",") && !abbreviated) {
      found.add(new Word(",", span));
    }
  }

  /** "Fourish" is taken as four; "finish" and "English" are other words. */
  private static String exact(String word) {
    if (!word.endsWith("ish") || word.length() <= 5) {
      return word;
    }
    String stem = word.substring(0, word.length() - 3);
    Token token = Token.of(new Word(Spelling.word(NumberWords.digits(stem)), new Span(0, 0)));
    return Fillers.timely(token) || NEARLY.contains(token.text()) ? stem : word;
  }

  /** Number words as digits, two that make one number together, known words in one spelling. */
  private static List<Word> numbers(List<Word> words) {
    List<Word> spelled = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      if (i + 1 < words.size() && NumberWords.join(word.text(), words.get(i + 1).text())) {
        Word next = words.get(i + 1);
        spelled.add(
            new Word(NumberWords.joined(word.text(), next.text()), word.span().and(next.span())));
        i++;
      } else {
        String exact = NumberWords.digits(exact(word.text()));
        if (!exact.equals(word.text()) && word.text().endsWith("ish") && exact.matches("\\d+")) {
          spelled.add(word.as("at"));
        }
        spelled.add(word.as(Spelling.word(exact)));
      }
    }
    return spelled;
  }
}
