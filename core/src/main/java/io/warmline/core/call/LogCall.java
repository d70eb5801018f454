package io.warmline.core.call;

import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.ProblemCode;
import io.warmline.core.Versions;
import io.warmline.core.WarmlineException;
import io.warmline.core.call.LoggedCall.Effect;
import io.warmline.core.call.LoggedCall.EffectCode;
import io.warmline.core.event.EventType;
import io.warmline.core.event.Events;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.ClaimId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.LeadPhone;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.phone.PhoneNumbers;
import io.warmline.core.queue.Claim;
import io.warmline.core.queue.ClaimStatus;
import io.warmline.core.queue.Claims;
import io.warmline.core.queue.Numbers;
import io.warmline.core.tenant.TenantSql;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Records a call and everything that follows from it, in one transaction. A call that was made is
 * never refused because its claim has ended: it is recorded, marked late, and what has been decided
 * since stands.
 */
@ApplicationScoped
public class LogCall {

  private static final Duration OLDEST = Duration.ofDays(30);
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

  private final TenantTransaction transaction;
  private final Claims claims;
  private final Calls calls;
  private final DialledLead.Reader leads;
  private final CallEffects effects;
  private final AfterCall afterCall;
  private final Numbers numbers;
  private final TenantSql sql;
  private final Events events;
  private final Clock clock;

  LogCall(
      TenantTransaction transaction,
      Claims claims,
      Calls calls,
      DialledLead.Reader leads,
      CallEffects effects,
      AfterCall afterCall,
      Numbers numbers,
      TenantSql sql,
      Events events,
      Clock clock) {
    this.transaction = transaction;
    this.claims = claims;
    this.calls = calls;
    this.leads = leads;
    this.effects = effects;
    this.afterCall = afterCall;
    this.numbers = numbers;
    this.sql = sql;
    this.events = events;
    this.clock = clock;
  }

  /**
   * A call as it is reported.
   *
   * @param claim under which it was made; without one, lead and agent are given
   * @param phone the number dialled, in any usual spelling; empty: the one claimed, or the lead's
   *     next
   * @param startedAt empty: now
   */
  public record Report(
      Optional<ClaimId> claim,
      Optional<LeadId> lead,
      Optional<AgentId> agent,
      Optional<String> phone,
      Disposition disposition,
      Optional<Instant> startedAt,
      @Nullable Integer durationSeconds,
      @Nullable String notes,
      CallDetails details) {}

  private record Made(Optional<Claim> claim, LeadId lead, AgentId agent) {}

  /**
   * Records the call.
   *
   * @throws InvalidValue if something is missing that the disposition calls for, or a time is
   *     impossible
   * @throws NotFound if there is no such claim, lead or agent
   * @throws WarmlineException CLAIM_HELD_BY_ANOTHER if the claim is not the agent's; LEAD_ERASED
   */
  public LoggedCall log(Report report) {
    return transaction.call(() -> log(report, clock.instant()));
  }

  private LoggedCall log(Report report, Instant now) {
    Instant startedAt = requirePlausible(report.startedAt().orElse(now), now);
    Made made = made(report);
    numbers.lockOf(List.of(made.lead().value()));
    DialledLead lead = leads.read(made.lead());
    lead.requireNotErased();
    PhoneNumber number = dialled(report, made, lead);
    lockAlso(number, lead);
    report
        .details()
        .requireFor(report.disposition(), now.atZone(lead.zoneOf(number)).toLocalDate());
    List<Effect> done = new ArrayList<>();
    boolean late = !endClaim(made, done, now);
    Call call =
        new Call(
            CallId.next(),
            0,
            lead.id(),
            lead.campaign(),
            made.agent(),
            made.claim().map(Claim::id).orElse(null),
            number,
            report.disposition(),
            lead.status(),
            late,
            startedAt,
            report.durationSeconds(),
            report.notes(),
            report.details().reason().orElse(null),
            Call.Links.NONE,
            null,
            now);
    boolean superseded = late && calls.hasOtherSince(call, madeAt(report, made, now));
    calls.add(call);
    Call caused = effects.apply(call, lead, report.details(), superseded, done, now);
    if (!caused.links().equals(Call.Links.NONE)) {
      calls.link(caused);
    }
    events.record(
        EventType.CALL_LOGGED,
        call.id().value(),
        now,
        "leadId",
        lead.id(),
        "campaignId",
        lead.campaign(),
        "agentId",
        made.agent(),
        "disposition",
        call.disposition(),
        "late",
        late);
    return afterCall.tell(caused, number, done, now);
  }

  private static Instant requirePlausible(Instant startedAt, Instant now) {
    if (startedAt.isAfter(now.plus(CLOCKS_DIFFER))) {
      throw new InvalidValue(
          "/startedAt", "IN_THE_FUTURE", "must not be in the future; it is " + now + " now");
    }
    if (startedAt.isBefore(now.minus(OLDEST))) {
      throw new InvalidValue(
          "/startedAt", "TOO_OLD", "must be at most 30 days ago; it is " + now + " now");
    }
    return startedAt.isAfter(now) ? now : startedAt;
  }

  private Made made(Report report) {
    if (report.claim().isPresent() == report.lead().isPresent()) {
      throw InvalidValue.required("/claimId", "either claimId or leadId is required, not both");
    }
    if (report.claim().isPresent()) {
      return underClaim(claims.get(report.claim().get()), report.agent());
    }
    AgentId agent =
        report
            .agent()
            .orElseThrow(
                () -> InvalidValue.required("/agentId", "leadId needs the agentId of who called"));
    requireAgent(agent);
    LeadId lead = report.lead().orElseThrow();
    Optional<Claim> own =
        claims.liveOn(lead).map(claims::get).filter(claim -> claim.agent().equals(agent));
    return new Made(own, lead, agent);
  }

