package io.warmline.core.client;

import io.warmline.core.NotFound;
import io.warmline.core.ProblemCode;
import io.warmline.core.Versions;
import io.warmline.core.WarmlineException;
import io.warmline.core.event.Events;
import io.warmline.core.id.ClientId;
import io.warmline.core.tenant.EndKeys;
import io.warmline.core.tenant.Reach;
import io.warmline.core.tenant.TenantSql;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Takes clients on, changes them, and deletes those for whom nobody calls any more. */
@ApplicationScoped
public class ManageClient {

  private final TenantTransaction transaction;
  private final Clients clients;
  private final TenantSql sql;
  private final EndKeys endKeys;
  private final Events events;
  private final Clock clock;

  ManageClient(
      TenantTransaction transaction,
      Clients clients,
      TenantSql sql,
      EndKeys endKeys,
      Events events,
      Clock clock) {
    this.transaction = transaction;
    this.clients = clients;
    this.sql = sql;
    this.endKeys = endKeys;
    this.events = events;
    this.clock = clock;
  }

  public Client create(Client.Profile profile) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          Client client = Client.create(profile, now);
          clients.persistAndFlush(client);
          events.record(new ClientEvent.Created(client.id()), now);
          return client;
        });
  }

  /**
   * Changes what is known about a client.
   *
   * @param version the version its author saw; empty where any will do
   * @throws NotFound if there is no such client
   */
  public Client change(
      ClientId id, Optional<Integer> version, UnaryOperator<Client.Profile> change) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          Client client = clients.get(id);
          Versions.require(client.version(), version);
          Client.Profile wanted = change.apply(client.profile());
          if (wanted.equals(client.profile())) {
            return client;
          }
          client.become(wanted, now);
          clients.flush();
          events.record(new ClientEvent.Updated(id), now);
          return client;
        });
  }

  /**
   * Deletes a client for whom no campaign calls. Its do-not-call entries stay on record; its keys
   * end.
   *
   * @param version the version its author saw; empty where any will do
   * @throws WarmlineException CLIENT_IN_USE if a campaign names it
   */
  public void delete(ClientId id, Optional<Integer> version) {
    transaction.run(
        () -> {
          Instant now = clock.instant();
          Client client = clients.lock(id);
          Versions.require(client.version(), version);
          requireUnused(id);
          client.leave(now);
          clients.flush();
          endKeys.of(new Reach.OfClient(id), now);
          events.record(new ClientEvent.Deleted(id), now);
        });
  }

  private void requireUnused(ClientId id) {
    boolean named =
        sql.query(
            """
            select exists (select 1 from campaign where tenant_id = :tenant and client_id = :client)
            """,
            q -> q.bind("client", id.value()).mapTo(Boolean.class).one());
    if (named) {
      throw new WarmlineException(
          ProblemCode.CLIENT_IN_USE,
          "A campaign calls on behalf of this client. Give it another client, or none, first.");
    }
  }
}
