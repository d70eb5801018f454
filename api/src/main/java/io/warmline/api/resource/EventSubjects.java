package io.warmline.api.resource;

import io.warmline.core.NotFound;
import io.warmline.core.event.Event;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;

/** What events are about, as the operation that gets it would give it. */
@ApplicationScoped
public class EventSubjects {

  /** What a key must be allowed to read to have all of these. */
  static final Set<String> SCOPES =
      Set.of(
          "agents:read",
          "appointments:read",
          "callbacks:read",
          "calls:read",
          "campaigns:read",
          "clients:read",
          "handoffs:read",
          "leads:read");

  private final AgentsResource agents;
  private final AppointmentsResource appointments;
  private final CallbacksResource callbacks;
  private final CallsResource calls;
  private final CampaignsResource campaigns;
  private final ClientsResource clients;
  private final HandoffsResource handoffs;
  private final LeadsResource leads;

  EventSubjects(
      AgentsResource agents,
      AppointmentsResource appointments,
      CallbacksResource callbacks,
      CallsResource calls,
      CampaignsResource campaigns,
      ClientsResource clients,
      HandoffsResource handoffs,
      LeadsResource leads) {
    this.agents = agents;
    this.appointments = appointments;
    this.callbacks = callbacks;
    this.calls = calls;
    this.campaigns = campaigns;
    this.clients = clients;
    this.handoffs = handoffs;
    this.leads = leads;
  }

  /** The subject of an event as it is now; empty if it is gone, or no operation gets it. */
  public Optional<Object> of(Event event) {
    String kind = event.type().substring(0, event.type().indexOf('.'));
    try {
      return get(kind, event.subject()).map(RestResponse::getEntity);
    } catch (NotFound e) {
      return Optional.empty();
    }
  }

  private Optional<RestResponse<?>> get(String kind, UUID id) {
    return switch (kind) {
      case "agent" -> Optional.of(agents.getAgent(id, null));
      case "appointment" -> Optional.of(appointments.getAppointment(id, null));
      case "call" -> Optional.of(calls.getCall(id, null));
      case "callback" -> Optional.of(callbacks.getCallback(id, null));
      case "campaign" -> Optional.of(campaigns.getCampaign(id, null));
      case "client" -> Optional.of(clients.getClient(id, null));
      case "handoff" -> Optional.of(handoffs.getHandoff(id));
      case "lead" -> Optional.of(leads.getLead(id, null));
      default -> Optional.empty();
    };
  }
}
