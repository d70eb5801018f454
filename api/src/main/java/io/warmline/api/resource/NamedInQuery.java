package io.warmline.api.resource;

import io.warmline.api.http.RequestFacts;
import io.warmline.core.agent.Agents;
import io.warmline.core.appointment.Appointments;
import io.warmline.core.campaign.Campaigns;
import io.warmline.core.client.Clients;
import io.warmline.core.handoff.Handoffs;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.AppointmentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ClientId;
import io.warmline.core.id.HandoffId;
import io.warmline.core.id.ImportId;
import io.warmline.core.id.LeadId;
import io.warmline.core.imports.Imports;
import io.warmline.core.lead.Leads;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * What a list is to be about must be there. An id that nobody has would give an empty list, as if
 * there were nothing to show of it.
 */
@Singleton
public class NamedInQuery {

  private final Map<String, Consumer<UUID>> known;
  private final TenantTransaction transaction;
  private final RequestFacts facts;

  NamedInQuery(
      Campaigns campaigns,
      Agents agents,
      Clients clients,
      Leads leads,
      Imports imports,
      Appointments appointments,
      Handoffs handoffs,
      TenantTransaction transaction,
      RequestFacts facts) {
    this.known =
        Map.of(
            "campaignId", id -> campaigns.get(new CampaignId(id)),
            "agentId", id -> agents.requireKnown(new AgentId(id)),
            "clientId", id -> clients.get(new ClientId(id)),
            "leadId", id -> leads.get(new LeadId(id)),
            "importId", id -> imports.get(new ImportId(id)),
            "appointmentId", id -> appointments.get(new AppointmentId(id)),
            "handoffId", id -> handoffs.get(new HandoffId(id)));
    this.transaction = transaction;
    this.facts = facts;
  }

  /**
   * After the request was let in, and its values were found to be what the contract says.
   *
   * @throws io.warmline.core.NotFound if the tenant has no such thing
   */
  @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
  public void requireThere(ContainerRequestContext request) {
    if (facts.keyId().isEmpty()) {
      return; // what a browser follows names nothing, and may not even be readable
    }
    Map<String, List<String>> asked = request.getUriInfo().getQueryParameters();
    if (asked.keySet().stream().anyMatch(known::containsKey)) {
      transaction.run(
          () ->
              known.forEach(
                  (name, check) ->
                      asked.getOrDefault(name, List.of()).stream()
                          .map(UUID::fromString)
                          .forEach(check)));
    }
  }
}
