package io.warmline.core.talktrack;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Who says "I" when somebody else's words are reported. */
final class Persons {

  private static final Map<String, String> TURNED =
      Map.ofEntries(
          Map.entry("i", "you"),
          Map.entry("we", "you"),
          Map.entry("me", "you"),
          Map.entry("us", "you"),
          Map.entry("my", "your"),
          Map.entry("our", "your"),
          Map.entry("mine", "yours"),
          Map.entry("ours", "yours"),
          Map.entry("myself", "yourself"),
          Map.entry("i'm", "you were"),
          Map.entry("we're", "you were"),
          Map.entry("i've", "you've"),
          Map.entry("we've", "you've"),
          Map.entry("i'll", "you'll"),
          Map.entry("we'll", "you'll"),
          Map.entry("you", "I"),
          Map.entry("your", "my"),
          Map.entry("am", "were"),
          Map.entry("is", "was"),
          Map.entry("are", "were"),
          Map.entry("it's", "it was"));

  private static final Pattern WORD = Pattern.compile("[A-Za-z]+(?:'[a-z]+)?");

  private Persons() {}

  static String turned(String words) {
    return WORD.matcher(words)
        .replaceAll(
            word -> TURNED.getOrDefault(word.group().toLowerCase(Locale.ROOT), word.group()));
  }
}
