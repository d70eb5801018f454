package io.warmline.core.talktrack;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Whether words that are about to be said make sense: what was put into a sentence must not break
 * it. It finds what goes wrong when words are put together, and no more; good English always
 * passes.
 */
final class Senses {

  private static final String END = "\\s*(?:[.,;?!]|$)";

  /** The prospect's words that were not turned: "you suggested that I reach out to me". */
  private static final List<Pattern> IN_REPORTED =
      patterns(
          "\\b(?:me|my|mine|myself|our|ours|ourselves|i'm|i've|i'll|we're|we've|we'll)\\b",
          "\\b(?:with|from|to|for|of|by|about) I\\b",
          "\\b(?:gonna|wanna|gotta|um|uh|look|listen|okay|ok|sorry|please|thanks)\\b");

  private static final List<Pattern> ALWAYS =
      patterns(
          // Two subjects, or one where none can be.
          "\\b(?:i|you|we|they|he|she) (?:i|you|we|they|he|she)\\b(?! (?:and|or)\\b)",
          "\\b(?:to|with|from|for) you (?:i|we|you'(?:re|ll|ve|d)|you)\\b",
          "\\b(?:i|we) (?:am|are|is) (?:am|are|is)\\b",
          // A word twice.
          "\\b(?!that\\b|had\\b)(\\w+) \\1\\b(?!-)",
          "\\b(?:in|on|at) (?:in|on|at|to|from)\\b(?! time)",
          // Somebody is told what to do, where words go on.
          "\\bto you"
              + " (?:call|ring|phone|try|send|look|listen|leave|give|get|tell|ask|let|just|don't|do|not|please|email|talk|have|make|is|was|are|were|to|would|will|can)\\b(?!"
              + " to\\b| before\\b| until\\b)",
          "^(?!.*\\btold us that\\b).*\\b(?:to|ring|call) you then\\b",
          "\\b(?:suggested|told us|asked)(?: that)?" + END,
          // Something is missing at the end.
          "\\b(?:to|with|from|for|of|by|the|an?|your|our|my|and|or|but|because|is that|(?<!what you"
              + " )need|is|was|specifically)"
              + END.replace(",", ""),
          "\\bthat, to\\b|\\bis that to\\b|\\bis to (?:you|i|we|that)\\b|\\bis that"
              + " (?:in|on|at)\\b",
          "\\bneed (?:you|we|i|need|needs|is|to to)\\b",
          "\\bbe be\\b|\\bwas was\\b|\\bwere were\\b|\\bwas is\\b",
          // Left over from a template, or from a form.
          "[{}<>|]|\\bnull\\b|\\bundefined\\b|\\bn/a\\b",
          " [,.;?!]|[,;] ?[.,;?!]|\\.\\.|\\?\\?|\\.;|\\?\\.|!\\.");

  private Senses() {}

  private static List<Pattern> patterns(String... texts) {
    return List.of(texts).stream()
        .map(text -> Pattern.compile(text, Pattern.CASE_INSENSITIVE))
        .toList();
  }

  /** Whether a text that is said as a whole makes sense. */
  static boolean isWhole(String text) {
    return isFree(text, ALWAYS);
  }

  /** Whether words that somebody else said, and that were turned, can be put into a sentence. */
  static boolean isSound(String reported) {
    return isFree(reported, IN_REPORTED) && isFree(reported, ALWAYS.subList(0, 4));
  }

  private static boolean isFree(String text, List<Pattern> faults) {
    String plain = text.replaceAll("[\u2018\u2019\u02bc`\u00b4]", "'");
    return faults.stream().noneMatch(fault -> fault.matcher(plain).find());
  }
}
