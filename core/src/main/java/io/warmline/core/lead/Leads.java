package io.warmline.core.lead;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.warmline.core.Conditions;
import io.warmline.core.Cursor;
import io.warmline.core.NotFound;
import io.warmline.core.Page;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.phone.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** The leads of the tenant. */
@ApplicationScoped
public class Leads implements PanacheRepositoryBase<Lead, UUID> {

  /** Which leads a list is about; empty: no condition. */
  public record Filter(
      Optional<CampaignId> campaign,
      Optional<LeadStatus> status,
      Optional<PhoneNumber> phone,
      Optional<String> email,
      Optional<String> externalId,
      Optional<Instant> updatedAfter) {}

  /*
   * By SQL: for an entity with a tenant Hibernate puts the statement of "find" together anew at each call, which takes a quarter of
   * a claim's time outside the database. The tenant is the one of the transaction, as row-level security has it.
   */
  private static final String BY_ID =
      "select * from lead where tenant_id = current_tenant() and id = :id";

  /**
   * @throws NotFound if the tenant has none with this id
   */
  public Lead get(LeadId id) {
    return getEntityManager()
        .unwrap(Session.class)
        .createNativeQuery(BY_ID, Lead.class)
        .setParameter("id", id.value())
        .uniqueResultOptional()
        .orElseThrow(() -> new NotFound("lead", id));
  }

  /** Newest first. */
  public Page<Lead> list(Filter filter, Cursor.Paging paging) {
    Conditions where = new Conditions();
    filter.campaign().ifPresent(id -> where.and("campaignId = :campaign", "campaign", id.value()));
    filter.status().ifPresent(status -> where.and("status = :status", "status", status));
    filter
        .email()
        .ifPresent(email -> where.and("lower(profile.email) = lower(:email)", "email", email));
    filter.externalId().ifPresent(id -> where.and("externalId = :external", "external", id));
    filter.updatedAfter().ifPresent(at -> where.and("updatedAt > :after", "after", at));
    filter.phone().ifPresent(phone -> where.and("id in (:called)", "called", idsWith(phone)));
    if (paging.after() != null) {
      where.and("id < :last", "last", paging.after().id());
    }
    List<Lead> rows =
        find(where.text() + " order by id desc", where.values()).page(0, paging.probe()).list();
    return Page.of(rows, paging.limit(), lead -> new Cursor("", lead.id().value()));
  }

  private List<UUID> idsWith(PhoneNumber phone) {
    @SuppressWarnings("unchecked")
    List<UUID> ids =
        getEntityManager()
            .createNativeQuery(
                "select distinct lead_id from lead_phone where e164 = :e164", UUID.class)
            .setParameter("e164", phone.e164())
            .getResultList();
    return ids.isEmpty() ? List.of(new UUID(0, 0)) : ids;
  }

  Optional<Lead> byExternalId(CampaignId campaign, String externalId) {
    return find("campaignId = ?1 and externalId = ?2", campaign.value(), externalId)
        .firstResultOptional();
  }

  /** The lead without an external id that has this number first. */
  Optional<Lead> byPhone(CampaignId campaign, PhoneNumber phone) {
    return find(
            "campaignId = ?1 and phone = ?2 and externalId is null", campaign.value(), phone.e164())
        .firstResultOptional();
  }
}
