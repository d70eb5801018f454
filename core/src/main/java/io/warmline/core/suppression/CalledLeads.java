package io.warmline.core.suppression;

import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ClaimId;
import io.warmline.core.id.ClientId;
import io.warmline.core.queue.RefusedPersons;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Which leads a number leads to, and which of them can still be called at all. */
@ApplicationScoped
class CalledLeads {

  private final TenantSql sql;

  CalledLeads(TenantSql sql) {
    this.sql = sql;
  }

  /** The leads that an entry keeps from being called on its number. */
  List<UUID> concernedBy(Suppression entry) {
    return sql.query(
        """
        select p.lead_id
        from lead_phone p
        join lead l on l.tenant_id = :tenant and l.id = p.lead_id
        join campaign c on c.tenant_id = :tenant and c.id = l.campaign_id
        where p.tenant_id = :tenant and p.e164 = :phone
          and (:scope = 'TENANT' or c.id = :campaign or c.client_id = :client)
        order by p.lead_id
        """,
        q ->
            q.bind("phone", entry.phone().e164())
                .bind("scope", entry.scope().name())
                .bind("campaign", entry.campaign().map(CampaignId::value).orElse(null))
                .bind("client", entry.client().map(ClientId::value).orElse(null))
                .mapTo(UUID.class)
                .list());
  }

  /**
   * The leads of a campaign that have a number which is not called for one of these clients.
   *
   * @param clients at least one
   */
  List<UUID> concernedByClients(CampaignId campaign, Collection<ClientId> clients) {
    return sql.query(
        """
        select distinct p.lead_id
        from suppression s
        join lead_phone p on p.tenant_id = :tenant and p.e164 = s.phone
        join lead l on l.tenant_id = :tenant and l.id = p.lead_id
        where s.tenant_id = :tenant and s.client_id = any(:clients) and s.removed_at is null and l.campaign_id = :campaign
        order by p.lead_id
        """,
        q ->
            q.bindArray("clients", UUID.class, clients.stream().map(ClientId::value).toArray())
                .bind("campaign", campaign.value())
                .mapTo(UUID.class)
                .list());
  }

  /** The live claims on these leads whose number may not be called any more. */
  List<ClaimId> claimedInVain(List<UUID> leads) {
    return sql.query(
        """
        select q.claim_id
        from queue_entry q
        join campaign c on c.tenant_id = :tenant and c.id = q.campaign_id
        join lead l on l.tenant_id = :tenant and l.id = q.lead_id
        where q.tenant_id = :tenant and q.lead_id = any(:leads) and q.state = 'LEASED'
          and (exists (select 1 from suppression s
                       where s.tenant_id = :tenant and s.phone = q.phone and s.removed_at is null
                         and (s.scope = 'TENANT' or s.campaign_id = c.id or s.client_id = c.client_id))
               or %s)
        order by q.lead_id
        """
            .formatted(RefusedPersons.REFUSED),
        q -> q.bindArray("leads", UUID.class, leads.toArray()).mapTo(ClaimId.class).list());
  }

  /** Of these leads those all of whose working numbers are suppressed, or who refused in person. */
  List<UUID> withoutNumber(List<UUID> leads) {
    return sql.query(
        """
        select l.id
        from lead l
        join campaign c on c.tenant_id = :tenant and c.id = l.campaign_id
        where l.tenant_id = :tenant and l.id = any(:leads)
          and (%s or not exists (
            select 1 from lead_phone p
            where p.tenant_id = :tenant and p.lead_id = l.id and p.uncallable_reason is null
              and not exists (select 1 from suppression s
                              where s.tenant_id = :tenant and s.phone = p.e164 and s.removed_at is null
                                and (s.scope = 'TENANT' or s.campaign_id = l.campaign_id or s.client_id = c.client_id))))
        order by l.id
        """
            .formatted(RefusedPersons.REFUSED),
        q -> q.bindArray("leads", UUID.class, leads.toArray()).mapTo(UUID.class).list());
  }
}
