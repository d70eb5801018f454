package io.warmline.core.disposition;

import io.warmline.core.appointment.Appointment;
import io.warmline.core.appointment.MeetingWish;
import io.warmline.core.callback.Callback;
import io.warmline.core.callback.CancelledBy;
import io.warmline.core.followup.FollowUp.Occasion;
import io.warmline.core.handoff.ExpiryReason;
import io.warmline.core.handoff.Handoff.Offer;
import io.warmline.core.id.AppointmentId;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.suppression.SuppressionScope;
import io.warmline.core.task.Task;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a call does beside what it does to its own lead: the closed set. {@link CallRules} decides
 * it, whoever logs the call writes it in this order.
 */
public sealed interface Consequence {

  /** The call got through to whom it was promised. */
  record KeepPromise(Callback open) implements Consequence {}

  /** A call is promised. */
  record MakePromise(Callback.Promise promise) implements Consequence {}

  /** The open promise gets another time, owner or words. */
  record MovePromise(Callback moved) implements Consequence {}

  /** The open promise will not be kept. */
  record CancelPromise(Callback open, String reason) implements Consequence {}

  /** What becomes of a task. */
  sealed interface OfTask extends Consequence {
    Task task();
  }

  /** What the lead was called for is done. */
  record DoTask(Task task) implements OfTask {}

  /** What the lead was called for is tried again. */
  record PutOffTask(Task task, Instant dueAt) implements OfTask {}

  /** What the lead was to be called for is not wanted any more. */
  record CancelTask(Task task, String reason) implements OfTask {}

  /** It was a dial for the confirmation of a meeting. */
  record NoteConfirmationDial(AppointmentId meeting) implements Consequence {}

  /**
   * A meeting is set.
   *
   * @param leadBefore where the lead stood
   */
  record SetMeeting(MeetingWish wish, LeadStatus leadBefore) implements Consequence {}

  /** The meeting gets another time. */
  record MoveMeeting(Appointment open, MeetingWish wish) implements Consequence {}

  /** The meeting is confirmed. */
  record ConfirmMeeting(Appointment open, @Nullable String overrideReason) implements Consequence {}

  /** The meeting is off. */
  record CancelMeeting(Appointment open, CancelledBy by, @Nullable String reason)
      implements Consequence {}

  /** The client is offered the lead. */
  record OfferLead(Offer offer) implements Consequence {}

  /** The client is not to decide on the lead any more. */
  record EndOffers(ExpiryReason reason) implements Consequence {}

  /**
   * A message is owed.
   *
   * @param callBackAt from when on the lead is called if it does not click
   */
  record OweMessage(Occasion occasion, Optional<Instant> callBackAt) implements Consequence {}

  /** No message is owed any more. */
  record OweNothing(String reason) implements Consequence {}

  /** The number is not dialled any more: for this lead, or for everyone. */
  record DropNumber(PhoneNumber number, String reason, boolean forEveryone)
      implements Consequence {}

  /** The number is never called again. */
  record RefuseNumber(PhoneNumber number, SuppressionScope scope) implements Consequence {}

  /** Whoever is the same person as another lead is called no more. */
  record Bury(String reason) implements Consequence {}

  /** Somebody else is a lead from now on. */
  record Refer(CallDetails.Referral referral) implements Consequence {}

  /** Nothing is written; whoever logged the call is told. */
  record Tell(EffectCode code, String detail) implements Consequence {}
}
