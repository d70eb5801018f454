package io.warmline.core.timeline;

import java.util.Map;

/** What can happen with a lead. */
public enum TimelineKind {
  LEAD_CREATED("Created"),
  LEAD_IMPORTED("Imported from a file"),
  LEAD_MOVED("Moved to another campaign"),
  LEAD_ERASED("Personal data erased"),
  LEAD_MERGED("Another lead merged into it"),
  LEAD_UNMERGED("Merger undone"),
  STATUS_CHANGED("{from} -> {to}"),
  CALL("Call: {disposition}"),
  CALLBACK_PROMISED("Callback promised for {dueAt}"),
  CALLBACK_RESCHEDULED("Callback moved to {dueAt}"),
  CALLBACK_HANDED_TO_TEAM("Callback handed to the team"),
  CALLBACK_OVERDUE("Callback overdue"),
  CALLBACK_KEPT("Callback kept"),
  CALLBACK_CANCELLED("Callback cancelled"),
  TASK_OPENED("To be called: {kind}"),
  TASK_DONE("Done: {kind}"),
  TASK_CANCELLED("Not to be done any more: {kind}"),
  SUPPRESSION_ADDED("Number suppressed ({scope})"),
  SUPPRESSION_REMOVED("Suppression of the number lifted ({scope})"),
  SIGNAL("Signal: {type}"),
  FOLLOW_UP_OWED("A message is owed ({occasion})"),
  FOLLOW_UP_SENT("The message was sent"),
  FOLLOW_UP_CANCELLED("The message is not owed any more"),
  APPOINTMENT_SET("Meeting set for {startsAt}"),
  APPOINTMENT_CONFIRMED("Meeting confirmed"),
  APPOINTMENT_RESCHEDULED("Meeting moved to another time"),
  APPOINTMENT_CANCELLED("Meeting cancelled by {cancelledBy}"),
  APPOINTMENT_HELD("Meeting held"),
  APPOINTMENT_NO_SHOW("The prospect did not come to the meeting"),
  HANDOFF_OFFERED("Offered to the client"),
  HANDOFF_ACCEPTED("Accepted by the client"),
  HANDOFF_RETURNED("Returned by the client"),
  HANDOFF_EXPIRED("The offer to the client has ended"),
  OUTCOME_RECORDED("What came of it: {outcome}"),
  CORRECTED("Corrected: it had been told as {was}");

  private final String title;

  TimelineKind(String title) {
    this.title = title;
  }

  /** The same in words: the title with the details it names. */
  String title(Map<String, String> details) {
    String text = title;
    for (Map.Entry<String, String> detail : details.entrySet()) {
      text = text.replace("{" + detail.getKey() + "}", detail.getValue());
    }
    return text;
  }
}
