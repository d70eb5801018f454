package io.warmline.core.queue;

import io.warmline.core.company.Company;
import io.warmline.core.id.CampaignId;
import io.warmline.core.tenant.TenantSql;
import io.warmline.core.tenant.TenantTransaction.Collision;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;

/**
 * Keeps two agents from holding leads of one company at once, in campaigns that want it. What is
 * one company is said by {@link Company}: it is no equivalence, so no unique index can say it.
 */
@ApplicationScoped
public class OneOfCompany {

  private static final String OF_CLIENT =
      "case when c.one_call_per_company then coalesce(cast(c.client_id as text), '-') || ' ' || l.company_%s end";

  /** By what the lead {@code l} of the campaign {@code c} is held back; null where nothing does. */
  static final String DOMAIN = OF_CLIENT.formatted("domain");

  static final String NAME = OF_CLIENT.formatted("name");

  /**
   * When the agents who hold leads of the company of {@code q} have to be done; null if nobody
   * does. By claim_id, so that it finds the indexes of companies alone.
   */
  public static final String IN_CALL_UNTIL =
      """
      greatest(
        (select max(o.lease_expires_at) from queue_entry o
         where o.tenant_id = :tenant and o.company_domain = q.company_domain and o.claim_id is not null and o.lead_id <> q.lead_id),
        (select max(o.lease_expires_at) from queue_entry o
         where o.tenant_id = :tenant and o.company_name = q.company_name and o.claim_id is not null and o.lead_id <> q.lead_id
           and (o.company_domain is null or q.company_domain is null)))\
      """;

  /** What of it a claim asks of a row {@code q} that it could have. */
  static final String FREE =
      """
      (q.company_domain is null
                 or not exists (select 1 from queue_entry o
                                where o.tenant_id = :tenant and o.company_domain = q.company_domain and o.claim_id is not null offset 0))
            and (q.company_name is null
                 or not exists (select 1 from queue_entry o
                                where o.tenant_id = :tenant and o.company_name = q.company_name and o.claim_id is not null
                                  and (o.company_domain is null or q.company_domain is null) offset 0))\
      """;

  private static final String FOLLOW =
      """
      update queue_entry q set company_domain = n.company_domain, company_name = n.company_name
      from (select l.id, %s as company_domain, %s as company_name
            from lead l
            join campaign c on c.tenant_id = :tenant and c.id = l.campaign_id
            where l.tenant_id = :tenant and l.campaign_id = :campaign) n
      where q.tenant_id = :tenant and q.lead_id = n.id
        and (q.company_domain is distinct from n.company_domain or q.company_name is distinct from n.company_name)
      """
          .formatted(DOMAIN, NAME);

  private final TenantSql sql;

  OneOfCompany(TenantSql sql) {
    this.sql = sql;
  }

  /**
   * After a change of the campaign's policy, or of its client. Leads that agents hold follow too,
   * so that nobody calls their companies besides. Rows are locked first, as by {@link ListedLeads}.
   */
  public void follow(CampaignId campaign) {
    sql.query(
        """
        select lead_id from queue_entry where tenant_id = :tenant and campaign_id = :campaign
        order by lead_id
        for no key update
        """,
        q -> q.bind("campaign", campaign.value()).mapTo(UUID.class).list());
    sql.update(FOLLOW, u -> u.bind("campaign", campaign.value()));
  }

  /**
   * Makes sure that nobody else has leased a lead of the same company meanwhile. Whoever leases one
   * waits here for others who have, and then looks with fresh eyes: two who look at once would not
   * see each other.
   *
   * @throws Collision if somebody has; the claim is then made again
   */
  void requireAlone(Collection<UUID> leased, Collection<String> companies) {
    if (companies.isEmpty()) {
      return;
    }
    sql.query(
        """
        select count(pg_advisory_xact_lock(h))
        from (select distinct hashtextextended('company ' || cast(t.id as text) || n, 0) as h
              from tenant t, unnest(:companies) n
              where t.id = :tenant
              order by 1) s
        """,
        q -> q.bindArray("companies", String.class, companies.toArray()).mapTo(Long.class).one());
    boolean taken =
        sql.query(
            """
            select exists (
              select 1 from queue_entry q
              join queue_entry o on o.tenant_id = :tenant and o.claim_id is not null and o.lead_id <> q.lead_id
                and %s
              where q.tenant_id = :tenant and q.lead_id = any(:leads))
            """
                .formatted(Company.same("o", "q")),
            q -> q.bindArray("leads", UUID.class, leased.toArray()).mapTo(Boolean.class).one());
    if (taken) {
      throw new Collision("a company that is being called");
    }
  }
}
