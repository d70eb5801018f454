package io.warmline.core.phrase;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words as they are rewritten for the rules, each character of which knows where it was said. */
final class Script {

  private static final String HALF = " and a half";
  private static final int LAST_ASCII = 127;

  private final String words;
  private final StringBuilder text;
  private final int[] origins;

  private Script(String words, StringBuilder text, int[] origins) {
    this.words = words;
    this.text = text;
    this.origins = origins;
  }

  /** The words in small letters, every character in its plainest form. */
  static Script of(String words) {
    Draft draft = new Draft(words.length() + 16);
    for (int at = 0; at < words.length(); ) {
      int point = words.codePointAt(at);
      draft.add(plain(point), at);
      at += Character.charCount(point);
    }
    return draft.done(words);
  }

  private static String plain(int point) {
    if (point == '½') {
      return HALF;
    }
    String said = Character.toString(point);
    String plain = point <= LAST_ASCII ? said : Normalizer.normalize(said, Normalizer.Form.NFKC);
    return plain.toLowerCase(Locale.ROOT);
  }

  /** With every match written otherwise; what replaces it stands where the match stood. */
  Script with(Pattern pattern, Function<MatchResult, String> other) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      return this;
    }
    Draft draft = new Draft(text.length() + 16);
    int copied = 0;
    do {
      copy(copied, matcher.start(), draft);
      String written = other.apply(matcher);
      for (int i = 0; i < written.length(); i++) {
        int within = Math.min(matcher.start() + i, Math.max(matcher.start(), matcher.end() - 1));
        draft.add(written.charAt(i), origins[Math.min(within, origins.length - 1)]);
      }
      copied = matcher.end();
    } while (matcher.find());
    copy(copied, text.length(), draft);
    return draft.done(words);
  }

  private void copy(int from, int to, Draft draft) {
    for (int i = from; i < to; i++) {
      draft.add(text.charAt(i), origins[i]);
    }
  }

  CharSequence text() {
    return text;
  }

  /** Where in the words as said the characters from one place to another stood. */
  Span span(int from, int to) {
    return new Span(origins[from], words.offsetByCodePoints(origins[to - 1], 1));
  }

  /** A script in the making. */
  private static final class Draft {

    private final StringBuilder text = new StringBuilder();
    private int[] origins;

    Draft(int size) {
      origins = new int[Math.max(1, size)];
    }

    void add(String plain, int origin) {
      for (int i = 0; i < plain.length(); i++) {
        add(plain.charAt(i), origin);
      }
    }

    void add(char plain, int origin) {
      if (text.length() == origins.length) {
        origins = Arrays.copyOf(origins, 2 * origins.length);
      }
      origins[text.length()] = origin;
      text.append(plain);
    }

    Script done(String words) {
      return new Script(words, text, origins);
    }
  }
}
