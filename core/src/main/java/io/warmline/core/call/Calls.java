package io.warmline.core.call;

import io.warmline.core.Cursor;
import io.warmline.core.NotFound;
import io.warmline.core.Page;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CallbackId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ClaimId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.SuppressionId;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** The calls of the tenant. */
@ApplicationScoped
public class Calls {

  private final TenantSql sql;

  Calls(TenantSql sql) {
    this.sql = sql;
  }

  /** Which calls a list is about; empty: no condition. */
  public record Filter(
      Optional<CampaignId> campaign,
      Optional<LeadId> lead,
      Optional<AgentId> agent,
      Optional<Disposition> disposition,
      Optional<Instant> startedAfter) {}

  /**
   * @throws NotFound if the tenant has none with this id
   */
  public Call get(CallId id) {
    return sql.query(
            "select * from call where tenant_id = :tenant and id = :id",
            q -> q.bind("id", id.value()).map((rs, ctx) -> read(rs)).findOne())
        .orElseThrow(() -> new NotFound("call", id));
  }

  /** Newest first. */
  public Page<Call> list(Filter filter, Cursor.Paging paging) {
    Cursor after = paging.after();
    List<Call> rows =
        sql.query(
            """
            select * from call
            where tenant_id = :tenant
              and (cast(:campaign as uuid) is null or campaign_id = :campaign)
              and (cast(:lead as uuid) is null or lead_id = :lead)
              and (cast(:agent as uuid) is null or agent_id = :agent)
              and (cast(:disposition as text) is null or disposition = :disposition)
              and (cast(:startedAfter as timestamptz) is null or started_at > :startedAfter)
              and (cast(:after as uuid) is null or id < :after)
            order by id desc
            limit :limit
            """,
            q ->
                q.bind("campaign", filter.campaign().map(CampaignId::value).orElse(null))
                    .bind("lead", filter.lead().map(LeadId::value).orElse(null))
                    .bind("agent", filter.agent().map(AgentId::value).orElse(null))
                    .bind("disposition", filter.disposition().map(Enum::name).orElse(null))
                    .bind("startedAfter", filter.startedAfter().orElse(null))
                    .bind("after", after == null ? null : after.id())
                    .bind("limit", paging.probe())
                    .map((rs, ctx) -> read(rs))
                    .list());
    return Page.of(rows, paging.limit(), call -> new Cursor("", call.id().value()));
  }

  /** Whether a later call to the same lead was logged. */
  boolean hasLater(LeadId lead, CallId except, Instant startedAt) {
    return sql.query(
        """
        select exists (select from call
                       where tenant_id = :tenant and lead_id = :lead and id <> :except
                         and (started_at, id) > (:started, :except))
        """,
        q ->
            q.bind("lead", lead.value())
                .bind("except", except.value())
                .bind("started", startedAt)
                .mapTo(Boolean.class)
                .one());
  }

  /**
   * Whether another call to the lead was made since, under another claim or none.
   *
   * @param madeAt when this call was made
   */
  boolean hasOtherSince(Call call, Instant madeAt) {
    ClaimId claim = call.claim();
    return sql.query(
        """
        select exists (select from call
                       where tenant_id = :tenant and lead_id = :lead and id <> :id
                         and (started_at > :made or (started_at = :made and claim_id is distinct from :claim)))
        """,
        q ->
            q.bind("lead", call.lead().value())
                .bind("id", call.id().value())
                .bind("made", madeAt)
                .bind("claim", claim == null ? null : claim.value())
                .mapTo(Boolean.class)
                .one());
  }

