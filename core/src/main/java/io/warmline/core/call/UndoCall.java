package io.warmline.core.call;

import io.warmline.core.WarmlineException;
import io.warmline.core.appointment.AppointmentBook;
import io.warmline.core.appointment.TakeBackMeeting;
import io.warmline.core.callback.Callback;
import io.warmline.core.callback.PromiseBook;
import io.warmline.core.callrecord.BeforeCall;
import io.warmline.core.callrecord.BeforeCall.Other;
import io.warmline.core.callrecord.BeforeCall.Row;
import io.warmline.core.callrecord.Call;
import io.warmline.core.disposition.EffectCode;
import io.warmline.core.followup.FollowUpBook;
import io.warmline.core.handoff.HandoffBook;
import io.warmline.core.id.AppointmentId;
import io.warmline.core.id.CallbackId;
import io.warmline.core.id.FollowUpId;
import io.warmline.core.id.HandoffId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.TaskId;
import io.warmline.core.lead.Lead;
import io.warmline.core.lead.LeadBook;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.lead.RemoveLead;
import io.warmline.core.task.TaskBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * Takes back what a call did that was logged wrongly: all of it, but what somebody else has changed
 * since. The caller holds the locks of the lead's numbers.
 */
@ApplicationScoped
class UndoCall {

  private final PromiseBook promises;
  private final TaskBook tasks;
  private final AppointmentBook meetings;
  private final TakeBackMeeting takeBackMeeting;
  private final HandoffBook offers;
  private final FollowUpBook messages;
  private final LeadBook leads;
  private final RemoveLead removeLead;

  UndoCall(
      PromiseBook promises,
      TaskBook tasks,
      AppointmentBook meetings,
      TakeBackMeeting takeBackMeeting,
      HandoffBook offers,
      FollowUpBook messages,
      LeadBook leads,
      RemoveLead removeLead) {
    this.promises = promises;
    this.tasks = tasks;
    this.meetings = meetings;
    this.takeBackMeeting = takeBackMeeting;
    this.offers = offers;
    this.messages = messages;
    this.leads = leads;
    this.removeLead = removeLead;
  }

  /**
   * Takes the call back.
   *
   * @param lead as it stands
   * @return the lead as it would stand without the call, not yet written
   * @throws WarmlineException HANDOFF_DECIDED if the client has decided on what the call offered
   */
  Lead of(Call call, BeforeCall before, Lead lead, CallWriting writing) {
    withdrawOffer(call, writing);
    withdrawPromise(call, writing);
    messages.cancelFor(call.id(), call.lead(), "CALL_CORRECTED", writing.now());
    if (call.disposition().concernsAppointment() || call.disposition().endsPerson()) {
      takeBackMeeting.of(call.id(), call.lead(), writing.now());
    }
    List<Row> rows = before.rows();
    for (int i = rows.size() - 1; i >= 0; i--) {
      restore(rows.get(i), call, before, writing);
    }
    if (call.disposition().showsDead() || call.disposition().showsWrong()) {
      giveBackNumber(call, before, writing);
    }
    before.others().forEach(other -> giveBackPromise(other, writing));
    forgetReferred(before, writing);
    return standing(lead, before, writing);
  }

  private void withdrawOffer(Call call, CallWriting writing) {
    if (call.links().handoff() != null) {
      offers.takeBack(call.links().handoff(), writing.now());
      writing.did(EffectCode.HANDOFF_ENDED, "The hand-off this call had offered is taken back.");
    }
  }

  private void withdrawPromise(Call call, CallWriting writing) {
    if (call.links().callback() == null) {
      return;
    }
    Callback made = promises.get(call.links().callback());
    if (made.status().isOpen() && call.id().equals(made.createdBy())) {
      promises.cancel(made, "CALL_CORRECTED", writing.now());
      writing.did(
          EffectCode.CALLBACK_CANCELLED, "The callback this call had promised is cancelled.");
    }
  }

  private void restore(Row row, Call call, BeforeCall before, CallWriting writing) {
    switch (row.book()) {
      case PROMISES ->
          promises.restore(
              new CallbackId(row.id()), row.image(), call.id(), before.writtenAt(), writing.now());
      case TASKS -> tasks.restore(new TaskId(row.id()), row.image(), writing.now());
      case MEETINGS -> {
        AppointmentId meeting = new AppointmentId(row.id());
        meetings.forgetDial(meeting, row.image(), call.id());
        takeBackMeeting.setAgain(
            meeting, call.disposition().name(), call.startedAt(), writing.now());
      }
      case OFFERS -> offers.restore(new HandoffId(row.id()), row.image());
      case MESSAGES -> messages.restore(new FollowUpId(row.id()), row.image());
    }
  }

  /** Its callback or meeting is open again, if nothing else was promised to it since. */
  private void giveBackPromise(Other other, CallWriting writing) {
    LeadId id = new LeadId(other.lead());
    if (promises.openOf(id).isPresent() || meetings.openOf(id).isPresent()) {
      Lead lead = leads.get(id);
      leads.write(lead, lead.standsAgainAs(other.status(), writing.now()), writing.now());
    }
  }

  private void giveBackNumber(Call call, BeforeCall before, CallWriting writing) {
    leads.giveBack(
        call.id(),
        call.lead(),
        call.dialled(),
        call.disposition().name(),
        before.droppedFor().stream().map(LeadId::new).toList(),
        writing.now());
  }

  /** Whom the prospect referred us to is not a lead after all, if nobody made anything of it. */
  private void forgetReferred(BeforeCall before, CallWriting writing) {
    if (before.newLead() == null) {
      return;
    }
    try {
      removeLead.delete(new LeadId(before.newLead()), Optional.of(0));
    } catch (WarmlineException somebodyElseWantsIt) {
      writing.did(
          EffectCode.LEAD_REFERRED,
          "The lead " + before.newLead() + " stays: somebody has worked on it since.");
    }
  }

  private Lead standing(Lead lead, BeforeCall before, CallWriting writing) {
    Lead again =
        before
            .without(BeforeCall.LeadState.of(lead))
            .applyTo(lead, writing.terms().zone(), writing.now());
    boolean promised = promises.openOf(lead.id()).isPresent();
    boolean awaitsNothing = again.status() == LeadStatus.CALLBACK_PENDING && !promised;
    return awaitsNothing ? leads.leaving(LeadStatus.CALLBACK_PENDING, again, writing.now()) : again;
  }
}
