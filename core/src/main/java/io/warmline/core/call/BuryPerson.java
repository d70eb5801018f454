package io.warmline.core.call;

import io.warmline.core.appointment.Appointment;
import io.warmline.core.appointment.AppointmentBook;
import io.warmline.core.appointment.Origin;
import io.warmline.core.callback.CancelledBy;
import io.warmline.core.callback.PromiseBook;
import io.warmline.core.callrecord.BeforeCall.Book;
import io.warmline.core.callrecord.Call;
import io.warmline.core.disposition.Consequence;
import io.warmline.core.disposition.EffectCode;
import io.warmline.core.followup.FollowUpBook;
import io.warmline.core.handoff.ExpiryReason;
import io.warmline.core.handoff.HandoffBook;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.Lead;
import io.warmline.core.lead.LeadBook;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.queue.Claims;
import io.warmline.core.queue.Numbers;
import io.warmline.core.queue.QueueEntries;
import io.warmline.core.suppression.RevokeClaims;
import io.warmline.core.task.TaskBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What it means for other leads that a person has died, or a business is closed: those who may be
 * the same person are in nobody's hands any more, and lose what was promised, owed, planned and
 * set. That they are not called follows from the call ({@link io.warmline.core.queue.BlockCode}
 * PERSON_DECEASED): it holds for leads that come later, and ends when the call is corrected.
 */
@ApplicationScoped
class BuryPerson {

  private static final String REVOKED = "PERSON_DECEASED";

  private final LeadBook leads;
  private final PromiseBook promises;
  private final TaskBook tasks;
  private final AppointmentBook meetings;
  private final HandoffBook offers;
  private final FollowUpBook messages;
  private final Claims claims;
  private final RevokeClaims revokeClaims;
  private final Numbers numbers;
  private final QueueEntries queue;

  BuryPerson(
      LeadBook leads,
      PromiseBook promises,
      TaskBook tasks,
      AppointmentBook meetings,
      HandoffBook offers,
      FollowUpBook messages,
      Claims claims,
      RevokeClaims revokeClaims,
      Numbers numbers,
      QueueEntries queue) {
    this.leads = leads;
    this.promises = promises;
    this.tasks = tasks;
    this.meetings = meetings;
    this.offers = offers;
    this.messages = messages;
    this.claims = claims;
    this.revokeClaims = revokeClaims;
    this.numbers = numbers;
    this.queue = queue;
  }

  /** The call and its lead are written, and the locks of the lead's numbers are held. */
  void of(Consequence.Bury bury, CallWriting writing) {
    List<LeadId> others = leads.samePersonAs(writing.call().lead());
    List<UUID> ids = others.stream().map(LeadId::value).toList();
    numbers.lockOf(ids);
    queue.lock(ids);
    for (LeadId other : others) {
      claims
          .liveOn(other)
          .ifPresent(claim -> revokeClaims.of(List.of(claim), REVOKED, writing.now()));
      writing.notes().other(other.value(), leads.get(other).status());
      loseWork(other, bury.reason(), writing);
      loseMeeting(other, bury.reason(), writing);
      leave(other, writing.now());
      queue.refreshAround(other.value(), List.of(), writing.now());
    }
  }

  private void loseWork(LeadId lead, String reason, CallWriting writing) {
    Instant now = writing.now();
    promises
        .openOf(lead)
        .ifPresent(
            open -> {
              writing.before(Book.PROMISES, open.id().value(), promises.image(open.id()));
              promises.cancel(open, reason, now);
              writing.did(
                  EffectCode.CALLBACK_CANCELLED,
                  "The open callback of the same person, lead " + lead + ", is cancelled.");
            });
    tasks
        .openOf(lead)
        .forEach(task -> writing.before(Book.TASKS, task.id().value(), tasks.image(task)));
    tasks.cancelAll(lead, reason, now);
    offers.image(lead).ifPresent(o -> writing.before(Book.OFFERS, o.id().value(), o.row()));
    offers.expireOf(lead, ExpiryReason.DISQUALIFIED, now);
    messages.image(lead).ifPresent(m -> writing.before(Book.MESSAGES, m.id().value(), m.row()));
    messages.cancel(lead, reason, now);
  }

  /** The call is another lead's, so it is not on record with the meeting. */
  private void loseMeeting(LeadId lead, String reason, CallWriting writing) {
    Call call = writing.call();
    meetings
        .openOf(lead)
        .map(Appointment::id)
        .ifPresent(
            open -> {
              writing.before(Book.MEETINGS, open.value(), meetings.image(open));
              meetings.cancel(
                  meetings.get(open),
                  CancelledBy.PROSPECT,
                  reason,
                  new Origin(call.agent(), null, call.startedAt(), call.isIncoming(), ""),
                  writing.now());
              writing.did(
                  EffectCode.APPOINTMENT_CANCELLED,
                  "The meeting of the same person, lead " + lead + ", is cancelled.");
            });
  }

  private void leave(LeadId id, Instant now) {
    Lead lead = leads.get(id);
    Lead left = leads.leaving(LeadStatus.CALLBACK_PENDING, lead, now);
    leads.write(lead, leads.leaving(LeadStatus.APPOINTMENT_SET, left, now), now);
  }
}
