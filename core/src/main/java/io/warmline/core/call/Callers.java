package io.warmline.core.call;

import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.agent.Agents;
import io.warmline.core.call.LoggedCall.Effect;
import io.warmline.core.call.LoggedCall.EffectCode;
import io.warmline.core.campaign.Objective;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.TaskId;
import io.warmline.core.queue.Claim;
import io.warmline.core.queue.ClaimStatus;
import io.warmline.core.queue.Claims;
import io.warmline.core.task.Tasks;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who called whom, and under which claim. */
@ApplicationScoped
class Callers {

  private final Claims claims;
  private final Agents agents;
  private final Tasks tasks;

  Callers(Claims claims, Agents agents, Tasks tasks) {
    this.claims = claims;
    this.agents = agents;
    this.tasks = tasks;
  }

  /** A call that an agent made to a lead. */
  record Caller(Optional<Claim> claim, LeadId lead, AgentId agent) {

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
  Caller of(LogCall.Report report) {
    if (report.claim().isPresent() == report.lead().isPresent()) {
      throw InvalidValue.required("/claimId", "either claimId or leadId is required, not both");
    }
    return report
        .claim()
        .map(id -> underClaim(claims.get(id), report.agent()))
        .orElseGet(() -> to(report.lead().orElseThrow(), report.agent()));
  }

  private static Caller underClaim(Claim claim, Optional<AgentId> agent) {
    if (agent.isPresent() && !agent.get().equals(claim.agent())) {
      throw new WarmlineException(
          ProblemCode.CLAIM_HELD_BY_ANOTHER,
          "This claim is held by another agent than agentId names.");
    }
    return new Caller(Optional.of(claim), claim.lead(), claim.agent());
  }

  private Caller to(LeadId lead, Optional<AgentId> stated) {
    AgentId agent =
        stated.orElseThrow(
            () -> InvalidValue.required("/agentId", "leadId needs the agentId of who called"));
    agents.requireKnown(agent);
    Optional<Claim> own =
        claims.liveOn(lead).map(claims::get).filter(claim -> claim.agent().equals(agent));
    return new Caller(own, lead, agent);
  }

  /**
   * What a call is for, where its caller does not say: what the lead was claimed for.
   *
   * @param ofCampaign what the campaign's first calls are for
   */
  Objective objective(Caller made, Objective ofCampaign) {
    if (made.claim().flatMap(Claim::callback).isPresent()) {
      return Objective.KEEP_CALLBACK;
    }
    Optional<TaskId> task = made.claim().flatMap(Claim::task);
    return task.flatMap(tasks::find).map(t -> Aim.of(t.kind(), ofCampaign)).orElse(ofCampaign);
  }

  /** Ends the claim; false if it was over before. A call without a claim is in time. */
  boolean endClaim(Caller made, List<Effect> effects, Instant now) {
    if (made.claim().isEmpty()) {
      return true;
    }
    Claim claim = made.claim().get();
    if (claims.end(claim.id(), ClaimStatus.COMPLETED, null, null, now)) {
      effects.add(new Effect(EffectCode.CLAIM_COMPLETED, "The claim has ended."));
      return true;
    }
    claims.expire(claim, now);
    effects.add(
        new Effect(
            EffectCode.RECORDED_LATE,
            "The claim had ended before; the call is recorded all the same."));
    return false;
  }
}
