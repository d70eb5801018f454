package io.warmline.core.call;

import io.warmline.core.appointment.Appointment;
import io.warmline.core.appointment.AppointmentBook;
import io.warmline.core.appointment.Origin;
import io.warmline.core.callback.Callback;
import io.warmline.core.callback.PromiseBook;
import io.warmline.core.callback.Reading;
import io.warmline.core.callrecord.BeforeCall.Book;
import io.warmline.core.callrecord.Call;
import io.warmline.core.disposition.Consequence;
import io.warmline.core.disposition.Consequence.Bury;
import io.warmline.core.disposition.Consequence.CancelMeeting;
import io.warmline.core.disposition.Consequence.CancelPromise;
import io.warmline.core.disposition.Consequence.CancelTask;
import io.warmline.core.disposition.Consequence.ConfirmMeeting;
import io.warmline.core.disposition.Consequence.DoTask;
import io.warmline.core.disposition.Consequence.DropNumber;
import io.warmline.core.disposition.Consequence.EndOffers;
import io.warmline.core.disposition.Consequence.KeepPromise;
import io.warmline.core.disposition.Consequence.MakePromise;
import io.warmline.core.disposition.Consequence.MoveMeeting;
import io.warmline.core.disposition.Consequence.MovePromise;
import io.warmline.core.disposition.Consequence.NoteConfirmationDial;
import io.warmline.core.disposition.Consequence.OfTask;
import io.warmline.core.disposition.Consequence.OfferLead;
import io.warmline.core.disposition.Consequence.OweMessage;
import io.warmline.core.disposition.Consequence.OweNothing;
import io.warmline.core.disposition.Consequence.PutOffTask;
import io.warmline.core.disposition.Consequence.Refer;
import io.warmline.core.disposition.Consequence.RefuseNumber;
import io.warmline.core.disposition.Consequence.SetMeeting;
import io.warmline.core.disposition.Consequence.Tell;
import io.warmline.core.disposition.Decision;
import io.warmline.core.disposition.EffectCode;
import io.warmline.core.followup.FollowUp.Debt;
import io.warmline.core.followup.FollowUpBook;
import io.warmline.core.handoff.Handoff;
import io.warmline.core.handoff.HandoffBook;
import io.warmline.core.id.CallbackId;
import io.warmline.core.suppression.Suppression;
import io.warmline.core.task.Task;
import io.warmline.core.task.TaskBook;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Writes what a call does beside what it does to its own lead, each thing in the book that it
 * belongs in, and notes how it was before. The caller holds the locks of the lead's numbers, has
 * written the call and its lead, and has the queue derived anew.
 */
@ApplicationScoped
class WriteConsequences {

  private final PromiseBook promises;
  private final TaskBook tasks;
  private final AppointmentBook meetings;
  private final HandoffBook offers;
  private final FollowUpBook messages;
  private final LoseNumber loseNumber;
  private final BuryPerson buryPerson;
  private final FollowReferral followReferral;

  WriteConsequences(
      PromiseBook promises,
      TaskBook tasks,
      AppointmentBook meetings,
      HandoffBook offers,
      FollowUpBook messages,
      LoseNumber loseNumber,
      BuryPerson buryPerson,
      FollowReferral followReferral) {
    this.promises = promises;
    this.tasks = tasks;
    this.meetings = meetings;
    this.offers = offers;
    this.messages = messages;
    this.loseNumber = loseNumber;
    this.buryPerson = buryPerson;
    this.followReferral = followReferral;
  }

  /** Notes how everything is that a decision changes. */
  void remember(Decision decision, CallWriting writing) {
    decision.consequences().forEach(consequence -> remember(consequence, writing));
  }

  private void remember(Consequence consequence, CallWriting writing) {
    if (consequence instanceof KeepPromise keep) {
      image(keep.open().id(), writing);
    } else if (consequence instanceof MovePromise move) {
      image(move.moved().id(), writing);
    } else if (consequence instanceof CancelPromise cancel) {
      image(cancel.open().id(), writing);
    } else if (consequence instanceof OfTask ofTask) {
      Task task = ofTask.task();
      writing.before(Book.TASKS, task.id().value(), tasks.image(task));
    } else if (consequence instanceof NoteConfirmationDial dial) {
      writing.before(Book.MEETINGS, dial.meeting().value(), meetings.image(dial.meeting()));
    } else if (consequence instanceof OfferLead || consequence instanceof EndOffers) {
      offers
          .image(writing.call().lead())
          .ifPresent(open -> writing.before(Book.OFFERS, open.id().value(), open.row()));
    } else if (consequence instanceof OweMessage || consequence instanceof OweNothing) {
      messages
          .image(writing.call().lead())
          .ifPresent(owed -> writing.before(Book.MESSAGES, owed.id().value(), owed.row()));
    }
  }

