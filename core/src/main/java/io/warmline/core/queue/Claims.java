package io.warmline.core.queue;

import io.warmline.core.NotFound;
import io.warmline.core.event.Events;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ClaimId;
import io.warmline.core.id.LeadId;
import io.warmline.core.tenant.Question;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The leases: extended and ended. {@link LeaseLeads} gives them. */
@ApplicationScoped
public class Claims {

  private static final String READ =
      """
      select c.*, coalesce(cb.overdue_at <= c.claimed_at, false) as overdue
      from claim c left join callback cb on cb.tenant_id = :tenant and cb.id = c.callback_id
      where c.tenant_id = :tenant and c.id = any(:claims)
      """;

  /*
   * The leases, the claims and the promises that they were to keep, at once: this is done after
   * every call.
   */
  private static final String END =
      """
      with freed as (
        update queue_entry q
        set state = 'WAITING', claim_id = null, lease_expires_at = null, blocked_by = 'CLAIMED'
        from claim m
        where m.tenant_id = :tenant and m.id = any(:ended)
          and q.tenant_id = :tenant and q.lead_id = m.lead_id and q.claim_id = m.id
          and (:status <> 'EXPIRED' or q.lease_expires_at <= :now)
          and (:status <> 'COMPLETED' or q.lease_expires_at > :now)
        returning m.id
      ), ended as (
        update claim c
        set status = :status, ended_at = :now, release_reason = :reason, note = :note
        from freed
        where c.tenant_id = :tenant and c.id = freed.id
        returning c.callback_id
      ), given_back as (
        update callback cb set status = 'DUE', version = cb.version + 1, updated_at = :now
        from ended
        where cb.tenant_id = :tenant and cb.id = ended.callback_id and cb.status = 'CLAIMED'
      )
      select id from freed
      """;

  private static final String COMPLETE =
      END.replace(":status", "'COMPLETED'").replace(":reason", "null").replace(":note", "null");

  private final TenantSql sql;
  private final Events events;

  Claims(TenantSql sql, Events events) {
    this.sql = sql;
    this.events = events;
  }

  /** A claim, live or ended. @throws NotFound if the tenant has none with this id */
  public Claim get(ClaimId id) {
    return sql.ask(those(List.of(id))).stream()
        .findFirst()
        .orElseThrow(() -> new NotFound("claim", id));
  }

  /** These claims, live or ended, as far as the tenant has them. */
  public Question<List<Claim>> those(Collection<ClaimId> ids) {
    return new Question<>(
        READ,
        Map.of("claims", values(ids)),
        rows -> rows.map((rs, ctx) -> ClaimRow.read(rs)).list());
  }

  private static UUID[] values(Collection<ClaimId> ids) {
    return ids.stream().map(ClaimId::value).toArray(UUID[]::new);
  }

  /**
   * @throws NotFound if the tenant has no such agent
   */
  void requireAgent(AgentId agent) {
    boolean known =
        sql.query(
            "select exists (select 1 from agent where tenant_id = :tenant and id = :id)",
            q -> q.bind("id", agent.value()).mapTo(Boolean.class).one());
    if (!known) {
      throw new NotFound("agent", agent);
    }
  }

  /** Seconds a lease of this campaign lasts. */
  int leaseSeconds(CampaignId campaign) {
    return sql.query(
        "select lease_seconds from campaign where tenant_id = :tenant and id = :id",
        q -> q.bind("id", campaign.value()).mapTo(Integer.class).one());
  }

  /** Moves the end of a live lease; false if it is not live any more. */
  boolean extend(ClaimId id, Instant until, Instant now) {
    int leases =
        sql.update(
            """
            update queue_entry set lease_expires_at = :until
            where tenant_id = :tenant and lead_id = (select lead_id from claim where tenant_id = :tenant and id = :id)
              and claim_id = :id and lease_expires_at > :now
            """,
            u -> u.bind("id", id.value()).bind("until", until).bind("now", now));
    if (leases == 1) {
      sql.update(
          "update claim set expires_at = :until where tenant_id = :tenant and id = :id",
          u -> u.bind("id", id.value()).bind("until", until));
    }
    return leases == 1;
  }

