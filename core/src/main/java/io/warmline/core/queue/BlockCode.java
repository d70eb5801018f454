package io.warmline.core.queue;

import io.warmline.core.compliance.Blocker;

/** What keeps a lead from being called now. */
public enum BlockCode {
  /** Outside the hours that the campaign or a calling rule allows at the prospect's place. */
  CALLING_HOURS,
  /** A calling rule forbids calls on this holiday. */
  HOLIDAY,
  /** No calling rule is known for a place where the prospect may be. */
  NO_RULE_KNOWN,
  /** Calls are suspended there. */
  SUSPENSION,
  /** A calling rule demands a consent that the lead has not given. */
  CONSENT_REQUIRED,
  /** The consent that a calling rule demands has run out. */
  CONSENT_EXPIRED,
  /** The prospect has withdrawn the consent. */
  CONSENT_WITHDRAWN,
  /** The number was called as often as a calling rule allows in a period. */
  RULE_CAP,
  /** The prospect refused, and a calling rule demands a pause. */
  COOLDOWN,
  /** A callback is open on the number for another lead of the same client. */
  NUMBER_PROMISED,
  /** Whoever answered the number for another lead of the same client was not interested. */
  NUMBER_REFUSED,
  /** Who may be the same person has a meeting, as another lead of the same client. */
  NUMBER_MET,
  /** Who may be the same person is with the client, as another lead of it. */
  NUMBER_HANDED_OFF,
  /** Who may be the same person is a customer, as another lead of the same client. */
  NUMBER_BOUGHT,
  /**
   * Who may be the same person has died, or the business is closed, as a call to another lead told.
   */
  PERSON_DECEASED,
  CAMPAIGN_PAUSED,
  /** The campaign, or its client, has had its dials for today; only promises are made. */
  DAILY_QUOTA,
  /** The delay after the last outcome is not over. */
  RETRY_DELAY,
  /** Too soon after the last attempt on the number. */
  ATTEMPT_GAP,
  /** The number was attempted as often as 24 hours allow. */
  DAILY_CAP,
  CALLBACK_NOT_DUE,
  /** A task of the lead is not due yet. */
  TASK_NOT_DUE,
  /** The revisit date has not come. */
  NURTURE,
  /** An agent holds the lead. */
  CLAIMED,
  /** An agent is calling the same number for another lead. */
  NUMBER_IN_USE,
  /**
   * An agent holds another lead of the same company, and the campaign calls these one at a time.
   */
  COMPANY_IN_CALL,
  /** The callback belongs to its agent until the grace ends. */
  PERSONAL_CALLBACK,
  /** Only agents who speak the lead's language get it. */
  LANGUAGE,
  DO_NOT_CALL,
  /** All numbers that work are on a do-not-call registry. */
  ON_REGISTRY,
  /** The do-not-call registry of the number's country is older than the law allows. */
  REGISTRY_OUTDATED,
  NO_CALLABLE_NUMBER,
  EXHAUSTED,
  DISQUALIFIED,
  CUSTOMER,
  /** A past customer, whom only a programme calls. */
  LAPSED,
  /** A meeting is set; only its confirmation is called. */
  APPOINTMENT_SET,
  /** The client has the lead. */
  HANDED_OFF,
  ERASED;

  /** What forbids a call by a calling rule. */
  public static BlockCode of(Blocker.Kind kind) {
    return switch (kind) {
      case NO_RULE -> NO_RULE_KNOWN;
      case CONSENT -> CONSENT_REQUIRED;
      case SUSPENSION -> SUSPENSION;
      case HOLIDAY -> HOLIDAY;
      case HOURS -> CALLING_HOURS;
    };
  }
}
