package io.warmline.core.queue;

import io.warmline.core.id.CampaignId;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Leads that were dialled, or whose number was: they are called as often as caps and cooldowns
 * allow, and follow when those change. They are locked against a claim that would go by the old
 * ones. So do leads whose next number cannot be called for days, and that have another.
 */
@ApplicationScoped
public class CappedLeads {

  private static final String CALLED =
      """
      select q.lead_id from queue_entry q
      where q.tenant_id = :tenant and %s
        and (exists (select 1 from call k where k.tenant_id = :tenant and k.phone = q.phone)
             or exists (select 1 from lead l where l.tenant_id = :tenant and l.id = q.lead_id and l.attempts > 0))
      order by q.lead_id
      for no key update of q
      """;

  /*
   * Who waits for a number that cannot be called today, and has another that can. Campaigns of which none can, by night before a
   * weekend, are passed over.
   */
  private static final String ELSEWHERE =
      """
      select q.lead_id
      from window_bucket b
      join queue_entry q on q.tenant_id = :tenant and q.bucket_id = b.id and q.state in ('READY', 'WAITING')
      where b.tenant_id = :tenant and b.opens_at > :now + interval '1 day'
        and b.campaign_id in (select t.campaign_id from window_bucket t where t.tenant_id = :tenant and t.id = any(:buckets))
        and exists (select 1 from window_bucket n
                    where n.tenant_id = :tenant and n.campaign_id = b.campaign_id and n.opens_at <= :now + interval '1 day')
        and exists (select 1 from lead_phone p
                    join window_bucket n on n.tenant_id = :tenant and n.id = p.bucket_id and n.opens_at <= :now + interval '1 day'
                    where p.tenant_id = :tenant and p.lead_id = q.lead_id and p.uncallable_reason is null)
      order by q.lead_id
      for no key update of q
      """;

  private final TenantSql sql;
  private final BucketOpenings openings;
  private final QueueEntries queue;
  private final Instance<FollowHouse> followers;

  CappedLeads(
      TenantSql sql, BucketOpenings openings, QueueEntries queue, Instance<FollowHouse> followers) {
    this.sql = sql;
    this.openings = openings;
    this.queue = queue;
    this.followers = followers;
  }

  /** After a change of the campaign's own caps. */
  public void followCaps(CampaignId campaign, Instant now) {
    List<UUID> leads =
        sql.query(
            CALLED.formatted("q.campaign_id = :campaign"),
            q -> q.bind("campaign", campaign.value()).mapTo(UUID.class).list());
    queue.refresh(leads, now);
  }

  /** After a change of the campaign's hours, rules, audience or status. */
  public void followRules(CampaignId campaign, Instant now) {
    follow(openings.workOut(campaign, now), now);
  }

  /** As time passes, the law changes: buckets that have closed get their next opening. */
  void rollForward(Instant now) {
    follow(openings.workOutNext(now), now);
  }

  /** After a change of a rule that holds for all campaigns. */
  public void followHouse(Instant now) {
    sql.query(
        "select id from campaign where tenant_id = :tenant order by id for no key update",
        q -> q.mapTo(UUID.class).list());
    follow(openings.workOutAll(now), now);
    followers.forEach(follower -> follower.at(now));
  }

  /** Openings that a server with an older law has worked out, while both are running. */
  public void followEdition(Instant now) {
    follow(openings.workOutOlder(now), now);
  }

  /** The law or the time-zone data that this server brings may be other than before. */
  void followAll(Instant now) {
    follow(openings.workOutAll(now), now);
  }

  /** After a change of the clocks by which these buckets open. */
  public void followClocks(Collection<Long> changed, Instant now) {
    follow(openings.workOut(changed, now), now);
  }

  private void follow(BucketOpenings.Changes changes, Instant now) {
    if (!changes.capped().isEmpty()) {
      List<UUID> leads =
          sql.query(
              CALLED.formatted("q.bucket_id = any(:buckets)"),
              q ->
                  q.bindArray("buckets", Long.class, changes.capped().toArray())
                      .mapTo(UUID.class)
                      .list());
      queue.refresh(leads, now);
    }
    if (!changes.turned().isEmpty()) {
      List<UUID> leads =
          sql.query(
              ELSEWHERE,
              q ->
                  q.bind("now", now)
                      .bindArray("buckets", Long.class, changes.turned().toArray())
                      .mapTo(UUID.class)
                      .list());
      queue.refresh(leads, now);
    }
  }
}
