package io.warmline.core.appointment;

import io.warmline.core.Cursor;
import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.Page;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.AppointmentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ClientId;
import io.warmline.core.id.LeadId;
import io.warmline.core.tenant.TenantSql;
import io.warmline.core.tenant.TenantTransaction.Collision;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The appointments of the tenant. */
@ApplicationScoped
public class Appointments {

  private static final String SELECT = "select * from appointment where tenant_id = :tenant and ";

  private final TenantSql sql;

  Appointments(TenantSql sql) {
    this.sql = sql;
  }

  /**
   * Which appointments a list is about; empty: no condition.
   *
   * @param agent who set it
   * @param from it starts then or later
   * @param to it starts before
   */
  public record Filter(
      Optional<CampaignId> campaign,
      Optional<LeadId> lead,
      Optional<AgentId> agent,
      Optional<ClientId> client,
      Optional<AppointmentStatus> status,
      Optional<Instant> from,
      Optional<Instant> to) {

    /**
     * @throws InvalidValue if the span is empty
     */
    public Filter {
      InvalidValue.requireSpan(from, to);
    }
  }

  /**
   * @throws NotFound if the tenant has none with this id
   */
  public Appointment get(AppointmentId id) {
    return find(id).orElseThrow(() -> new NotFound("appointment", id));
  }

  private Optional<Appointment> find(AppointmentId id) {
    return sql.query(
        SELECT + "id = :id", q -> q.bind("id", id.value()).map(AppointmentRow::read).findOne());
  }

  /** The one that stands in the place of this one by now; itself if none does. */
  public Appointment lastOfChain(Appointment appointment) {
    Appointment last = appointment;
    while (last.chain().to() != null) {
      last = get(last.chain().to());
    }
    return last;
  }

  /** The open appointment of a lead. */
  public Optional<Appointment> openOf(LeadId lead) {
    return sql.query(
        SELECT + "lead_id = :lead and status in ('SET', 'CONFIRMED')",
        q -> q.bind("lead", lead.value()).map(AppointmentRow::read).findOne());
  }

  /** Whether the lead ever had an appointment. */
  boolean hasAny(LeadId lead) {
    return sql.query(
        """
        select exists (select 1 from appointment where tenant_id = :tenant and lead_id = :lead and not voided)
        """,
        q -> q.bind("lead", lead.value()).mapTo(Boolean.class).one());
  }

  /** Whether it is recorded, and stands, what became of a meeting. */
  boolean hasOutcome(AppointmentId id) {
    return sql.query(
        """
        select exists (select 1 from outcome where tenant_id = :tenant and appointment_id = :id and not withdrawn)
        """,
        q -> q.bind("id", id.value()).mapTo(Boolean.class).one());
  }

  /** How many answers to qualifying questions are on record for a lead. */
  int answersOf(LeadId lead) {
    return sql.query(
        """
        select coalesce(jsonb_array_length(nullif(qualification -> 'answers', 'null')), 0)
        from lead where tenant_id = :tenant and id = :lead
        """,
        q -> q.bind("lead", lead.value()).mapTo(Integer.class).one());
  }

  /** Appointments that this call set, confirmed or cancelled, the latest first. */
  List<Appointment> changedIn(CallId call, LeadId lead) {
    return sql.query(
        SELECT
            + """
            lead_id = :lead and :call in (set_in_call_id, confirmed_in_call_id, cancelled_in_call_id)
            order by id desc
            """,
        q ->
            q.bind("lead", lead.value())
                .bind("call", call.value())
                .map(AppointmentRow::read)
                .list());
  }

  /** Earliest start first. */
  public Page<Appointment> list(Filter filter, Cursor.Paging paging) {
    Cursor after = paging.after();
    List<Appointment> rows =
        sql.query(
            SELECT
                + """
                (cast(:campaign as uuid) is null or campaign_id = :campaign)
                  and (cast(:lead as uuid) is null or lead_id = :lead)
                  and (cast(:agent as uuid) is null or set_by_agent_id = :agent)
                  and (cast(:client as uuid) is null or client_id = :client)
                  and (cast(:status as text) is null or status = :status)
                  and (cast(:from as timestamptz) is null or starts_at >= :from)
                  and (cast(:to as timestamptz) is null or starts_at < :to)
                  and (cast(:afterStart as timestamptz) is null or (starts_at, id) > (:afterStart, :afterId))
                order by starts_at, id
                limit :limit
                """,
            q ->
                q.bind("campaign", filter.campaign().map(CampaignId::value).orElse(null))
                    .bind("lead", filter.lead().map(LeadId::value).orElse(null))
                    .bind("agent", filter.agent().map(AgentId::value).orElse(null))
                    .bind("client", filter.client().map(ClientId::value).orElse(null))
                    .bind("status", filter.status().map(Enum::name).orElse(null))
                    .bind("from", filter.from().orElse(null))
                    .bind("to", filter.to().orElse(null))
                    .bind("afterStart", after == null ? null : Instant.parse(after.key()))
                    .bind("afterId", after == null ? null : after.id())
                    .bind("limit", paging.probe())
                    .map(AppointmentRow::read)
                    .list());
    return Page.of(
        rows,
        paging.limit(),
        a -> new Cursor(a.meeting().slot().startsAt().toString(), a.id().value()));
  }

