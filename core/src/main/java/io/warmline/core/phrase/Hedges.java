package io.warmline.core.phrase;

import io.warmline.core.phrase.Interpretation.Resolved;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Times that are said with a reservation: "maybe Tuesday", "Friday, I guess", "Thursday could
 * work". What was said is understood, and is no promise yet, so it is asked about. A modal verb
 * that asks somebody else is none: "could you call", "could we say", "you should try".
 */
final class Hedges {

  private static final Set<String> RESERVED =
      words(
          "maybe perhaps possibly probably likely hopefully tentatively presumably provisionally"
              + " potentially conceivably seemingly might pencil pencilled penciled supposed"
              + " ideally");

  /** Who says no more than that beside the time means the time. */
  private static final Set<String> UNDECIDED = words("sure certain know decided");

  private static final Set<String> ABOUT_THAT =
      words(
          "i am do have not too so really quite entirely totally all that honestly still yet"
              + " but well");

  private static final Set<String> OPINIONS =
      words("think guess suppose reckon believe expect imagine hope presume assume");

  /** Behind "I would" these are opinions, too. */
  private static final Set<String> SAYING = words("say");

  private static final Set<String> REQUESTS = words("could can would will");

  private static final Set<String> CALLS = words("call ring phone try");

  private static final Pattern NEARLY = Pattern.compile("(?i)[a-z][- ]?ish$");

  private static final Set<String> FAR = words("well long way far");

  /** Before a time they take back half of it, and are no answer without it. */
  private static final Set<String> HALF_ANSWERS =
      Set.of(
          "not really",
          "not exactly",
          "not quite",
          "not necessarily",
          "yes and no",
          "yeah right",
          "what",
          "sort of",
          "kind of",
          "what day",
          "when");

  private static final Set<String> SPEAKERS = words("i we would he she they");

  private static final Set<String> MODALS = words("could should");

  /** Behind a modal verb they are asked, before it they are told. */
  private static final Set<String> ASKED =
      words("you we i he she they it someone somebody anyone anybody your the my our");

  private final String words;
  private final List<Token> tokens;
  private final BitSet answer;

  private Hedges(String words, List<Token> tokens, BitSet answer) {
    this.words = words;
    this.tokens = tokens;
    this.answer = answer;
  }

  private static Set<String> words(String line) {
    return Arrays.stream(line.split(" ")).collect(Collectors.toUnmodifiableSet());
  }

  /** The same, with a question where one of the clauses of the answer has a reservation. */
  static Resolved doubted(
      Resolved call, String words, List<Token> tokens, List<Clause> clauses, BitSet answer) {
    Hedges hedges = new Hedges(words, tokens, answer);
    return clauses.stream()
        .filter(clause -> clause.holdsAnyOf(answer) || hedges.isTag(clause))
        .flatMap(clause -> hedges.in(clause).stream())
        .findFirst()
        .or(hedges::giveOrTake)
        .or(() -> clauses.stream().flatMap(clause -> hedges.undecided(clause).stream()).findFirst())
        .or(
            () ->
                clauses.stream().flatMap(clause -> hedges.halfAnswer(clause).stream()).findFirst())
        .map(hedge -> call.doubted(warning(hedge)))
        .orElse(call);
  }

  private static Warning warning(String hedge) {
    return new Warning(
        WarningCode.UNCERTAIN_DATE,
        "Said with a reservation, \"" + hedge + "\": ask whether it is a promise.");
  }

  /** "…, I suppose": a reservation about something else is no small talk. */
  private boolean isTag(Clause clause) {
    return tokens.subList(clause.first(), clause.end()).stream()
        .allMatch(token -> SmallTalk.anywhere(token) || RESERVED.contains(token.text()));
  }

  /** "The 14th, give or take a day". */
  private Optional<String> giveOrTake() {
    return IntStream.range(0, tokens.size())
            .anyMatch(
                i ->
                    word(i).equals("give")
                        && word(i + 1).equals("or")
                        && word(i + 2).equals("take"))
        ? Optional.of("give or take")
        : Optional.empty();
  }

  /** "Not too sure, try Tuesday"; but not "I'm not sure I want it, call me Tuesday". */
  private Optional<String> undecided(Clause clause) {
    int from = clause.first();
    while (from < clause.end()) {
      int time = answer.nextSetBit(from);
      int to = time < 0 ? clause.end() : Math.min(time, clause.end());
      Optional<String> doubt = bareDoubt(tokens.subList(from, to));
      if (doubt.isPresent()) {
        return doubt;
      }
      from = answer.nextClearBit(to);
    }
    return Optional.empty();
  }

  private static Optional<String> bareDoubt(List<Token> beside) {
    List<String> said =
        beside.stream()
            .map(Token::text)
            .filter(word -> word.chars().anyMatch(Character::isLetter))
            .toList();
    boolean bare =
        said.stream().allMatch(word -> UNDECIDED.contains(word) || ABOUT_THAT.contains(word));
    return bare && said.contains("not")
        ? said.stream().filter(UNDECIDED::contains).findFirst().map(word -> "not " + word)
        : Optional.empty();
  }

  private Optional<String> in(Clause clause) {
    return IntStream.range(clause.first(), clause.end())
        .filter(i -> isHedge(i))
        .mapToObj(i -> tokens.get(i).span().in(words))
        .findFirst();
  }

  private boolean isHedge(int i) {
    String word = tokens.get(i).text();
    String before = word(i - 1);
    String behind = word(i + 1);
    if (RESERVED.contains(word)) {
      return word.equals("might") ? !behind.equals("you") : !isPolite(i);
    }
    if (MODALS.contains(word)) {
      return !ASKED.contains(behind) && (!before.equals("you") || behind.equals("be"));
    }
    if (word.equals("earlier")) {
      return !behind.equals("than");
    }
    boolean would = SAYING.contains(word) && before.equals("would");
    boolean opinion = OPINIONS.contains(word) && SPEAKERS.contains(before);
    boolean asked = word(i - 2).matches("do|would|if");
    return (would && word(i - 2).equals("i"))
        || (opinion && !asked)
        || isNearly(i)
        || isFarBeyond(i);
  }

  /** "Could you possibly call". */
  private boolean isPolite(int i) {
    return word(i - 1).equals("you")
        && REQUESTS.contains(word(i - 2))
        && CALLS.contains(word(i + 1));
  }

  /** "Tuesday-ish"; of an hour the minutes are left open, and nothing else is. */
  private boolean isNearly(int i) {
    Span span = tokens.get(i).span();
    return answer.get(i)
        && NEARLY.matcher(new Span(span.start(), span.end() + 1).in(words).strip()).find()
        && !Character.isDigit(tokens.get(i).text().charAt(0))
        && !tokens.get(i).text().matches("at|around|noon|half");
  }

  /** "Well past two": how much later is not said. */
  private boolean isFarBeyond(int i) {
    return FAR.contains(word(i)) && word(i + 1).matches("after|past|before|beyond");
  }

  /** "Not really, Thursday", "what, Thursday?". */
  private Optional<String> halfAnswer(Clause clause) {
    List<String> said =
        tokens.subList(clause.first(), clause.end()).stream()
            .map(Token::text)
            .filter(word -> !word.equals(","))
            .toList();
    String all = String.join(" ", said);
    return HALF_ANSWERS.contains(all) ? Optional.of(all) : Optional.empty();
  }

  private String word(int i) {
    return i < 0 || i >= tokens.size() ? "" : tokens.get(i).text();
  }
}
