package io.warmline.core.phrase;

import io.warmline.core.phrase.Clause.Piece;
import io.warmline.core.phrase.Item.BareNumber;
import io.warmline.core.phrase.Item.Moment;
import io.warmline.core.phrase.Item.Time;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Numbers and days that may be part of a name, or of a thing: "the Twelfth", "Super Tuesday", "one
 * Friday", "the 9 to 5". What is read from them is not sure.
 */
final class NamedNumbers {

  /** Before the time of a clock they make a thing of it: "the 10:30", "my four o'clock". */
  private static final Set<String> OWNERS =
      Set.of("the", "a", "an", "my", "our", "his", "her", "their", "your", "this", "that");

  /** What is praise behind a day is part of its name before it; "some Friday" is any. */
  private static final Set<String> OF_DAYS =
      Set.of(
          "super",
          "grand",
          "great",
          "lovely",
          "brilliant",
          "wonderful",
          "awesome",
          "cool",
          "some",
          "a");

  /** Months that people are called, too. */
  private static final Set<String> GIVEN_NAMES = Set.of("april", "may", "june", "august");

  private static final Set<String> CALLING =
      Set.of("call", "ring", "phone", "try", "ask", "reach", "contact", "get", "catch");

  /** Three digits to the end: with "pm" behind them they are a time. */
  private static final Pattern THREE = Pattern.compile("(?<!\\d)\\d{3}$");

  private static final Pattern CHAIN = Pattern.compile("\\d{1,4}(?:-\\d{1,4}){2,4}");
  private static final Pattern NAME = Pattern.compile("\\p{Lu}\\p{Ll}+");
  private static final Pattern SMALL = Pattern.compile("(?<!\\p{L})\\p{Ll}");
  private static final Pattern SENTENCE_BEFORE =
      Pattern.compile("(?s)(?:.*[.!?\\n])?\\s*[^\\p{L}\\d]*");

  private final String words;
  private final List<Token> tokens;
  private final BitSet found = new BitSet();

  /** The places of digits that people dial. */
  private final BitSet dialled = new BitSet();

  private NamedNumbers(String words, List<Token> tokens) {
    this.words = words;
    this.tokens = tokens;
    CHAIN.matcher(words).results().forEach(chain -> dialled.set(chain.start(), chain.end()));
  }

  /** The words of the answer that may belong to a name. */
  static BitSet in(String words, List<Token> tokens, List<Piece> said, BitSet answer) {
    NamedNumbers numbers = new NamedNumbers(words, tokens);
    answer.stream().forEach(numbers::look);
    said.stream().filter(piece -> piece.words().intersects(answer)).forEach(numbers::lookBefore);
    return numbers.found;
  }

  private void look(int i) {
    Token token = tokens.get(i);
    String text = token.span().in(words);
    boolean number = Character.isDigit(token.text().charAt(0));
    boolean one = text.toLowerCase(Locale.ROOT).equals("one") && next(i).is(Kind.DAY);
    boolean counted = token.is(Kind.ORD) && next(i).is(Kind.PART);
    if (one || counted || (number && isName(text, token.span().start()))) {
      found.set(i);
    }
    if (token.is(Kind.DAY) && i > 0 && OF_DAYS.contains(tokens.get(i - 1).text())) {
      found.set(i - 1);
    }
    if (isSomebody(i) || isTenToTwo(i)) {
      found.set(i);
    }
  }

  /** "Call April at three". */
  private boolean isSomebody(int i) {
    return i > 0
        && GIVEN_NAMES.contains(tokens.get(i).text())
        && CALLING.contains(tokens.get(i - 1).text())
        && i + 1 < tokens.size()
        && !tokens.get(i + 1).text().equals(",")
        && !tokens.get(i + 1).is(Kind.DATE);
  }

  /** In digits "10 to 2" are as likely four hours as ten minutes to the hour. */
  private boolean isTenToTwo(int i) {
    boolean clock = next(i).text().equals("to") && i + 2 < tokens.size();
    return clock
        && tokens.get(i).span().in(words).equals("10")
        && tokens.get(i + 2).span().in(words).matches("[1-4]");
  }

  /** A number in letters is written with a capital within a sentence only as a name. */
  private boolean isName(String text, int start) {
    return NAME.matcher(text).matches()
        && SMALL.matcher(words).find()
        && !SENTENCE_BEFORE.matcher(words.substring(0, start)).matches();
  }

  private void lookBefore(Piece piece) {
    int before = piece.first() - 1;
    boolean clock =
        piece.item() instanceof Moment
            || piece.item() instanceof BareNumber
            || (piece.item() instanceof Time
                && Character.isDigit(tokens.get(piece.first()).text().charAt(0)));
    if (clock && before >= 0 && OWNERS.contains(tokens.get(before).text())) {
      found.set(before);
    }
    boolean hours = clock || piece.item() instanceof Time;
    if ((hours && isDialled(piece)) || (piece.item() instanceof BareNumber && isOn(before))) {
      found.or(piece.words());
    }
  }

  /** "On 2" is a line or a channel. */
  private boolean isOn(int before) {
    return before >= 0 && tokens.get(before).text().equals("on");
  }

  /** "4-1-1", "at 555": digits that people dial, or that are a clock without its colon. */
  private boolean isDialled(Piece piece) {
    Span first = tokens.get(piece.first()).span();
    Span last = tokens.get(piece.words().length() - 1).span();
    String said = new Span(first.start(), last.end()).in(words);
    return THREE.matcher(said).find() || isIn(dialled, first.start(), last.end());
  }

  private static boolean isIn(BitSet places, int from, int to) {
    int next = places.nextSetBit(from);
    return next >= 0 && next < to;
  }

  private Token next(int i) {
    return tokens.get(Math.min(i + 1, tokens.size() - 1));
  }
}
