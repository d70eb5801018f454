package io.warmline.core.script;

import io.warmline.core.talktrack.Fact;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What people type into the fields of a lead, as it goes into a sentence: "A backup." becomes "a
 * backup". A name keeps its capital.
 */
final class FieldWords {

  /** Words that are written with a capital only where a field begins. */
  private static final Set<String> SMALL =
      Set.of(
          ("a an the some more better new old two three four five six seven eight nine ten all any"
                  + " each every no our your my their his her this that these those in on at for from"
                  + " with without to by about after before it they we you he she there when where how"
                  + " what who help room space time money support less fewer extra another cheaper"
                  + " faster bigger smaller quicker easier several many enough backup backups storage"
                  + " security training software hardware servers printers phones vans desks racks"
                  + " reliable modern")
              .split(" "));

  private static final Pattern WANTS =
      Pattern.compile(
          "^(?:they|he|she|we|i|the prospect|prospect|customer|client)?\\s*(?:needs?|wants?|is"
              + " looking for|are looking for|would like|looking for)\\s+",
          Pattern.CASE_INSENSITIVE);

  /** What stands in a field where nothing is to be said: an answer to a form, a note to oneself. */
  private static final Pattern NOTHING =
      Pattern.compile(
          "(?i)[^\\p{L}\\p{N}]*(?:n/?a|none|nothing|no|yes|y|n|x+|tbd|tbc|unknown|not known|not"
              + " sure|don'?t know|\\?+|asap|urgent|see notes?|as above|same|ditto|null|test|other"
              + "|misc|various|everything|help|info|information|call back|callback|follow"
              + " up)?[^\\p{L}\\p{N}]*");

  /** The fewest letters of a text that is shouted; a shorter one is an abbreviation. */
  private static final int SHOUTED = 6;

  private FieldWords() {}

  /** Empty if it is nothing that could be said. */
  static String of(Fact fact, String typed) {
    String words = typed.strip();
    if (fact != Fact.CALLBACK_NUMBER && NOTHING.matcher(words).matches()) {
      return "";
    }
    if (fact == Fact.CURRENT_VENDOR || fact == Fact.CALLBACK_NUMBER || words.isEmpty()) {
      return words.replaceFirst("[.;,]+$", "");
    }
    String plain = calm(words.replaceFirst("[.;,!?]+$", ""));
    if (fact == Fact.ADDED_VALUE) {
      return plain;
    }
    String needed = fact == Fact.NEED ? WANTS.matcher(plain).replaceFirst("") : plain;
    String first = needed.split("[ ,]", 2)[0];
    return SMALL.contains(first.toLowerCase(Locale.ROOT)) ? lowerFirst(needed) : needed;
  }

  /** A text in capitals throughout is said like any other. */
  private static String calm(String words) {
    boolean shouted =
        words.codePoints().noneMatch(Character::isLowerCase)
            && words.codePoints().filter(Character::isUpperCase).count() >= SHOUTED
            && words.contains(" ");
    return shouted ? words.toLowerCase(Locale.ROOT) : words;
  }

  private static String lowerFirst(String words) {
    return words.isEmpty()
        ? ""
        : words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
  }
}
