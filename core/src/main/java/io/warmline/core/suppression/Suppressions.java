package io.warmline.core.suppression;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.warmline.core.Cursor;
import io.warmline.core.NotFound;
import io.warmline.core.Page;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.SuppressionId;
import io.warmline.core.phone.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The do-not-call entries of the tenant. */
@ApplicationScoped
public class Suppressions implements PanacheRepositoryBase<Suppression, UUID> {

  /**
   * @throws NotFound if the tenant has none with this id
   */
  public Suppression get(SuppressionId id) {
    return findByIdOptional(id.value()).orElseThrow(() -> new NotFound("suppression", id));
  }

  /** Entries in force, newest first. */
  public Page<Suppression> list(
      Optional<PhoneNumber> phone, Optional<CampaignId> campaign, Cursor.Paging paging) {
    StringBuilder where = new StringBuilder("removedAt is null");
    Map<String, Object> values = new HashMap<>();
    phone.ifPresent(
        number -> {
          where.append(" and phone = :phone");
          values.put("phone", number.e164());
        });
    campaign.ifPresent(
        id -> {
          where.append(" and campaignId = :campaign");
          values.put("campaign", id.value());
        });
    if (paging.after() != null) {
      where.append(" and id < :after");
      values.put("after", paging.after().id());
    }
    List<Suppression> rows =
        find(where + " order by id desc", values).page(0, paging.probe()).list();
    return Page.of(rows, paging.limit(), entry -> new Cursor("", entry.id().value()));
  }

  /**
   * The entries that forbid a number: those of the tenant, and those of the campaign if one is
   * given.
   */
  public List<Suppression> against(PhoneNumber phone, Optional<CampaignId> campaign) {
    return list(
        "phone = ?1 and removedAt is null and (campaignId is null or campaignId = ?2) order by id",
        phone.e164(),
        campaign.map(CampaignId::value).orElse(new UUID(0, 0)));
  }

  Optional<Suppression> same(Suppression.Request request) {
    return against(request.phone(), request.campaign()).stream()
        .filter(entry -> entry.campaign().equals(request.campaign()))
        .findFirst();
  }
}
