package io.warmline.core.client;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.warmline.core.Cursor;
import io.warmline.core.NotFound;
import io.warmline.core.Page;
import io.warmline.core.id.ClientId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The clients of the tenant. One that was deleted is not found any more. */
@ApplicationScoped
public class Clients implements PanacheRepositoryBase<Client, UUID> {

  /**
   * @throws NotFound if the tenant has none with this id
   */
  public Client get(ClientId id) {
    return present(findByIdOptional(id.value()), id);
  }

  /**
   * As {@link #get}, and nobody deletes it until the transaction ends.
   *
   * @throws NotFound if the tenant has none with this id
   */
  public Client hold(ClientId id) {
    return locked(id, LockModeType.PESSIMISTIC_READ);
  }

  /** As {@link #get}, and nobody else changes or holds it until the transaction ends. */
  Client lock(ClientId id) {
    return locked(id, LockModeType.PESSIMISTIC_WRITE);
  }

  private Client locked(ClientId id, LockModeType mode) {
    return present(find("id", id.value()).withLock(mode).firstResultOptional(), id);
  }

  private static Client present(Optional<Client> found, ClientId id) {
    return found.filter(client -> !client.hasLeft()).orElseThrow(() -> new NotFound("client", id));
  }

  /** Newest first. */
  public Page<Client> list(Cursor.Paging paging) {
    Cursor after = paging.after();
    List<Client> rows =
        (after == null
                ? find("deletedAt is null order by id desc")
                : find("deletedAt is null and id < ?1 order by id desc", after.id()))
            .page(0, paging.probe())
            .list();
    return Page.of(rows, paging.limit(), client -> new Cursor("", client.id().value()));
  }
}
