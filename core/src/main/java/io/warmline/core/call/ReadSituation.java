package io.warmline.core.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.warmline.core.appointment.AppointmentBook;
import io.warmline.core.callback.PromiseBook;
import io.warmline.core.callrecord.Call;
import io.warmline.core.campaign.CampaignPolicy;
import io.warmline.core.campaign.Deliverable;
import io.warmline.core.campaign.Objective;
import io.warmline.core.campaign.RetryDelays;
import io.warmline.core.compliance.CallingHoursText;
import io.warmline.core.disposition.CallingTerms;
import io.warmline.core.disposition.DialHistory;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.disposition.Situation;
import io.warmline.core.id.CallId;
import io.warmline.core.id.ClaimId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.Lead;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.task.TaskBook;
import io.warmline.core.tenant.Question;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Reads what has to be known about a lead that was called, by plain SQL: this is the busiest write
 * there is. What most leads have not (a promise, a meeting, tasks) is read only where it is there.
 */
@ApplicationScoped
class ReadSituation {

  /** The id of nothing. */
  private static final UUID NONE = new UUID(0, 0);

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String FACTS =
      """
      select l.id as of_lead, c.default_country, c.time_zone, c.calling_hours, c.retries, c.deliverable, c.objective, c.max_attempts,
             c.max_attempts_per_number_per_day, c.min_minutes_between_attempts, c.lease_seconds, c.callback_grace_minutes,
             c.callback_default_delay_minutes, c.max_deferrals, c.max_claims_per_agent, c.one_call_per_company,
             (select q.phone from queue_entry q where q.tenant_id = :tenant and q.lead_id = l.id) as dialled_next,
             (select k.id from call k
              where k.tenant_id = :tenant and k.lead_id = l.id and k.claim_id = any(:reported)
              order by k.id limit 1) as logged,
             array(select k.started_at from call k
                   where k.tenant_id = :tenant and k.lead_id = l.id and k.id <> :exceptCall
                   order by k.id desc limit 50) as attempts_before,
             array(select concat_ws(' ', cast(extract(epoch from k.started_at) * 1000000 as bigint), k.phone, k.disposition,
                                    case when k.lead_id = l.id then 'OWN' end)
                   from lead_phone p
                   cross join lateral (
                     select k.started_at, k.phone, k.disposition, k.lead_id from call k
                     where k.tenant_id = :tenant and k.phone = p.e164 and k.id <> :exceptCall and k.direction = 'OUTBOUND'
                     order by k.started_at desc limit 20) k
                   where p.tenant_id = :tenant and p.lead_id = l.id) as dials,
             array(select distinct s.phone
                   from lead_phone p join suppression s on s.tenant_id = :tenant and s.phone = p.e164 and s.removed_at is null
                   where p.tenant_id = :tenant and p.lead_id = l.id
                     and (s.scope = 'TENANT' or s.campaign_id = c.id or s.client_id = c.client_id)) as suppressed,
             exists (select 1 from callback cb
                     where cb.tenant_id = :tenant and cb.lead_id = l.id
                       and cb.status in ('SCHEDULED', 'DUE', 'CLAIMED')) as promised,
             exists (select 1 from task t
                     where t.tenant_id = :tenant and t.lead_id = l.id and t.status in ('WAITING', 'DUE')) as tasks,
             exists (select 1 from appointment a
                     where a.tenant_id = :tenant and a.lead_id = l.id and not a.voided) as had_meeting,
             coalesce((select h.status = 'ACCEPTED' from handoff h
                       where h.tenant_id = :tenant and h.lead_id = l.id
                       order by h.id desc limit 1), false) as accepted
      from lead l
      join campaign c on c.tenant_id = :tenant and c.id = l.campaign_id
      where l.tenant_id = :tenant and l.id = any(:factsOf)
      """;

  private final TenantSql sql;
  private final PromiseBook promises;
  private final AppointmentBook meetings;
  private final TaskBook tasks;

  ReadSituation(TenantSql sql, PromiseBook promises, AppointmentBook meetings, TaskBook tasks) {
    this.sql = sql;
    this.promises = promises;
    this.meetings = meetings;
    this.tasks = tasks;
  }

  /**
   * What is known of the lead apart from the call.
   *
   * @param dialledNext the number that the queue would dial; empty if none can be
   * @param logged the call that is on record under the claim
   */
  record Facts(
      CallingTerms terms,
      Optional<PhoneNumber> dialledNext,
      Optional<CallId> logged,
      DialHistory history,
      Set<PhoneNumber> suppressed,
      boolean promised,
      boolean hasTasks,
      boolean hadMeeting,
      boolean accepted) {

    /**
     * The number that was dialled if nobody says otherwise: the next, else the first that works.
     */
    Optional<PhoneNumber> nextNumberOf(Lead lead) {
      return dialledNext.or(
          () ->
              lead.phones().stream()
                  .filter(phone -> phone.uncallable().isEmpty())
                  .map(phone -> phone.number())
                  .findFirst());
    }
  }

