package io.warmline.api.simulation;

import io.warmline.api.simulation.Contact.Answer;
import io.warmline.sdk.model.CallAppointment;
import io.warmline.sdk.model.CallbackPromise;
import io.warmline.sdk.model.CheckIn;
import io.warmline.sdk.model.Disposition;
import io.warmline.sdk.model.NewCall;
import io.warmline.sdk.model.Qualification;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** What comes of calls, as the agents of the month log it. Times are New York's. */
final class Answers {

  private Answers() {}

  static Answer nobody() {
    return claim -> new NewCall().disposition(Disposition.NO_ANSWER);
  }

  static Answer voicemail() {
    return claim -> new NewCall().disposition(Disposition.VOICEMAIL_LEFT);
  }

  static Answer lineFails() {
    return claim -> new NewCall().disposition(Disposition.TECHNICAL_FAILURE);
  }

  static Answer wrongNumber() {
    return claim -> talk(Disposition.WRONG_NUMBER, 20);
  }

  static Answer frontDesk() {
    return claim -> talk(Disposition.GATEKEEPER, 40).notes("Reception: try again.");
  }

  /** A deferral, in words; a concrete time was offered first. */
  static Answer callMe(String words) {
    return claim ->
        talk(Disposition.CALLBACK_REQUESTED, 90)
            .counterOffered(true)
            .interestStated(true)
            .meetingAsked(true)
            .askMade(true)
            .callback(new CallbackPromise().words(words));
  }

  /** A time that is promised, and who is to call then. */
  static Answer callMeAt(String time, UUID agent) {
    return claim ->
        talk(Disposition.CALLBACK_REQUESTED, 75)
            .counterOffered(false)
            .interestStated(false)
            .askMade(true)
            .callback(new CallbackPromise().dueAt(at(time)).agentId(agent));
  }

  static Answer meets(String time) {
    return claim ->
        talk(Disposition.APPOINTMENT_SET, 300)
            .interestStated(true)
            .meetingAsked(true)
            .askMade(true)
            .appointment(new CallAppointment().startsAt(at(time)).need("A second supplier."));
  }

  static Answer confirms() {
    return claim -> talk(Disposition.APPOINTMENT_CONFIRMED, 60);
  }

  static Answer movesTo(String time) {
    return claim ->
        talk(Disposition.APPOINTMENT_RESCHEDULED, 80)
            .appointment(new CallAppointment().startsAt(at(time)));
  }

  /** Interested, and nobody asked for the meeting: what the qualification report is for. */
  static Answer declinesThoughInterested() {
    return claim ->
        talk(Disposition.NOT_INTERESTED, 150)
            .interestStated(true)
            .meetingAsked(false)
            .askMade(true);
  }

  static Answer declines() {
    return claim ->
        talk(Disposition.NOT_INTERESTED, 45).interestStated(false).meetingAsked(true).askMade(true);
  }

  static Answer refusesCalls() {
    return claim -> talk(Disposition.DO_NOT_CALL, 15);
  }

  static Answer qualifies(String words) {
    return claim ->
        talk(Disposition.QUALIFIED, 240)
            .askMade(true)
            .qualification(
                new Qualification()
                    .goodProspect(true)
                    .fits(true)
                    .understandsOffer(true)
                    .words(words));
  }

  static Answer isNotReady(String reason, String revisitOn) {
    return claim ->
        talk(Disposition.NOT_NOW_NURTURE, 120).reason(reason).revisitOn(LocalDate.parse(revisitOn));
  }

  static Answer isWell() {
    return claim ->
        talk(Disposition.ALREADY_CUSTOMER, 100).objectiveAttained(true).checkIn(CheckIn.SATISFIED);
  }

  static Answer complains(String words) {
    return claim ->
        talk(Disposition.ALREADY_CUSTOMER, 200)
            .objectiveAttained(true)
            .checkIn(CheckIn.COMPLAINT)
            .notes(words);
  }

  static Answer orders() {
    return claim -> talk(Disposition.SALE, 180).objectiveAttained(true).checkIn(CheckIn.REORDER);
  }

  static Answer buysElsewhere() {
    return claim ->
        talk(Disposition.NOT_INTERESTED, 60)
            .objectiveAttained(false)
            .interestStated(false)
            .checkIn(CheckIn.NOT_INTERESTED);
  }

  /**
   * @param seconds how long it took
   */
  private static NewCall talk(Disposition disposition, int seconds) {
    return new NewCall().disposition(disposition).durationSeconds(seconds);
  }

  /**
   * @param time such as 2026-11-12T10:00
   */
  static OffsetDateTime at(String time) {
    return LocalDateTime.parse(time)
        .atZone(Period.ZONE)
        .toOffsetDateTime()
        .withOffsetSameInstant(ZoneOffset.UTC);
  }
}
