package io.warmline.core.call;

import io.warmline.core.Cursor;
import io.warmline.core.NotFound;
import io.warmline.core.Page;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.complaint.Complaints;
import io.warmline.core.event.Events;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ClaimId;
import io.warmline.core.id.LeadId;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** The calls of the tenant. */
@ApplicationScoped
public class Calls {

  private final TenantSql sql;
  private final Events events;
  private final Complaints complaints;

  Calls(TenantSql sql, Events events, Complaints complaints) {
    this.sql = sql;
    this.events = events;
    this.complaints = complaints;
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

  /** Whether a call was logged by a report of this digest. */
  boolean isReport(CallId id, String digest) {
    return sql.query(
        """
        select report_digest is not distinct from cast(:digest as text) from call
        where tenant_id = :tenant and id = :id
        """,
        q -> q.bind("id", id.value()).bind("digest", digest).mapTo(Boolean.class).one());
  }

  /**
   * Goes on only with a call of which all is still there.
   *
   * @throws WarmlineException CALL_DETAILS_GONE if it is not
   */
  public void requireDetails(CallId id) {
    boolean gone =
        sql.query(
            "select details_gone_at is not null from call where tenant_id = :tenant and id = :id",
            q -> q.bind("id", id.value()).mapTo(Boolean.class).one());
    if (gone) {
      throw new WarmlineException(
          ProblemCode.CALL_DETAILS_GONE,
          "What this call said was kept for as long as your firm wants, and is gone. It cannot be"
              + " corrected any more.");
    }
  }

  /** How things stood before a call. */
  BeforeCall before(CallId id) {
    return sql.query(
        "select before from call where tenant_id = :tenant and id = :id",
        q -> q.bind("id", id.value()).mapTo(String.class).map(BeforeCall::read).one());
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
   * Whether a call to the lead was made since, under another claim or none.
   *
   * @param claim under which the call was made that is asked about
   * @param madeAt when it was made
   */
  boolean hasOtherSince(LeadId lead, Optional<ClaimId> claim, Instant madeAt) {
    return sql.query(
        """
        select exists (select 1 from call
                       where tenant_id = :tenant and lead_id = :lead
                         and (started_at > :made or (started_at = :made and claim_id is distinct from :claim)))
        """,
        q ->
            q.bind("lead", lead.value())
                .bind("made", madeAt)
                .bind("claim", claim.map(ClaimId::value).orElse(null))
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

  /**
   * A call that goes on record.
   *
   * @param digest of its report
   * @param before how things stood before it, as far as that is known yet
   */
  record Entry(Call call, String digest, BeforeCall before) {}

  /** Puts calls on record, in one round trip. */
  void add(List<Entry> entries) {
    sql.batch(
        """
        insert into call (tenant_id, id, version, lead_id, campaign_id, agent_id, claim_id, phone, called_from, direction, disposition, status_before, rang,
                          late, breaches, report_digest, before, started_at, duration_seconds, notes, reason, recording_url, ask_made, counter_offered,
                          objective, objective_attained, attained, interest_stated, meeting_asked, zone, callback_id,
                          kept_callback_id, suppression_id, referred_lead_id, handoff_id, qualification, check_in, amended_at,
                          created_at, evidence)
        values (:tenant, :id, :version, :lead, :campaign, :agent, :claim, :phone, :calledFrom, :direction, :disposition, :before, :rang, :late,
                cast(:breaches as jsonb), :digest, cast(:before_call as jsonb), :started, :duration, :notes, :reason, :recording, :askMade,
                :counterOffered, :objective, :said, :attained, :interest, :meetingAsked, :zone, :callback, :kept, :suppression,
                :referred, :handoff, cast(:qualification as jsonb), :checkIn, :amended, :created,
                coalesce(%s, '{}'))
        """
            .formatted(Evidence.AS_IT_STANDS),
        entries,
        (entry, b) ->
            CallRow.bindOrigin(CallRow.bind(b, entry.call()), entry.call())
                .bind("digest", entry.digest())
                .bind("before_call", entry.before().text()));
  }

  /** Notes where the recording of a call is; null: there is none any more. */
  void record(CallId id, @Nullable RecordingUrl url) {
    sql.update(
        "update call set recording_url = :url where tenant_id = :tenant and id = :id",
        u -> u.bind("id", id.value()).bind("url", url == null ? null : url.text()));
  }

  /** Writes a corrected outcome, and how things stood before it. */
  void correct(Call call, BeforeCall before, Instant now) {
    correct(call, now);
    remember(call, before);
  }

  private void remember(Call call, BeforeCall before) {
    sql.update(
        """
        update call set before = cast(:before as jsonb) where tenant_id = :tenant and id = :id
        """,
        u -> u.bind("id", call.id().value()).bind("before", before.text()));
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
    complaints.follow(told(call), complained(call), now);
  }

  private static boolean complained(Call call) {
    return call.findings().checkIn() == CheckIn.COMPLAINT;
  }

  private static Complaints.Told told(Call call) {
    return new Complaints.Told(
        call.lead(), call.campaign(), Optional.of(call.id()), Optional.of(call.agent()));
  }

  /** Announces a call that was logged. */
  void announce(Call call, Instant now) {
    events.record(
        new CallEvent.Logged(
            call.id(), call.lead(), call.campaign(), call.agent(), call.disposition(), call.late()),
        now);
    announceBreaches(call, now);
    if (complained(call)) {
      complaints.follow(told(call), true, now);
    }
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

  /** Notes what a call that was just added caused, and how that stood before. */
  void link(Call call, BeforeCall before) {
    sql.update(
        """
        update call
        set callback_id = :callback, kept_callback_id = :kept, suppression_id = :suppression, referred_lead_id = :referred,
            handoff_id = :handoff, before = cast(:before as jsonb)
        where tenant_id = :tenant and id = :id
        """,
        u ->
            CallRow.bindLinks(u.bind("id", call.id().value()), call.links())
                .bind("before", before.text()));
  }
}
