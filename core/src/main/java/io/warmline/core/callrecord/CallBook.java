package io.warmline.core.callrecord;

import io.warmline.core.complaint.Complaints;
import io.warmline.core.disposition.CheckIn;
import io.warmline.core.event.Events;
import io.warmline.core.id.CallId;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts calls on record, corrects them, and tells of both. Those alone use it who log calls and
 * correct them; everybody else reads {@link Calls}.
 */
@ApplicationScoped
public class CallBook {

  private final TenantSql sql;
  private final Events events;
  private final Complaints complaints;

  CallBook(TenantSql sql, Events events, Complaints complaints) {
    this.sql = sql;
    this.events = events;
    this.complaints = complaints;
  }

  /**
   * A call that goes on record.
   *
   * @param digest of its report
   * @param before how things stood before it, as far as that is known yet
   */
  public record Entry(Call call, String digest, BeforeCall before) {}

  /** Puts calls on record, in one round trip. */
  public void add(List<Entry> entries) {
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
            .formatted(LegalGrounds.AS_IT_STANDS),
        entries,
        (entry, b) ->
            CallRow.bindOrigin(CallRow.bind(b, entry.call()), entry.call())
                .bind("digest", entry.digest())
                .bind("before_call", entry.before().text()));
  }

  /** Notes where the recording of a call is; null: there is none any more. */
  public void record(CallId id, @Nullable RecordingUrl url) {
    sql.update(
        "update call set recording_url = :url where tenant_id = :tenant and id = :id",
        u -> u.bind("id", id.value()).bind("url", url == null ? null : url.text()));
  }

  /** Writes a corrected outcome, and how things stood before it. */
  public void correct(Call call, BeforeCall before, Instant now) {
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
  public void correct(Call call, Instant now) {
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
    return call.answers().checkIn() == CheckIn.COMPLAINT;
  }

  private static Complaints.Told told(Call call) {
    return new Complaints.Told(
        call.lead(), call.campaign(), Optional.of(call.id()), Optional.of(call.agent()));
  }

  /** Announces a call that was logged. */
  public void announce(Call call, Instant now) {
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
          new CallEvent.BrokeRules(
              call.id(),
              call.lead(),
              call.agent(),
              call.breaches().stream().map(b -> b.code().name()).collect(Collectors.joining(","))),
          now);
    }
  }

  /** Notes what a call that was just added caused, and how that stood before. */
  public void link(Call call, BeforeCall before) {
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