  /**
   * Ends a claim that holds its lead; false if it does not hold it any more. Only a live claim is
   * COMPLETED, and only one whose lease has run out is EXPIRED. The lead's row must be derived anew
   * afterwards.
   *
   * @param reason why it goes back uncalled; null for other ends
   */
  public boolean end(
      ClaimId id,
      ClaimStatus status,
      @Nullable ReleaseReason reason,
      @Nullable String note,
      Instant now) {
    return !sql.query(
            END,
            q ->
                q.bindArray("ended", UUID.class, id.value())
                    .bind("status", status.name())
                    .bind("now", now)
                    .bind("reason", reason == null ? null : reason.name())
                    .bind("note", note)
                    .mapTo(UUID.class)
                    .list())
        .isEmpty();
  }

  /**
   * Completes those of these claims that are live, and tells which. The rows of their leads must be
   * derived anew afterwards.
   */
  public Question<Set<ClaimId>> complete(Collection<ClaimId> ids, Instant now) {
    return new Question<>(
        COMPLETE,
        Map.of("ended", values(ids), "now", now),
        rows -> rows.mapTo(ClaimId.class).set());
  }

  /**
   * Ends a claim if its lease has run out and it still holds its lead. The lead's row must be
   * derived anew afterwards.
   */
  public void expire(Claim claim, Instant now) {
    if (end(claim.id(), ClaimStatus.EXPIRED, null, null, now)) {
      events.record(
          new ClaimEvent.Expired(claim.id(), claim.lead(), claim.agent(), claim.expiresAt()), now);
    }
  }

  /** The live claim on a lead. */
  public Optional<ClaimId> liveOn(LeadId lead) {
    return sql.query(
        """
        select claim_id from queue_entry
        where tenant_id = :tenant and state = 'LEASED' and lead_id = :lead
        """,
        q -> q.bind("lead", lead.value()).mapTo(UUID.class).findOne().map(ClaimId::new));
  }

  /** The live claims on these leads. */
  public Question<List<Claim>> liveOn(Collection<LeadId> leads) {
    return new Question<>(
        """
        select c.*, coalesce(cb.overdue_at <= c.claimed_at, false) as overdue
        from queue_entry q
        join claim c on c.tenant_id = :tenant and c.id = q.claim_id
        left join callback cb on cb.tenant_id = :tenant and cb.id = c.callback_id
        where q.tenant_id = :tenant and q.lead_id = any(:liveOn) and q.claim_id is not null
        """,
        Map.of("liveOn", leads.stream().map(LeadId::value).toArray(UUID[]::new)),
        rows -> rows.map((rs, ctx) -> ClaimRow.read(rs)).list());
  }

  /** The live claims of an agent. */
  public List<ClaimId> liveOf(AgentId agent) {
    return sql.query(
        """
        select id from claim where tenant_id = :tenant and agent_id = :agent and status = 'ACTIVE' order by id
        """,
        q -> q.bind("agent", agent.value()).mapTo(UUID.class).stream().map(ClaimId::new).toList());
  }

  /** Claims whose lease has run out. Another process may be ending them too. */
  List<Claim> lapsed(int limit, Instant now) {
    return sql.query(
        """
        select c.*, false as overdue
        from queue_entry q join claim c on c.tenant_id = :tenant and c.id = q.claim_id
        where q.tenant_id = :tenant and q.state = 'LEASED' and q.lease_expires_at <= :now
        order by q.lease_expires_at, q.lead_id
        limit :limit
        """,
        q -> q.bind("now", now).bind("limit", limit).map((rs, ctx) -> ClaimRow.read(rs)).list());
  }
}
