package io.warmline.core.callback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.warmline.core.Cursor;
import io.warmline.core.NotFound;
import io.warmline.core.Page;
import io.warmline.core.callback.Callback.Move;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CallbackId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.tenant.TenantSql;
import io.warmline.core.tenant.TenantTransaction.Collision;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** The callbacks of the tenant. */
@ApplicationScoped
public class Callbacks {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  private static final String OPEN = "status in ('SCHEDULED', 'DUE', 'CLAIMED')";

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
      Optional<Boolean> overdue) {}

  /**
   * @throws NotFound if the tenant has none with this id
   */
  public Callback get(CallbackId id) {
    return find("id = :id", q -> q.bind("id", id.value()))
        .orElseThrow(() -> new NotFound("callback", id));
  }

  /** The open callback of a lead. */
  public Optional<Callback> openOf(LeadId lead) {
    return find("lead_id = :lead and " + OPEN, q -> q.bind("lead", lead.value()));
  }

  /** The callbacks that a call kept. */
  public Optional<Callback> keptBy(CallId call) {
    return find("kept_by_call_id = :call", q -> q.bind("call", call.value()));
  }

  private Optional<Callback> find(String which, Function<Query, Query> bind) {
    return sql.query(
        "select * from callback where tenant_id = :tenant and " + which,
        q -> bind.apply(q).map((rs, ctx) -> read(rs)).findOne());
  }

  /** Earliest due first. */
  public Page<Callback> list(Filter filter, Cursor.Paging paging, Instant now) {
    Cursor after = paging.after();
    List<Callback> rows =
        sql.query(
            """
            select * from callback
            where tenant_id = :tenant
              and (cast(:campaign as uuid) is null or campaign_id = :campaign)
              and (cast(:agent as uuid) is null or agent_id = :agent)
              and (cast(:lead as uuid) is null or lead_id = :lead)
              and (cast(:status as text) is null or status = :status)
              and (cast(:due as boolean) is null
                   or (status in ('SCHEDULED', 'DUE', 'CLAIMED') and (due_at <= :now) = :due))
              and (cast(:overdue as boolean) is null
                   or (status in ('SCHEDULED', 'DUE', 'CLAIMED') and overdue_at is not null) = :overdue)
              and (cast(:afterDue as timestamptz) is null or (due_at, id) > (:afterDue, :afterId))
            order by due_at, id
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
                    .map((rs, ctx) -> read(rs))
                    .list());
    return Page.of(
        rows, paging.limit(), c -> new Cursor(c.window().dueAt().toString(), c.id().value()));
  }

  void add(Callback callback) {
    sql.update(
        """
        insert into callback (tenant_id, id, version, lead_id, campaign_id, status, agent_id, due_at, latest_at, resolution, words,
                              note, overdue_at, deferrals, created_by_call_id, kept_by_call_id, cancel_reason, history,
                              created_at, updated_at)
        values (:tenant, :id, :version, :lead, :campaign, :status, :agent, :due, :latest, :resolution, :words, :note, :overdue,
                :deferrals, :createdBy, :keptBy, :reason, cast(:history as jsonb), :created, :updated)
        """,
        u ->
            bind(u, callback)
                .bind("lead", callback.lead().value())
                .bind("campaign", callback.campaign().value())
                .bind("createdBy", value(callback.createdBy(), CallId::value))
                .bind("created", callback.createdAt()));
  }

  /**
   * Writes a callback that was changed, and gives it with its new version.
   *
   * @throws Collision if somebody else changed it meanwhile, as housekeeping does at any time; the
   *     work is then done again
   */
  public Callback write(Callback changed) {
    int rows =
        sql.update(
            """
            update callback
            set version = version + 1, status = :status, agent_id = :agent, due_at = :due, latest_at = :latest,
                resolution = :resolution, words = :words, note = :note, overdue_at = :overdue, deferrals = :deferrals,
                kept_by_call_id = :keptBy, cancel_reason = :reason, history = cast(:history as jsonb), updated_at = :updated
            where tenant_id = :tenant and id = :id and version = :version
            """,
            u -> bind(u, changed));
    if (rows == 0) {
      throw new Collision("callback");
    }
    return get(changed.id());
  }

  private static Update bind(Update u, Callback c) {
    return u.bind("id", c.id().value())
        .bind("version", c.version())
        .bind("status", c.status().name())
        .bind("agent", value(c.agent(), AgentId::value))
        .bind("due", c.window().dueAt())
        .bind("latest", c.window().latestAt())
        .bind("resolution", c.resolution().name())
        .bind("words", c.words())
        .bind("note", c.note())
        .bind("overdue", c.overdueAt())
        .bind("deferrals", c.deferrals())
        .bind("keptBy", value(c.keptBy(), CallId::value))
        .bind("reason", c.cancelReason())
        .bind("history", text(c.history()))
        .bind("updated", c.updatedAt());
  }

  private static <T> @Nullable UUID value(@Nullable T id, Function<T, UUID> value) {
    return id == null ? null : value.apply(id);
  }

  static Callback read(ResultSet rs) throws SQLException {
    return new Callback(
        new CallbackId(rs.getObject("id", UUID.class)),
        rs.getInt("version"),
        new LeadId(rs.getObject("lead_id", UUID.class)),
        new CampaignId(rs.getObject("campaign_id", UUID.class)),
        CallbackStatus.valueOf(rs.getString("status")),
        id(rs, "agent_id", AgentId::new),
        new CallWindow(instant(rs, "due_at"), instant(rs, "latest_at")),
        CallbackResolution.valueOf(rs.getString("resolution")),
        rs.getString("words"),
        rs.getString("note"),
        maybeInstant(rs, "overdue_at"),
        rs.getInt("deferrals"),
        id(rs, "created_by_call_id", CallId::new),
        id(rs, "kept_by_call_id", CallId::new),
        rs.getString("cancel_reason"),
        history(rs.getString("history")),
        instant(rs, "created_at"),
        instant(rs, "updated_at"));
  }

  private static <T> @Nullable T id(ResultSet rs, String column, Function<UUID, T> make)
      throws SQLException {
    UUID id = rs.getObject(column, UUID.class);
    return id == null ? null : make.apply(id);
  }

  private static Instant instant(ResultSet rs, String column) throws SQLException {
    return rs.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant maybeInstant(ResultSet rs, String column) throws SQLException {
    OffsetDateTime at = rs.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static String text(List<Move> history) {
    try {
      return JSON.writeValueAsString(history);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Move> history(String text) {
    try {
      return JSON.readValue(text, new TypeReference<List<Move>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
