package io.warmline.core.phrase;

import io.warmline.core.phrase.Clause.Piece;
import io.warmline.core.phrase.Item.Mark;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The closed set of sentences by which people ask for a call at a time, or say that a time is
 * welcome: "could you call me … please", "how about …", "I'm free …", "… works for me". Words that
 * are harmless one by one say something else in any other order: "you get here Tuesday", "let him
 * talk on Monday".
 *
 * <p>The time is a {@code T}, words that ask for a call are an {@code A}, words that accept a time
 * a {@code W}.
 */
final class Requests {

  private static final String YOU = "(?:you|someone|somebody|anyone|they|he|she|we) ";
  private static final String MAY = "(?:can|could|may|will|would|should|might|shall) ";
  private static final String POLITELY =
      "(?:(?:please|kindly|just|possibly|perhaps|maybe|then|also|definitely|actually|always|be able"
          + " to) )*+";
  private static final String LINE =
      "(?:cell|mobile|phone|landline|number|line|office|desk|home|direct line|other number)";
  private static final String WHOM =
      "(?:(?:on |at )?+(?:my |our |the |this |his |her )"
          + LINE
          + " |# |me |us |you |him |her |them )?+";

  /** What may open a sentence. */
  private static final String OPENING =
      "(?:(?:,|and|but|so|then|now|or|ok|okay|yes|yeah|yep|yup|sure|well|um|uh|er|erm|hmm|hi|hello"
          + "|hey|oh|ah|right|fine|great|perfect|good|grand|lovely|thanks|ta|cheers|please|kindly|just"
          + "|exactly|sir|madam|mate|also|actually|definitely|certainly|absolutely|no|alright|maybe"
          + "|perhaps|probably|possibly|hopefully|ideally|preferably|honestly|really|again) )*";

  private static final String SAY =
      "(?:A |(?:do|say|try|speak|talk|chat|revisit|reconnect|discuss|make it|book|schedule|arrange"
          + "|set) )++"
          + "(?:it |this |that )?+(?:again |back |up |in |then |right |just )?+";

  private static final String ASKING =
      "(?:(?:i would|would i) (?:like|love|want|appreciate|prefer) (?:it )?+(?:if )?+)?+(?:if )?+(?:"
          + ("(?:can|could|would|will|shall|may|might) " + YOU + POLITELY + "(?:" + SAY + ")?+")
          + ("|" + YOU + MAY + POLITELY + SAY)
          + ("|you " + MAY + "(?:get|catch|reach|find|have) (?:me|us|him|her) ")
          + ("|you " + MAY + POLITELY + "(?:have to|need to|want to) (?:just )?+A ")
          + ("|lets " + POLITELY + "(?:" + SAY + ")?+")
          + ("|i " + MAY + POLITELY + "(?:A |(?:rather|prefer|like|love|do) )")
          + "|(?:i )?+prefer (?:A )?+|try |can do |do "
          + ("|" + SAY)
          + ")";

  private static final String WHO =
      "(?:i|we|he|she|they|you|madam|sir|there|my (?:boss|wife|husband|partner|cell|phone|mobile|line)) ";
  private static final String FREE =
      "(?:(?:free|available|open|good|ok|okay|fine|here|home|around|in|W|there|back|A) )*+(?:at )?+"
          + WHOM;
  private static final String OFFERING =
      "(?:(?:how|what|hows|whats) (?:about |does |do |is |would )?+"
          + ("|"
              + WHO
              + "(?:am|are|is|will be|would be|can be|should be|W(?= free| available| open)) "
              + "(?:(?:pretty|quite|really|very) (?:sure )?+)?+(?:i am )?+"
              + FREE)
          + ("|" + WHO + "(?:can|could|will|would)? ?do ")
          + "|(?:(?:my|our) A )?+W |(?:free|available|open) |best |better |ideal |(?:i|we|he|she|they) (?=V )"
          + "|(?:is|are|would|will) )";

  private static final String LEADING =
      "(?:(?:sometime|some|any time|anytime|any|on|in|the|of|for|at|from|a|an|just|right|around"
          + "|exactly|this|like|roughly|say|either|my|our|your) )*+";

  private static final String CLOSING =
      "(?:(?:please|pls|mate|sir|madam|pal|folks|guys|thanks|thank you|cheers|ta|though|then|too"
          + "|instead|again|sometime|anytime|definitely|certainly|exactly|right|so|W|A|of|also"
          + "|if (?:you can|possible|convenient|that works|that suits|it suits|you like|you prefer"
          + "|it works|you could|that W|it W|you want|that is (?:W|ok|okay|good|fine|alright))"
          + "|(?:for|with|by|to|on) (?:me|you|us|him|her|them)"
          + "|(?:is|are|be|would|will|would be|will be|could be|should be|looks|sounds|seems)"
          + "|(?:fine|good|great|grand|ok|okay|perfect|better|best|ideal|alright|free|open|available"
          + "|super|brilliant|lovely|wonderful|excellent|cool|safest|easiest|easier|preferable"
          + "|convenient|suitable|awesome)"
          + "|does|do|would do|will do|sound|suit|suits|work|works|sounds|time|it|that|you|you do"
          + ("|(?:(?:on|at|for) )?+(?:my|our|the) " + LINE)
          + ") )*+";

  private static final Pattern KNOWN =
      Pattern.compile(
          (OPENING + "(?:" + ASKING + WHOM + "|" + OFFERING + ")?+" + LEADING + "(?:V )?+")
              + ("T (?:" + LEADING + "T )*+" + CLOSING + "(?:T )?+" + CLOSING));

  private static final Set<Mark> TIMELY =
      EnumSet.of(
          Mark.AT, Mark.ABOUT, Mark.BETWEEN, Mark.THAT, Mark.VAGUE, Mark.BACK, Mark.CONTRACT);

  private static final Set<String> VERBS =
      Set.of(
          "cannot", "not", "can", "could", "will", "would", "do", "does", "am", "is", "are", "need",
          "want");

  private Requests() {}

  /**
   * Whether the words around the time are such a sentence.
   *
   * @param first its first word, which may be before the clause: "you were to" call
   */
  static boolean isKnown(List<Token> tokens, Clause clause, int first, BitSet answer) {
    String[] said = new String[clause.end() - first];
    for (int i = first; i < clause.end(); i++) {
      said[i - first] = answer.get(i) ? time(tokens, i, answer) : tokens.get(i).text();
    }
    for (Piece piece : clause.pieces()) {
      String symbol = symbol(piece.item());
      piece.words().stream()
          .filter(i -> !symbol.isEmpty() && !answer.get(i))
          .filter(i -> i >= clause.first() && i < clause.end())
          .forEach(i -> said[i - first] = symbol);
    }
    StringBuilder sentence = new StringBuilder();
    String last = "";
    for (String word : said) {
      if (!word.equals(last) || !word.matches("[TVAW]")) {
        sentence.append(word).append(' ');
      }
      last = word;
    }
    return KNOWN.matcher(sentence).matches();
  }

  /** "I can't talk until five": the verb was read with the time. */
  private static String time(List<Token> tokens, int i, BitSet answer) {
    boolean opens = i == 0 || !answer.get(i - 1);
    return opens && VERBS.contains(tokens.get(i).text()) ? "V" : "T";
  }

  private static String symbol(Item item) {
    if (item == Mark.ASK) {
      return "A";
    }
    if (item == Mark.ACCEPT) {
      return "W";
    }
    boolean timely = item instanceof Item.Zone || (item instanceof Mark m && TIMELY.contains(m));
    return timely ? "T" : "";
  }
}
