package io.warmline.core.presence;

import io.warmline.core.NotFound;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.agent.Agents;
import io.warmline.core.event.Events;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ClaimId;
import io.warmline.core.queue.Assignments;
import io.warmline.core.queue.ChangeClaim;
import io.warmline.core.queue.Claims;
import io.warmline.core.queue.SeenAtWork;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Agents come to work, take breaks, wrap up, and go. */
@ApplicationScoped
public class AttendWork implements SeenAtWork {

  private final TenantTransaction transaction;
  private final Shifts shifts;
  private final Agents agents;
  private final Assignments assignments;
  private final Claims claims;
  private final ChangeClaim changeClaim;
  private final Events events;
  private final Clock clock;

  AttendWork(
      TenantTransaction transaction,
      Shifts shifts,
      Agents agents,
      Assignments assignments,
      Claims claims,
      ChangeClaim changeClaim,
      Events events,
      Clock clock) {
    this.transaction = transaction;
    this.shifts = shifts;
    this.agents = agents;
    this.assignments = assignments;
    this.claims = claims;
    this.changeClaim = changeClaim;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Begins a shift. Whoever is at work goes on with these campaigns, and is ready.
   *
   * @param campaigns whose leads the agent gets; empty: of all that the agent works
   * @param silence how long nothing may be heard before the shift ends by itself
   * @throws NotFound if there is no such agent or campaign
   * @throws WarmlineException AGENT_NOT_ASSIGNED if the agent does not work one of them
   */
  public Shift signOn(AgentId agent, List<CampaignId> campaigns, Duration silence) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          agents.get(agent);
          assignments.require(agent, campaigns);
          if (shifts.begin(agent, campaigns, silence, now)) {
            events.record(new PresenceEvent.SignedOn(agent), now);
          } else {
            UUID shift = openShift(agent);
            shifts.goOn(shift, campaigns, silence, now);
            become(shift, agent, PresenceState.READY, now);
          }
          return latest(agent);
        });
  }

  /**
   * Says that the agent is there, and what the agent does.
   *
   * @param state empty: as before
   * @throws NotFound if there is no such agent
   * @throws WarmlineException NOT_SIGNED_ON
   */
  public Shift report(AgentId agent, Optional<PresenceState> state) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          agents.get(agent);
          UUID shift = openShift(agent);
          state.ifPresent(wanted -> become(shift, agent, wanted, now));
          shifts.see(List.of(agent), now);
          return latest(agent);
        });
  }

  /**
   * Ends the shift. Leads that the agent holds go back to the queue; personal callbacks stay the
   * agent's until their grace ends.
   *
   * @throws NotFound if there is no such agent
   * @throws WarmlineException NOT_SIGNED_ON
   */
  public Shift signOff(AgentId agent) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          agents.get(agent);
          List<ClaimId> held = claims.liveOf(agent);
          held.forEach(changeClaim::giveBack);
          UUID shift = openShift(agent);
          end(shift, agent, EndedBy.AGENT, held.size(), now, now);
          return latest(agent);
        });
  }

  /**
   * Ends the shift of an agent who is let go, if there is one; the claims are given back before.
   */
  public void letGo(AgentId agent, Instant now) {
    shifts.lock(agent).ifPresent(shift -> end(shift, agent, EndedBy.DELETION, 0, now, now));
  }

  /** The shift that the agent is in, else the last; empty if the agent never signed on. */
  public Optional<Shift> of(AgentId agent) {
    return transaction.call(
        () -> {
          agents.get(agent);
          return shifts.latest(agent);
        });
  }

  @Override
  public void asking(AgentId agent, Instant now) {
    shifts
        .lock(agent)
        .ifPresent(
            shift -> {
              become(shift, agent, PresenceState.READY, now);
              shifts.see(List.of(agent), now);
            });
  }

  @Override
  public void there(AgentId agent, Instant now) {
    shifts.see(List.of(agent), now);
  }

  void end(UUID shift, AgentId agent, EndedBy by, int returned, Instant at, Instant now) {
    shifts.end(shift, by, returned, at);
    events.record(new PresenceEvent.SignedOff(agent, by, returned), now);
  }

  private void become(UUID shift, AgentId agent, PresenceState state, Instant now) {
    if (shifts.become(shift, agent, state, now)) {
      events.record(new PresenceEvent.Changed(agent, state), now);
    }
  }

  private UUID openShift(AgentId agent) {
    return shifts
        .lock(agent)
        .orElseThrow(
            () ->
                new WarmlineException(
                    ProblemCode.NOT_SIGNED_ON,
                    "The agent is not at work: sign on first (POST /v1/agents/"
                        + agent
                        + "/sign-on). A shift of which nothing is heard ends by itself."));
  }

  private Shift latest(AgentId agent) {
    return shifts.latest(agent).orElseThrow();
  }
}
