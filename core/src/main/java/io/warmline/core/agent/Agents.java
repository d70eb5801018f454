package io.warmline.core.agent;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.warmline.core.Cursor;
import io.warmline.core.NotFound;
import io.warmline.core.Page;
import io.warmline.core.id.AgentId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;

/** The agents of the tenant. One who has left is not found any more. */
@ApplicationScoped
public class Agents implements PanacheRepositoryBase<Agent, UUID> {

  /**
   * @throws NotFound if nobody with this id works for the tenant
   */
  public Agent get(AgentId id) {
    return findByIdOptional(id.value())
        .filter(agent -> !agent.hasLeft())
        .orElseThrow(() -> new NotFound("agent", id));
  }

  /**
   * As {@link #get}, and the agent does not leave until the transaction ends.
   *
   * @throws NotFound if nobody with this id works for the tenant
   */
  public Agent hold(AgentId id) {
    return find("id", id.value())
        .withLock(LockModeType.PESSIMISTIC_READ)
        .firstResultOptional()
        .filter(agent -> !agent.hasLeft())
        .orElseThrow(() -> new NotFound("agent", id));
  }

  /**
   * Refuses an id that no agent ever had. One who has left is known: what was done before still
   * counts.
   *
   * @throws NotFound if the tenant never had an agent with this id
   */
  public void requireKnown(AgentId id) {
    if (findByIdOptional(id.value()).isEmpty()) {
      throw new NotFound("agent", id);
    }
  }

  /** Newest first. */
  public Page<Agent> list(Cursor.Paging paging) {
    Cursor after = paging.after();
    List<Agent> rows =
        (after == null
                ? find("deletedAt is null order by id desc")
                : find("deletedAt is null and id < ?1 order by id desc", after.id()))
            .page(0, paging.probe())
            .list();
    return Page.of(rows, paging.limit(), agent -> new Cursor("", agent.id().value()));
  }
}
