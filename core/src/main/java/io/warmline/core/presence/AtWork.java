package io.warmline.core.presence;

import io.warmline.core.queue.Assignments;

/**
 * Who is at work, for statements of others. Whoever signs on and off is at work in between, but for
 * breaks. Of others it is guessed: who claimed a lead, or logged a call, a short while ago.
 */
public final class AtWork {

  /** Whether an agent {@code a} is at work; a short while ago is after {@code :since}. */
  public static final String CONDITION =
      """
      case when exists (select 1 from shift w where w.tenant_id = :tenant and w.agent_id = a.id and w.signed_off_at is null)
           then exists (select 1 from shift w
                        where w.tenant_id = :tenant and w.agent_id = a.id and w.signed_off_at is null and w.state <> 'BREAK')
           else exists (select 1 from claim m
                        where m.tenant_id = :tenant and m.agent_id = a.id and m.status = 'ACTIVE'
                          and m.claimed_at > greatest(:since, (select max(w.signed_off_at) from shift w
                                                               where w.tenant_id = :tenant and w.agent_id = a.id)))
             or coalesce((select k.created_at from call k
                          where k.tenant_id = :tenant and k.agent_id = a.id
                          order by k.id desc limit 1)
                         > greatest(:since, (select max(w.signed_off_at) from shift w
                                             where w.tenant_id = :tenant and w.agent_id = a.id)), false)
      end\
      """;

  /** Whether an agent {@code a} gets leads of a campaign {@code c}, now that the agent works. */
  public static final String WORKS =
      """
      %s
      and not exists (select 1 from shift w
                      where w.tenant_id = :tenant and w.agent_id = a.id and w.signed_off_at is null
                        and cardinality(w.campaign_ids) > 0 and c.id <> all(w.campaign_ids))\
      """
          .formatted(Assignments.CONDITION);

  private AtWork() {}
}
