package io.warmline.core.complaint;

import io.warmline.core.Cursor;
import io.warmline.core.NotFound;
import io.warmline.core.Page;
import io.warmline.core.SqlConditions;
import io.warmline.core.event.Events;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ComplaintId;
import io.warmline.core.id.LeadId;
import io.warmline.core.task.TaskBook;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.result.RowView;

/** The complaints, and what is told of them. */
@ApplicationScoped
public class Complaints {

  /** Why a programme's call is not made. */
  private static final String COMPLAINT = "COMPLAINT";

  private final TenantSql sql;
  private final TaskBook tasks;
  private final Events events;

  Complaints(TenantSql sql, TaskBook tasks, Events events) {
    this.sql = sql;
    this.tasks = tasks;
    this.events = events;
  }

  /**
   * Which complaints.
   *
   * @param status empty: of any
   */
  public record Filter(
      Optional<ComplaintStatus> status, Optional<LeadId> lead, Optional<CampaignId> campaign) {}

  /**
   * @throws NotFound if the tenant has none with this id
   */
  public Complaint get(ComplaintId id) {
    return sql.query(
            "select * from complaint where tenant_id = :tenant and id = :id",
            q -> q.bind("id", id.value()).map(Complaints::read).findOne())
        .orElseThrow(() -> new NotFound("complaint", id));
  }

  /** Newest first. */
  public Page<Complaint> list(Filter filter, Cursor.Paging paging) {
    SqlConditions where = new SqlConditions();
    filter.status().ifPresent(s -> where.and("status = :status", "status", s.name()));
    filter.lead().ifPresent(l -> where.and("lead_id = :lead", "lead", l.value()));
    filter.campaign().ifPresent(c -> where.and("campaign_id = :campaign", "campaign", c.value()));
    Cursor after = paging.after();
    if (after != null) {
      where.and("id < :after", "after", after.id());
    }
    List<Complaint> rows =
        sql.query(
            """
            select * from complaint where tenant_id = :tenant and %s order by id desc limit :limit
            """
                .formatted(where.text()),
            q ->
                q.bindMap(where.values())
                    .bind("limit", paging.probe())
                    .map(Complaints::read)
                    .list());
    return Page.of(rows, paging.limit(), row -> new Cursor("", row.id().value()));
  }

  /**
   * A call is, or is not any more, one in which somebody complained.
   *
   * @param call as it is on record from now on
   */
  public void follow(Told call, boolean complained, Instant now) {
    if (complained) {
      add(call, Optional.empty(), now);
    } else {
      withdrawOf(call, now);
    }
  }

  /** Where and to whom it was told. */
  public record Told(
      LeadId lead, CampaignId campaign, Optional<CallId> call, Optional<AgentId> agent) {}

  /** Enters a complaint, unless its call has one; calls that a programme had planned are off. */
  Optional<ComplaintId> add(Told told, Optional<String> words, Instant now) {
    ComplaintId id = ComplaintId.next();
    int added =
        sql.update(
            """
            insert into complaint (tenant_id, id, lead_id, campaign_id, call_id, agent_id, words, status, raised_at)
            values (:tenant, :id, :lead, :campaign, :call, :agent, :words, 'OPEN', :now)
            on conflict (tenant_id, call_id) where call_id is not null
            do update set status = 'OPEN', closed_at = null where complaint.status = 'WITHDRAWN'
            """,
            u ->
                u.bind("id", id.value())
                    .bind("lead", told.lead().value())
                    .bind("campaign", told.campaign().value())
                    .bind("call", told.call().map(CallId::value).orElse(null))
                    .bind("agent", told.agent().map(AgentId::value).orElse(null))
                    .bind("words", words.orElse(null))
                    .bind("now", now));
    if (added == 0) {
      return Optional.empty();
    }
    ComplaintId entered = told.call().map(this::of).orElse(id);
    tasks.cancelOfProgrammes(told.lead(), COMPLAINT, now);
    events.record(
        new ComplaintEvent.Raised(
            entered,
            told.lead(),
            told.campaign(),
            told.call().orElse(null),
            told.agent().orElse(null)),
        now);
    return Optional.of(entered);
  }

  private ComplaintId of(CallId call) {
    return new ComplaintId(
        sql.query(
            "select id from complaint where tenant_id = :tenant and call_id = :call",
            q -> q.bind("call", call.value()).mapTo(UUID.class).one()));
  }

  private void withdrawOf(Told told, Instant now) {
    told.call()
        .ifPresent(
            call -> withdraw("call_id = :of and status = 'OPEN'", call.value(), told.lead(), now));
  }

  /** What is open of a lead that is erased. */
  void withdrawOf(LeadId lead, Instant now) {
    withdraw("lead_id = :of and status = 'OPEN'", lead.value(), lead, now);
  }

  private void withdraw(String which, UUID of, LeadId lead, Instant now) {
    sql.query(
            """
            update complaint set status = 'WITHDRAWN', closed_at = :now where tenant_id = :tenant and %s returning id
            """
                .formatted(which),
            q -> q.bind("of", of).bind("now", now).mapTo(UUID.class).list())
        .forEach(id -> events.record(new ComplaintEvent.Withdrawn(new ComplaintId(id), lead), now));
  }

  /** A supervisor has seen to it; false if it was closed before. */
  boolean close(Complaint complaint, Optional<AgentId> by, String note, Instant now) {
    int closed =
        sql.update(
            """
            update complaint set status = 'CLOSED', closed_at = :now, closed_by = :by, note = :note
            where tenant_id = :tenant and id = :id and status = 'OPEN'
            """,
            u ->
                u.bind("id", complaint.id().value())
                    .bind("by", by.map(AgentId::value).orElse(null))
                    .bind("note", note)
                    .bind("now", now));
    if (closed == 1) {
      events.record(
          new ComplaintEvent.Closed(complaint.id(), complaint.lead(), by.orElse(null)), now);
    }
    return closed == 1;
  }

  private static Complaint read(RowView row) {
    return new Complaint(
        new ComplaintId(row.getColumn("id", UUID.class)),
        row.getColumn("lead_id", LeadId.class),
        row.getColumn("campaign_id", CampaignId.class),
        Optional.ofNullable(row.getColumn("call_id", CallId.class)),
        Optional.ofNullable(row.getColumn("agent_id", AgentId.class)),
        Optional.ofNullable(row.getColumn("words", String.class)),
        row.getColumn("status", ComplaintStatus.class),
        row.getColumn("raised_at", Instant.class),
        Optional.ofNullable(row.getColumn("closed_at", Instant.class)),
        Optional.ofNullable(row.getColumn("closed_by", AgentId.class)),
        Optional.ofNullable(row.getColumn("note", String.class)));
  }
}
