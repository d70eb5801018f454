package io.warmline.core.call;

import io.warmline.core.appointment.AppointmentBook;
import io.warmline.core.call.LoggedCall.EffectCode;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.lead.LeadsInHand;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;

/** Where a call leaves its lead. */
@ApplicationScoped
class LeadAfterCall {

  private static final String USED_UP = EffectCode.ATTEMPTS_EXHAUSTED.name();

  private final DialledLeads leads;
  private final LeadsInHand inHand;
  private final PromiseInCall promise;
  private final TasksInCall tasks;
  private final HandoffInCall handoff;
  private final AppointmentBook appointments;

  LeadAfterCall(
      DialledLeads leads,
      LeadsInHand inHand,
      PromiseInCall promise,
      TasksInCall tasks,
      HandoffInCall handoff,
      AppointmentBook appointments) {
    this.leads = leads;
    this.inHand = inHand;
    this.promise = promise;
    this.tasks = tasks;
    this.handoff = handoff;
    this.appointments = appointments;
  }

  /** It has another status; only the first change is told, with where it stood before the call. */
  void become(LeadStatus status, Aftermath after) {
    DialledLead lead = after.lead();
    handoff.follow(lead.id(), status, after.now());
    boolean changed = inHand.become(lead.id(), status, after.now());
    if (changed && !after.effects().contain(EffectCode.STATUS_CHANGED)) {
      after.did(EffectCode.STATUS_CHANGED, lead.status() + " -> " + status);
    }
  }

  /** We mean to dial it again from this time on. */
  void dialFrom(Instant at, Aftermath after) {
    leads.nextAttempt(after.lead().id(), at, after.now());
  }

  /** It is with the client, who calls it from now on. */
  void handOver(Aftermath after) {
    tasks.cancel("HANDED_OFF", after);
    leads.noNextAttempt(after.lead().id(), after.now());
    become(LeadStatus.HANDED_OFF, after);
  }

  /** It is not called again. */
  void close(LeadStatus status, Aftermath after) {
    if (status == LeadStatus.EXHAUSTED) {
      useUp(after);
    } else {
      close(status, after.call().disposition().name(), after);
    }
  }

  /**
   * No attempt is left. That is no reason to break a promise for later, and neither a customer nor
   * a meeting or a hand-off is lost by it.
   */
  private void useUp(Aftermath after) {
    if (after.promisedForLater()) {
      return;
    }
    if (hidesMeeting(after)) {
      promise.cancel(USED_UP, after);
      awaitMeeting(after);
    } else if (outlastsAttempts(after.lead().status())) {
      tasks.cancel(USED_UP, after);
    } else {
      after.did(
          EffectCode.ATTEMPTS_EXHAUSTED, "The campaign allows no further attempt on this lead.");
      close(LeadStatus.EXHAUSTED, USED_UP, after);
    }
  }

  private static boolean outlastsAttempts(LeadStatus status) {
    return status.isCustomer()
        || status == LeadStatus.APPOINTMENT_SET
        || status == LeadStatus.HANDED_OFF
        || status == LeadStatus.DISQUALIFIED;
  }

  private void close(LeadStatus status, String reason, Aftermath after) {
    promise.cancel(reason, after);
    tasks.cancel(reason, after);
    leads.noNextAttempt(after.lead().id(), after.now());
    become(status, after);
  }

  /** Whether a meeting of the lead is open that its callback hides. */
  boolean hidesMeeting(Aftermath after) {
    return after.lead().status() == LeadStatus.CALLBACK_PENDING
        && appointments.openOf(after.lead().id()).isPresent();
  }

  /** A meeting is set: it is called for that alone. */
  void awaitMeeting(Aftermath after) {
    leads.noNextAttempt(after.lead().id(), after.now());
    become(LeadStatus.APPOINTMENT_SET, after);
  }

  /** It is a past customer, who is called for a task alone. */
  void lapse(Aftermath after) {
    leads.noNextAttempt(after.lead().id(), after.now());
    become(LeadStatus.LAPSED, after);
  }

  /** Its meeting is off: it goes back to where its history says, and is dialled from then on. */
  void leaveMeeting(Instant dialFrom, Aftermath after) {
    inHand.leave(LeadStatus.APPOINTMENT_SET, after.lead().id(), after.now());
    LeadStatus status = leads.read(after.lead().id()).status();
    if (status != after.lead().status()) {
      after.did(EffectCode.STATUS_CHANGED, after.lead().status() + " -> " + status);
    }
    dialFrom(dialFrom, after);
  }

  /** Somebody was reached, and nothing was agreed: it is dialled from the next day on. */
  void wasReached(Aftermath after) {
    LeadStatus before = after.lead().status();
    if (before.isClosed() || after.open().isPresent()) {
      return;
    }
    ZoneId zone = after.lead().zoneOf(after.number());
    dialFrom(
        after.now().atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant(), after);
    if (before == LeadStatus.COLD
        || before == LeadStatus.ATTEMPTING
        || before == LeadStatus.CALLBACK_PENDING) {
      become(LeadStatus.CONTACTED, after);
    }
  }
}
