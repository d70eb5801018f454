package io.warmline.core.lead;

import java.util.Optional;

/**
 * What stands of a lead elsewhere, and so decides where it goes when it leaves a status.
 *
 * @param met whether a meeting is set
 * @param promised whether a callback is open
 * @param beforeMeeting where it stood before its latest meeting was set
 */
public record LeadHistory(boolean met, boolean promised, Optional<LeadStatus> beforeMeeting) {

  /** Where the lead stands when it stands no longer there. */
  LeadStatus statusAfter(LeadStatus left, Lead lead) {
    if (left != LeadStatus.APPOINTMENT_SET && met) {
      return LeadStatus.APPOINTMENT_SET;
    }
    if (left != LeadStatus.CALLBACK_PENDING && promised) {
      return LeadStatus.CALLBACK_PENDING;
    }
    if (left == LeadStatus.APPOINTMENT_SET && wasWarm()) {
      return beforeMeeting.orElseThrow();
    }
    if (lead.dialling().contactedAt().isPresent()) {
      return LeadStatus.CONTACTED;
    }
    return lead.attempts() > 0 ? LeadStatus.ATTEMPTING : LeadStatus.COLD;
  }

  private boolean wasWarm() {
    return beforeMeeting
        .filter(status -> status == LeadStatus.WARM || status == LeadStatus.QUALIFIED)
        .isPresent();
  }
}
