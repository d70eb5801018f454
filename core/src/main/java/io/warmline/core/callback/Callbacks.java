package io.warmline.core.callback;

import io.warmline.core.Cursor;
import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.Page;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallbackId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.tenant.Question;
import io.warmline.core.tenant.TenantSql;
import io.warmline.core.tenant.TenantTransaction.Collision;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The callbacks of the tenant. */
@ApplicationScoped
public class Callbacks {

  private static final String SELECT =
      """
      select cb.*, (select c.max_deferrals from campaign c
                    where c.tenant_id = :tenant and c.id = cb.campaign_id) as max_deferrals
      from callback cb
      where cb.tenant_id = :tenant
      """;

  private final TenantSql sql;

  Callbacks(TenantSql sql) {
    this.sql = sql;
  }

  /** Which callbacks a list is about; empty: no condition. */
  public record Filter(
      Optional<CampaignId> campaign,
      Optional<AgentId> agent,
      Optional<LeadId> lead,
      Optional<CallbackStatus> status,
      Optional<Boolean> due,
      Optional<Boolean> overdue) {

    /**
     * @throws InvalidValue if no callback can be all of this
     */
    public Filter {
      boolean closed = status.isPresent() && !status.get().isOpen();
      if (closed && due.isPresent()) {
        throw InvalidValue.contradicts("due", "only open callbacks fall due, not " + status.get());
      }
      if (closed && overdue.orElse(false)) {
        throw InvalidValue.contradicts(
            "overdue", "only open callbacks are overdue, not " + status.get());
      }
      if (overdue.orElse(false) && !due.orElse(true)) {
        throw InvalidValue.contradicts("overdue", "what is overdue is due");
      }
      if (status.equals(Optional.of(CallbackStatus.DUE)) && !due.orElse(true)) {
        throw InvalidValue.contradicts("due", "the time of what is DUE has come");
      }
    }
  }

  /**
   * @throws NotFound if the tenant has none with this id
   */
  public Callback get(CallbackId id) {
    return sql.query(
            SELECT + "and cb.id = :id",
            q -> q.bind("id", id.value()).map(CallbackRow::read).findOne())
        .orElseThrow(() -> new NotFound("callback", id));
  }

  /** Those of these callbacks that there are. */
  public static Question<List<Callback>> those(Collection<CallbackId> ids) {
    return new Question<>(
        SELECT + "and cb.id = any(:callbacks)\n",
        Map.of("callbacks", ids.stream().map(CallbackId::value).toArray(UUID[]::new)),
        rows -> rows.map(CallbackRow::read).list());
  }

  /** The open callback of a lead. */
  public Optional<Callback> openOf(LeadId lead) {
    return sql.query(
        SELECT
            + """
              and cb.lead_id = :lead and cb.status in ('SCHEDULED', 'DUE', 'CLAIMED')
            """,
        q -> q.bind("lead", lead.value()).map(CallbackRow::read).findOne());
  }

  /** Open callbacks of these leads whose times follow the prospect's clock. */
  List<Callback> followingClockOf(Collection<UUID> leads) {
    return sql.query(
        SELECT
            + """
              and cb.lead_id = any(:leads) and cb.status in ('SCHEDULED', 'DUE', 'CLAIMED')
              and cb.intent_zone is not null
            order by cb.id
            """,
        q -> q.bindArray("leads", UUID.class, leads.toArray()).map(CallbackRow::read).list());
  }

  /** Callbacks that follow the prospect's clock and are due later than now, in the order of ids. */
  List<Callback> followingClock(UUID after, int limit, Instant now) {
    return sql.query(
        SELECT
            + """
              and cb.status = 'SCHEDULED' and cb.intent_zone is not null and cb.due_at > :now
              and cb.id > :after
            order by cb.id
            limit :limit
            """,
        q ->
            q.bind("after", after)
                .bind("now", now)
                .bind("limit", limit)
                .map(CallbackRow::read)
                .list());
  }

