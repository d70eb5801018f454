package io.warmline.api.demo;

import io.warmline.core.appointment.MeetingArrangements;
import io.warmline.core.appointment.MeetingWish;
import io.warmline.core.callback.Wish;
import io.warmline.core.disposition.CallAnswers;
import io.warmline.core.disposition.CallDetails;
import io.warmline.core.disposition.CallDetails.MeetingDetails;
import io.warmline.core.disposition.CheckIn;
import io.warmline.core.disposition.Conduct;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.id.AgentId;
import io.warmline.core.lead.Qualification;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What came of a call, as an agent of the demo logs it.
 *
 * @param seconds how long it took
 */
record Talk(Disposition outcome, int seconds, Optional<String> notes, CallDetails details) {

  private static final int RING = 24;
  private static final int WORDS = 48;
  private static final int CONVERSATION = 210;

  /** Nobody spoke. */
  static Talk rang(Disposition outcome) {
    return new Talk(outcome, RING, Optional.empty(), CallDetails.NONE);
  }

  /** Somebody spoke, and it led to nothing more. */
  static Talk brief(Disposition outcome, String notes) {
    return new Talk(outcome, WORDS, Optional.of(notes), CallDetails.NONE);
  }

  /** A conversation. */
  static Talk of(Disposition outcome, String notes, CallDetails details) {
    return new Talk(outcome, CONVERSATION, Optional.of(notes), details);
  }

  /** They asked to be called again, in these words. */
  static Talk promised(String words, String notes, AgentId agent) {
    return promised(wish(Optional.empty(), words, agent), notes);
  }

  /** As the other, and this was the time that was agreed. */
  static Talk promisedFor(Instant dueAt, String words, String notes, Optional<AgentId> agent) {
    return promised(
        new Wish(Optional.of(dueAt), Optional.empty(), agent, Optional.of(words), Optional.empty()),
        notes);
  }

  private static Wish wish(Optional<Instant> dueAt, String words, AgentId agent) {
    return new Wish(
        dueAt, Optional.empty(), Optional.of(agent), Optional.of(words), Optional.empty());
  }

  private static Talk promised(Wish wish, String notes) {
    return of(
        Disposition.CALLBACK_REQUESTED,
        notes,
        CallDetails.NONE.toBuilder()
            .callback(wish)
            .conduct(Conduct.ofCallback(true, false))
            .build());
  }

  /** They want to hear of it another time. */
  static Talk nurtured(LocalDate revisitOn, String notes) {
    return of(
        Disposition.NOT_NOW_NURTURE,
        notes,
        CallDetails.NONE.toBuilder().revisitOn(revisitOn).build());
  }

  /** A meeting was set. */
  static Talk meeting(Instant startsAt, String need) {
    MeetingWish wish =
        new MeetingWish(
            Optional.of(startsAt),
            Optional.of(30),
            new MeetingArrangements(
                null, "https://meet.example/abc-defg", null, List.of(), need, null),
            false);
    return of(
        Disposition.APPOINTMENT_SET,
        need,
        CallDetails.NONE.about(new MeetingDetails(wish, Optional.empty(), Optional.empty())));
  }

  /** They are pre-qualified, in their own words. */
  static Talk qualified(String words) {
    return of(
        Disposition.QUALIFIED,
        words,
        CallDetails.NONE.answering(
            new CallAnswers(
                new Qualification(
                    true,
                    true,
                    true,
                    List.of(
                        new Qualification.Answer("Who decides on this?", "I do."),
                        new Qualification.Answer("When would you change?", "This winter.")),
                    words),
                null)));
  }

  /** A customer said how things are. */
  static Talk customer(CheckIn said, String notes) {
    return of(
        Disposition.ALREADY_CUSTOMER,
        notes,
        CallDetails.NONE.answering(new CallAnswers(null, said)));
  }

  /** They have no use for it, and that is why. */
  static Talk unqualified(String reason) {
    return of(
        Disposition.NOT_QUALIFIED, reason, CallDetails.NONE.toBuilder().reason(reason).build());
  }
}
