package io.warmline.core.call;

import io.warmline.core.campaign.Deliverable;
import io.warmline.core.lead.LeadStatus;
import jakarta.enterprise.context.ApplicationScoped;

/** Carries out what the latest call decides about its lead and the lead's promise. */
@ApplicationScoped
class NextSteps {

  private final LeadAfterCall lead;
  private final PromiseInCall promise;
  private final HandoffInCall handoff;
  private final MeetingInCall meeting;
  private final DialledLeads leads;

  NextSteps(
      LeadAfterCall lead,
      PromiseInCall promise,
      HandoffInCall handoff,
      MeetingInCall meeting,
      DialledLeads leads) {
    this.lead = lead;
    this.promise = promise;
    this.handoff = handoff;
    this.meeting = meeting;
    this.leads = leads;
  }

  void take(Outcome outcome, Aftermath after) {
    if (after.call().disposition().keepsCallback()) {
      promise.keep(after);
    }
    if (hasLapsed(after)) {
      lead.lapse(after);
    } else if (outcome instanceof Outcome.CallBack) {
      promise.agree(after);
      lead.become(LeadStatus.CALLBACK_PENDING, after);
    } else if (outcome instanceof Outcome.TryAgain again) {
      tryAgain(again, after);
    } else if (outcome instanceof Outcome.Close close) {
      lead.close(close.status(), after);
    } else if (outcome instanceof Outcome.Nurture nurture) {
      nurture(nurture, after);
    } else if (outcome instanceof Outcome.Warm warm) {
      lead.dialFrom(warm.at(), after);
      lead.become(warm.status(), after);
    } else if (outcome instanceof Outcome.HandOver) {
      handoff.offer(after);
      lead.handOver(after);
    } else if (outcome instanceof Outcome.NeedsLanguage needs) {
      needLanguage(needs, after);
    } else if (outcome instanceof Outcome.OfMeeting ofMeeting) {
      meeting.take(ofMeeting, after);
    } else {
      throw new IllegalStateException("no step for " + outcome);
    }
  }

  private void tryAgain(Outcome.TryAgain again, Aftermath after) {
    if (after.promisedForLater()) {
      return;
    }
    if (after.open().isPresent()) {
      promise.tryAgain(after.open().get(), after);
    } else if (lead.hidesMeeting(after)) {
      lead.awaitMeeting(after);
    } else if (!after.lead().status().isClosed()) {
      lead.dialFrom(again.at(), after);
      lead.become(again.status(), after);
    }
  }

  private void nurture(Outcome.Nurture nurture, Aftermath after) {
    if (nurture.toClient()) {
      handoff.offerForNurture(after);
    }
    lead.dialFrom(nurture.revisitAt(), after);
    lead.become(LeadStatus.NURTURE, after);
  }

  /**
   * A customer who does not want anything any more was one. Whoever is checked in on is a customer,
   * though the list may not have said so.
   */
  private boolean hasLapsed(Aftermath after) {
    DialledLead dialled = after.lead();
    boolean checkedIn =
        dialled.demands().deliverable() == Deliverable.CHECK_IN
            && !dialled.status().isClosed()
            && !lead.hidesMeeting(after);
    return after.call().disposition() == Disposition.NOT_INTERESTED
        && (dialled.status() == LeadStatus.CUSTOMER || checkedIn);
  }

  private void needLanguage(Outcome.NeedsLanguage needs, Aftermath after) {
    leads.change(after.lead().id(), one -> one.speaks(needs.language()), after.now());
    if (after.open().isPresent()) {
      lead.become(LeadStatus.CALLBACK_PENDING, after);
    } else if (!after.lead().status().isClosed()) {
      lead.become(LeadStatus.CONTACTED, after);
    }
  }
}
