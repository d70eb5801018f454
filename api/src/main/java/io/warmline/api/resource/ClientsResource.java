package io.warmline.api.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.warmline.api.contract.ClientsApi;
import io.warmline.api.contract.model.ClientDto;
import io.warmline.api.contract.model.ClientPageDto;
import io.warmline.api.contract.model.FreeSlotPageDto;
import io.warmline.api.contract.model.NewClientDto;
import io.warmline.api.http.Cursors;
import io.warmline.api.http.Etags;
import io.warmline.api.http.Idempotent;
import io.warmline.api.http.MergePatches;
import io.warmline.core.Page;
import io.warmline.core.appointment.ClientCalendar;
import io.warmline.core.appointment.Slot;
import io.warmline.core.client.Client;
import io.warmline.core.client.Clients;
import io.warmline.core.client.ManageClient;
import io.warmline.core.id.ClientId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Idempotent
@ApplicationScoped
public class ClientsResource implements ClientsApi {

  private final Clients clients;
  private final ManageClient manageClient;
  private final ClientCalendar calendar;
  private final MergePatches patches;
  private final Cursors cursors;

  ClientsResource(
      Clients clients,
      ManageClient manageClient,
      ClientCalendar calendar,
      MergePatches patches,
      Cursors cursors) {
    this.clients = clients;
    this.manageClient = manageClient;
    this.calendar = calendar;
    this.patches = patches;
    this.cursors = cursors;
  }

  @Override
  public RestResponse<ClientDto> createClient(NewClientDto dto, @Nullable String idempotencyKey) {
    Client client = manageClient.create(ClientMapper.profile(dto));
    return Etags.created(
        ClientMapper.client(client), client.version(), "/v1/clients/" + client.id());
  }

  @Override
  public RestResponse<ClientPageDto> listClients(Integer limit, @Nullable String cursor) {
    Page<Client> page = clients.list(cursors.paging(limit, cursor));
    return RestResponse.ok(
        new ClientPageDto()
            .items(page.items().stream().map(ClientMapper::client).toList())
            .nextCursor(cursors.text(page.next())));
  }

  @Override
  public RestResponse<ClientDto> getClient(UUID clientId, @Nullable String ifNoneMatch) {
    Client client = clients.get(new ClientId(clientId));
    return Etags.read(ClientMapper.client(client), client.version(), ifNoneMatch);
  }

  @Override
  public RestResponse<ClientDto> updateClient(
      UUID clientId, String ifMatch, ObjectNode patch, @Nullable String idempotencyKey) {
    Client client =
        manageClient.change(
            new ClientId(clientId),
            Etags.required(ifMatch),
            profile ->
                ClientMapper.profile(
                    patches.apply(
                        ClientMapper.newClient(profile),
                        patch,
                        "ClientPatch",
                        NewClientDto.class)));
    return Etags.ok(ClientMapper.client(client), client.version());
  }

  @Override
  public RestResponse<Void> deleteClient(UUID clientId, String ifMatch) {
    manageClient.delete(new ClientId(clientId), Etags.required(ifMatch));
    return RestResponse.noContent();
  }

  @Override
  public RestResponse<FreeSlotPageDto> listFreeSlots(
      UUID clientId,
      @Nullable OffsetDateTime from,
      @Nullable OffsetDateTime to,
      Integer limit,
      @Nullable String cursor) {
    ClientId id = new ClientId(clientId);
    Page<Slot> page =
        calendar.free(
            id,
            Values.instant(from, "from"),
            Values.instant(to, "to"),
            cursors.paging(limit, cursor));
    ZoneId zone = clients.get(id).profile().timeZone().orElse(ZoneOffset.UTC);
    return RestResponse.ok(
        new FreeSlotPageDto()
            .items(page.items().stream().map(slot -> ClientMapper.slot(slot, zone)).toList())
            .nextCursor(cursors.text(page.next())));
  }
}
