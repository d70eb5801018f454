package io.warmline.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmline.core.appointment.MeetingArrangements;
import io.warmline.core.appointment.MeetingWish;
import io.warmline.core.call.LogCall;
import io.warmline.core.call.LoggedCall;
import io.warmline.core.call.ReportedCall;
import io.warmline.core.callback.Wish;
import io.warmline.core.disposition.CallAnswers;
import io.warmline.core.disposition.CallDetails;
import io.warmline.core.disposition.CallDetails.MeetingDetails;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.Qualification;
import io.warmline.core.queue.Claim;
import io.warmline.core.queue.ClaimNextLead;
import io.warmline.core.queue.ClaimNextLead.Outcome.Claimed;
import io.warmline.core.queue.ClaimNextLead.Outcome.NothingCallable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What agents do all day: claim a lead, call, log the call. */
@ApplicationScoped
public class Desk {

  @Inject ClaimNextLead claimNextLead;
  @Inject LogCall logCall;
  @Inject TestClock clock;

  /** The next lead for the agent. @throws AssertionError if there is none */
  public Claim claim(AgentId agent) {
    List<Claim> claims = claim(agent, 1);
    assertThat(claims).as("claims").hasSize(1);
    return claims.get(0);
  }

  /** Up to so many leads, best first; empty if nothing is callable. */
  public List<Claim> claim(AgentId agent, int limit) {
    return claims(claimNextLead.claim(agent, null, limit));
  }

  /** The next lead out of these campaigns, if there is one. */
  public List<Claim> claim(AgentId agent, Set<CampaignId> campaigns) {
    return claims(claimNextLead.claim(agent, campaigns, 1));
  }

  private static List<Claim> claims(ClaimNextLead.Outcome outcome) {
    return outcome instanceof Claimed claimed ? claimed.claims() : List.of();
  }

  /**
   * How long an agent who gets nothing is told to wait. @throws AssertionError if there is
   * something
   */
  public Duration waitOf(AgentId agent) {
    ClaimNextLead.Outcome outcome = claimNextLead.claim(agent, null, 1);
    assertThat(outcome).isInstanceOf(NothingCallable.class);
    return ((NothingCallable) outcome).retryAfter();
  }

  /** Logs a call under a claim with what the disposition calls for. */
  public LoggedCall log(Claim claim, Disposition disposition) {
    return log(claim, disposition, detailsFor(disposition));
  }

  /** Logs a call under a claim, made now. */
  public LoggedCall log(Claim claim, Disposition disposition, CallDetails details) {
    return logCall.log(
        report(
            Optional.of(claim),
            Optional.empty(),
            Optional.empty(),
            disposition,
            Optional.empty(),
            details));
  }

  /** Logs a call under a claim, made at an earlier time. */
  public LoggedCall log(Claim claim, Disposition disposition, Instant startedAt) {
    return logCall.log(
        report(
            Optional.of(claim),
            Optional.empty(),
            Optional.empty(),
            disposition,
            Optional.of(startedAt),
            detailsFor(disposition)));
  }

  /** Logs a call that was made without a claim. */
  public LoggedCall log(LeadId lead, AgentId agent, Disposition disposition) {
    return log(lead, agent, disposition, detailsFor(disposition));
  }

  /** Logs a call that was made without a claim. */
  public LoggedCall log(LeadId lead, AgentId agent, Disposition disposition, CallDetails details) {
    return logCall.log(
        report(
            Optional.empty(),
            Optional.of(lead),
            Optional.of(agent),
            disposition,
            Optional.empty(),
            details));
  }

  /** Logs a call that was made without a claim at an earlier time. */
  public LoggedCall log(LeadId lead, AgentId agent, Disposition disposition, Instant startedAt) {
    return logCall.log(
        report(
            Optional.empty(),
            Optional.of(lead),
            Optional.of(agent),
            disposition,
            Optional.of(startedAt),
            detailsFor(disposition)));
  }

  private static ReportedCall report(
      Optional<Claim> claim,
      Optional<LeadId> lead,
      Optional<AgentId> agent,
      Disposition disposition,
      Optional<Instant> startedAt,
      CallDetails details) {
    return new ReportedCall(
        claim.map(Claim::id),
        lead,
        agent,
        Optional.empty(),
        disposition,
        startedAt,
        null,
        null,
        details);
  }

  /** The least that a disposition calls for: a callback or a revisit is in ten days. */
  public CallDetails detailsFor(Disposition disposition) {
    return switch (disposition) {
      case CALLBACK_REQUESTED -> callback(clock.instant().plus(Duration.ofDays(10)));
      case NOT_NOW_NURTURE -> revisit(LocalDate.of(2026, 11, 28));
      case NOT_QUALIFIED -> CallDetails.NONE.toBuilder().reason("No budget").build();
      case LANGUAGE_BARRIER -> language("es");
      case QUALIFIED -> qualified();
      case REFERRED_TO_OTHER -> referral(Fixture.number().e164());
      case APPOINTMENT_SET, APPOINTMENT_RESCHEDULED ->
          meeting(clock.instant().plus(Duration.ofDays(10)));
      default -> CallDetails.NONE;
    };
  }

  /** A pre-qualification that lacks nothing. */
  public static final Qualification QUALIFIED =
      new Qualification(
          true,
          true,
          true,
          List.of(new Qualification.Answer("Who decides?", "I do, with my partner")),
          "Sounds like what we need");

  /** What makes a lead a qualified one. */
  public static CallDetails qualified() {
    return CallDetails.NONE.answering(new CallAnswers(QUALIFIED, null));
  }

  /** A meeting at this time. */
  public static CallDetails meeting(Instant startsAt) {
    return meeting(
        new MeetingDetails(
            new MeetingWish(
                Optional.of(startsAt), Optional.empty(), MeetingArrangements.NONE, false),
            Optional.empty(),
            Optional.empty()));
  }

  /** A meeting as told. */
  public static CallDetails meeting(MeetingDetails told) {
    return CallDetails.NONE.about(told);
  }

  /** A callback of the team at this time. */
  public static CallDetails callback(Instant dueAt) {
    return callback(
        new Wish(
            Optional.of(dueAt),
            Optional.empty(),
            Optional.empty(),
            Optional.of("call me then"),
            Optional.empty()));
  }

  /** A callback as wished. */
  public static CallDetails callback(Wish wish) {
    return CallDetails.NONE.toBuilder().callback(wish).build();
  }

  /** A callback at a time that belongs to an agent. */
  public static Wish personal(Instant dueAt, AgentId agent) {
    return new Wish(
        Optional.of(dueAt),
        Optional.empty(),
        Optional.of(agent),
        Optional.empty(),
        Optional.empty());
  }

  /** A callback at a time that belongs to the team. */
  public static Wish at(Instant dueAt) {
    return new Wish(
        Optional.of(dueAt), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** A revisit on this date. */
  public static CallDetails revisit(LocalDate date) {
    return CallDetails.NONE.toBuilder().revisitOn(date).build();
  }

  /** The need of an agent who speaks this language. */
  public static CallDetails language(String iso) {
    return CallDetails.NONE.toBuilder().language(iso).build();
  }

  /** A referral to somebody at this number. */
  public static CallDetails referral(String phone) {
    return CallDetails.NONE.toBuilder()
        .referral(new CallDetails.Referral(phone, "Alan", "Turing", null))
        .build();
  }
}
