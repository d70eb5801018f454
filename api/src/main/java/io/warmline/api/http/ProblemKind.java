package io.warmline.api.http;

import io.warmline.core.ProblemCode;

/** The kinds of problems: the one table from code to status and title. */
public enum ProblemKind {
  INVALID_REQUEST(400, "The request is not valid"),
  MALFORMED_JSON(400, "The body is not JSON"),
  UNKNOWN_PARAMETER(400, "Unknown query parameter"),
  INVALID_CURSOR(400, "The cursor does not belong to this list"),
  UNREADABLE_FILE(400, "The file cannot be read as leads"),
  INVALID_API_KEY(401, "The API key is not valid"),
  INVALID_TOKEN(401, "The token is not valid"),
  PERSON_NOT_ADMITTED(403, "The token grants no access here"),
  PERSON_REVOKED(403, "Access was revoked"),
  MISSING_SCOPE(403, "The API key lacks a scope"),
  NETWORK_NOT_ALLOWED(403, "The API key is not used from here"),
  KEY_EXCEEDS_CALLER(403, "The key would be more than yours"),
  KEY_IS_LIMITED(403, "The API key is limited"),
  AGENT_NOT_OF_KEY(403, "The API key acts as another agent"),
  TENANT_SUSPENDED(403, "The tenant is suspended"),
  NOT_FOUND(404, "Not found"),
  METHOD_NOT_ALLOWED(405, "Method not allowed"),
  NOT_ACCEPTABLE(406, "Not acceptable"),
  TOO_SLOW(408, "The request took too long"),
  CAMPAIGN_PAUSED(409, "The campaign is paused"),
  AGENT_NOT_ASSIGNED(409, "The agent does not work the campaign"),
  AGENT_ON_BREAK(409, "The agent is on a break"),
  NOT_SIGNED_ON(409, "The agent is not at work"),
  BULK_NOT_UNDOABLE(409, "The operation stands"),
  SAVED_FILTER_EXISTS(409, "The name is another saved filter's"),
  SAVED_FILTER_OUTDATED(409, "The saved filter names what is gone"),
  CHANGED_SINCE(409, "It has changed since"),
  TOO_MANY_REVIEWS(409, "The call has as many reviews as it may"),
  COMPLAINT_CLOSED(409, "The complaint is closed"),
  CAMPAIGN_IN_USE(409, "The campaign has a history"),
  CLIENT_IN_USE(409, "A campaign calls for the client"),
  LEAD_EXISTS(409, "The lead is there already"),
  IMPORT_RUNNING(409, "The import has not ended"),
  LEAD_IN_USE(409, "The lead has a history"),
  STATUS_CHANGE_REFUSED(409, "The lead does not become that by decree"),
  LEAD_CLAIMED(409, "An agent holds the lead"),
  LEAD_ERASED(409, "The lead is erased"),
  LEAD_MERGED(409, "The lead is part of another"),
  LEADS_NOT_MERGEABLE(409, "The other lead has to stay"),
  MERGE_NOT_UNDOABLE(409, "The merger stands"),
  LEAD_NOT_CALLABLE(409, "The lead is not called any more"),
  CLAIMS_EXHAUSTED(409, "The agent holds as many leads as may be"),
  CLAIM_EXPIRED(409, "The claim has expired"),
  CLAIM_ENDED(409, "The claim has ended"),
  CLAIM_HELD_BY_ANOTHER(409, "The claim belongs to another agent"),
  CALL_LOGGED(409, "A call was logged under the claim"),
  CALL_DETAILS_GONE(409, "What the call said is gone"),
  CALL_NOT_LATEST(409, "A later call was logged"),
  SUPPRESSION_STANDS(409, "The refusal stands"),
  SUPPRESSION_REMOVED(409, "The suppression was removed before"),
  REGISTRY_NEWER(409, "The list in force is newer"),
  CALLBACK_CLOSED(409, "The callback is closed"),
  CALLBACK_OPEN(409, "The lead has an open callback"),
  FOLLOW_UP_CLOSED(409, "The follow-up is closed"),
  QUALIFICATION_NOT_JUSTIFIED(409, "More screening is not justified"),
  PREQUALIFICATION_MISSING(409, "The pre-qualification is missing"),
  HANDOFF_DECIDED(409, "The client has decided"),
  HANDOFF_EXPIRED(409, "The offer has ended"),
  APPOINTMENTS_NOT_DELIVERED(409, "The campaign sets no meetings"),
  QUALIFYING_QUESTIONS_UNANSWERED(409, "The qualifying questions are not answered"),
  APPOINTMENT_OPEN(409, "The lead has an open appointment"),
  APPOINTMENT_CLOSED(409, "The appointment is closed"),
  APPOINTMENT_NOT_STARTED(409, "The appointment has not begun"),
  APPOINTMENT_NOT_HELD(409, "The appointment was not held"),
  ATTENDANCE_NOT_RECORDED(409, "Nobody has told whether the appointment was held"),
  OUTCOME_RECORDED(409, "What became of the meeting is recorded"),
  HANDOFF_NOT_ACCEPTED(409, "The hand-off was not accepted"),
  NO_APPOINTMENT(409, "The lead has no appointment"),
  SLOT_TAKEN(409, "The slot is taken"),
  CONFIRMATION_FORBIDDEN(409, "The policy forbids a confirmation today"),
  RULE_IN_USE(409, "A campaign names the rule"),
  REGISTRY_OUTDATED(409, "The list is too old already"),
  RULE_KNOWN(409, "Rules are known of the country"),
  RULE_RESERVED(409, "The id belongs to a rule of law"),
  KEY_OF_PERSON(409, "A person has no key"),
  KEY_INACTIVE(409, "The API key is not valid any more"),
  LAST_ADMIN_KEY(409, "It is the last key that makes keys"),
  TOO_MANY_WEBHOOKS(409, "There are as many webhooks as may be"),
  WEBHOOK_DISABLED(409, "The webhook is disabled"),
  TENANT_AT_WORK(409, "The tenant is at work"),
  IDEMPOTENCY_KEY_IN_USE(409, "A request with this key is in flight"),
  ANSWER_ERASED(410, "The answer was erased"),
  VERSION_MISMATCH(412, "It has changed meanwhile"),
  BODY_TOO_LARGE(413, "The body is too large"),
  URI_TOO_LONG(414, "The path and the query are too long"),
  UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
  IDEMPOTENCY_KEY_REUSED(422, "The idempotency key was used before"),
  IF_MATCH_REQUIRED(428, "If-Match is required"),
  RATE_LIMITED(429, "Too many requests"),
  HEADERS_TOO_LARGE(431, "The headers are too large"),
  BUSY(503, "Too much at once"),
  UNAVAILABLE(503, "The server cannot work at the moment"),
  INTERNAL_ERROR(500, "Something went wrong on our side");

