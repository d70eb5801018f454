package io.warmline.core.phrase;

import io.warmline.core.phrase.Item.BareNumber;
import io.warmline.core.phrase.Item.Bound;
import io.warmline.core.phrase.Item.Change;
import io.warmline.core.phrase.Item.Date;
import io.warmline.core.phrase.Item.Following;
import io.warmline.core.phrase.Item.For;
import io.warmline.core.phrase.Item.Join;
import io.warmline.core.phrase.Item.Later;
import io.warmline.core.phrase.Item.Mark;
import io.warmline.core.phrase.Item.Moment;
import io.warmline.core.phrase.Item.Portion;
import io.warmline.core.phrase.Item.Time;
import io.warmline.core.phrase.Item.Zone;
import java.util.List;
import java.util.regex.Pattern;

/**
 * In which orders pieces name a time beyond doubt. A piece is a letter: a day {@code D}, a time
 * {@code T}, a moment {@code M}, part of a period {@code P}, a change of days {@code C}, a zone
 * {@code Z}, or what ties them together. Any other order may have been put together wrongly.
 */
final class Shape {

  private static final String TIME = "Z?[@~]?[TN]Z?";
  private static final String TIMES =
      "(" + TIME + "(,?" + TIME + ")?|w?" + TIME + "[ot]@?" + TIME + ")";
  private static final String OPEN = "(f?[bayuf]" + TIME + "|[af]" + TIME + ",?[buy]" + TIME + ")";
  private static final String HOURS = "(" + TIMES + "|" + OPEN + ")";
  private static final String DAY = "@?[PC]?D(,?D)?";
  private static final String DAYS = "(" + DAY + "|w?D[ot]D|[bayuf][PC]?D|D,?[bayuf]D)";

  private static final Pattern SURE =
      Pattern.compile(
          "~?M|K?"
              + DAYS
              + "|"
              + HOURS
              + "|("
              + DAY
              + "|w?D[ot]D),?"
              + HOURS
              + "|"
              + HOURS
              + ",?@?[PC]?D|fDT|[@~]?[TN]DT|DT,?"
              + OPEN
              + "|K|F|h|[auf]h?|b");

  private Shape() {}

  static boolean isSure(List<Item> items) {
    StringBuilder letters = new StringBuilder();
    items.forEach(item -> letters.append(letter(item)));
    return SURE.matcher(letters).matches();
  }

  /** Whether the piece names days or times. */
  static boolean isTimely(Item item) {
    return item instanceof Date
        || item instanceof Time
        || item instanceof Moment
        || item instanceof BareNumber
        || item instanceof For
        || item instanceof Following
        || item instanceof Later
        || item instanceof Change
        || item instanceof Zone;
  }

  private static String letter(Item item) {
    if (item instanceof Date) {
      return "D";
    }
    if (item instanceof Time) {
      return "T";
    }
    if (item instanceof BareNumber) {
      return "N";
    }
    if (item instanceof Moment) {
      return "M";
    }
    if (item instanceof Following || item instanceof Later) {
      return "F";
    }
    if (item instanceof Change) {
      return "C";
    }
    if (item instanceof Portion) {
      return "P";
    }
    if (item instanceof Zone) {
      return "Z";
    }
    return item instanceof Bound bound ? bound(bound) : link(item);
  }

  private static String bound(Bound bound) {
    return switch (bound) {
      case BEFORE -> "b";
      case BY -> "y";
      case UNTIL -> "u";
      case AFTER -> "a";
      case FROM -> "f";
    };
  }

  private static String link(Item item) {
    if (item instanceof Join join) {
      return join == Join.OR ? "o" : "t";
    }
    if (item == Mark.ASK || item == Mark.ACCEPT) {
      return "";
    }
    if (item == Mark.AT) {
      return "@";
    }
    if (item == Mark.ABOUT) {
      return "~";
    }
    if (item == Mark.BETWEEN) {
      return "w";
    }
    if (item == Mark.CONTRACT) {
      return "K";
    }
    if (item == Mark.THAT) {
      return "h";
    }
    return item == Mark.PAUSE ? "," : "!";
  }
}