  /** Earliest due first. */
  public Page<Callback> list(Filter filter, Cursor.Paging paging, Instant now) {
    Cursor after = paging.after();
    List<Callback> rows =
        sql.query(
            SELECT
                + """
                  and (cast(:campaign as uuid) is null or cb.campaign_id = :campaign)
                  and (cast(:agent as uuid) is null or cb.agent_id = :agent)
                  and (cast(:lead as uuid) is null or cb.lead_id = :lead)
                  and (cast(:status as text) is null or cb.status = :status)
                  and (cast(:due as boolean) is null
                       or (cb.status in ('SCHEDULED', 'DUE', 'CLAIMED') and (cb.due_at <= :now) = :due))
                  and (cast(:overdue as boolean) is null
                       or (cb.status in ('SCHEDULED', 'DUE', 'CLAIMED') and cb.overdue_at is not null) = :overdue)
                  and (cast(:afterDue as timestamptz) is null or (cb.due_at, cb.id) > (:afterDue, :afterId))
                order by cb.due_at, cb.id
                limit :limit
                """,
            q ->
                q.bind("campaign", filter.campaign().map(CampaignId::value).orElse(null))
                    .bind("agent", filter.agent().map(AgentId::value).orElse(null))
                    .bind("lead", filter.lead().map(LeadId::value).orElse(null))
                    .bind("status", filter.status().map(Enum::name).orElse(null))
                    .bind("due", filter.due().orElse(null))
                    .bind("overdue", filter.overdue().orElse(null))
                    .bind("afterDue", after == null ? null : Instant.parse(after.key()))
                    .bind("afterId", after == null ? null : after.id())
                    .bind("now", now)
                    .bind("limit", paging.probe())
                    .map(CallbackRow::read)
                    .list());
    return Page.of(
        rows, paging.limit(), c -> new Cursor(c.window().dueAt().toString(), c.id().value()));
  }

  void add(Callback callback) {
    sql.update(
        """
        insert into callback (tenant_id, id, version, lead_id, campaign_id, status, agent_id, owed_by_agent_id, owed_in_campaign_id, phone, due_at,
                              latest_at, resolution, words, said_at,
                              note, overdue_at, deferrals, created_by_call_id, kept_by_call_id, cancel_reason, cancelled_by,
                              history, intent_zone, local_first_date, local_last_date, local_from, local_to, local_preferred, preferred_at,
                              precision, anchor, anchor_offset_days, anchor_on, needs_confirmation, reading, created_at, updated_at)
        values (:tenant, :id, :version, :lead, :campaign, :status, :agent, :owedBy, :owedIn, :phone, :due, :latest, :resolution, :words, :said, :note, :overdue,
                :deferrals, :createdBy, :keptBy, :reason, :cancelledBy, cast(:history as jsonb), :zone, :firstDate, :lastDate,
                :from, :to, :preferred, :preferredAt, :precision, :anchor, :offset, :anchorOn, :confirm, cast(:reading as jsonb),
                :created, :updated)
        """,
        u -> CallbackRow.bindOrigin(CallbackRow.bind(u, callback), callback));
  }

  /** Nobody was told of it: whatever becomes of the reason for which it was made. */
  void toldToNobody(CallbackId id) {
    sql.update(
        "update callback set nobody_told = true where tenant_id = :tenant and id = :id",
        u -> u.bind("id", id.value()));
  }

  /**
   * Writes a callback that was changed, and gives it with its new version.
   *
   * @throws Collision if somebody else changed it meanwhile, as housekeeping does at any time; the
   *     work is then done again
   */
  Callback write(Callback changed) {
    int rows =
        sql.update(
            """
            update callback
            set version = version + 1, status = :status, agent_id = :agent, owed_by_agent_id = :owedBy, owed_in_campaign_id = :owedIn,
                phone = :phone, due_at = :due, latest_at = :latest, resolution = :resolution, words = :words, said_at = :said, note = :note, overdue_at = :overdue, deferrals = :deferrals,
                kept_by_call_id = :keptBy, cancel_reason = :reason, cancelled_by = :cancelledBy,
                history = cast(:history as jsonb), intent_zone = :zone,
                local_first_date = :firstDate, local_last_date = :lastDate, local_from = :from, local_to = :to,
                local_preferred = :preferred, preferred_at = :preferredAt, precision = :precision, anchor = :anchor,
                anchor_offset_days = :offset, anchor_on = :anchorOn, needs_confirmation = :confirm,
                reading = cast(:reading as jsonb), updated_at = :updated
            where tenant_id = :tenant and id = :id and version = :version
            """,
            u -> CallbackRow.bind(u, changed));
    if (rows == 0) {
      throw new Collision("callback");
    }
    return get(changed.id());
  }
}