  private void image(CallbackId promise, CallWriting writing) {
    writing.before(Book.PROMISES, promise.value(), promises.image(promise));
  }

  /** Writes what becomes of the tasks. They come before the lead, to which programmes give way. */
  void ofTasks(Decision decision, CallWriting writing) {
    for (Consequence consequence : decision.consequences()) {
      if (consequence instanceof DoTask done) {
        tasks.done(done.task(), writing.call().id(), writing.now());
        writing.did(EffectCode.TASK_DONE, done.task().kind() + " is done.");
      } else if (consequence instanceof PutOffTask off) {
        tasks.putOff(off.task(), off.dueAt(), writing.now());
      } else if (consequence instanceof CancelTask cancel) {
        tasks.cancel(cancel.task(), cancel.reason(), writing.now());
      }
    }
  }

  /** Writes all else of a decision; what it did is noted in the record. */
  void of(Decision decision, CallWriting writing) {
    decision.consequences().forEach(consequence -> write(consequence, writing));
  }

  private void write(Consequence consequence, CallWriting writing) {
    if (consequence instanceof KeepPromise keep) {
      keep(keep.open(), writing);
    } else if (consequence instanceof MakePromise make) {
      make(make.promise(), writing);
    } else if (consequence instanceof MovePromise move) {
      move(move.moved(), writing);
    } else if (consequence instanceof CancelPromise cancel) {
      cancel(cancel.open(), cancel.reason(), writing);
    } else if (consequence instanceof NoteConfirmationDial dial) {
      noteDial(dial, writing);
    } else if (consequence instanceof SetMeeting set) {
      set(set, writing);
    } else if (consequence instanceof MoveMeeting move) {
      move(move, writing);
    } else if (consequence instanceof ConfirmMeeting confirm) {
      confirm(confirm, writing);
    } else if (consequence instanceof CancelMeeting off) {
      meetings.cancel(latest(off.open()), off.by(), off.reason(), origin(writing), writing.now());
      writing.did(EffectCode.APPOINTMENT_CANCELLED, "The meeting is cancelled.");
    } else if (consequence instanceof OfferLead offer) {
      offer(offer.offer(), writing);
    } else if (consequence instanceof EndOffers end) {
      offers.expireOf(writing.call().lead(), end.reason(), writing.now());
    } else if (consequence instanceof OweMessage owe) {
      owe(owe, writing);
    } else if (consequence instanceof OweNothing nothing) {
      messages.cancel(writing.call().lead(), nothing.reason(), writing.now());
    } else if (consequence instanceof DropNumber drop) {
      loseNumber.drop(drop, writing);
    } else if (consequence instanceof RefuseNumber suppress) {
      Suppression entry = loseNumber.suppress(suppress, writing);
      writing.caused(writing.links().suppressing(entry.id()));
    } else if (consequence instanceof Bury bury) {
      buryPerson.of(bury, writing);
    } else if (consequence instanceof Refer refer) {
      followReferral.to(refer.referral(), writing);
    } else if (consequence instanceof Tell tell) {
      writing.did(tell.code(), tell.detail());
    } else if (!(consequence instanceof OfTask)) {
      throw new IllegalStateException("nobody writes " + consequence);
    }
  }

  private void keep(Callback open, CallWriting writing) {
    Callback kept = promises.keep(open, writing.call().id(), writing.now());
    writing.caused(writing.links().keeping(kept.id()));
    writing.did(
        EffectCode.CALLBACK_KEPT,
        "The callback promised for " + kept.window().dueAt() + " is kept.");
  }

  private void make(Callback.Promise promise, CallWriting writing) {
    Call call = writing.call();
    Callback made = promises.make(call.lead(), call.campaign(), promise, call.id(), writing.now());
    writing.caused(writing.links().promising(made.id()));
    writing.did(
        EffectCode.CALLBACK_CREATED, "A callback is promised for " + made.window().dueAt() + ".");
    ask(made, writing);
  }