  /**
   * What is to be known of these leads, whose numbers are locked.
   *
   * @param claims under which calls to them are reported, one a lead
   */
  Question<Map<LeadId, Facts>> facts(Collection<LeadId> leads, Collection<ClaimId> claims) {
    return facts(leads, claims, NONE);
  }

  /** The facts about a lead apart from one of its calls. */
  Facts without(Call call, Lead lead) {
    return Objects.requireNonNull(
        sql.ask(facts(List.of(lead.id()), List.of(), call.id().value())).get(lead.id()));
  }

  private static Question<Map<LeadId, Facts>> facts(
      Collection<LeadId> leads, Collection<ClaimId> claims, UUID except) {
    return new Question<>(
        FACTS,
        Map.of(
            "factsOf", leads.stream().map(LeadId::value).toArray(UUID[]::new),
            "reported", claims.stream().map(ClaimId::value).toArray(UUID[]::new),
            "exceptCall", except),
        rows ->
            rows.reduceResultSet(
                new HashMap<>(),
                (known, rs, ctx) -> {
                  known.put(new LeadId(rs.getObject("of_lead", UUID.class)), facts(rs));
                  return known;
                }));
  }

  private static Facts facts(ResultSet rs) throws SQLException {
    return new Facts(
        new CallingTerms(
            rs.getString("default_country"),
            ZoneId.of(rs.getString("time_zone")),
            CallingHoursText.parse(rs.getString("calling_hours")),
            policy(rs),
            retries(rs.getString("retries")),
            Deliverable.valueOf(rs.getString("deliverable")),
            Objective.valueOf(rs.getString("objective"))),
        Optional.ofNullable(rs.getString("dialled_next")).map(PhoneNumber::new),
        Optional.ofNullable(rs.getObject("logged", UUID.class)).map(CallId::new),
        new DialHistory(instants(rs.getArray("attempts_before")), dials(rs.getArray("dials"))),
        numbers(rs.getArray("suppressed")),
        rs.getBoolean("promised"),
        rs.getBoolean("tasks"),
        rs.getBoolean("had_meeting"),
        rs.getBoolean("accepted"));
  }

  private static CampaignPolicy policy(ResultSet rs) throws SQLException {
    return new CampaignPolicy(
        rs.getInt("max_attempts"),
        rs.getInt("max_attempts_per_number_per_day"),
        rs.getInt("min_minutes_between_attempts"),
        rs.getInt("lease_seconds"),
        rs.getInt("callback_grace_minutes"),
        rs.getInt("callback_default_delay_minutes"),
        rs.getInt("max_deferrals"),
        rs.getInt("max_claims_per_agent"),
        rs.getBoolean("one_call_per_company"));
  }

  private static RetryDelays retries(String text) {
    try {
      return JSON.readValue(text, RetryDelays.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the retry delays of a campaign are not readable", e);
    }
  }

  private static List<Instant> instants(Array array) throws SQLException {
    return Arrays.stream((Timestamp[]) array.getArray()).map(Timestamp::toInstant).toList();
  }

  private static List<DialHistory.Dial> dials(Array array) throws SQLException {
    return Arrays.stream((String[]) array.getArray()).map(ReadSituation::dial).toList();
  }

  private static DialHistory.Dial dial(String text) {
    List<String> parts = List.of(text.split(" ", -1));
    return new DialHistory.Dial(
        new PhoneNumber(parts.get(1)),
        Instant.EPOCH.plus(Long.parseLong(parts.get(0)), ChronoUnit.MICROS),
        Disposition.valueOf(parts.get(2)),
        parts.size() > 3);
  }

  private static Set<PhoneNumber> numbers(Array array) throws SQLException {
    return Arrays.stream((String[]) array.getArray())
        .map(PhoneNumber::new)
        .collect(Collectors.toSet());
  }

  /**
   * The state of affairs before a call in which nothing was promised.
   *
   * @param superseded whether a later call to the lead was logged already
   */
  Situation with(Lead lead, Facts facts, boolean superseded) {
    return new Situation(
        lead,
        facts.terms(),
        superseded,
        facts.history(),
        facts.suppressed(),
        facts.promised() ? promises.openOf(lead.id()) : Optional.empty(),
        Optional.empty(),
        facts.hadMeeting() ? meetings.openOf(lead.id()) : Optional.empty(),
        facts.hadMeeting(),
        facts.accepted(),
        facts.hasTasks() ? tasks.openOf(lead.id()) : List.of());
  }
}
