package io.warmline.api.resource;

import static io.warmline.api.resource.Values.utc;

import io.warmline.api.contract.CalendarsApi;
import io.warmline.api.contract.model.CalendarLinkDto;
import io.warmline.api.http.Idempotency;
import io.warmline.api.http.PublicAddress;
import io.warmline.core.NotFound;
import io.warmline.core.agent.CalendarLinks;
import io.warmline.core.callback.CallbackAgenda;
import io.warmline.core.id.AgentId;
import io.warmline.core.tenant.CurrentTenant;
import io.warmline.core.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * The feed is read without a key: who reads it is known by the token alone, so the tenant is
 * entered here and not by the guard.
 */
@ApplicationScoped
public class CalendarsResource implements CalendarsApi {

  private final CalendarLinks links;
  private final CallbackAgenda agenda;
  private final CurrentTenant tenant;
  private final Tenants tenants;
  private final Idempotency idempotency;
  private final PublicAddress address;
  private final UriInfo uri;

  CalendarsResource(
      CalendarLinks links,
      CallbackAgenda agenda,
      CurrentTenant tenant,
      Tenants tenants,
      Idempotency idempotency,
      PublicAddress address,
      UriInfo uri) {
    this.links = links;
    this.agenda = agenda;
    this.tenant = tenant;
    this.tenants = tenants;
    this.idempotency = idempotency;
    this.address = address;
    this.uri = uri;
  }

  @Override
  public RestResponse<CalendarLinkDto> createCalendarLink(
      UUID agentId, @Nullable String idempotencyKey) {
    return idempotency.once(
        () -> {
          CalendarLinks.Created link = links.create(new AgentId(agentId));
          URI feed =
              address.link(uri).path("v1/callbacks.ics").queryParam("token", link.token()).build();
          return RestResponse.status(
              RestResponse.Status.CREATED,
              new CalendarLinkDto().agentId(agentId).url(feed).createdAt(utc(link.createdAt())));
        });
  }

  @Override
  public RestResponse<Void> revokeCalendarLink(UUID agentId) {
    links.revoke(new AgentId(agentId));
    return RestResponse.noContent();
  }

  @Override
  public RestResponse<InputStream> getCallbackCalendar(String token) {
    CalendarLinks.Owner owner =
        links.ownerOf(token).orElseThrow(() -> new NotFound("calendar link"));
    tenant.enter(owner.tenant());
    tenants.requireAtWork();
    return RestResponse.ok(new ByteArrayInputStream(CallbackCalendar.of(agenda.of(owner.agent()))));
  }
}
