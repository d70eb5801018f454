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
                  + " reliable modern quote quotes price prices insurance payroll van copier printer"
                  + " roof boiler website repair repairs maintenance delivery cleaning staff leads")
              .split(" "));

  private static final Pattern WANTS =
      Pattern.compile(
          "^(?:(?:they|he|she|we|i|the"
              + " prospect|prospect|customer|client)(?:['\u2019](?:re|s|m))?)?\\s*(?:needs?|wants?|(?:is"
              + " |are |am )?(?:looking for|after)|would like)\\s+",
          Pattern.CASE_INSENSITIVE);

  /** What stands in a field where nothing is to be said: an answer to a form, a note to oneself. */
  private static final Pattern NOTHING =
      Pattern.compile(
          "(?i)[^\\p{L}\\p{N}]*(?:n/?a|none|nothing|no|yes|y|n|x+|tbd|tbc|unknown|not known|not"
              + " sure|don'?t know|\\?+|asap|urgent|see notes?|as above|same|ditto|null|test|other"
              + "|misc|various|everything|help|info|information|call back|callback|follow"
              + " up)?[^\\p{L}\\p{N}]*");

  private static final Pattern REMARK = Pattern.compile("\\s*\\([^()]*\\)");

  private static final Pattern HURRY =
      Pattern.compile(
          "(?i)[ ,]+(?:asap|urgently|please|pls|right now|now|at the moment|atm|from us)$");

  private static final Pattern NO_NEED =
      Pattern.compile("(?i)(?:nothing|none|no need|nobody|not)\\b.*");

  private static final Pattern BOUGHT =
      Pattern.compile(
          "(?i)^(?:has |have |had )?(?:bought|ordered|purchased|chose|got|took|leased) ");

  /** Who is no other firm, so that there is no contract. */
  private static final Pattern NO_VENDOR =
      Pattern.compile(
          "(?i)in[- ]?house|internal(?:ly)?|self|themsel(?:f|ves)|himself|herself|nobody|no ?one"
              + "|(?:does?|doing|did) .*|(?:several|various|different|a few) .*");

  /** A reason goes on after "is that": it has a subject, and says something of it. */
  private static final Pattern STATEMENT =
      Pattern.compile(
          "(?:(?i:your|our|my|the|an?|we|you|i|it|there|he|she|they|this|these|those|prices?)|\\p{Lu}\\S*)(?:['\u2019](?:s|re|ve|ll)\\b.*|"
              + " .*\\b(?:is|are|was|were|has|have|had|will|would|can|could|may|must|do"
              + "|does|did|go|went|get|got|come|came|need|want|said|told|\\p{L}{2,}ed|\\p{L}{2,}s)\\b.*|\\p{L}*(?<=(?i:we|you|they|i))"
              + " \\p{L}+ .*)");

  /** The fewest letters of a text that is shouted; a shorter one is an abbreviation. */
  private static final int SHOUTED = 6;

  private FieldWords() {}

  /** Empty if it is nothing that could be said. */
  static String of(Fact fact, String typed) {
    String words =
        fact == Fact.CALLBACK_NUMBER ? typed.strip() : REMARK.matcher(typed).replaceAll("").strip();
    if (fact != Fact.CALLBACK_NUMBER && NOTHING.matcher(words).matches()) {
      return "";
    }
    if (fact == Fact.CURRENT_VENDOR || fact == Fact.CALLBACK_NUMBER || words.isEmpty()) {
      String name = words.replaceFirst("[.;,]+$", "");
      return NO_VENDOR.matcher(name).matches() ? "" : name;
    }
    String plain = calm(words.replaceFirst("[.;,!?]+$", "")).replace(" & ", " and ");
    if (fact == Fact.ADDED_VALUE) {
      return plain;
    }
    String said = inASentence(fact, plain);
    String first = said.split("[ ,]", 2)[0];
    return SMALL.contains(first.toLowerCase(Locale.ROOT)) ? lowerFirst(said) : said;
  }

  private static String inASentence(Fact fact, String plain) {
    String calm = HURRY.matcher(plain).replaceFirst("");
    if (fact == Fact.REASON) {
      String reason = calm.replaceFirst("(?i)^(?:because|that) ", "");
      return STATEMENT.matcher(reason).matches() ? reason : "";
    }
    if (fact == Fact.PAST_PURCHASE) {
      return BOUGHT.matcher(calm).replaceFirst("");
    }
    String needed = WANTS.matcher(calm).replaceFirst("");
    return NO_NEED.matcher(needed).matches() ? "" : needed;
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