  /** Told in the answer itself: whoever reads no more of it would take a guess for a promise. */
  private static void ask(Callback callback, CallWriting writing) {
    Reading reading = callback.reading();
    if (reading.needsConfirmation()) {
      writing.did(
          EffectCode.CALLBACK_TO_BE_CONFIRMED,
          reading.intent().isEmpty()
              ? "The words tell no time: ask the prospect when, and change the callback."
              : "The words may mean another time: ask the prospect whether this one is right.");
    }
  }

  private void move(Callback moved, CallWriting writing) {
    Callback written = promises.reschedule(moved, writing.now());
    if (writing.details().callback().isPresent()) {
      writing.caused(writing.links().promising(written.id()));
    }
    writing.did(
        EffectCode.CALLBACK_RESCHEDULED,
        "The callback is moved to " + written.window().dueAt() + ".");
    if (writing.details().callback().isPresent()) {
      ask(written, writing);
    }
  }

  private void cancel(Callback open, String reason, CallWriting writing) {
    promises.cancel(open, reason, writing.now());
    writing.did(EffectCode.CALLBACK_CANCELLED, "The open callback is cancelled: " + reason + ".");
  }

  private void noteDial(NoteConfirmationDial dial, CallWriting writing) {
    Call call = writing.call();
    meetings.dialled(
        dial.meeting(),
        call.id(),
        call.startedAt(),
        call.disposition().humanReached(),
        writing.now());
  }

  private void set(SetMeeting set, CallWriting writing) {
    Call call = writing.call();
    Appointment meeting =
        meetings.set(
            call.lead(),
            call.campaign(),
            set.leadBefore(),
            set.wish(),
            origin(writing),
            writing.now());
    writing.did(
        EffectCode.APPOINTMENT_SET,
        "A meeting is set for " + meeting.meeting().slot().startsAt() + ".");
    warnOfOddHour(meeting, writing);
  }

  private void move(MoveMeeting move, CallWriting writing) {
    Appointment next =
        meetings.reschedule(latest(move.open()), move.wish(), origin(writing), writing.now());
    writing.did(
        EffectCode.APPOINTMENT_RESCHEDULED,
        "The meeting is moved to " + next.meeting().slot().startsAt() + ".");
    warnOfOddHour(next, writing);
  }

  /** Nobody meets at three on a Sunday morning: it is entered, and asked about. */
  private static void warnOfOddHour(Appointment meeting, CallWriting writing) {
    if (meeting.meeting().isAtOddHour()) {
      writing.did(
          EffectCode.APPOINTMENT_AT_ODD_HOUR,
          "At the prospect's place that is "
              + meeting.meeting().localStart()
              + ". Ask once more, and move the meeting if it was misheard.");
    }
  }

  private void confirm(ConfirmMeeting confirm, CallWriting writing) {
    Appointment confirmed =
        meetings.confirm(
            latest(confirm.open()), origin(writing), confirm.overrideReason(), writing.now());
    writing.did(EffectCode.APPOINTMENT_CONFIRMED, "The meeting is confirmed.");
    if (confirmed.confirmation().outOfPolicy()) {
      writing.did(
          EffectCode.CONFIRMATION_OUT_OF_POLICY,
          "The campaign's policy allows no confirmation on the day of the meeting or the day"
              + " before.");
    }
  }

  /** As it is by now: the dial for its confirmation may have been noted. */
  private Appointment latest(Appointment open) {
    return meetings.get(open.id());
  }

  private static Origin origin(CallWriting writing) {
    Call call = writing.call();
    return new Origin(call.agent(), call.id(), call.startedAt(), call.isIncoming(), "/appointment");
  }

  private void offer(Handoff.Offer offer, CallWriting writing) {
    Call call = writing.call();
    HandoffBook.Origin origin =
        new HandoffBook.Origin(call.lead(), call.campaign(), call.agent(), call.id());
    Handoff made = offers.offer(origin, offer, writing.now());
    writing.caused(writing.links().handingOver(made.id()));
    writing.did(
        EffectCode.HANDOFF_OFFERED,
        "The lead is offered to the client, who decides by " + made.decideBy() + ".");
  }

  private void owe(OweMessage owe, CallWriting writing) {
    Call call = writing.call();
    messages.owe(
        new Debt(
            call.lead(),
            call.campaign(),
            call.agent(),
            call.id(),
            owe.occasion(),
            owe.callBackAt()),
        writing.now());
    writing.did(EffectCode.FOLLOW_UP_OWED, "A follow-up message is owed.");
  }
}
