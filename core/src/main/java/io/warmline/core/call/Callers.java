package io.warmline.core.call;

import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.agent.Agents;
import io.warmline.core.call.LoggedCall.Effect;
import io.warmline.core.campaign.Objective;
import io.warmline.core.disposition.CallingTerms;
import io.warmline.core.disposition.EffectCode;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.ClaimId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.TaskId;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.presence.Shifts;
import io.warmline.core.queue.Claim;
import io.warmline.core.queue.Claims;
import io.warmline.core.queue.Numbers;
import io.warmline.core.queue.QueueEntries;
import io.warmline.core.task.Tasks;
import io.warmline.core.tenant.RoundTrip;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Who called whom, and under which claim. */
@ApplicationScoped
class Callers {

  private final Claims claims;
  private final Agents agents;
  private final Tasks tasks;
  private final Numbers numbers;
  private final QueueEntries queue;
  private final Shifts shifts;
  private final TenantSql sql;

  Callers(
      Claims claims,
      Agents agents,
      Tasks tasks,
      Numbers numbers,
      QueueEntries queue,
      Shifts shifts,
      TenantSql sql) {
    this.claims = claims;
    this.agents = agents;
    this.tasks = tasks;
    this.numbers = numbers;
    this.queue = queue;
    this.shifts = shifts;
    this.sql = sql;
  }

  /**
   * A call that an agent made to a lead.
   *
   * @param held the lead's numbers that are locked by now
   */
  record Caller(Optional<Claim> claim, LeadId lead, AgentId agent, Collection<PhoneNumber> held) {

    /** The claim, if there is one. */
    List<ClaimId> claims() {
      return claim.map(Claim::id).stream().toList();
    }

    /**
     * When it was made; under a claim, if nobody says, before that ended.
     *
     * @param stated the time that was stated for it
     */
    Instant at(Optional<Instant> stated, Instant now) {
      Instant latest = claim.map(c -> c.endedAt().orElse(c.expiresAt())).orElse(now);
      return stated.orElse(latest.isBefore(now) ? latest : now);
    }
  }

  /**
   * The call that a report is about.
   *
   * @throws InvalidValue if the report names not just one of claim and lead, or a lead without the
   *     agent
   * @throws NotFound if there is no such claim or agent
   * @throws WarmlineException CLAIM_HELD_BY_ANOTHER
   */
  Caller of(ReportedCall report, Instant now) {
    requireOneOf(report);
    return of(report, read(List.of(report), now));
  }

  /** As {@link #of(ReportedCall, Instant)}, where it is known what is on record. */
  Caller of(ReportedCall report, KnownClaims known) {
    requireOneOf(report);
    return report
        .claim()
        .map(id -> underClaim(known.claim(id), report.agent(), known.held()))
        .orElseGet(() -> to(report.lead().orElseThrow(), report.agent(), known));
  }

  private static void requireOneOf(ReportedCall report) {
    if (report.claim().isPresent() == report.lead().isPresent()) {
      throw InvalidValue.required("/claimId", "either claimId or leadId is required, not both");
    }
  }

  /**
   * What is on record where calls are reported.
   *
   * @param claims under which they were made
   * @param live the live claims on leads that are named themselves
   * @param held all numbers of all their leads, locked
   */
  record KnownClaims(
      Map<ClaimId, Claim> claims, Map<LeadId, Claim> live, Collection<PhoneNumber> held) {

    Claim claim(ClaimId id) {
      return Optional.ofNullable(claims.get(id)).orElseThrow(() -> new NotFound("claim", id));
    }
  }

  /** Locks the numbers that are concerned, and reads the claims. Whoever reports is at work. */
  KnownClaims read(List<ReportedCall> reports, Instant now) {
    List<ClaimId> ids = reports.stream().flatMap(r -> r.claim().stream()).toList();
    List<LeadId> named = reports.stream().flatMap(r -> r.lead().stream()).toList();
    RoundTrip trip = sql.roundTrip();
    Supplier<List<PhoneNumber>> held =
        trip.ask(numbers.lockOf(named.stream().map(LeadId::value).toList(), ids));
    Supplier<List<Claim>> those = ids.isEmpty() ? List::of : trip.ask(claims.those(ids));
    Supplier<List<Claim>> live = named.isEmpty() ? List::of : trip.ask(claims.liveOn(named));
    trip.ask(shifts.seen(reports.stream().flatMap(r -> r.agent().stream()).toList(), ids, now));
    trip.make();
    return new KnownClaims(by(those.get(), Claim::id), by(live.get(), Claim::lead), held.get());
  }

