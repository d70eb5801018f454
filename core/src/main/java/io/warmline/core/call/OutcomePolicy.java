package io.warmline.core.call;

import io.warmline.core.campaign.Deliverable;
import io.warmline.core.campaign.RetryDelays;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.time.RetryTimes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * What follows from the outcome of a call, by the trade's table of dispositions. Pure: what it
 * needs to know it is told.
 *
 * @param delays the campaign's delays
 * @param maxAttempts dials after which a lead is exhausted
 * @param zone where the prospect is
 * @param attemptsBefore when the lead was dialled before
 * @param deliverable what the campaign delivers
 */
record OutcomePolicy(
    RetryDelays delays,
    int maxAttempts,
    ZoneId zone,
    List<Instant> attemptsBefore,
    Deliverable deliverable) {

  /** Interest is followed up the next day; the trade's table gives no delay. */
  private static final Duration WARM_AGAIN = Duration.ofDays(1);

  /** "7 days later, at most twice, then exhausted." */
  private static final int MOST_CALLS_AFTER_HANG_UPS = 2;

  /**
   * What is known about the lead once the call is counted.
   *
   * @param status before the call
   * @param attempts with this call
   * @param hangUps with this call
   */
  record Standing(LeadStatus status, int attempts, int hangUps) {}

  Outcome after(
      Disposition disposition, CallDetails details, Instant startedAt, Standing standing) {
    return switch (disposition) {
      case NO_ANSWER, GATEKEEPER ->
          retry(
              disposition,
              RetryTimes.nextDayLeastTriedPart(startedAt, attemptsBefore, zone),
              standing);
      case BUSY -> retry(disposition, later(startedAt, delays.busyMinutes()), standing);
      case VOICEMAIL_NO_MESSAGE ->
          retry(disposition, later(startedAt, delays.voicemailNoMessageMinutes()), standing);
      case VOICEMAIL_LEFT ->
          retry(disposition, later(startedAt, delays.voicemailLeftMinutes()), standing);
      case TECHNICAL_FAILURE ->
          retry(disposition, later(startedAt, delays.technicalFailureMinutes()), standing);
      case ABANDONED_BY_US ->
          retry(disposition, later(startedAt, delays.abandonedMinutes()), standing);
      case LEFT_LIVE_MESSAGE ->
          retry(disposition, later(startedAt, delays.liveMessageMinutes()), standing);
      case NOT_INTERESTED ->
          retry(disposition, later(startedAt, delays.notInterestedMinutes()), standing);
      case HUNG_UP -> afterHangUp(startedAt, standing);
      case FAX_OR_MODEM, DISCONNECTED, INVALID_NUMBER -> new Outcome.DropNumber(true);
      case WRONG_NUMBER -> new Outcome.DropNumber(false);
      case LANGUAGE_BARRIER ->
          isUsedUp(standing)
              ? new Outcome.Close(LeadStatus.EXHAUSTED)
              : new Outcome.NeedsLanguage(details.language().orElseThrow());
      case CALLBACK_REQUESTED -> new Outcome.CallBack();
      case NOT_NOW_NURTURE ->
          new Outcome.Nurture(
              startOf(details.revisitOn().orElseThrow()), deliverable == Deliverable.WARM_LEAD);
      case WARM_INTERESTED ->
          new Outcome.Warm(whenInterested(standing.status()), startedAt.plus(WARM_AGAIN));
      case QUALIFIED -> whenQualified(startedAt);
      case APPOINTMENT_SET -> new Outcome.Meet();
      case APPOINTMENT_CONFIRMED -> new Outcome.ConfirmMeeting();
      case APPOINTMENT_RESCHEDULED -> new Outcome.MoveMeeting();
      case APPOINTMENT_CANCELLED -> new Outcome.CallOffMeeting();
      case REFERRED_TO_OTHER, NOT_QUALIFIED, DECEASED_OR_CLOSED ->
          new Outcome.Close(LeadStatus.DISQUALIFIED);
      case ALREADY_CUSTOMER, SALE -> new Outcome.Close(LeadStatus.CUSTOMER);
      case DO_NOT_CALL -> new Outcome.Refuse();
    };
  }

  private Outcome retry(Disposition disposition, Instant at, Standing standing) {
    return isUsedUp(standing)
        ? new Outcome.Close(LeadStatus.EXHAUSTED)
        : new Outcome.TryAgain(statusWhileTrying(disposition, standing.status()), at);
  }

  /** Whether the lead has had all attempts the campaign allows. */
  boolean isUsedUp(Standing standing) {
    return standing.attempts() >= maxAttempts;
  }

  private static LeadStatus statusWhileTrying(Disposition disposition, LeadStatus before) {
    if (before == LeadStatus.WARM || before == LeadStatus.QUALIFIED) {
      return before;
    }
    if (disposition.humanReached()) {
      return LeadStatus.CONTACTED;
    }
    boolean neverReached = before == LeadStatus.COLD || before == LeadStatus.ATTEMPTING;
    if (!neverReached) {
      return LeadStatus.CONTACTED;
    }
    return disposition.countsAsAttempt() ? LeadStatus.ATTEMPTING : before;
  }

  /** Whoever has come further than warm stays there. */
  private static LeadStatus whenInterested(LeadStatus before) {
    return switch (before) {
      case QUALIFIED, HANDED_OFF, APPOINTMENT_SET, CUSTOMER -> before;
      case COLD,
          ATTEMPTING,
          CONTACTED,
          CALLBACK_PENDING,
          WARM,
          NURTURE,
          LAPSED,
          DISQUALIFIED,
          EXHAUSTED,
          DO_NOT_CALL ->
          LeadStatus.WARM;
    };
  }

  /** The client's own staff take it from here, or a meeting is next. */
  private Outcome whenQualified(Instant startedAt) {
    return switch (deliverable) {
      case WARM_LEAD -> new Outcome.HandOver();
      case APPOINTMENT, CHECK_IN ->
          new Outcome.Warm(LeadStatus.QUALIFIED, startedAt.plus(WARM_AGAIN));
    };
  }

  private Outcome afterHangUp(Instant startedAt, Standing standing) {
    if (standing.hangUps() > MOST_CALLS_AFTER_HANG_UPS) {
      return new Outcome.Close(LeadStatus.EXHAUSTED);
    }
    return retry(Disposition.HUNG_UP, later(startedAt, delays.hungUpMinutes()), standing);
  }

  /** When a callback that reached nobody is tried again. */
  Instant anotherTry(Disposition disposition, Instant startedAt) {
    Standing fresh = new Standing(LeadStatus.CONTACTED, 0, 0);
    Outcome outcome = after(disposition, CallDetails.NONE, startedAt, fresh);
    return outcome instanceof Outcome.TryAgain again ? again.at() : startedAt;
  }

  private Instant startOf(LocalDate date) {
    return date.atStartOfDay(zone).toInstant();
  }

  private static Instant later(Instant from, int minutes) {
    return from.plus(Duration.ofMinutes(minutes));
  }
}