  private static Made underClaim(Claim claim, Optional<AgentId> agent) {
    if (agent.isPresent() && !agent.get().equals(claim.agent())) {
      throw new WarmlineException(
          ProblemCode.CLAIM_HELD_BY_ANOTHER,
          "This claim is held by another agent than agentId names.");
    }
    return new Made(Optional.of(claim), claim.lead(), claim.agent());
  }

  private void requireAgent(AgentId agent) {
    boolean exists =
        sql.query(
            "select exists (select from agent where tenant_id = :tenant and id = :id)",
            q -> q.bind("id", agent.value()).mapTo(Boolean.class).one());
    if (!exists) {
      throw new NotFound("agent", agent);
    }
  }

  private static PhoneNumber dialled(Report report, Made made, DialledLead lead) {
    if (report.phone().isPresent()) {
      return parse(report.phone().get(), lead.country(), "/phone");
    }
    return made.claim()
        .flatMap(Claim::phone)
        .or(lead::nextNumber)
        .orElseThrow(
            () ->
                InvalidValue.required(
                    "/phone", "the lead has no number that works; give the one dialled"));
  }

  /**
   * @throws InvalidValue at this pointer if it is no number
   */
  static PhoneNumber parse(String text, String country, String pointer) {
    try {
      return PhoneNumbers.parse(text, country);
    } catch (WarmlineException e) {
      throw new InvalidValue(pointer, e.code().name(), String.valueOf(e.getMessage()));
    }
  }

  private void lockAlso(PhoneNumber number, DialledLead lead) {
    Set<PhoneNumber> locked = new HashSet<>(lead.phones().stream().map(LeadPhone::number).toList());
    if (!locked.contains(number)) {
      numbers.lock(List.of(number));
    }
  }

  /** When a call under a claim was made: if nobody says, before the claim ended. */
  private static Instant madeAt(Report report, Made made, Instant now) {
    Instant latest =
        made.claim().map(claim -> claim.endedAt().orElse(claim.expiresAt())).orElse(now);
    return report.startedAt().orElse(latest.isBefore(now) ? latest : now);
  }

  /** Ends the claim; false if it was over before. A call without a claim is in time. */
  private boolean endClaim(Made made, List<Effect> done, Instant now) {
    if (made.claim().isEmpty()) {
      return true;
    }
    Claim claim = made.claim().get();
    if (claims.end(claim.id(), ClaimStatus.COMPLETED, null, null, now)) {
      done.add(new Effect(EffectCode.CLAIM_COMPLETED, "The claim has ended."));
      return true;
    }
    claims.expire(claim, now);
    done.add(
        new Effect(
            EffectCode.RECORDED_LATE,
            "The claim had ended before; the call is recorded all the same."));
    return false;
  }

  /**
   * How a logged call is corrected.
   *
   * @param disposition empty: the outcome stays
   */
  public record Correction(
      Optional<Disposition> disposition,
      @Nullable Integer durationSeconds,
      @Nullable String notes,
      CallDetails details) {}

  /**
   * Corrects a call. A corrected outcome takes back what the wrong one caused, as far as that can
   * be, and is carried out instead.
   *
   * @param version the version its author saw; empty where any will do
   * @throws WarmlineException CALL_NOT_LATEST if the outcome changes and a later call was logged;
   *     SUPPRESSION_STANDS if the outcome was DO_NOT_CALL; VERSION_MISMATCH, LEAD_ERASED
   */
  public LoggedCall amend(CallId id, Optional<Integer> version, Correction correction) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          numbers.lockOf(List.of(calls.get(id).lead().value()));
          Call call = calls.get(id);
          Versions.require(call.version(), version);
          leads.read(call.lead()).requireNotErased();
          List<Effect> done = new ArrayList<>();
          Call described = call.described(correction.durationSeconds(), correction.notes(), now);
          Optional<Disposition> other =
              correction.disposition().filter(d -> d != call.disposition());
          Call amended =
              other.isPresent()
                  ? replaceOutcome(described, other.get(), correction.details(), done, now)
                  : described;
          calls.write(amended);
          events.record(
              EventType.CALL_AMENDED,
              id.value(),
              now,
              "leadId",
              call.lead(),
              "disposition",
              amended.disposition());
          PhoneNumber number = java.util.Objects.requireNonNull(call.phone());
          return afterCall.tell(calls.get(id), number, done, now);
        });
  }

  private Call replaceOutcome(
      Call call, Disposition other, CallDetails details, List<Effect> done, Instant now) {
    if (calls.hasLater(call.lead(), call.id(), call.startedAt())) {
      throw new WarmlineException(
          ProblemCode.CALL_NOT_LATEST,
          "Only the disposition of the latest call of a lead can be corrected.");
    }
    if (call.disposition() == Disposition.DO_NOT_CALL) {
      throw new WarmlineException(
          ProblemCode.SUPPRESSION_STANDS,
          "A do-not-call request is not taken back by correcting a call. Remove the suppression with evidence first.");
    }
    done.addAll(effects.takeBack(call, now));
    DialledLead lead = leads.read(call.lead());
    PhoneNumber number = java.util.Objects.requireNonNull(call.phone());
    details.requireFor(other, now.atZone(lead.zoneOf(number)).toLocalDate());
    Call corrected = call.corrected(other, details.reason().orElse(null), now);
    return effects.apply(corrected, lead, details, false, done, now);
  }
}