  private final int status;
  private final String title;

  ProblemKind(int status, String title) {
    this.status = status;
    this.title = title;
  }

  int status() {
    return status;
  }

  String title() {
    return title;
  }

  static ProblemKind of(ProblemCode code) {
    return switch (code) {
      case INVALID_VALUE, INVALID_PHONE_NUMBER, INVALID_TIME_ZONE -> INVALID_REQUEST;
      case INVALID_CURSOR -> INVALID_CURSOR;
      case UNREADABLE_FILE -> UNREADABLE_FILE;
      case NOT_FOUND -> NOT_FOUND;
      case VERSION_MISMATCH -> VERSION_MISMATCH;
      case IDEMPOTENCY_KEY_REUSED -> IDEMPOTENCY_KEY_REUSED;
      case IDEMPOTENCY_KEY_IN_USE -> IDEMPOTENCY_KEY_IN_USE;
      case ANSWER_ERASED -> ANSWER_ERASED;
      case CLOCK_DIFFERS -> UNAVAILABLE;
      case BUSY -> BUSY;
      case CAMPAIGN_PAUSED -> CAMPAIGN_PAUSED;
      case AGENT_NOT_ASSIGNED -> AGENT_NOT_ASSIGNED;
      case AGENT_ON_BREAK -> AGENT_ON_BREAK;
      case NOT_SIGNED_ON -> NOT_SIGNED_ON;
      case BULK_NOT_UNDOABLE -> BULK_NOT_UNDOABLE;
      case SAVED_FILTER_EXISTS -> SAVED_FILTER_EXISTS;
      case SAVED_FILTER_OUTDATED -> SAVED_FILTER_OUTDATED;
      case CHANGED_SINCE -> CHANGED_SINCE;
      case TOO_MANY_REVIEWS -> TOO_MANY_REVIEWS;
      case COMPLAINT_CLOSED -> COMPLAINT_CLOSED;
      case CAMPAIGN_IN_USE -> CAMPAIGN_IN_USE;
      case LEAD_EXISTS -> LEAD_EXISTS;
      case IMPORT_RUNNING -> IMPORT_RUNNING;
      case LEAD_IN_USE -> LEAD_IN_USE;
      case STATUS_CHANGE_REFUSED -> STATUS_CHANGE_REFUSED;
      case LEAD_CLAIMED -> LEAD_CLAIMED;
      case LEAD_ERASED -> LEAD_ERASED;
      case LEAD_MERGED -> LEAD_MERGED;
      case LEADS_NOT_MERGEABLE -> LEADS_NOT_MERGEABLE;
      case MERGE_NOT_UNDOABLE -> MERGE_NOT_UNDOABLE;
      case LEAD_NOT_CALLABLE -> LEAD_NOT_CALLABLE;
      case CLAIMS_EXHAUSTED -> CLAIMS_EXHAUSTED;
      case CLAIM_EXPIRED -> CLAIM_EXPIRED;
      case CLAIM_ENDED -> CLAIM_ENDED;
      case CLAIM_HELD_BY_ANOTHER -> CLAIM_HELD_BY_ANOTHER;
      case CALL_LOGGED -> CALL_LOGGED;
      case CALL_DETAILS_GONE -> CALL_DETAILS_GONE;
      case CALL_NOT_LATEST -> CALL_NOT_LATEST;
      case SUPPRESSION_STANDS -> SUPPRESSION_STANDS;
      case SUPPRESSION_REMOVED -> SUPPRESSION_REMOVED;
      case QUALIFICATION_NOT_JUSTIFIED -> QUALIFICATION_NOT_JUSTIFIED;
      case PREQUALIFICATION_MISSING -> PREQUALIFICATION_MISSING;
      case HANDOFF_DECIDED -> HANDOFF_DECIDED;
      case HANDOFF_EXPIRED -> HANDOFF_EXPIRED;
      case RULE_IN_USE -> RULE_IN_USE;
      case REGISTRY_OUTDATED -> REGISTRY_OUTDATED;
      case RULE_KNOWN -> RULE_KNOWN;
      case RULE_RESERVED -> RULE_RESERVED;
      case KEY_OF_PERSON -> KEY_OF_PERSON;
      case PERSON_NOT_ADMITTED -> PERSON_NOT_ADMITTED;
      case PERSON_REVOKED -> PERSON_REVOKED;
      case KEY_INACTIVE -> KEY_INACTIVE;
      case LAST_ADMIN_KEY -> LAST_ADMIN_KEY;
      case KEY_EXCEEDS_CALLER -> KEY_EXCEEDS_CALLER;
      case TOO_MANY_WEBHOOKS -> TOO_MANY_WEBHOOKS;
      case WEBHOOK_DISABLED -> WEBHOOK_DISABLED;
      case TENANT_SUSPENDED -> TENANT_SUSPENDED;
      case TENANT_AT_WORK -> TENANT_AT_WORK;
      case CLIENT_IN_USE -> CLIENT_IN_USE;
      case REGISTRY_NEWER -> REGISTRY_NEWER;
      case CALLBACK_CLOSED -> CALLBACK_CLOSED;
      case CALLBACK_OPEN -> CALLBACK_OPEN;
      case FOLLOW_UP_CLOSED -> FOLLOW_UP_CLOSED;
      case APPOINTMENTS_NOT_DELIVERED -> APPOINTMENTS_NOT_DELIVERED;
      case QUALIFYING_QUESTIONS_UNANSWERED -> QUALIFYING_QUESTIONS_UNANSWERED;
      case APPOINTMENT_OPEN -> APPOINTMENT_OPEN;
      case APPOINTMENT_CLOSED -> APPOINTMENT_CLOSED;
      case APPOINTMENT_NOT_STARTED -> APPOINTMENT_NOT_STARTED;
      case APPOINTMENT_NOT_HELD -> APPOINTMENT_NOT_HELD;
      case ATTENDANCE_NOT_RECORDED -> ATTENDANCE_NOT_RECORDED;
      case OUTCOME_RECORDED -> OUTCOME_RECORDED;
      case HANDOFF_NOT_ACCEPTED -> HANDOFF_NOT_ACCEPTED;
      case NO_APPOINTMENT -> NO_APPOINTMENT;
      case SLOT_TAKEN -> SLOT_TAKEN;
      case CONFIRMATION_FORBIDDEN -> CONFIRMATION_FORBIDDEN;
    };
  }
}
