package io.warmline.core.followup;

import io.warmline.core.Cursor;
import io.warmline.core.NotFound;
import io.warmline.core.Page;
import io.warmline.core.followup.FollowUp.Debt;
import io.warmline.core.followup.FollowUp.Occasion;
import io.warmline.core.followup.FollowUp.Status;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.FollowUpId;
import io.warmline.core.id.LeadId;
import io.warmline.core.tenant.Question;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.result.RowView;

/** The follow-ups of the tenant. */
@ApplicationScoped
public class FollowUps {

  private final TenantSql sql;

  FollowUps(TenantSql sql) {
    this.sql = sql;
  }

  /** Which follow-ups a list is about; empty: no condition. */
  public record Filter(
      Optional<Status> status,
      Optional<CampaignId> campaign,
      Optional<AgentId> agent,
      Optional<LeadId> lead) {}

  /**
   * @throws NotFound if the tenant has none with this id
   */
  public FollowUp get(FollowUpId id) {
    return sql.query(
            "select * from follow_up where tenant_id = :tenant and id = :id",
            q -> q.bind("id", id.value()).map(FollowUps::read).findOne())
        .orElseThrow(() -> new NotFound("follow-up", id));
  }

  /** Longest owed first. */
  public Page<FollowUp> list(Filter filter, Cursor.Paging paging) {
    Cursor after = paging.after();
    List<FollowUp> rows =
        sql.query(
            """
            select * from follow_up
            where tenant_id = :tenant
              and (cast(:status as text) is null or status = :status)
              and (cast(:campaign as uuid) is null or campaign_id = :campaign)
              and (cast(:agent as uuid) is null or agent_id = :agent)
              and (cast(:lead as uuid) is null or lead_id = :lead)
              and (cast(:after as uuid) is null or id > :after)
            order by id
            limit :limit
            """,
            q ->
                q.bind("status", filter.status().map(Enum::name).orElse(null))
                    .bind("campaign", filter.campaign().map(CampaignId::value).orElse(null))
                    .bind("agent", filter.agent().map(AgentId::value).orElse(null))
                    .bind("lead", filter.lead().map(LeadId::value).orElse(null))
                    .bind("after", after == null ? null : after.id())
                    .bind("limit", paging.probe())
                    .map(FollowUps::read)
                    .list());
    return Page.of(rows, paging.limit(), f -> new Cursor("", f.id().value()));
  }

  /** Whether a lead is called back from this time on because it has not clicked. */
  public boolean awaitedClick(LeadId lead, Instant callBackAt) {
    return sql.query(
        """
        select exists (select 1 from follow_up
                       where tenant_id = :tenant and lead_id = :lead and call_back_at = :at and clicked_at is null)
        """,
        q -> q.bind("lead", lead.value()).bind("at", callBackAt).mapTo(Boolean.class).one());
  }

  /** Those of these leads that have not clicked, with the times from which they are called back. */
  public static Question<Map<LeadId, Set<Instant>>> awaitedClicks(Collection<LeadId> leads) {
    return new Question<>(
        """
        select lead_id, call_back_at from follow_up
        where tenant_id = :tenant and lead_id = any(:unclicked) and call_back_at is not null and clicked_at is null
        """,
        Map.of("unclicked", leads.stream().map(LeadId::value).toArray(UUID[]::new)),
        rows ->
            rows.reduceRows(
                new HashMap<>(),
                (awaited, row) -> {
                  awaited
                      .computeIfAbsent(row.getColumn(1, LeadId.class), id -> new HashSet<>())
                      .add(row.getColumn(2, Instant.class));
                  return awaited;
                }));
  }

  private static FollowUp read(RowView row) {
    return new FollowUp(
        row.getColumn("id", FollowUpId.class),
        row.getColumn("lead_id", LeadId.class),
        row.getColumn("campaign_id", CampaignId.class),
        row.getColumn("agent_id", AgentId.class),
        row.getColumn("call_id", CallId.class),
        row.getColumn("occasion", Occasion.class),
        row.getColumn("status", Status.class),
        row.getColumn("due_at", Instant.class),
        Optional.ofNullable(row.getColumn("call_back_at", Instant.class)),
        Optional.ofNullable(row.getColumn("sent_at", Instant.class)),
        Optional.ofNullable(row.getColumn("clicked_at", Instant.class)),
        row.getColumn("cancel_reason", String.class),
        row.getColumn("created_at", Instant.class));
  }

