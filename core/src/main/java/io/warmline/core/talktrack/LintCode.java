package io.warmline.core.talktrack;

/**
 * What is wrong with words that are said to a prospect. A code, once published, keeps its meaning.
 */
public enum LintCode {
  /** Asks whether the prospect is interested. */
  ASK_INTERESTED,
  /** Offers to talk about the caller. */
  HEAR_MORE,
  /** Offers to call at a better time. */
  BETTER_TIME,
  /** Asks whether now is a good time. */
  IS_NOW_GOOD,
  /** Says the prospect's objection before the prospect does. */
  REHEARSE_OBJECTION,
  /** A call without a reason. */
  JUST_CHECKING,
  /** Asks whether an interest has gone. */
  STILL_INTERESTED,
  /** Makes it easy to cancel what was agreed on. */
  INVITE_CANCEL,
  /** Excuses the call. */
  APOLOGY,
  /** Asks for a permission that is easy to refuse. */
  PERMISSION_NO,
  /** Leaves day and time to the prospect. */
  OPEN_ENDED_TIME,
  /** Takes back what it says. */
  HEDGE,
  /** A time since the last talk that is vague, or not true. */
  FALSE_ELAPSED,
  /** Sets conditions before a meeting is offered. */
  SCREEN_FIRST,
  /** Explains everything that there is. */
  EXPLAIN_EVERYTHING,
  /** Asks for the order in a call that is to get a meeting. */
  CLOSE_ON_FIRST_CALL,
  /** Says that the caller is nobody whom the prospect knows. */
  INTRODUCED_AS_NOBODY,
  /** An opener that does not say who calls, and for which company. */
  MISSING_WHO,
  /** An opener without the reason to call today. */
  MISSING_REASON_TODAY,
  /** An opener that does not name the first conversation. */
  MISSING_FIRST_TALK,
  /** An opener that does not say that the prospect asked for the call. */
  MISSING_SUGGESTION,
  /** An opener that does not say what for. */
  MISSING_OBJECTIVE,
  /** An opener that names no day, or no time. */
  MISSING_CONCRETE_TIME
}
