package io.warmline.core;

/** The stable codes of Warmline's refusals. A code, once published, keeps its meaning. */
public enum ProblemCode {
  /** A value breaks a rule of its type or field. */
  INVALID_VALUE,
  /** A text that is no dialable number of the given country. */
  INVALID_PHONE_NUMBER,
  /** A text that is no IANA time zone. */
  INVALID_TIME_ZONE,
  /** A cursor that was not made by this list with these filters. */
  INVALID_CURSOR,
  /** A file that cannot be read as leads at all. */
  UNREADABLE_FILE,
  /** There is nothing with this id in the tenant. */
  NOT_FOUND,
  /** The version the caller saw is not the current one. */
  VERSION_MISMATCH,
  /** The idempotency key belongs to another request. */
  IDEMPOTENCY_KEY_REUSED,
  /** A request with the idempotency key is being worked on. */
  IDEMPOTENCY_KEY_IN_USE,
  /** The answer that was given under the idempotency key was erased with its lead. */
  ANSWER_ERASED,
  /** The clock of this server differs from the database's. */
  CLOCK_DIFFERS,
  /** Others use what there is only so much of. */
  BUSY,
  /** What the call said was kept for long enough, and is gone. */
  CALL_DETAILS_GONE,
  /** The campaign hands out no leads. */
  CAMPAIGN_PAUSED,
  /** The agent gets no leads of the campaign. */
  AGENT_NOT_ASSIGNED,
  /** The bulk operation cannot be taken back. */
  BULK_NOT_UNDOABLE,
  /** Another saved filter has the name. */
  SAVED_FILTER_EXISTS,
  /** What the saved filter names is not there any more. */
  SAVED_FILTER_OUTDATED,
  /** Something else has become of it since. */
  CHANGED_SINCE,
  /** As much was said of the call as may be. */
  TOO_MANY_REVIEWS,
  /** The complaint was closed or withdrawn. */
  COMPLAINT_CLOSED,
  /** The agent is on a break. */
  AGENT_ON_BREAK,
  /** The agent is not at work. */
  NOT_SIGNED_ON,
  /** The campaign has records that must be kept. */
  CAMPAIGN_IN_USE,
  /** A campaign calls on behalf of the client. */
  CLIENT_IN_USE,
  /** The campaign has this lead already. */
  LEAD_EXISTS,
  /** The lead has records that must be kept. */
  IMPORT_RUNNING,
  LEAD_IN_USE,
  /** No person gives a lead of this status that other one. */
  STATUS_CHANGE_REFUSED,
  /** An agent holds the lead. */
  LEAD_CLAIMED,
  /** The personal data of the lead was erased. */
  LEAD_ERASED,
  /** The lead was merged into another. */
  LEAD_MERGED,
  /** Of two leads the one that was to go has to stay. */
  LEADS_NOT_MERGEABLE,
  /** The merger was undone before, or another was built on it. */
  MERGE_NOT_UNDOABLE,
  /** The lead will not be called any more. */
  LEAD_NOT_CALLABLE,
  /** The agent holds as many leads as the policy allows. */
  CLAIMS_EXHAUSTED,
  /** The lease of the claim has run out. */
  CLAIM_EXPIRED,
  /** The claim was released, completed or revoked. */
  CLAIM_ENDED,
  /** Another agent holds the claim. */
  CLAIM_HELD_BY_ANOTHER,
  /** A later call to the lead was logged. */
  CALL_LOGGED,
  CALL_NOT_LATEST,
  /** A do-not-call request cannot be taken back this way. */
  SUPPRESSION_STANDS,
  /** The do-not-call entry was lifted before. */
  SUPPRESSION_REMOVED,
  /** The list of the registry that is in force is newer than the file. */
  REGISTRY_NEWER,
  /** The callback was kept or cancelled. */
  CALLBACK_CLOSED,
  /** The lead has an open callback. */
  CALLBACK_OPEN,
  /** The follow-up was sent or cancelled. */
  FOLLOW_UP_CLOSED,
  /** The campaign does not show that more screening is called for. */
  QUALIFICATION_NOT_JUSTIFIED,
  /** The lead is not handed over before it is pre-qualified. */
  PREQUALIFICATION_MISSING,
  /** The client has decided on the hand-off. */
  HANDOFF_DECIDED,
  /** The offer of the hand-off has ended. */
  HANDOFF_EXPIRED,
  /** Nothing comes of a hand-off that the client has not accepted. */
  HANDOFF_NOT_ACCEPTED,
  /** The campaign delivers warm leads: the client's own staff set the meetings. */
  APPOINTMENTS_NOT_DELIVERED,
  /** The campaign asks more questions than the lead has answered before a meeting is set. */
  QUALIFYING_QUESTIONS_UNANSWERED,
  /** The lead has an open appointment. */
  APPOINTMENT_OPEN,
  /** The appointment was held, missed, cancelled or rescheduled. */
  APPOINTMENT_CLOSED,
  /** The appointment has not begun. */
  APPOINTMENT_NOT_STARTED,
  /** Nothing comes of an appointment that was not held. */
  APPOINTMENT_NOT_HELD,
  /** Nobody has told whether the appointment was held. */
  ATTENDANCE_NOT_RECORDED,
  /** What became of the meeting is recorded. */
  OUTCOME_RECORDED,
  /** The lead never had an appointment. */
  NO_APPOINTMENT,
  /** The client has another meeting at that time. */
  SLOT_TAKEN,
  /** The campaign's policy forbids to confirm an appointment on this day. */
  CONFIRMATION_FORBIDDEN,
  /** A campaign names the calling rule. */
  RULE_IN_USE,
  /** The list of a registry is too old already. */
  REGISTRY_OUTDATED,
  /** There is nothing to accept in a country of which rules are known. */
  RULE_KNOWN,
  /** The id belongs to a rule of law. */
  RULE_RESERVED,
  /** It is a person, who has no key to rotate. */
  KEY_OF_PERSON,
  /** A token grants the person no access here. */
  PERSON_NOT_ADMITTED,
  /** The access of the person was revoked. */
  PERSON_REVOKED,
  /** The API key was revoked or has expired. */
  KEY_INACTIVE,
  /** Without this API key nobody could make keys any more. */
  LAST_ADMIN_KEY,
  /** An API key would be more than the one by which it is made. */
  KEY_EXCEEDS_CALLER,
  /** The tenant has as many webhooks as it may have. */
  TOO_MANY_WEBHOOKS,
  /** Nothing is sent to the webhook. */
  WEBHOOK_DISABLED,
  /** The tenant is suspended: its keys and links are refused. */
  TENANT_SUSPENDED,
  /** The tenant is at work: it is suspended before it is deleted. */
  TENANT_AT_WORK
}
