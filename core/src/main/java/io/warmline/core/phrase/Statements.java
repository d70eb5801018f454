package io.warmline.core.phrase;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Sentences that are put together of harmless words and ask for no call: "I need it Tuesday", "is
 * it three?", "my line is down on Monday", "Tuesday at three? We're closed." Each word of them may
 * stand beside a time; together they say something else.
 */
final class Statements {

  private static final Set<String> PERSONS = words("i we he she they");

  private static final Set<String> OTHERS = words("he she they");

  private static final Set<String> OBJECTS =
      words("it that this him her them quote proposal price pricing offer demo details product");

  /** Who says so of himself, wants something else than a call. */
  private static final Set<String> OF_PERSONS =
      words("want need love get gets do does hear like wants needs put puts");

  /** With these a verb is no statement: "I would love to", "I could do". */
  private static final Set<String> TO = words("to you");

  private static final Set<String> MEALS = words("breakfast lunch dinner");

  private static final Set<String> OWNERS = words("this that the your my our his her their");

  /** Of which people tell more than when to call about them. */
  private static final Set<String> THINGS =
      words("quote proposal price pricing offer demo details information info product service");

  private static final Set<String> OF_THINGS = words("of from works work suits does get well can");

  private static final Set<String> WORKS = words("work works");

  private static final Set<String> BY = words("by until");

  private static final Set<String> AT = words("at by until from");

  private static final Set<String> PARTICLES = words("on up down over");

  private static final Set<String> KEEPERS = words("me us");

  private static final Set<String> QUESTIONS = words("what whats");

  private static final Set<String> ASKS_WHETHER =
      words("about works suits say if good better best would time");

  private static final Set<String> AGREES = words("right fair enough how hows here there");

  /** Small talk that agrees to nothing. */
  private static final Set<String> UNSURE = words("hmm um uh er erm oh really busy afraid sorry");

  /** Who is asked whether he can call is asked for a call. */
  private static final Set<String> TO_US = words("you can could would will call ring phone try");

  private static final Set<String> CALLS = words("call ring phone dial contact");

  private static final Set<String> CALLED = words("me us him her them my our his their the");

  private static final Set<String> ADVERBS =
      words("just then probably also only maybe definitely rather");

  private static final Set<String> SPEAKERS = words("i we");

  private static final Set<String> WILL = words("will shall would gonna");

  private static final Set<String> CAN = words("can could may might");

  private final List<Token> tokens;
  private final List<Integer> beside;
  private final BitSet answer;
  private final boolean praises;

  private Statements(List<Token> tokens, Clause clause, BitSet answer) {
    this.tokens = tokens;
    this.answer = answer;
    this.beside =
        IntStream.range(clause.first(), clause.end())
            .filter(i -> !answer.get(i) && !tokens.get(i).text().equals(","))
            .boxed()
            .toList();
    this.praises =
        beside.stream()
            .map(tokens::get)
            .anyMatch(
                token ->
                    AGREES.contains(token.text())
                        || (SmallTalk.isPraise(token) && !isQuestion(token)));
  }

  private static Set<String> words(String line) {
    return Arrays.stream(line.split(" ")).collect(Collectors.toUnmodifiableSet());
  }

  private static boolean isQuestion(Token token) {
    return QUESTIONS.contains(token.text()) || token.text().equals("so");
  }

  /** The words of a clause of the answer that make another sentence of it. */
  static BitSet in(List<Token> tokens, Clause clause, BitSet answer) {
    return new Statements(tokens, clause, answer).found();
  }

  private BitSet found() {
    BitSet found = new BitSet();
    for (int at = 0; at < beside.size(); at++) {
      if (isCopula(at)
          || isVerbOfAPerson(at)
          || putsSomething(at)
          || asksWhat(at)
          || isAtWork(at)) {
        found.set(beside.get(at));
      }
    }
    return found;
  }

  private boolean isCopula(int at) {
    Token token = tokens.get(beside.get(at));
    boolean of = OTHERS.stream().anyMatch(this::says) && token.text().equals("be");
    return of || (SmallTalk.isCopula(token) && !token.text().equals("be") && !praises);
  }

  private boolean isVerbOfAPerson(int at) {
    String before = word(at - 1);
    boolean person = PERSONS.contains(before) || (before.equals("would") && says("i"));
    boolean pleased = word(at).equals("like") && !OTHERS.contains(word(at - 2));
    boolean asks = CAN.contains(word(at - 2)) && word(at).equals("do") && isBesideAnswer(at);
    return person
        && !asks
        && OF_PERSONS.contains(word(at))
        && !TO.contains(word(at + 1))
        && !pleased;
  }

