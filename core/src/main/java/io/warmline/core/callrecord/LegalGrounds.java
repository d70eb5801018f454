package io.warmline.core.callrecord;

import io.warmline.core.queue.Exemptions;

/**
 * What is kept with a call of what made it legal, as a fragment of the statement that puts it on
 * record: so it costs no round trip. Laws, consents and lists change afterwards.
 */
final class LegalGrounds {

  /** Takes {@code :lead}, {@code :phone}, {@code :claim} and {@code :created}. */
  static final String AS_IT_STANDS =
      """
      (select jsonb_strip_nulls(jsonb_build_object(
         'law', coalesce((select m.law from claim m where m.tenant_id = :tenant and m.id = :claim), b.law),
         'audience', c.audience,
         'zones', to_jsonb(p.candidate_zones), 'zoneSource', p.zone_source, 'jurisdictions', to_jsonb(p.jurisdictions),
         'consent', case when l.consent_kind is not null then jsonb_build_object(
           'kind', l.consent_kind, 'givenAt', l.consent_given_at, 'evidence', l.consent_evidence, 'scope', l.consent_scope,
           'source', l.consent_source, 'expiresAt', l.consent_expires_at, 'withdrawnAt', l.consent_withdrawn_at) end,
         'relationship', case when coalesce(l.customer_since, l.last_purchase_on) is not null or l.last_inquiry_at is not null
           then jsonb_build_object(
             'customerSince', l.customer_since, 'customerUntil', l.customer_until, 'lastPurchaseOn', l.last_purchase_on,
             'lastInquiryAt', l.last_inquiry_at) end,
         'registries', (select jsonb_agg(jsonb_build_object(
             'name', g.name, 'jurisdiction', g.jurisdiction, 'asOf', g.as_of, 'maxAgeDays', g.max_age_days,
             'importedAt', g.imported_at, 'protects', c.audience = any(g.covers),
             'listed', exists (select 1 from registry_number n
                               where n.tenant_id = :tenant and n.list_id = g.list_id and n.phone = cast(:phone as text) offset 0),
             'exemptUntil', nullif(%s, 'infinity'), 'exempt', (%s > :created) is true) order by g.name)
           from registry g
           where g.tenant_id = :tenant
             and (g.jurisdiction = any(p.jurisdictions)
                  or g.jurisdiction = g.country
                     and (starts_with(cast(:phone as text), g.calling_code)
                          or exists (select 1 from unnest(p.jurisdictions) j where starts_with(j, g.country)))))))
       from lead l
       join campaign c on c.tenant_id = :tenant and c.id = l.campaign_id
       left join lateral (
         select p.candidate_zones, p.zone_source, p.jurisdictions, p.bucket_id from lead_phone p
         where p.tenant_id = :tenant and p.lead_id = l.id
         order by p.e164 <> cast(:phone as text), p.position limit 1) p on true
       left join window_bucket b on b.tenant_id = :tenant and b.id = p.bucket_id
       where l.tenant_id = :tenant and l.id = :lead)\
      """
          .formatted(Exemptions.FROM_REGISTRY_UNTIL, Exemptions.FROM_REGISTRY_UNTIL);

  private LegalGrounds() {}
}
