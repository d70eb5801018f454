package io.warmline.core.suppression;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.warmline.core.Cursor;
import io.warmline.core.NotFound;
import io.warmline.core.Page;
import io.warmline.core.SqlConditions;
import io.warmline.core.event.Events;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ClientId;
import io.warmline.core.id.SuppressionId;
import io.warmline.core.phone.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The do-not-call entries of the tenant. */
@ApplicationScoped
public class Suppressions implements PanacheRepositoryBase<Suppression, UUID> {

  /** The id of nothing. */
  private static final UUID NOBODY = new UUID(0, 0);

  private final Events events;

  Suppressions(Events events) {
    this.events = events;
  }

  /**
   * @throws NotFound if the tenant has none with this id
   */
  public Suppression get(SuppressionId id) {
    return findByIdOptional(id.value()).orElseThrow(() -> new NotFound("suppression", id));
  }

  /** Entries in force, newest first. */
  public Page<Suppression> list(
      Optional<PhoneNumber> phone,
      Optional<CampaignId> campaign,
      Optional<ClientId> client,
      Cursor.Paging paging) {
    SqlConditions where = new SqlConditions().and("removedAt is null");
    client.ifPresent(id -> where.and("clientId = :client", "client", id.value()));
    phone.ifPresent(number -> where.and("phone = :phone", "phone", number.e164()));
    campaign.ifPresent(id -> where.and("campaignId = :campaign", "campaign", id.value()));
    if (paging.after() != null) {
      where.and("id < :last", "last", paging.after().id());
    }
    List<Suppression> rows =
        find(where.text() + " order by id desc", where.values()).page(0, paging.probe()).list();
    return Page.of(rows, paging.limit(), entry -> new Cursor("", entry.id().value()));
  }

  /**
   * The entries that forbid a number: those of the tenant, and if a campaign is given those of it
   * and of its client.
   */
  public List<Suppression> against(PhoneNumber phone, Optional<CampaignId> campaign) {
    return against(phone, campaign, Optional.empty());
  }

  /** As {@link #against(PhoneNumber, Optional)}, and those of the client if one is given. */
  public List<Suppression> against(
      PhoneNumber phone, Optional<CampaignId> campaign, Optional<ClientId> client) {
    return list(
        """
        phone = ?1 and removedAt is null
          and (scope = TENANT or campaignId = ?2 or clientId = ?3
               or clientId in (select c.clientId from Campaign c where c.id = ?2))
        order by id
        """,
        phone.e164(),
        campaign.map(CampaignId::value).orElse(NOBODY),
        client.map(ClientId::value).orElse(NOBODY));
  }

  /** Whether an entry that was in force at an instant forbade to call a number for a campaign. */
  public boolean forbade(PhoneNumber phone, CampaignId campaign, Instant at) {
    return count(
            """
            phone = ?1 and createdAt < ?3 and (removedAt is null or removedAt > ?3)
              and (scope = TENANT or campaignId = ?2
                   or clientId in (select c.clientId from Campaign c where c.id = ?2))
            """,
            phone.e164(),
            campaign.value(),
            at)
        > 0;
  }

  Optional<Suppression> same(Suppression.Request request) {
    return against(request.phone(), request.campaign(), request.client()).stream()
        .filter(entry -> entry.campaign().equals(request.campaign()))
        .filter(entry -> entry.client().equals(request.client()))
        .findFirst();
  }

  /** The entries in force that were made together with this one for other numbers of a person. */
  List<Suppression> madeWith(Suppression entry) {
    UUID first = entry.first().value();
    return list(
        "(id = ?1 or withId = ?1) and id <> ?2 and removedAt is null order by phone",
        first,
        entry.id().value());
  }

  /** Puts a new entry in force. */
  Suppression add(Suppression.Request request, Instant now) {
    Suppression entry = Suppression.of(request, now);
    persistAndFlush(entry);
    events.record(
        new SuppressionEvent.Added(
            entry.id(),
            entry.scope(),
            request.campaign().orElse(null),
            request.client().orElse(null),
            request.call().orElse(null)),
        now);
    return entry;
  }

  /** Puts an entry out of force, as it is now that the caller has locked its number. */
  void lift(Suppression entry, Suppression.Evidence evidence, Instant now) {
    getEntityManager().refresh(entry);
    entry.lift(evidence, now);
    flush();
  }

  /** Announces that an entry was lifted, after all that follows from it. */
  void announceLifted(Suppression entry, Instant now) {
    events.record(
        new SuppressionEvent.Removed(
            entry.id(), entry.evidence().orElseThrow(), entry.removedBy().orElse(null)),
        now);
  }
}
