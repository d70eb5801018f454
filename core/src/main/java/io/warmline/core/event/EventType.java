package io.warmline.core.event;

import io.warmline.core.Nearest;
import java.util.Arrays;

/** What can happen, by the name it has in the contract. */
public enum EventType {
  AGENT_CREATED("agent.created"),
  AGENT_DELETED("agent.deleted"),
  AGENT_PRESENCE_CHANGED("agent.presence_changed"),
  AGENT_SIGNED_OFF("agent.signed_off"),
  AGENT_SIGNED_ON("agent.signed_on"),
  AGENT_UPDATED("agent.updated"),
  API_KEY_CREATED("api_key.created"),
  API_KEY_REVOKED("api_key.revoked"),
  API_KEY_ROTATED("api_key.rotated"),
  APPOINTMENT_CANCELLED("appointment.cancelled"),
  APPOINTMENT_CONFIRMED("appointment.confirmed"),
  APPOINTMENT_CORRECTED("appointment.corrected"),
  APPOINTMENT_HELD("appointment.held"),
  APPOINTMENT_NO_SHOW("appointment.no_show"),
  APPOINTMENT_RESCHEDULED("appointment.rescheduled"),
  APPOINTMENT_SET("appointment.set"),
  CALLBACK_CANCELLED("callback.cancelled"),
  CALLBACK_DUE("callback.due"),
  CALLBACK_HANDED_TO_TEAM("callback.handed_to_team"),
  CALLBACK_KEPT("callback.kept"),
  CALLBACK_OVERDUE("callback.overdue"),
  CALLBACK_RESCHEDULED("callback.rescheduled"),
  CALLBACK_SCHEDULED("callback.scheduled"),
  CALL_AMENDED("call.amended"),
  CALL_BREACH("call.breach"),
  CALL_LOGGED("call.logged"),
  CAMPAIGN_CREATED("campaign.created"),
  CAMPAIGN_DELETED("campaign.deleted"),
  CAMPAIGN_PAUSED("campaign.paused"),
  CAMPAIGN_RESUMED("campaign.resumed"),
  CAMPAIGN_UPDATED("campaign.updated"),
  CLAIM_EXPIRED("claim.expired"),
  CLAIM_REVOKED("claim.revoked"),
  CLIENT_CREATED("client.created"),
  CLIENT_DELETED("client.deleted"),
  CLIENT_UPDATED("client.updated"),
  COMPLAINT_CLOSED("complaint.closed"),
  COMPLAINT_RAISED("complaint.raised"),
  COMPLAINT_WITHDRAWN("complaint.withdrawn"),
  FOLLOW_UP_CANCELLED("follow_up.cancelled"),
  FOLLOW_UP_OWED("follow_up.owed"),
  FOLLOW_UP_SENT("follow_up.sent"),
  HANDOFF_ACCEPTED("handoff.accepted"),
  HANDOFF_EXPIRED("handoff.expired"),
  HANDOFF_OFFERED("handoff.offered"),
  HANDOFF_RETURNED("handoff.returned"),
  IMPORT_COMPLETED("import.completed"),
  IMPORT_FAILED("import.failed"),
  JURISDICTION_ACCEPTED("jurisdiction.accepted"),
  JURISDICTION_WITHDRAWN("jurisdiction.withdrawn"),
  LEAD_CREATED("lead.created"),
  LEAD_DELETED("lead.deleted"),
  LEAD_ERASED("lead.erased"),
  LEAD_MOVED("lead.moved"),
  LEAD_MERGED("lead.merged"),
  LEAD_UNMERGED("lead.unmerged"),
  LEAD_STATUS_CHANGED("lead.status_changed"),
  LEAD_UPDATED("lead.updated"),
  OUTCOME_CORRECTED("outcome.corrected"),
  OUTCOME_RECORDED("outcome.recorded"),
  PROGRAMME_CREATED("programme.created"),
  PROGRAMME_DELETED("programme.deleted"),
  PROGRAMME_UPDATED("programme.updated"),
  REGISTRY_EXPIRED("registry.expired"),
  REGISTRY_GIVEN_UP("registry.given_up"),
  REGISTRY_IMPORT_FAILED("registry.import_failed"),
  REGISTRY_IMPORTED("registry.imported"),
  REGISTRY_WARNING("registry.warning"),
  RULE_LIFTED("rule.lifted"),
  RULE_RESTORED("rule.restored"),
  SIGNAL_RECEIVED("signal.received"),
  SUPPRESSION_ADDED("suppression.added"),
  SUPPRESSION_REMOVED("suppression.removed"),
  TASK_CANCELLED("task.cancelled"),
  TASK_DONE("task.done"),
  TASK_OPENED("task.opened"),
  WEBHOOK_CREATED("webhook.created"),
  WEBHOOK_DELETED("webhook.deleted"),
  WEBHOOK_DISABLED("webhook.disabled"),
  WEBHOOK_SECRET_ROTATED("webhook.secret_rotated"),
  WEBHOOK_SKIPPED("webhook.skipped"),
  WEBHOOK_TEST("webhook.test"),
  WEBHOOK_UPDATED("webhook.updated");

  private final String label;

  EventType(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /** The type that was meant, as the end of a sentence; empty if none is like it. */
  public static String hint(String written) {
    return Nearest.hint(written, Arrays.stream(values()).map(EventType::label).toList());
  }
}