  /**
   * Open meetings of a client that have an instant in common with a stretch of time.
   *
   * @param except which does not count
   */
  List<Slot> taken(ClientId client, Slot slot, @Nullable AppointmentId except) {
    return sql.query(
        """
        select starts_at, ends_at from appointment
        where tenant_id = :tenant and client_id = :client and status in ('SET', 'CONFIRMED')
          and starts_at < :to and starts_at > cast(:from as timestamptz) - interval '24 hours' and ends_at > :from
          and id is distinct from :except
        order by starts_at, id
        """,
        q ->
            q.bind("client", client.value())
                .bind("from", slot.startsAt())
                .bind("to", slot.endsAt())
                .bind("except", except == null ? null : except.value())
                .map(AppointmentRow::slot)
                .list());
  }

  void add(Appointment appointment) {
    sql.update(
        """
        insert into appointment (tenant_id, id, version, lead_id, campaign_id, client_id, status, root_id, rescheduled_from_id,
                                 rescheduled_to_id, sequence, starts_at, ends_at, zone, double_booked, place, link, with_whom,
                                 attendees, need, notes, lead_status_before, set_at, set_by_agent_id, set_in_call_id, confirmation,
                                 confirmation_dialled_at, confirmation_reached_at, confirmation_call_id, confirmed_at,
                                 confirmed_in_call_id, out_of_policy, override_reason, cancelled_at, cancelled_by,
                                 cancelled_in_call_id, cancelled_in_confirmation, cancel_reason, voided, attendance_at, verdict,
                                 evidence, callback_id, created_at, updated_at)
        values (:tenant, :id, :version, :lead, :campaign, :client, :status, :root, :from, :to, :sequence, :starts, :ends, :zone,
                :doubleBooked, :place, :link, :withWhom, :attendees, :need, :notes, :leadBefore, :setAt, :setBy, :setIn,
                :confirmation, :dialledAt, :reachedAt, :dialledIn, :confirmedAt, :confirmedIn, :outOfPolicy, :override,
                :cancelledAt, :cancelledBy, :cancelledIn, :inConfirmation, :cancelReason, :voided, :attendanceAt, :verdict,
                :evidence, :callback, :created, :updated)
        """,
        u -> AppointmentRow.bindOrigin(AppointmentRow.bind(u, appointment), appointment));
  }

  /**
   * Writes an appointment that was changed, and gives it with its new version.
   *
   * @throws Collision if somebody else changed it meanwhile; the work is then done again
   */
  Appointment write(Appointment changed) {
    int rows =
        sql.update(
            """
            update appointment
            set version = version + 1, status = :status, rescheduled_to_id = :to, sequence = :sequence,
                double_booked = :doubleBooked, confirmation_dialled_at = :dialledAt, confirmation_reached_at = :reachedAt,
                confirmation_call_id = :dialledIn, confirmed_at = :confirmedAt, confirmed_in_call_id = :confirmedIn,
                out_of_policy = :outOfPolicy, override_reason = :override, cancelled_at = :cancelledAt,
                cancelled_by = :cancelledBy, cancelled_in_call_id = :cancelledIn, cancelled_in_confirmation = :inConfirmation,
                cancel_reason = :cancelReason, voided = :voided, attendance_at = :attendanceAt, verdict = :verdict,
                evidence = :evidence, callback_id = :callback, updated_at = :updated
            where tenant_id = :tenant and id = :id and version = :version
            """,
            u -> AppointmentRow.bind(u, changed));
    if (rows == 0) {
      throw new Collision("appointment");
    }
    return get(changed.id());
  }

  /** The greatest sequence of a chain: the next revision is greater. */
  int latestSequence(AppointmentId root) {
    return sql.query(
        "select max(sequence) from appointment where tenant_id = :tenant and root_id = :root",
        q -> q.bind("root", root.value()).mapTo(Integer.class).one());
  }

  /** The agent who made a call to a lead; empty if no such call was made to it. */
  Optional<UUID> callerOf(CallId call, LeadId lead) {
    return sql.query(
        "select agent_id from call where tenant_id = :tenant and id = :call and lead_id = :lead",
        q -> q.bind("call", call.value()).bind("lead", lead.value()).mapTo(UUID.class).findOne());
  }

  /** Where a lead is, by the first of its numbers that works, else by its campaign. */
  ZoneId zoneOf(LeadId lead) {
    return sql.query(
        """
        select coalesce(p.candidate_zones[1], c.time_zone)
        from lead l
        join campaign c on c.tenant_id = :tenant and c.id = l.campaign_id
        left join lateral (
          select p.candidate_zones from lead_phone p
          where p.tenant_id = :tenant and p.lead_id = l.id
          order by p.uncallable_reason is null desc, p.position
          limit 1) p on true
        where l.tenant_id = :tenant and l.id = :lead
        """,
        q -> q.bind("lead", lead.value()).mapTo(ZoneId.class).one());
  }
}
