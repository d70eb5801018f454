package io.warmline.core.call;

import io.warmline.core.appointment.TakeBackMeeting;
import io.warmline.core.call.LoggedCall.EffectCode;
import io.warmline.core.callback.Callback;
import io.warmline.core.callback.PromiseBook;
import io.warmline.core.followup.FollowUpBook;
import io.warmline.core.lead.LeadBook;
import io.warmline.core.lead.LeadsInHand;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/**
 * Takes back what can be taken back of a call whose outcome was logged wrongly: the counters, the
 * callback it made or kept, what it found out and offered to the client, what it did to an
 * appointment, the numbers it found uncallable, the lead's status. A referral stays.
 */
@ApplicationScoped
class TakeBack {

  private final DialledLeads leads;
  private final PromiseBook promises;
  private final TakeBackMeeting meetings;
  private final LeadBook book;
  private final LeadsInHand inHand;
  private final HandoffInCall handoff;
  private final FollowUpBook followUps;

  TakeBack(
      DialledLeads leads,
      PromiseBook promises,
      TakeBackMeeting meetings,
      LeadBook book,
      LeadsInHand inHand,
      HandoffInCall handoff,
      FollowUpBook followUps) {
    this.leads = leads;
    this.promises = promises;
    this.meetings = meetings;
    this.book = book;
    this.inHand = inHand;
    this.handoff = handoff;
    this.followUps = followUps;
  }

  void outcomeOf(Call call, Effects effects, Instant now) {
    leads.countBack(call, now);
    leads.unlearn(call, now);
    handoff.takeBack(call, effects, now);
    cancelPromised(call, effects, now);
    followUps.cancelFor(call.id(), call.lead(), "CALL_CORRECTED", now);
    if (call.links().kept() != null && promises.openOf(call.lead()).isEmpty()) {
      promises.reopen(call.links().kept(), now);
    }
    if (call.disposition().concernsAppointment()) {
      meetings.of(call.id(), call.lead(), now);
    }
    giveBackNumber(call, now);
    inHand.restore(call.lead(), call.statusBefore(), now);
  }

  private void cancelPromised(Call call, Effects effects, Instant now) {
    if (call.links().callback() == null) {
      return;
    }
    Callback made = promises.get(call.links().callback());
    if (made.status().isOpen() && call.id().equals(made.createdBy())) {
      promises.cancel(made, "CALL_CORRECTED", now);
      effects.add(
          EffectCode.CALLBACK_CANCELLED, "The callback this call had promised is cancelled.");
    }
  }

  private void giveBackNumber(Call call, Instant now) {
    String reason = call.disposition().name();
    switch (call.disposition()) {
      case WRONG_NUMBER -> book.giveBack(call.dialled(), reason, List.of(call.lead()), now);
      case FAX_OR_MODEM, DISCONNECTED, INVALID_NUMBER ->
          book.giveBack(call.dialled(), reason, book.having(call.dialled()), now);
      default -> {
        // it took no number away
      }
    }
  }
}
