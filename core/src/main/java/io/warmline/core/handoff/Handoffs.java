package io.warmline.core.handoff;

import io.warmline.core.Cursor;
import io.warmline.core.NotFound;
import io.warmline.core.Page;
import io.warmline.core.handoff.Handoff.ClientDecision;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ClientId;
import io.warmline.core.id.HandoffId;
import io.warmline.core.id.LeadId;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The hand-offs of the tenant. */
@ApplicationScoped
public class Handoffs {

  private static final String SELECT =
      """
      select h.*, l.status = 'DO_NOT_CALL' as do_not_call
      from handoff h join lead l on l.tenant_id = :tenant and l.id = h.lead_id
      where h.tenant_id = :tenant
      """;

  private final TenantSql sql;

  Handoffs(TenantSql sql) {
    this.sql = sql;
  }

  /**
   * Which hand-offs a list is about; empty: no condition.
   *
   * @param client to whom they were offered
   */
  public record Filter(
      Optional<HandoffStatus> status,
      Optional<CampaignId> campaign,
      Optional<ClientId> client,
      Optional<LeadId> lead) {}

  /**
   * @throws NotFound if the tenant has none with this id
   */
  public Handoff get(HandoffId id) {
    return sql.query(
            SELECT + " and h.id = :id",
            q -> q.bind("id", id.value()).map(HandoffRow::read).findOne())
        .orElseThrow(() -> new NotFound("hand-off", id));
  }

  /** Newest first. */
  public Page<Handoff> list(Filter filter, Cursor.Paging paging) {
    Cursor after = paging.after();
    List<Handoff> rows =
        sql.query(
            SELECT
                + """
                  and (cast(:status as text) is null or h.status = :status)
                  and (cast(:campaign as uuid) is null or h.campaign_id = :campaign)
                  and (cast(:client as uuid) is null or h.client_id = :client)
                  and (cast(:lead as uuid) is null or h.lead_id = :lead)
                  and (cast(:after as uuid) is null or h.id < :after)
                order by h.id desc
                limit :limit
                """,
            q ->
                q.bind("status", filter.status().map(Enum::name).orElse(null))
                    .bind("campaign", filter.campaign().map(CampaignId::value).orElse(null))
                    .bind("client", filter.client().map(ClientId::value).orElse(null))
                    .bind("lead", filter.lead().map(LeadId::value).orElse(null))
                    .bind("after", after == null ? null : after.id())
                    .bind("limit", paging.probe())
                    .map(HandoffRow::read)
                    .list());
    return Page.of(rows, paging.limit(), handoff -> new Cursor("", handoff.id().value()));
  }

  /** Those of these leads on which the client has not decided. */
  List<Handoff> offeredOf(Collection<UUID> leads) {
    return sql.query(
        SELECT + " and h.lead_id = any(:leads) and h.status = 'OFFERED' order by h.id",
        q -> q.bindArray("leads", UUID.class, leads.toArray()).map(HandoffRow::read).list());
  }

  /** Whether the client accepted the latest offer of a lead. */
  boolean isAccepted(LeadId lead) {
    return sql.query(
        """
        select coalesce((select h.status = 'ACCEPTED' from handoff h
                         where h.tenant_id = :tenant and h.lead_id = :lead
                         order by h.id desc limit 1), false)
        """,
        q -> q.bind("lead", lead.value()).mapTo(Boolean.class).one());
  }

  void add(Handoff handoff) {
    sql.update(
        """
        insert into handoff (tenant_id, id, version, lead_id, campaign_id, client_id, agent_id, call_id, kind, status, qualification,
                             reason, revisit_on, offered_at, decide_by, updated_at)
        values (:tenant, :id, 0, :lead, :campaign, :client, :agent, :call, :kind, 'OFFERED', cast(:qualification as jsonb),
                :reason, :revisitOn, :offeredAt, :decideBy, :offeredAt)
        """,
        u -> HandoffRow.bind(u, handoff));
  }

  /** Writes the client's verdict; false if the offer has ended before. */
  boolean decide(HandoffId id, ClientDecision decision) {
    return sql.update(
            """
            update handoff
            set status = :status, decided_at = :now, return_reason = :returned, comment = :comment, ready_on = :readyOn,
                version = version + 1, updated_at = :now
            where tenant_id = :tenant and id = :id and status = 'OFFERED'
            """,
            u ->
                u.bind("id", id.value())
                    .bind("status", decision.status().name())
                    .bind("now", decision.at())
                    .bind(
                        "returned", decision.returned() == null ? null : decision.returned().name())
                    .bind("comment", decision.comment())
                    .bind("readyOn", decision.readyOn()))
        == 1;
  }

  /** Ends the offer without a verdict; false if it has ended before. */
  boolean expire(HandoffId id, ExpiryReason reason, Instant now) {
    return sql.update(
            """
            update handoff
            set status = 'EXPIRED', expired_at = :now, expiry_reason = :reason, version = version + 1, updated_at = :now
            where tenant_id = :tenant and id = :id and status = 'OFFERED'
            """,
            u -> u.bind("id", id.value()).bind("reason", reason.name()).bind("now", now))
        == 1;
  }

  /** Leads of offers on which the client has not decided in time. */
  List<UUID> undecided(int limit, Instant now) {
    return sql.query(
        """
        select lead_id from handoff
        where tenant_id = :tenant and status = 'OFFERED' and decide_by <= :now
        order by decide_by, id
        limit :limit
        """,
        q -> q.bind("now", now).bind("limit", limit).mapTo(UUID.class).list());
  }
}
