package io.warmline.core.phrase;

/** Why a phrase gives no time for a callback. The campaign's default delay applies then. */
public enum UnresolvedReason {
  /** It depends on an event without a date: "once the budget is approved". */
  CONDITION("the prospect named a condition but no date"),
  /** It puts off without saying until when: "some other time". */
  VAGUE("the prospect named no time"),
  /** It only says that now does not suit: "I'm really busy right now". */
  BUSY("the prospect is busy now and named no time"),
  /** It names the end of a contract, and that is not known. */
  CONTRACT_END_UNKNOWN("the prospect named the end of a contract whose date is not known"),
  /** Every date in it is past: "yesterday". */
  PAST("the time named is past"),
  /** The date is more than ten years away. */
  TOO_FAR("the date named is more than ten years away"),
  /** There is no such date: "the 32nd of January". */
  NO_SUCH_DATE("the calendar has no such date"),
  /** It names days that recur: "every other day". */
  RECURRING("the prospect named days that recur, not one date"),
  /** The prospect's language is one of which no grammar is known; its words are not guessed at. */
  LANGUAGE_NOT_READ("the words are in a language that is not read; English and Spanish are"),
  /** Nothing in it is a date or a time. */
  NOTHING_FOUND("no date or time was found in the words");

  private final String sentence;

  UnresolvedReason(String sentence) {
    this.sentence = sentence;
  }

  /** The reason for people, in English, without the prospect's words. */
  public String sentence() {
    return sentence;
  }
}
