package io.warmline.core.phrase;

import io.warmline.core.phrase.PhrasebookFile.Line;
import io.warmline.core.phrase.Token.Word;
import io.warmline.core.phrase.Tokenizer.Rewriting;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Another language in the spelling of the rules: its grammar is data, {@code phrases/<code>.txt}.
 * Stage by stage the longest groups of words become what the rules say for them. What no line turns
 * stays as it is and is known to no rule.
 */
final class Phrasebook {

  private static final Map<Language, Phrasebook> BOOKS = new ConcurrentHashMap<>();

  private static final Set<String> ABBREVIATED =
      Set.of(
          "ud", "uds", "sr", "sra", "srta", "hs", "hrs", "h", "aprox", "tel", "cel", "min", "a",
          "p");

  private static final List<Rewriting> REWRITINGS =
      List.of(
          Rewriting.of("(?<!\\p{L})s(?:í|i\u0301)(?!\\p{L})", "yes"),
          Rewriting.of("(?<!\\p{L})(?:llam|marqu|habl)(?:é|e\u0301)(?!\\p{L})", "hellamado"),
          Rewriting.of("[áàâä]", "a"),
          Rewriting.of("[éèêë]", "e"),
          Rewriting.of("[íìîï]", "i"),
          Rewriting.of("[óòôö]", "o"),
          Rewriting.of("[úùûü]", "u"),
          Rewriting.of("ñ", "n"),
          Rewriting.of("[\u0300-\u036f]", ""),
          Rewriting.of("\\s*[\u2014\u2015]\\s*|\\s+[-\u2010-\u2013]\\s+(?!\\d)", ", "),
          Rewriting.of("\\s?[\u2010-\u2013\u2212]\\s?", "-"),
          Rewriting.of("[\u2018\u2019\u02bc`´']", " "),
          Rewriting.of(
              "\\b(\\d{1,2})[.]?(?:[oa]|r[oa]|er[oa]?|d[oa]|t[oa]|v[oa]|m[oa]|n[oa])\\b", "$1th"));

  private final List<Stage> stages;
  private final Set<String> vocabulary;

  private Phrasebook(List<List<Line>> stages) {
    this.stages =
        IntStream.range(0, stages.size()).mapToObj(i -> Stage.of(stages.get(i), i == 0)).toList();
    this.vocabulary =
        stages.stream()
            .flatMap(List::stream)
            .flatMap(line -> line.pattern().words())
            .filter(word -> word.startsWith(PhrasebookFile.FOREIGN))
            .collect(Collectors.toUnmodifiableSet());
  }

  static Phrasebook of(Language language) {
    return BOOKS.computeIfAbsent(
        language, one -> new Phrasebook(PhrasebookFile.read("/phrases/" + one.code() + ".txt")));
  }

  /** Whether one of its words is among these. */
  boolean hasAnyOf(String words) {
    return cut(words).stream().anyMatch(token -> vocabulary.contains(token.text()));
  }

  private static List<Token> cut(String words) {
    return Tokenizer.cut(words, REWRITINGS, ABBREVIATED::contains).stream()
        .map(Phrasebook::foreign)
        .toList();
  }

  List<Token> tokens(String words) {
    List<Token> tokens = cut(words);
    for (Stage stage : stages) {
      tokens = stage.turned(tokens);
    }
    return Tokenizer.spelled(
        tokens.stream().map(token -> new Word(written(token), token.span())).toList());
  }

  /** A word of the language is none of English, even if it is spelled like one. */
  private static Token foreign(Word word) {
    boolean letters = Character.isLetter(word.text().charAt(0));
    boolean half = word.text().equals("am") || word.text().equals("pm");
    return letters && !half
        ? new Token(PhrasebookFile.FOREIGN + word.text(), EnumSet.noneOf(Kind.class), word.span())
        : unread(Token.of(word));
  }

  /** Until a line says that it is an hour, a date or a count, a number is none. */
  private static Token unread(Token token) {
    if (!token.is(Kind.NUM)) {
      return token;
    }
    Set<Kind> kinds = EnumSet.copyOf(token.kinds());
    kinds.add(Kind.UNREAD);
    return new Token(token.text(), kinds, token.span());
  }

  private static String written(Token token) {
    return token.is(Kind.UNREAD) ? "<" + token.text() + ">" : token.text();
  }

  /**
   * Lines that read what the stage before has written.
   *
   * @param names whether they only name what there is, so that a number among them is still unread
   */
  private record Stage(PatternIndex patterns, List<Line> lines, boolean names) {

    static Stage of(List<Line> lines, boolean names) {
      return new Stage(new PatternIndex(lines.stream().map(Line::pattern).toList()), lines, names);
    }

    List<Token> turned(List<Token> tokens) {
      List<Token> turned = new ArrayList<>();
      int at = 0;
      while (at < tokens.size()) {
        Optional<PatternIndex.Found> found = patterns.longest(tokens, at);
        if (found.isEmpty()) {
          turned.add(tokens.get(at));
          at++;
          continue;
        }
        Match match = found.get().match();
        Span span = tokens.get(at).span().and(tokens.get(at + match.length() - 1).span());
        List<String> said = lines.get(found.get().number()).said(match);
        said.forEach(word -> turned.add(token(word, span, names && said.size() == 1)));
        at += match.length();
      }
      return turned;
    }

    private static Token token(String word, Span span, boolean named) {
      if (word.startsWith("<")) {
        return new Token(word, EnumSet.noneOf(Kind.class), span);
      }
      Token token = Token.of(new Word(word, span));
      return named ? unread(token) : token;
    }
  }
}
