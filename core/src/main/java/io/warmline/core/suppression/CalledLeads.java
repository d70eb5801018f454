package io.warmline.core.suppression;

import io.warmline.core.id.CampaignId;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which leads a number leads to, and which of them can still be called at all. */
@ApplicationScoped
class CalledLeads {

  private final TenantSql sql;

  CalledLeads(TenantSql sql) {
    this.sql = sql;
  }

  /**
   * The leads that have this number.
   *
   * @param campaign whose leads; empty: all
   */
  List<UUID> with(PhoneNumber phone, Optional<CampaignId> campaign) {
    return sql.query(
        """
        select p.lead_id from lead_phone p join lead l on l.tenant_id = p.tenant_id and l.id = p.lead_id
        where p.tenant_id = :tenant and p.e164 = :phone and (cast(:campaign as uuid) is null or l.campaign_id = :campaign)
        order by p.lead_id
        """,
        q ->
            q.bind("phone", phone.e164())
                .bind("campaign", campaign.map(CampaignId::value).orElse(null))
                .mapTo(UUID.class)
                .list());
  }

  /** Of these leads those all of whose working numbers are suppressed. */
  List<UUID> withoutNumber(List<UUID> leads) {
    return sql.query(
        """
        select l.id from lead l
        where l.tenant_id = :tenant and l.id = any(:leads)
          and not exists (
            select from lead_phone p
            where p.tenant_id = l.tenant_id and p.lead_id = l.id and p.uncallable_reason is null
              and not exists (select from suppression s
                              where s.tenant_id = p.tenant_id and s.phone = p.e164 and s.removed_at is null
                                and (s.scope = 'TENANT' or s.campaign_id = l.campaign_id)))
        order by l.id
        """,
        q -> q.bindArray("leads", UUID.class, leads.toArray()).mapTo(UUID.class).list());
  }
}
