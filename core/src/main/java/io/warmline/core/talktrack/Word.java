package io.warmline.core.talktrack;

/**
 * A word of a script in the spelling of the rules.
 *
 * @param text lower case; "I'm" is two words, a fact is <code>{{name}}</code>, a pause is ","
 * @param start in the script, in UTF-16 code units
 * @param end its end, itself not part of it
 */
record Word(String text, int start, int end) {

  static final String PAUSE = ",";

  boolean isPause() {
    return text.equals(PAUSE);
  }
}
