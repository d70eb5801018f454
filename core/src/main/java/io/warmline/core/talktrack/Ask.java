package io.warmline.core.talktrack;

/** What an opener asks for in the end, by what the campaign delivers. */
public enum Ask {
  /** One concrete time. */
  MEETING,
  /** The campaign's own questions, and what the client does next. */
  QUESTIONS,
  /** What comes next on the customer's order. */
  REORDER
}
