package io.warmline.sdk;

import io.warmline.sdk.model.Client;
import io.warmline.sdk.model.ClientPage;
import io.warmline.sdk.model.ClientPatch;
import io.warmline.sdk.model.FreeSlot;
import io.warmline.sdk.model.FreeSlotPage;
import io.warmline.sdk.model.NewClient;
import java.util.Optional;
import java.util.UUID;

/** Businesses on whose behalf campaigns call. */
public final class Clients {
  private static final String ALL = "/v1/clients";
  private static final String ONE = "/v1/clients/{clientId}";

  private final Transport transport;

  Clients(Transport transport) {
    this.transport = transport;
  }

  /** Adds a business on whose behalf campaigns call. */
  public Versioned<Client> createClient(NewClient client, RequestOption... options) {
    return transport.versioned(Request.post(ALL).json(client).with(options), Client.class);
  }

  /** Lists clients, newest first. */
  public Page<Client> listClients(RequestOption... options) {
    return listClients(Paging.all(), options);
  }

  /** Lists clients, newest first. */
  public Page<Client> listClients(Paging paging, RequestOption... options) {
    ClientPage page =
        transport.value(Request.get(ALL).query(paging.query()).with(options), ClientPage.class);
    return new Page<>(
        page.getItems(),
        page.getNextCursor(),
        cursor -> listClients(paging.cursor(cursor), options));
  }

  /** Reads a client. */
  public Versioned<Client> getClient(UUID clientId, RequestOption... options) {
    return transport.versioned(Request.get(ONE, clientId).with(options), Client.class);
  }

  /** Reads a client again; empty if it still has the version that is known. */
  public Optional<Versioned<Client>> getClientIfChanged(
      Versioned<Client> known, RequestOption... options) {
    Request request = Request.get(ONE, known.value().getId()).with(options);
    return transport.changed(request, known, Client.class);
  }

  /**
   * Changes what is given.
   *
   * @throws PreconditionFailedException if it has changed since it was read
   */
  public Versioned<Client> updateClient(
      Versioned<Client> client, ClientPatch patch, RequestOption... options) {
    return updateClient(client.value().getId(), client.etag(), patch, options);
  }

  /**
   * Changes what is given.
   *
   * @throws PreconditionFailedException if it has another version than the ETag names
   */
  public Versioned<Client> updateClient(
      UUID clientId, String etag, ClientPatch patch, RequestOption... options) {
    Request request =
        Request.patch(ONE, clientId).mergePatch(patch).with(RequestOption.ifMatch(etag));
    return transport.versioned(request.with(options), Client.class);
  }

  /**
   * Deletes a client. Its do-not-call entries stay on record.
   *
   * @throws ConflictException if a campaign calls on its behalf
   * @throws PreconditionFailedException if it has changed since it was read
   */
  public void deleteClient(Versioned<Client> client, RequestOption... options) {
    deleteClient(client.value().getId(), client.etag(), options);
  }

  /**
   * Deletes a client. Its do-not-call entries stay on record.
   *
   * @throws ConflictException if a campaign calls on its behalf
   * @throws PreconditionFailedException if it has another version than the ETag names
   */
  public void deleteClient(UUID clientId, String etag, RequestOption... options) {
    transport.send(Request.delete(ONE, clientId).with(RequestOption.ifMatch(etag)).with(options));
  }

  /** Lists free slots of a client, earliest first. */
  public Page<FreeSlot> listFreeSlots(
      UUID clientId, FreeSlotFilter filter, RequestOption... options) {
    FreeSlotPage page =
        transport.value(
            Request.get(ONE + "/free-slots", clientId).query(filter.query()).with(options),
            FreeSlotPage.class);
    return new Page<>(
        page.getItems(),
        page.getNextCursor(),
        cursor -> listFreeSlots(clientId, filter.cursor(cursor), options));
  }
}
