package io.warmline.core.agent;

import io.warmline.core.NotFound;
import io.warmline.core.Versions;
import io.warmline.core.event.Events;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.tenant.EndKeys;
import io.warmline.core.tenant.Reach;
import io.warmline.core.tenant.TenantSql;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Takes agents on, changes them, and lets them go without losing what they promised. */
@ApplicationScoped
public class ManageAgent {

  private final TenantTransaction transaction;
  private final Agents agents;
  private final ClearDesk clearDesk;
  private final CalendarLinks links;
  private final EndKeys endKeys;
  private final TenantSql sql;
  private final Events events;
  private final Clock clock;

  ManageAgent(
      TenantTransaction transaction,
      Agents agents,
      ClearDesk clearDesk,
      CalendarLinks links,
      EndKeys endKeys,
      TenantSql sql,
      Events events,
      Clock clock) {
    this.transaction = transaction;
    this.agents = agents;
    this.clearDesk = clearDesk;
    this.links = links;
    this.endKeys = endKeys;
    this.sql = sql;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Takes an agent on.
   *
   * @throws NotFound if a campaign that is named does not exist
   */
  public Agent create(Agent.Profile profile) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          requireCampaigns(profile, Agent.Assignment.ANYWHERE);
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
   * @throws NotFound if a campaign that is named anew does not exist
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
          requireCampaigns(wanted, agent.profile().assignment());
          agent.become(wanted, now);
          agents.flush();
          events.record(new AgentEvent.Updated(id), now);
          return agent;
        });
  }

  /** A campaign that was named before may have been deleted since. */
  private void requireCampaigns(Agent.Profile wanted, Agent.Assignment before) {
    List<CampaignId> named =
        wanted.assignment().campaigns().stream()
            .filter(campaign -> !before.campaigns().contains(campaign))
            .toList();
    Set<UUID> known = named.isEmpty() ? Set.of() : known(named);
    for (CampaignId campaign : named) {
      if (!known.contains(campaign.value())) {
        throw new NotFound("campaign", campaign);
      }
    }
  }

  private Set<UUID> known(List<CampaignId> ids) {
    return sql.query(
        "select id from campaign where tenant_id = :tenant and id = any(:ids)",
        q ->
            q.bindArray("ids", UUID.class, ids.stream().map(CampaignId::value).toArray())
                .mapTo(UUID.class)
                .set());
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
