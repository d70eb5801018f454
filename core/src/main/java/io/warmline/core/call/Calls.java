package io.warmline.core.call;

import io.warmline.core.Cursor;
import io.warmline.core.NotFound;
import io.warmline.core.Page;
import io.warmline.core.event.Events;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ClaimId;
import io.warmline.core.id.LeadId;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.Numbers;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.result.RowView;

/** The calls of the tenant. */
@ApplicationScoped
public class Calls {

  private final TenantSql sql;
  private final Numbers numbers;
  private final Events events;

  Calls(TenantSql sql, Numbers numbers, Events events) {
    this.sql = sql;
    this.numbers = numbers;
    this.events = events;
  }

  /** Which calls a list is about; empty: no condition. */
  public record Filter(
      Optional<CampaignId> campaign,
      Optional<LeadId> lead,
      Optional<AgentId> agent,
      Optional<Disposition> disposition,
      Optional<CheckIn> checkIn,
      Optional<Instant> startedAfter) {}

  /**
   * @throws NotFound if the tenant has none with this id
   */
  public Call get(CallId id) {
    return sql.query(
            "select * from call where tenant_id = :tenant and id = :id",
            q -> q.bind("id", id.value()).map(CallRow::read).findOne())
        .orElseThrow(() -> new NotFound("call", id));
  }

  /** As {@link #get}, under the locks of its lead's numbers. */
  Call lock(CallId id) {
    numbers.lockOf(List.of(get(id).lead().value()));
    return get(id);
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
              and (cast(:checkIn as text) is null or check_in = :checkIn)
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
                    .bind("checkIn", filter.checkIn().map(Enum::name).orElse(null))
                    .bind("startedAfter", filter.startedAfter().orElse(null))
                    .bind("after", after == null ? null : after.id())
                    .bind("limit", paging.probe())
                    .map(CallRow::read)
                    .list());
    return Page.of(rows, paging.limit(), call -> new Cursor("", call.id().value()));
  }

  /** Whether a later call to the same lead was logged. */
  boolean hasLater(LeadId lead, CallId except, Instant startedAt) {
    return sql.query(
        """
        select exists (select 1 from call
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
        select exists (select 1 from call
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

  /** How many calls to a number began after {@code from}, and not after {@code until}. */
  long toNumber(PhoneNumber number, Instant from, Instant until) {
    return sql.query(
        """
        select count(*) from call
        where tenant_id = :tenant and phone = :phone and started_at > :from and started_at <= :until
        """,
        q ->
            q.bind("phone", number.e164())
                .bind("from", from)
                .bind("until", until)
                .mapTo(Long.class)
                .one());
  }

  /** When, until an instant, whoever has a number was last not interested. */
  Optional<Instant> lastRefusal(PhoneNumber number, Instant until) {
    return sql.query(
        """
        select max(started_at) from call
        where tenant_id = :tenant and phone = :phone and disposition = 'NOT_INTERESTED' and started_at <= :until
        """,
        q ->
            q.bind("phone", number.e164())
                .bind("until", until)
                .map((RowView row) -> Optional.ofNullable(row.getColumn(1, Instant.class)))
                .one());
  }

  void add(Call call) {
    sql.update(
        """
        insert into call (tenant_id, id, version, lead_id, campaign_id, agent_id, claim_id, phone, disposition, status_before, rang,
                          late, breaches, started_at, duration_seconds, notes, reason, ask_made, counter_offered,
                          objective, objective_attained, attained, interest_stated, meeting_asked, zone, callback_id,
                          kept_callback_id, suppression_id, referred_lead_id, handoff_id, qualification, check_in, amended_at,
                          created_at)
        values (:tenant, :id, :version, :lead, :campaign, :agent, :claim, :phone, :disposition, :before, :rang, :late,
                cast(:breaches as jsonb), :started, :duration, :notes, :reason, :askMade,
                :counterOffered, :objective, :said, :attained, :interest, :meetingAsked, :zone, :callback, :kept, :suppression,
                :referred, :handoff, cast(:qualification as jsonb), :checkIn, :amended, :created)
        """,
        u -> CallRow.bindOrigin(CallRow.bind(u, call), call));
  }

  /** Writes a correction; the caller holds the locks of the lead's numbers. */
  void correct(Call call, Instant now) {
    sql.update(
        """
        update call
        set version = version + 1, disposition = :disposition, rang = :rang, duration_seconds = :duration, notes = :notes,
            reason = :reason, ask_made = :askMade, counter_offered = :counterOffered, objective = :objective,
            objective_attained = :said, attained = :attained, interest_stated = :interest, meeting_asked = :meetingAsked,
            callback_id = :callback, kept_callback_id = :kept, suppression_id = :suppression, referred_lead_id = :referred,
            handoff_id = :handoff, qualification = cast(:qualification as jsonb), check_in = :checkIn, amended_at = :amended
        where tenant_id = :tenant and id = :id and version = :version
        """,
        u -> CallRow.bind(u, call));
    events.record(new CallEvent.Amended(call.id(), call.lead(), call.disposition()), now);
  }

  /** Notes what a call that was just added caused, and announces it. */
  void conclude(Call call, Instant now) {
    if (!call.links().equals(Call.Links.NONE)) {
      link(call);
    }
    events.record(
        new CallEvent.Logged(
            call.id(), call.lead(), call.campaign(), call.agent(), call.disposition(), call.late()),
        now);
    announceBreaches(call, now);
  }

  private void announceBreaches(Call call, Instant now) {
    if (!call.breaches().isEmpty()) {
      events.record(
          new CallEvent.Breach(
              call.id(),
              call.lead(),
              call.agent(),
              call.breaches().stream().map(b -> b.code().name()).collect(Collectors.joining(","))),
          now);
    }
  }

  private void link(Call call) {
    sql.update(
        """
        update call
        set callback_id = :callback, kept_callback_id = :kept, suppression_id = :suppression, referred_lead_id = :referred,
            handoff_id = :handoff
        where tenant_id = :tenant and id = :id
        """,
        u -> CallRow.bindLinks(u.bind("id", call.id().value()), call.links()));
  }
}
