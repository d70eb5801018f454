package io.warmline.core.talktrack;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Turns what a prospect said into what an agent says that the prospect said. */
final class ReportedSpeech {

  private static final Pattern CLAUSE_END =
      Pattern.compile("\\s*[,.;!?\u2014]+\\s*|\\s+-\\s+|\\s+(?:but|so)\\s+");

  /** Words before a request that add nothing to it. */
  private static final String POLITE =
      "(?:(?:please|just|so|well|ok|okay|sure|yes|yeah|no|sorry|look|listen|hey|maybe|perhaps|and|then|or|why"
          + " don't you|(?:can|could|would|will) you|you (?:can|could|may|should)|let's|feel free"
          + " to|i'd like you to|i want you to|how about|what about)\\s+)*";

  /** The request to call, without when. */
  private static final String REQUEST =
      "(?:reach (?:back )?out(?: to (?:me|us))?(?: again)?|(?:get|come|circle) back(?: (?:to|with)"
          + " (?:me|us))?|(?:get|be) in touch(?: with (?:me|us))?(?:"
          + " again)?|(?:call|ring|phone|try|contact|dial|buzz|reach|catch|get|hit)(?:"
          + " (?:me|us|back|again|up))*|check back(?: (?:in )?with (?:me|us))?|follow up(?: with"
          + " (?:me|us))?|touch base(?: with (?:me|us))?|(?:we can |we could"
          + " )?(?:talk|speak|chat)(?: (?:to|with) (?:me|us))?(?: again)?|give (?:me|us)(?:"
          + " (?:a|another) (?:call|ring|buzz|shout|bell|try))?(?: back)?|(?:i'll|i will|we'll|we"
          + " will) be (?:back|free|available|in)|make it)";

  private static final Pattern LEAD_IN =
      Pattern.compile("^" + POLITE + REQUEST + "(?:\\s+|$)", Pattern.CASE_INSENSITIVE);

  private static final Pattern POLITENESS = Pattern.compile("^" + POLITE, Pattern.CASE_INSENSITIVE);

  /** What people say about themselves before they say when to call. */
  private static final Pattern EXCUSE =
      Pattern.compile(
          "^(?:i|we|i'm|we're|it's|it|not|no|can't|this|that|right now|now|sorry|thanks|thank"
              + " you)\\b.*",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern THANKS =
      Pattern.compile("\\s+(?:please|thanks|thank you|instead|okay|ok)$", Pattern.CASE_INSENSITIVE);

  private ReportedSpeech() {}

  /**
   * "in a month" becomes "that I reach out to you in a month".
   *
   * @param sameDay whether it was said today, so that "this afternoon" still is this afternoon
   * @return blank if nothing was said
   */
  static String suggestion(String said, boolean sameDay) {
    String when = when(said);
    if (when.isEmpty()) {
      return said.isBlank() ? "" : "that I reach out to you";
    }
    String placed = TimePhrase.withPreposition(when);
    return "that I reach out to you " + (sameDay ? placed : TimePhrase.seenLater(placed));
  }

  /** "call me when our contract is up" becomes "when your contract was up". */
  static String trigger(String said) {
    String when = when(said);
    return when.isEmpty() ? "" : TimePhrase.seenLater(TimePhrase.withPreposition(when));
  }

  private static String when(String said) {
    return Persons.turned(request(plain(said)));
  }

  private static String plain(String said) {
    return said.replaceAll("[\u2018\u2019\u02bc`\u00b4]", "'")
        .replaceAll("[\"\u201c\u201d{}]", "")
        .replaceAll("[\\s\\p{Cntrl}]+", " ")
        .strip()
        .replaceAll("\\b([ap])\\.\\s?m\\.?", "$1m");
  }

  /** The words from the request to call on; without one, those that are no excuse. */
  private static String request(String plain) {
    List<String> clauses =
        Stream.of(CLAUSE_END.split(plain)).filter(clause -> !clause.isBlank()).toList();
    for (int i = 0; i < clauses.size(); i++) {
      Optional<String> asked = asked(clauses.get(i));
      if (asked.isPresent()) {
        String next = i + 1 < clauses.size() ? clauses.get(i + 1) : "";
        return trimmed(asked.get().isBlank() ? next : asked.get());
      }
    }
    return clauses.stream()
        .filter(clause -> !EXCUSE.matcher(clause).matches())
        .findFirst()
        .or(() -> clauses.stream().findFirst())
        .map(ReportedSpeech::trimmed)
        .orElse("");
  }

  private static Optional<String> asked(String clause) {
    Matcher leadIn = LEAD_IN.matcher(clause + " ");
    return leadIn.find() ? Optional.of((clause + " ").substring(leadIn.end())) : Optional.empty();
  }

  private static String trimmed(String words) {
    String polite = POLITENESS.matcher(words.strip()).replaceFirst("");
    String plain = THANKS.matcher(polite).replaceFirst("").strip();
    return keepsCapital(plain) ? plain : lowerFirst(plain);
  }

  private static boolean keepsCapital(String words) {
    String first = words.split(" ", 2)[0].toLowerCase(Locale.ROOT);
    return TimePhrase.isName(first) || words.startsWith("I ") || words.startsWith("I'");
  }

  private static String lowerFirst(String words) {
    return words.isEmpty()
        ? ""
        : words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
  }
}
