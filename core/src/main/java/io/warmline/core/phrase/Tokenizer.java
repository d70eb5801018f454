package io.warmline.core.phrase;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Cuts words as spoken or typed into tokens of one spelling. Linear in their length. */
final class Tokenizer {

  /** What cannot be a token is skipped. None of the branches can be matched in two ways. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<date>\\d{4}-\\d{1,2}-\\d{1,2}(?!\\d)|\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{4}(?!\\d)"
              + "|\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2}(?!\\d)|\\d{1,2}\\.\\d{1,2}\\.(?!\\d))"
              + "|(?<other>24/7|[$€£]\\s?\\d[\\d,.]*|\\d+%"
              + "|\\(?\\d{3}\\)?[ .-]?\\d{3}[ .-]\\d{4}|\\d{3}[ .-]\\d{4}(?!\\d)"
              + "|\\+\\d[\\d ()-]{6,20}|\\d{5,}|\\d{1,3},\\d{3}(?!\\d))"
              + "|(?<short>\\d{1,2}/\\d{1,2})(?!\\d)"
              + "|(?<clock>\\d{1,2}[:.h]\\d{2})(?!\\d)"
              + "|(?<ordinal>\\d{1,2}(?:st|nd|rd|th))(?![a-z])"
              + "|(?<decimal>\\d+\\.5)(?!\\d)"
              + "|(?<number>\\d+)"
              + "|(?<quarter>q[1-4])(?![a-z])"
              + "|(?<half>[ap]\\.\\s?m\\b\\.?)"
              + "|(?<word>[a-z]+)"
              + "|(?<dash>-)"
              + "|(?<mark>[,.;:?!\\n(])"
              + "|(?<at>@)");

  private Tokenizer() {}

  static List<Token> tokens(String words) {
    List<String> found = new ArrayList<>();
    TOKEN.matcher(plain(words)).results().forEach(match -> add(found, match));
    String grouped = Spelling.groups(String.join(" ", numbers(found)));

    return grouped.isEmpty()
        ? List.of()
        : List.of(grouped.split(" +")).stream().map(Token::of).toList();
  }

  private static String plain(String words) {
    return Normalizer.normalize(words.replace("½", " and a half"), Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\u2018\u2019\u02bc`´]", "'")
        .replaceAll("\\s*[\u2014\u2015]\\s*|\\s+[-\u2010-\u2013]\\s+(?!\\d)", ", ")
        .replaceAll("\\s?[\u2010-\u2013\u2212]\\s?", "-")
        .replaceAll("n't\\b", " not")
        .replace("can not", "cannot")
        .replaceAll("\\bca not\\b", "cannot")
        .replaceAll("\\bwo not\\b", "will not")
        .replaceAll("'(m|re|ve|ll|d)\\b", " $1")
        .replaceAll("\\bnew year'?s\\b", "newyears")
        .replace("o'clock", "oclock")
        .replace("'", "");
  }

  private static void add(List<String> found, MatchResult match) {
    String text = match.group();
    char first = text.charAt(0);
    if (text.equals("-")) {
      addDash(found);
    } else if (text.length() == 1 && ",.;:?!\n(".indexOf(first) >= 0) {
      addMark(found, text);
    } else if (isOther(match)) {
      found.add("#");
    } else if (text.startsWith("a.") || text.startsWith("p.")) {
      found.add(first + "m");
    } else {
      found.add(text.equals("@") ? "at" : text.replace("h", text.matches("\\d+h\\d+") ? ":" : "h"));
    }
  }

  private static boolean isOther(MatchResult match) {
    return match.group(2) != null;
  }

  /** Between numbers a dash means "to"; between words it means nothing. */
  private static void addDash(List<String> found) {
    if (!found.isEmpty()
        && found.get(found.size() - 1).matches("\\d.*|am|pm|(mon|tue|wed|thu|fri)[a-z]*")) {
      found.add("-");
    }
  }

  /** The dot of an abbreviation ends nothing. */
  private static void addMark(List<String> found, String mark) {
    String before = found.isEmpty() ? "," : found.get(found.size() - 1);
    boolean abbreviated = mark.equals(".") && !Spelling.word(before).equals(before);
    if (!before.equals(",") && !abbreviated) {
      found.add(",");
    }
  }

  /** "Fourish" is taken as four. */
  private static String exact(String word) {
    return word.endsWith("ish") && word.length() > 5 ? word.substring(0, word.length() - 3) : word;
  }

  /** Number words as digits, two that make one number together, known words in one spelling. */
  private static List<String> numbers(List<String> words) {
    List<String> spelled = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (i + 1 < words.size() && NumberWords.join(word, words.get(i + 1))) {
        spelled.add(NumberWords.joined(word, words.get(i + 1)));
        i++;
      } else {
        spelled.add(Spelling.word(NumberWords.digits(exact(word))));
      }
    }
    return spelled;
  }
}
