package io.warmline.core.talktrack;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a script says about how long ago a talk was, compared with what is known. */
final class ElapsedClaims {

  private static final Set<String> TALKED =
      Set.of("spoke", "talked", "spoken", "chatted", "met", "conversation", "discussed", "talk");
  private static final Map<String, Integer> UNITS =
      Map.of(
          "day", 1, "days", 1, "week", 7, "weeks", 7, "month", 30, "months", 30, "year", 365,
          "years", 365);
  private static final Map<String, Integer> COUNTS =
      Map.of(
          "a", 1, "an", 1, "one", 1, "couple", 2, "two", 2, "three", 3, "few", 3, "four", 4, "five",
          5, "six", 6);

  /** Within how many days a count of such units is true. */
  private static final Map<Integer, Integer> SLACK = Map.of(1, 0, 7, 3, 30, 21, 365, 184);

  /** How far after the talk a claim may stand, in words. */
  private static final int REACH = 8;

  private record Claim(int first, int after, long least, long most) {}

  private ElapsedClaims() {}

  static Stream<Finding> falsehoods(List<List<Word>> sentences, CallFacts facts) {
    return sentences.stream().flatMap(sentence -> inSentence(sentence, facts));
  }

  private static Stream<Finding> inSentence(List<Word> sentence, CallFacts facts) {
    Optional<Long> days =
        facts.firstTalkDay().map((LocalDate day) -> ChronoUnit.DAYS.between(day, facts.today()));
    return IntStream.range(0, sentence.size())
        .filter(at -> TALKED.contains(sentence.get(at).text()))
        .boxed()
        .flatMap(at -> claim(sentence, at).stream())
        .filter(claim -> days.isEmpty() || days.get() < claim.least() || days.get() > claim.most())
        .map(claim -> finding(sentence, claim, facts));
  }

  private static Finding finding(List<Word> sentence, Claim claim, CallFacts facts) {
    return new Finding(
        LintCode.FALSE_ELAPSED,
        sentence.get(claim.first()).start(),
        sentence.get(claim.after() - 1).end(),
        Severity.ERROR,
        "The first talk was not then; the prospect knows, and trusts nothing that follows.",
        facts
            .words(Fact.FIRST_TALK)
            .map(words -> "when we first spoke " + words)
            .orElse("The reason I'm calling you today specifically is to set up an appointment."));
  }

  private static Optional<Claim> claim(List<Word> sentence, int from) {
    int to = Math.min(sentence.size(), from + REACH);
    return IntStream.range(from + 1, to).boxed().flatMap(i -> at(sentence, i).stream()).findFirst();
  }

  /** The claim that ends or stands alone at this word. */
  private static Optional<Claim> at(List<Word> sentence, int i) {
    String word = sentence.get(i).text();
    String before = sentence.get(i - 1).text();
    return switch (word) {
      case "yesterday" -> Optional.of(new Claim(i, i + 1, 1, 1));
      case "today" ->
          before.equals("earlier") ? Optional.of(new Claim(i - 1, i + 1, 0, 0)) : Optional.empty();
      case "ago" -> ago(sentence, i);
      default ->
          before.equals("last") && UNITS.containsKey(word)
              ? Optional.of(last(i, UNITS.get(word)))
              : Optional.empty();
    };
  }

  private static Claim last(int i, int unit) {
    return new Claim(i - 1, i + 1, unit == 7 ? 2 : unit / 30, unit == 7 ? 13 : 2L * unit);
  }

  /** "Three weeks ago" is three of them and some days more or less; few are two to six. */
  private static Optional<Claim> ago(List<Word> sentence, int i) {
    Integer unit = UNITS.get(sentence.get(i - 1).text());
    for (int at = i - 2; unit != null && at >= Math.max(0, i - 4); at--) {
      String count = sentence.get(at).text();
      Integer number = count.matches("\\d{1,3}") ? Integer.valueOf(count) : COUNTS.get(count);
      if (number != null) {
        long about = (long) number * unit;
        int slack = SLACK.getOrDefault(unit, 0);
        Claim claim =
            count.equals("few")
                ? new Claim(at, i + 1, 2L * unit, 2 * about)
                : new Claim(at, i + 1, Math.max(1, about - slack), about + slack);
        return Optional.of(claim);
      }
    }
    return Optional.empty();
  }
}
