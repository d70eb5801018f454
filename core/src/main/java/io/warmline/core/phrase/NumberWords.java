package io.warmline.core.phrase;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The numbers that people speak, as digits: "ninety", "fifteenth". */
final class NumberWords {

  private static final List<String> SMALL =
      List.of(
          "zero",
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen");

  private static final List<String> TENS =
      List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

  private static final List<String> SMALL_ORDINALS =
      List.of(
          "zeroth",
          "first",
          "second",
          "third",
          "fourth",
          "fifth",
          "sixth",
          "seventh",
          "eighth",
          "ninth",
          "tenth",
          "eleventh",
          "twelfth",
          "thirteenth",
          "fourteenth",
          "fifteenth",
          "sixteenth",
          "seventeenth",
          "eighteenth",
          "nineteenth");

  private static final Map<String, Integer> CARDINALS = new HashMap<>();
  private static final Map<String, Integer> ORDINALS = new HashMap<>();

  static {
    for (int i = 0; i < SMALL.size(); i++) {
      CARDINALS.put(SMALL.get(i), i);
      ORDINALS.put(SMALL_ORDINALS.get(i), i);
    }
    for (int i = 0; i < TENS.size(); i++) {
      CARDINALS.put(TENS.get(i), 20 + 10 * i);
    }
    ORDINALS.put("twentieth", 20);
    ORDINALS.put("thirtieth", 30);
  }

  private NumberWords() {}

  /** The word with number words as digits: "5", "15th"; any other word as it is. */
  static String digits(String word) {
    Integer cardinal = CARDINALS.get(word);
    if (cardinal != null) {
      return cardinal.toString();
    }
    Integer ordinal = ORDINALS.get(word);
    return ordinal == null ? word : ordinal + "th";
  }

  /** Whether two words make one number: "twenty" "five", "twenty" "fifth". */
  static boolean join(String first, String second) {
    Integer small = CARDINALS.getOrDefault(second, ORDINALS.getOrDefault(second, 0));
    return TENS.contains(first) && small > 0 && small < 10;
  }

  /** The number of {@link #join joined} words: "25", "25th". */
  static String joined(String first, String second) {
    int tens = CARDINALS.getOrDefault(first, 0);
    Integer units = CARDINALS.get(second);
    return units != null
        ? Integer.toString(tens + units)
        : tens + ORDINALS.getOrDefault(second, 0) + "th";
  }
}
