package io.warmline.core.talktrack;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a prospect wants to be called at some time: a contract that ends, a budget, a leave, a boss
 * who is away. Told back as it was then. That the prospect was busy is no reason: nobody wants to
 * be reminded of it.
 */
final class Circumstances {

  private static final String OWNER = "(?:(?:my|our|the) )";
  static final String THING =
      "(?:contract|agreement|lease|subscription|licen[cs]e|warranty|policy|insurance|term|deal|project|audit|budget|fiscal"
          + " year|financial year|year|season|harvest|renewal|tender|trial)s?";

  /** A name of two to five words, as in "contract with Acme Copiers". */
  private static final String WITH =
      "(?: (?:with|from|for|on|at) (?:you(?: guys| people| lot)?|(?!you\\b)[\\w&'.-]+(?:"
          + " [\\w&'.-]+){0,3}?))?";

  /** What nobody wants to hear again: illness, death, the law, an empty purse, a curse. */
  private static final Pattern PRIVATE =
      Pattern.compile(
          "\\b(?:hospital|surgery|operation|chemo\\w*|cancer|rehab|funeral|wake|burial|died|dead"
              + "|death|dying|divorce\\w*|honeymoon|custody|court|jail|prison|bankrupt\\w*|debts?|pregnan\\w*"
              + "|miscarriage|depress\\w*|drunk|sober|fired|fire|sacked|sued?|suing|hell|damn|bloody"
              + "|bastards?|idiots?|crooks?|vultures?)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final String PEOPLE =
      "(?:boss|manager|partner|husband|wife|colleague|director|owner|team|accountant|board|buyer"
          + "|supervisor|chief|ceo|cfo|office manager)";
  private static final String TIME = " (?<time>.+)";

  private record Turn(Pattern said, String told) {}

  /** In their order; the time stands at the end of each. */
  private static final List<Turn> TURNS =
      List.of(
          turn(
              OWNER
                  + "(?<what>(?:\\w+ ){0,2}"
                  + THING
                  + WITH
                  + ") (?:(?:is|are) (?:due|going|set) to"
                  + " )?(?:(?<do>expire|end|renew|start|begin|finish|close|open|lapse)s?|(?:runs?|run)"
                  + " out|comes? up|gets? decided|(?:is|are) decided|gets? approved|(?:is|are)"
                  + " up|(?:is|are) over|(?:is|are) coming up|(?:is|are) due|will (?:expire|end|run"
                  + " out|be up))"
                  + TIME,
              ""),
          turn(
              "(?:i'm|i am|i'll be|i will be|we're|we are|we'll be|we will be) back(?<what> from"
                  + " (?:leave|holidays?|vacation|annual leave|my holidays?|my vacation|parental"
                  + " leave|a trip|my trip))?"
                  + TIME,
              "you would be back${what} ${when}"),
          turn(
              OWNER + "(?<what>" + PEOPLE + ")(?:'s| is|'ll be| will be) back" + TIME,
              "${owner} ${what} would be back ${when}"),
          turn(
              OWNER
                  + "(?<what>"
                  + PEOPLE
                  + ")(?:'s| is|'ll be| will be) (?<how>away|out|off|on leave|on holidays?|on"
                  + " vacation|travelling|traveling|abroad|out of (?:the )?(?:office|town))"
                  + TIME,
              "${owner} ${what} was ${how} ${when}"),
          turn(
              "(?:i'm|i am|i'll be|i will be|we're|we are|we'll be) (?<how>away|on leave|on"
                  + " holidays?|on vacation|travelling|traveling|abroad|closed|out of (?:the"
                  + " )?(?:office|town))"
                  + TIME,
              "you were ${how} ${when}"),
          turn(
              "we (?:usually |always )?do (?:our |the"
                  + " )?(?<what>budgets?|budgeting|planning|orders|buying)"
                  + TIME,
              "you do ${what} ${when}"),
          turn(
              "we(?:'re| are) (?<how>moving(?:"
                  + " (?:offices?|premises|house|warehouses?))?|relocating|opening(?: a)? \\w+)"
                  + TIME,
              "you were ${how} ${when}"));

  private static final Pattern PREFIX =
      Pattern.compile(
          "^(?:because|since|as|well|look|sorry|but|and|listen|see)\\s+", Pattern.CASE_INSENSITIVE);

  private Circumstances() {}

  private static Turn turn(String said, String told) {
    return new Turn(Pattern.compile("(?i)^" + said + "$"), told);
  }

  /**
   * A clause as something that we were told.
   *
   * @param time what the clause says of when
   */
  record Circumstance(String told, String time) {}

  static Optional<Circumstance> in(String clause, boolean sameDay) {
    String plain = PREFIX.matcher(clause.strip()).replaceFirst("");
    if (arePrivate(plain)) {
      return Optional.empty();
    }
    for (Turn turn : TURNS) {
      Matcher said = turn.said().matcher(plain);
      if (said.matches() && SpokenTimes.is(said.group("time"))) {
        return Optional.of(told(turn, said, plain, sameDay));
      }
    }
    return Optional.empty();
  }

  /** Whether the words are of what is none of a caller's business. */
  static boolean arePrivate(String words) {
    return PRIVATE.matcher(words).find();
  }

  private static Circumstance told(Turn turn, Matcher said, String plain, boolean sameDay) {
    String time = said.group("time");
    String when = placed(time, sameDay);
    if (turn.told().isEmpty()) {
      return new Circumstance(ends(said, plain) + " " + when, time);
    }
    String told = turn.told().replace("${when}", when).replace("${owner}", owner(plain));
    for (String part : List.of("what", "how")) {
      if (told.contains("${" + part + "}")) {
        String words = Optional.ofNullable(said.group(part)).orElse("");
        told = told.replace("${" + part + "}", Persons.turned(words));
      }
    }
    return new Circumstance(told, time);
  }

  /** "Our contract expires" becomes "your contract was to expire". */
  private static String ends(Matcher said, String plain) {
    String what =
        owner(plain) + " " + said.group("what").replaceFirst("(?i) you(?: \\w+)?$", " us");
    String verb = plain.substring(said.end("what"), said.start("time")).strip();
    boolean many = said.group("what").split(" ", 2)[0].endsWith("s") && !what.contains("business");
    return what + (many ? " were to " : " was to ") + infinitive(verb);
  }

  private static String infinitive(String verb) {
    String plain = verb.replaceFirst("^(?:(?:is|are) (?:due|going|set) to|will) ", "");
    if (plain.matches("(?i)(?:gets?|is|are) (?:decided|approved)")) {
      return "be " + plain.replaceFirst("^\\w+ ", "");
    }
    if (plain.matches("(?i)(?:is|are) coming up")) {
      return "come up";
    }
    return plain.replaceFirst("^(?:is|are) ", "be ").replaceFirst("^([a-z]+?)s( |$)", "$1$2");
  }

  private static String owner(String plain) {
    return Persons.turned(plain.split(" ", 2)[0].toLowerCase(java.util.Locale.ROOT));
  }

  private static String placed(String time, boolean sameDay) {
    String placed = TimePhrase.withPreposition(time);
    return sameDay ? placed : TimePhrase.seenLater(placed);
  }
}