  private static <K> Map<K, Claim> by(List<Claim> claims, Function<Claim, K> key) {
    return claims.stream().collect(Collectors.toUnmodifiableMap(key, claim -> claim));
  }

  private static Caller underClaim(
      Claim claim, Optional<AgentId> agent, Collection<PhoneNumber> held) {
    if (agent.isPresent() && !agent.get().equals(claim.agent())) {
      throw new WarmlineException(
          ProblemCode.CLAIM_HELD_BY_ANOTHER,
          "This claim is held by another agent than agentId names.");
    }
    return new Caller(Optional.of(claim), claim.lead(), claim.agent(), held);
  }

  private Caller to(LeadId lead, Optional<AgentId> stated, KnownClaims known) {
    AgentId agent =
        stated.orElseThrow(
            () -> InvalidValue.required("/agentId", "leadId needs the agentId of who called"));
    agents.requireKnown(agent);
    Optional<Claim> own =
        Optional.ofNullable(known.live().get(lead)).filter(claim -> claim.agent().equals(agent));
    return new Caller(own, lead, agent, known.held());
  }

  /** What a call is for, where its caller does not say: what the lead was claimed for. */
  Objective objective(Caller made, CallingTerms terms) {
    if (made.claim().flatMap(Claim::callback).isPresent()) {
      return Objective.KEEP_CALLBACK;
    }
    Optional<TaskId> task = made.claim().flatMap(Claim::task);
    return task.flatMap(tasks::find)
        .map(found -> terms.objectiveOf(found.kind()))
        .orElse(terms.objective());
  }

  /**
   * What became of the claim when its call was logged.
   *
   * @param inTime whether it was live until then; a call without a claim is in time
   * @param around the leads whose rows in the queue are locked with it: those that share a number
   *     with this one or have the one dialled; empty if none is
   */
  record EndedClaim(boolean inTime, Optional<List<UUID>> around) {}

  /**
   * Ends the claim, and takes the rows that are to be derived anew after it.
   *
   * @param dialled the number, whose lock is held
   */
  EndedClaim endClaim(Caller made, PhoneNumber dialled, List<Effect> effects, Instant now) {
    if (made.claim().isEmpty()) {
      return new EndedClaim(true, Optional.empty());
    }
    EndedClaims ended = endClaims(List.of(made), List.of(dialled), now);
    boolean inTime = ended.inTime(made);
    if (inTime) {
      effects.add(new Effect(EffectCode.CLAIM_COMPLETED, "The claim has ended."));
    } else {
      claims.expire(made.claim().get(), now);
      effects.add(
          new Effect(
              EffectCode.RECORDED_LATE,
              "The claim had ended before; the call is recorded all the same."));
    }
    return new EndedClaim(inTime, Optional.of(ended.around()));
  }

  /**
   * Ends all claims of these calls that are live, and takes the rows that are to be derived anew.
   *
   * @param dialled the numbers, whose locks are held
   */
  EndedClaims endClaims(List<Caller> made, Collection<PhoneNumber> dialled, Instant now) {
    List<ClaimId> ids = made.stream().flatMap(caller -> caller.claims().stream()).toList();
    RoundTrip trip = sql.roundTrip();
    Supplier<Set<ClaimId>> completed = trip.ask(claims.complete(ids, now));
    Supplier<List<UUID>> around =
        trip.ask(
            queue.lockAround(made.stream().map(caller -> caller.lead().value()).toList(), dialled));
    trip.make();
    return new EndedClaims(completed.get(), around.get());
  }

  /**
   * @param completed the claims that were live until then
   * @param around the leads whose rows are locked
   */
  record EndedClaims(Set<ClaimId> completed, List<UUID> around) {

    /** A call without a claim is in time. */
    boolean inTime(Caller caller) {
      return completed.containsAll(caller.claims());
    }
  }
}
