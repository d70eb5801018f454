package io.warmline.core.agent;

import io.warmline.core.Versions;
import io.warmline.core.event.Events;
import io.warmline.core.id.AgentId;
import io.warmline.core.tenant.EndKeys;
import io.warmline.core.tenant.Reach;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Takes agents on, changes them, and lets them go without losing what they promised. */
@ApplicationScoped
public class ManageAgent {

  private final TenantTransaction transaction;
  private final Agents agents;
  private final ClearDesk clearDesk;
  private final CalendarLinks links;
  private final EndKeys endKeys;
  private final Events events;
  private final Clock clock;

  ManageAgent(
      TenantTransaction transaction,
      Agents agents,
      ClearDesk clearDesk,
      CalendarLinks links,
      EndKeys endKeys,
      Events events,
      Clock clock) {
    this.transaction = transaction;
    this.agents = agents;
    this.clearDesk = clearDesk;
    this.links = links;
    this.endKeys = endKeys;
    this.events = events;
    this.clock = clock;
  }

  public Agent create(Agent.Profile profile) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          Agent agent = Agent.create(profile, now);
          agents.persistAndFlush(agent);
          events.record(new AgentEvent.Created(agent.id()), now);
          return agent;
        });
  }

  /**
   * Changes what is known about an agent. Where that is nothing new, nothing is written.
   *
   * @param version the version its author saw; empty where any will do
   */
  public Agent change(AgentId id, Optional<Integer> version, UnaryOperator<Agent.Profile> change) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          Agent agent = agents.get(id);
          Versions.require(agent.version(), version);
          Agent.Profile wanted = change.apply(agent.profile());
          if (wanted.equals(agent.profile())) {
            return agent;
          }
          agent.become(wanted, now);
          agents.flush();
          events.record(new AgentEvent.Updated(id), now);
          return agent;
        });
  }

  /**
   * Lets an agent go: claims are given back, personal callbacks go to the team, keys end, calls
   * stay on record.
   */
  public void delete(AgentId id) {
    transaction.run(
        () -> {
          Instant now = clock.instant();
          Agent agent = agents.get(id);
          links.revoke(id);
          endKeys.of(new Reach.OfAgent(id), now);
          agent.leave(now);
          agents.flush();
          clearDesk.of(id, now);
          events.record(new AgentEvent.Deleted(id), now);
        });
  }
}