  private boolean isBesideAnswer(int at) {
    int next = beside.get(at) + 1;
    return answer.get(next) && !MEALS.contains(tokens.get(next).text());
  }

  /** "Put it on my desk", "get it here". */
  /** "Works till two", "in by two", "on from two" are of somebody at work. */
  private boolean isAtWork(int at) {
    int next = beside.get(at) + 1;
    boolean opens = at == 0 && (answer.get(next) || answer.get(next + 1));
    String behind = opens ? tokens.get(Math.min(next, tokens.size() - 1)).text() : "";
    boolean in = word(at).equals("in") && BY.contains(behind);
    boolean on = PARTICLES.contains(word(at)) && AT.contains(behind);
    return in || on || (opens && WORKS.contains(word(at)));
  }

  private boolean putsSomething(int at) {
    if (word(at).equals("put") && word(at + 1).equals("you")) {
      return true;
    }
    boolean put =
        word(at).equals("put") && (word(at + 2).equals("on") || word(at + 2).equals("in"));
    return (put || word(at).equals("get")) && OBJECTS.contains(word(at + 1));
  }

  private boolean asksWhat(int at) {
    return at == 0 && QUESTIONS.contains(word(at)) && ASKS_WHETHER.stream().noneMatch(this::says);
  }

  private String word(int at) {
    return at < 0 || at >= beside.size() ? "" : tokens.get(beside.get(at)).text();
  }

  private boolean says(String word) {
    return beside.stream().anyMatch(i -> tokens.get(i).text().equals(word));
  }

  /** "This offer is good Tuesday", "your proposal of Thursday", "leave it with me till Friday". */
  static BitSet aboutThings(List<Token> tokens, Clause clause) {
    BitSet found = new BitSet();
    for (int i = clause.first(); i + 1 < clause.end(); i++) {
      String word = tokens.get(i).text();
      String before = i > clause.first() ? tokens.get(i - 1).text() : "";
      Token next = tokens.get(i + 1);
      boolean owned = OWNERS.contains(before) && THINGS.contains(word);
      boolean told = SmallTalk.isCopula(next) || OF_THINGS.contains(next.text());
      boolean keeps = word.equals("with") && KEEPERS.contains(next.text());
      if ((owned && told) || (keeps && tokens.get(clause.first()).text().equals("leave"))) {
        found.set(i);
      }
    }
    return found;
  }

  /**
   * "I'll call on Friday": the verb of which somebody else is the subject, and no one the object.
   */
  static BitSet callsOfOthers(List<Token> tokens, Clause clause) {
    BitSet found = new BitSet();
    for (int i = Math.max(1, clause.first()); i < clause.end(); i++) {
      boolean calls = CALLS.contains(tokens.get(i).text()) && !isCalled(tokens, i, clause.end());
      if (calls && isOfOthers(tokens.subList(0, i))) {
        found.set(i);
      }
    }
    return found;
  }

  /** Whether the prospect, or somebody for him, is called: "call me", "ring our office". */
  private static boolean isCalled(List<Token> tokens, int call, int end) {
    return call + 1 < end && CALLED.contains(tokens.get(call + 1).text());
  }

  private static boolean isOfOthers(List<Token> before) {
    int i = before.size() - 1;
    while (i > 0 && ADVERBS.contains(before.get(i).text())) {
      i--;
    }
    String verb = before.get(i).text();
    String subject = i > 0 ? before.get(i - 1).text() : "";
    if (SPEAKERS.contains(verb)) {
      return !subject.equals("if");
    }
    return (WILL.contains(verb) && !subject.equals("you"))
        || (CAN.contains(verb) && SPEAKERS.contains(subject));
  }

  /**
   * The words behind a time that was repeated as a question, unless they agree: "Tuesday at three?
   * Busy."
   */
  static BitSet behindAQuestion(String words, List<Token> tokens, BitSet answer) {
    BitSet found = new BitSet();
    int end = answer.length();
    while (end < tokens.size() && !tokens.get(end).text().equals(",")) {
      end++;
    }
    boolean asks =
        !answer.isEmpty()
            && end < tokens.size()
            && words.startsWith("?", tokens.get(end).span().start())
            && tokens.subList(0, end).stream().noneMatch(token -> TO_US.contains(token.text()));
    IntStream.range(end + 1, tokens.size())
        .filter(i -> asks)
        .filter(i -> !SmallTalk.anywhere(tokens.get(i)) || UNSURE.contains(tokens.get(i).text()))
        .forEach(found::set);
    return found;
  }
}
