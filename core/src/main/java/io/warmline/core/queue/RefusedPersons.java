package io.warmline.core.queue;

/** Who is not called on any number because they, or somebody who is the same person, refused. */
public final class RefusedPersons {

  /**
   * Whether a lead l of a campaign c is not called at all: one of its numbers has an entry of a
   * person, and is that person's or of somebody who may be the same. A different name, where both
   * are known, is another person at the same line.
   */
  public static final String REFUSED =
      """
      exists (
        select 1 from lead_phone pp
        cross join lateral (
          select sp.lead_id from suppression sp
          where sp.tenant_id = :tenant and sp.phone = pp.e164 and sp.removed_at is null and sp.reach = 'PERSON'
            and (sp.scope = 'TENANT' or sp.campaign_id = l.campaign_id or sp.client_id = c.client_id)
          offset 0) sp
        left join lateral (
          select x.id, x.first_name, x.last_name, x.email from lead x where x.tenant_id = :tenant and x.id = sp.lead_id
          offset 0) x on true
        where pp.tenant_id = :tenant and pp.lead_id = l.id
          and (x.id is null or x.id = l.id or %s)
        offset 0)
      """
          .formatted(SamePersons.of("x", "l"));

  private RefusedPersons() {}
}