  void add(Call call) {
    sql.update(
        """
        insert into call (tenant_id, id, version, lead_id, campaign_id, agent_id, claim_id, phone, disposition, status_before, rang,
                          late, started_at, duration_seconds, notes, reason, callback_id, kept_callback_id, suppression_id,
                          referred_lead_id, amended_at, created_at)
        values (:tenant, :id, :version, :lead, :campaign, :agent, :claim, :phone, :disposition, :before, :rang, :late, :started,
                :duration, :notes, :reason, :callback, :kept, :suppression, :referred, :amended, :created)
        """,
        u ->
            bind(u, call)
                .bind("lead", call.lead().value())
                .bind("campaign", call.campaign().value())
                .bind("agent", call.agent().value())
                .bind("claim", value(call.claim(), ClaimId::value))
                .bind("phone", call.phone() == null ? null : call.phone().e164())
                .bind("before", call.statusBefore().name())
                .bind("late", call.late())
                .bind("started", call.startedAt())
                .bind("created", call.createdAt()));
  }

  /** Writes a correction; the caller holds the locks of the lead's numbers. */
  void write(Call call) {
    sql.update(
        """
        update call
        set version = version + 1, disposition = :disposition, rang = :rang, duration_seconds = :duration, notes = :notes,
            reason = :reason, callback_id = :callback, kept_callback_id = :kept, suppression_id = :suppression,
            referred_lead_id = :referred, amended_at = :amended
        where tenant_id = :tenant and id = :id and version = :version
        """,
        u -> bind(u, call));
  }

  /** Notes what a call that was just added caused. */
  void link(Call call) {
    sql.update(
        """
        update call
        set callback_id = :callback, kept_callback_id = :kept, suppression_id = :suppression, referred_lead_id = :referred
        where tenant_id = :tenant and id = :id
        """,
        u -> bindLinks(u.bind("id", call.id().value()), call.links()));
  }

  private static Update bindLinks(Update u, Call.Links links) {
    return u.bind("callback", value(links.callback(), CallbackId::value))
        .bind("kept", value(links.kept(), CallbackId::value))
        .bind("suppression", value(links.suppression(), SuppressionId::value))
        .bind("referred", value(links.referred(), LeadId::value));
  }

  private static Update bind(Update u, Call call) {
    return bindLinks(u, call.links())
        .bind("id", call.id().value())
        .bind("version", call.version())
        .bind("disposition", call.disposition().name())
        .bind("rang", call.disposition().rang())
        .bind("duration", call.durationSeconds())
        .bind("notes", call.notes())
        .bind("reason", call.reason())
        .bind("amended", call.amendedAt());
  }

  private static <T> @Nullable UUID value(@Nullable T id, Function<T, UUID> value) {
    return id == null ? null : value.apply(id);
  }

  private static Call read(ResultSet rs) throws SQLException {
    String phone = rs.getString("phone");
    OffsetDateTime amended = rs.getObject("amended_at", OffsetDateTime.class);
    return new Call(
        new CallId(rs.getObject("id", UUID.class)),
        rs.getInt("version"),
        new LeadId(rs.getObject("lead_id", UUID.class)),
        new CampaignId(rs.getObject("campaign_id", UUID.class)),
        new AgentId(rs.getObject("agent_id", UUID.class)),
        id(rs, "claim_id", ClaimId::new),
        phone == null ? null : new PhoneNumber(phone),
        Disposition.valueOf(rs.getString("disposition")),
        LeadStatus.valueOf(rs.getString("status_before")),
        rs.getBoolean("late"),
        rs.getObject("started_at", OffsetDateTime.class).toInstant(),
        rs.getObject("duration_seconds", Integer.class),
        rs.getString("notes"),
        rs.getString("reason"),
        new Call.Links(
            id(rs, "callback_id", CallbackId::new),
            id(rs, "kept_callback_id", CallbackId::new),
            id(rs, "suppression_id", SuppressionId::new),
            id(rs, "referred_lead_id", LeadId::new)),
        amended == null ? null : amended.toInstant(),
        rs.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  private static <T> @Nullable T id(ResultSet rs, String column, Function<UUID, T> make)
      throws SQLException {
    UUID id = rs.getObject(column, UUID.class);
    return id == null ? null : make.apply(id);
  }
}
