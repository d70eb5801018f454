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
          "any",
          "a");

  /** Months that people are called, too. */
  private static final Set<String> GIVEN_NAMES = Set.of("april", "may", "june", "august");

  /** The same of months that are written short. */
  private static final Set<String> SHORT_NAMES = Set.of("jan");

  /** Numbers that count, and name no hour. */
  private static final Pattern COUNTING =
      Pattern.compile("(?i).*\\b(couple|coupla|dozen|hundred)\\b.*");

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
  private final BitSet answer;
  private final BitSet found = new BitSet();

  /** The places of digits that people dial. */
  private final BitSet dialled = new BitSet();

  private NamedNumbers(String words, List<Token> tokens, BitSet answer) {
    this.words = words;
    this.tokens = tokens;
    this.answer = answer;
    CHAIN.matcher(words).results().forEach(chain -> dialled.set(chain.start(), chain.end()));
  }

  /** The words of the answer that may belong to a name. */
  static BitSet in(String words, List<Token> tokens, List<Piece> said, BitSet answer) {
    NamedNumbers numbers = new NamedNumbers(words, tokens, answer);
    answer.stream().forEach(numbers::look);
    BitSet read = new BitSet();
    said.forEach(piece -> read.or(piece.words()));
    said.stream().filter(piece -> piece.words().intersects(answer)).forEach(numbers::lookBefore);
    answer.stream().filter(i -> numbers.isThat(i - 1, read)).forEach(i -> numbers.found.set(i - 1));
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
    boolean month = token.is(Kind.MONTH) && next(i).is(Kind.DAY);
    if (month && i > 0 && tokens.get(i - 1).text().equals("a")) {
      found.set(i - 1);
    }
    boolean alone = token.is(Kind.PART) && answer.cardinality() <= 2;
    if ((token.is(Kind.DAY) || alone) && i > 0 && OF_DAYS.contains(tokens.get(i - 1).text())) {
      found.set(i - 1);
    }
    if (isSomebody(i) || isTenToTwo(i) || isFirst(i)) {
      found.set(i);
    }
  }

  /** "Call April at three", "call Jan Thursday". */
  private boolean isSomebody(int i) {
    boolean name = GIVEN_NAMES.contains(tokens.get(i).text()) || SHORT_NAMES.contains(said(i));
    return i > 0
        && name
        && CALLING.contains(tokens.get(i - 1).text())
        && !next(i).text().equals(",")
        && !next(i).is(Kind.DATE);
  }

  /** "First Monday", "Monday first" may be that of a month, or what comes before all else. */
  private boolean isFirst(int i) {
    boolean beside = (i > 0 && tokens.get(i - 1).is(Kind.DAY)) || next(i).is(Kind.DAY);
    return said(i).equals("first") && beside && answer.cardinality() == 2;
  }

  private String said(int i) {
    return tokens.get(i).span().in(words).toLowerCase(Locale.ROOT);
  }

  /** In digits "10 to 2" are as likely four hours as ten minutes to the hour; "10-4" is a yes. */
  private boolean isTenToTwo(int i) {
    boolean clock = next(i).text().matches("to|-") && i + 2 < tokens.size();
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
    if (piece.item() instanceof BareNumber && COUNTING.matcher(said(piece.first())).matches()) {
      found.or(piece.words());
    }
    boolean hours = clock || piece.item() instanceof Time;
    if ((hours && isDialled(piece)) || (piece.item() instanceof BareNumber && isOn(before))) {
      found.or(piece.words());
    }
  }

  /** "Call me that week": of what was named before. */
  private boolean isThat(int i, BitSet read) {
    return i >= 0 && tokens.get(i).text().matches("that|those|them") && !read.get(i);
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