  /** Enters a debt. What was owed to the lead before is owed for this call now. */
  FollowUpId owe(Debt debt, Instant now) {
    return sql.query(
        """
        insert into follow_up (tenant_id, id, lead_id, campaign_id, agent_id, call_id, occasion, status, due_at, call_back_at,
                               created_at, updated_at)
        values (:tenant, :id, :lead, :campaign, :agent, :call, :occasion, 'OWED', :now, :callBack, :now, :now)
        on conflict (tenant_id, lead_id) where status = 'OWED' do update
        set agent_id = excluded.agent_id, call_id = excluded.call_id, occasion = excluded.occasion,
            call_back_at = excluded.call_back_at, updated_at = excluded.updated_at
        returning id
        """,
        q ->
            q.bind("id", FollowUpId.next().value())
                .bind("lead", debt.lead().value())
                .bind("campaign", debt.campaign().value())
                .bind("agent", debt.agent().value())
                .bind("call", debt.call().value())
                .bind("occasion", debt.occasion().name())
                .bind("callBack", debt.callBackAt().orElse(null))
                .bind("now", now)
                .mapTo(FollowUpId.class)
                .one());
  }

  /** What is owed to a lead; empty if nothing is. */
  public Optional<FollowUp> owed(LeadId lead) {
    return owedTo(lead).map(this::get);
  }

  /** What is owed to these leads, to each once at most, longest owed first. */
  public List<FollowUp> owed(Collection<LeadId> leads) {
    return sql.query(
        """
        select * from follow_up
        where tenant_id = :tenant and lead_id = any(:leads) and status = 'OWED'
        order by id
        """,
        q ->
            q.bindArray("leads", UUID.class, leads.stream().map(LeadId::value).toArray())
                .map(FollowUps::read)
                .list());
  }

  /** What is owed to a lead. */
  Optional<FollowUpId> owedTo(LeadId lead) {
    return sql.query(
        """
        select id from follow_up where tenant_id = :tenant and lead_id = :lead and status = 'OWED'
        """,
        q -> q.bind("lead", lead.value()).mapTo(FollowUpId.class).findOne());
  }

  /** Enters that it was sent; false if it is not owed. */
  boolean sent(FollowUpId id, Instant sentAt, Instant now) {
    return sql.update(
            """
            update follow_up set status = 'SENT', sent_at = :sent, updated_at = :now
            where tenant_id = :tenant and id = :id and status = 'OWED'
            """,
            u -> u.bind("id", id.value()).bind("sent", sentAt).bind("now", now))
        == 1;
  }

  /** Cancels what is owed to a lead, or only what is owed for a call; the one that was owed. */
  Optional<FollowUpId> cancel(LeadId lead, Optional<CallId> call, String reason, Instant now) {
    return sql.query(
        """
        update follow_up set status = 'CANCELLED', cancel_reason = :reason, updated_at = :now
        where tenant_id = :tenant and lead_id = :lead and status = 'OWED'
          and (cast(:call as uuid) is null or call_id = :call)
        returning id
        """,
        q ->
            q.bind("lead", lead.value())
                .bind("call", call.map(CallId::value).orElse(null))
                .bind("reason", reason)
                .bind("now", now)
                .mapTo(FollowUpId.class)
                .findOne());
  }

  /** What is owed goes with its lead. */
  void followTo(LeadId lead, CampaignId campaign) {
    sql.update(
        """
        update follow_up set campaign_id = :campaign where tenant_id = :tenant and lead_id = :lead and status = 'OWED'
        """,
        u -> u.bind("lead", lead.value()).bind("campaign", campaign.value()));
  }

  /** These leads have clicked, each at this time: nobody waits for it any more. */
  void clicked(List<UUID> leads, List<Instant> times) {
    sql.update(
        """
        update follow_up f set clicked_at = c.at
        from unnest(cast(:leads as uuid[]), cast(:times as timestamptz[])) as c (lead_id, at)
        where f.tenant_id = :tenant and f.lead_id = c.lead_id and f.clicked_at is null and f.status <> 'CANCELLED'
          and f.created_at <= c.at
        """,
        u ->
            u.bindArray("leads", UUID.class, leads.toArray())
                .bindArray("times", String.class, times.stream().map(Instant::toString).toArray()));
  }
}
