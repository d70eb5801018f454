package io.warmline.core.talktrack;

/** What a part of a talk track is for. */
public enum PartCode {
  /** The greeting by the prospect's time of day, with the name. */
  GREETING,
  /** Who is calling. */
  AGENT,
  /** For which company. */
  COMPANY,
  /** That there is a reason to call today. */
  REASON_TODAY,
  /** The first conversation and how long ago it was. */
  FIRST_TALK,
  /** That the prospect asked for the call. */
  SUGGESTION,
  /** What the call is to achieve. */
  OBJECTIVE,
  /** One day and time to say yes to. */
  CONCRETE_TIME,
  /** One day to say yes to. */
  COUNTER_OFFER,
  /** What the prospect did. */
  SIGNAL,
  /** What the prospect named as the moment to call. */
  TRIGGER,
  /** The end of the contract with the present vendor. */
  CONTRACT_END,
  /** What the prospect bought before. */
  PAST_PURCHASE,
  /** What is new for this prospect. */
  REASON,
  /** The mail that was sent. */
  MAIL,
  /** Who meets the prospect, when and where. */
  APPOINTMENT,
  /** What the prospect wants from the meeting, or gets out of it. */
  NEED,
  /** Who sent us. */
  REFERRAL,
  /** What is to be known before the prospect is handed over. */
  QUESTION,
  /** What the client does next. */
  NEXT_STEP,
  /** Where to call back. */
  NUMBER,
  /** Words that carry no fact. */
  OTHER
}
