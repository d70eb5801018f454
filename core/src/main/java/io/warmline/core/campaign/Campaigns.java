package io.warmline.core.campaign;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.warmline.core.Cursor;
import io.warmline.core.NotFound;
import io.warmline.core.Page;
import io.warmline.core.id.CampaignId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;

/** The campaigns of the tenant. */
@ApplicationScoped
public class Campaigns implements PanacheRepositoryBase<Campaign, UUID> {

  /**
   * @throws NotFound if the tenant has none with this id
   */
  public Campaign get(CampaignId id) {
    return findByIdOptional(id.value()).orElseThrow(() -> new NotFound("campaign", id));
  }

  /**
   * Keeps the campaign from getting another client until the transaction ends: whoever gives one of
   * its leads another number derives the lead's place in the queue by the client it then has.
   */
  public void hold(CampaignId id) {
    locked(id, LockModeType.PESSIMISTIC_READ);
  }

  /** As {@link #get}, and nobody else changes it until the transaction ends. */
  Campaign lock(CampaignId id) {
    return locked(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** By a query, because that names the tenant; a lock on what is loaded would not. */
  private Campaign locked(CampaignId id, LockModeType mode) {
    return find("id", id.value())
        .withLock(mode)
        .firstResultOptional()
        .orElseThrow(() -> new NotFound("campaign", id));
  }

  /** Newest first. */
  public Page<Campaign> list(Cursor.Paging paging) {
    Cursor after = paging.after();
    List<Campaign> rows =
        (after == null ? find("order by id desc") : find("id < ?1 order by id desc", after.id()))
            .page(0, paging.probe())
            .list();
    return Page.of(rows, paging.limit(), campaign -> new Cursor("", campaign.id().value()));
  }
}
