package io.warmline.core.lead;

import java.util.HashMap;
import java.util.Map;

/** First names that are short for others, folded as by {@link SamePerson}. */
final class Nicknames {

  private static final Map<String, String> FULL = new HashMap<>();

  static {
    add("james", "jim jimmy jamie");
    add("robert", "bob bobby rob robbie");
    add("william", "bill billy will willy");
    add("richard", "rick dick rich ricky");
    add("michael", "mike mick micky");
    add("thomas", "tom tommy");
    add("joseph", "joe joey");
    add("john", "johnny jack");
    add("charles", "charlie chuck");
    add("edward", "ed eddie ted ned");
    add("daniel", "dan danny");
    add("david", "dave");
    add("christopher", "chris");
    add("matthew", "matt");
    add("anthony", "tony");
    add("andrew", "andy drew");
    add("steven", "steve");
    add("kenneth", "ken kenny");
    add("gregory", "greg");
    add("benjamin", "ben");
    add("samuel", "sam");
    add("nicholas", "nick");
    add("timothy", "tim");
    add("jeffrey", "jeff");
    add("ronald", "ron");
    add("donald", "don");
    add("lawrence", "larry");
    add("elizabeth", "liz beth betty lisa");
    add("margaret", "peggy maggie meg");
    add("katherine", "kate kathy katie");
    add("jennifer", "jen jenny");
    add("susan", "sue susie");
    add("deborah", "debbie deb");
    add("patricia", "pat patty tricia");
    add("rebecca", "becky");
    add("victoria", "vicky");
    add("alexander", "alex sascha");
    add("johannes", "hannes hans");
    add("friedrich", "fritz");
    add("maximilian", "max");
  }

  private Nicknames() {}

  private static void add(String full, String shorts) {
    for (String word : shorts.split(" ", -1)) {
      FULL.put(word, full);
    }
  }

  /** By what they are short for; {@code first_name_in_full} of the database has the same. */
  static Map<String, String> all() {
    return Map.copyOf(FULL);
  }

  /** The name in full, as far as it is known to be short for one. */
  static String inFull(String folded) {
    return FULL.getOrDefault(folded, folded);
  }
}
