package io.warmline.api.resource;

import io.warmline.api.contract.model.ReportGroupingDto;
import io.warmline.core.agent.Agents;
import io.warmline.core.campaign.Campaigns;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.report.Scope;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What reports are asked to be about: all of them take the same parameters. */
@ApplicationScoped
class ReportScopes {

  private final Campaigns campaigns;
  private final Agents agents;
  private final TenantTransaction transaction;

  ReportScopes(Campaigns campaigns, Agents agents, TenantTransaction transaction) {
    this.campaigns = campaigns;
    this.agents = agents;
    this.transaction = transaction;
  }

  /**
   * The scope with these parameters, in their order in the contract.
   *
   * @throws io.warmline.core.NotFound if the tenant has no such campaign or agent
   */
  Scope of(
      LocalDate from,
      LocalDate to,
      @Nullable UUID campaignId,
      @Nullable UUID agentId,
      String zone,
      ReportGroupingDto groupBy) {
    Optional<CampaignId> campaign = Optional.ofNullable(campaignId).map(CampaignId::new);
    Optional<AgentId> agent = Optional.ofNullable(agentId).map(AgentId::new);
    transaction.run(
        () -> {
          campaign.ifPresent(campaigns::get);
          agent.ifPresent(agents::requireKnown);
        });
    return new Scope(
        campaign, agent, from, to, Values.zone(zone, "zone"), ReportMapper.grouping(groupBy));
  }
}
