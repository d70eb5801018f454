package io.warmline.core.script;

import io.warmline.core.NotFound;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallbackId;
import io.warmline.core.id.TaskId;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.task.TaskKind;
import io.warmline.core.tenant.Question;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** What is on record about calls that are about to be made: one statement, however many. */
@ApplicationScoped
class Backgrounds {

  /**
   * The number is the one that is dialled, else the one that the queue would dial. Of callbacks,
   * the one that is kept comes first, then the open one, then the latest with words.
   */
  private static final String GATHER =
      """
      select o.place, l.title, l.first_name, l.last_name, l.status, l.attempts, l.contract_end, cast(l.custom_fields as text) as fields,
             coalesce(l.stated_country, l.country, p.country, c.default_country) as country,
             c.time_zone as campaign_zone, c.default_country as campaign_country, c.objective, c.deliverable, c.calling_hours, cast(c.scripts as text) as scripts, cast(c.qualifying as text) as qualifying,
             coalesce(p.candidate_zones, array[c.time_zone]) as zones, coalesce(p.jurisdictions, cast('{}' as text[])) as places,
             a.id as agent_id, a.name as agent, coalesce(k.name, t.name) as company,
             k.meeting_hours, k.meeting_minutes, k.time_zone as client_zone,
             array(select cast(extract(epoch from m.starts_at) as bigint) from appointment m
                   where m.tenant_id = :tenant and m.client_id = k.id and m.status in ('SET', 'CONFIRMED') and m.starts_at > :now
                   order by m.starts_at, m.id limit 500) as taken_from,
             array(select cast(extract(epoch from m.ends_at) as bigint) from appointment m
                   where m.tenant_id = :tenant and m.client_id = k.id and m.status in ('SET', 'CONFIRMED') and m.starts_at > :now
                   order by m.starts_at, m.id limit 500) as taken_to,
             f.first_talk, f.first_objective, f.last_talk, f.last_outcome,
             exists (select 1 from complaint x where x.tenant_id = :tenant and x.lead_id = l.id and x.status = 'OPEN'
                            and not exists (select 1 from call y
                                            where y.tenant_id = :tenant and y.lead_id = l.id and y.check_in <> 'COMPLAINT'
                                              and y.started_at > x.raised_at)) as complained, f.office_talk, f.message_left, f.voicemail_left,
             r.id as referrer, r.title as referrer_title, r.first_name as referrer_first, r.last_name as referrer_last,
             h.return_reason, e.status as over, e.cancelled_by, e.starts_at as over_at, e.with_whom as over_with,
             coalesce(e.callback_id = cb.id, false) as over_callback,
             cb.words, cast(cb.reading -> 'understood' as text) as understood, cb.said_at, coalesce(cb.promised, false) as promised, coalesce(cb.deferrals, 0) as deferrals,
             m.starts_at as meeting_at, m.with_whom, m.place as meeting_place, m.link as meeting_link, m.need,
             tk.kind as task, tk.status as task_status, tk.due_at as task_due, s.type as visit, n.type as inquiry, n.occurred_at as inquired_at, u.sent_at as mail_sent, coalesce(u.agent_id = a.id, false) as own_mail
      from unnest(cast(:callTo as uuid[]), cast(:callBy as uuid[]), cast(:callOn as text[]), cast(:callKeeps as uuid[]), cast(:callDoes as uuid[]))
        with ordinality as o (lead, agent, phone, callback, task, place)
      join lead l on l.tenant_id = :tenant and l.id = o.lead
      join tenant t on t.id = :tenant
      join campaign c on c.tenant_id = :tenant and c.id = l.campaign_id
      left join agent a on a.tenant_id = :tenant and a.id = coalesce(o.agent, '00000000-0000-0000-0000-000000000000')
      left join client k on k.tenant_id = :tenant and k.id = c.client_id
      left join lead r on r.tenant_id = :tenant and r.id = l.referred_by
      left join queue_entry q on q.tenant_id = :tenant and q.lead_id = l.id
      left join lateral (
        select p.country, p.candidate_zones, p.jurisdictions from lead_phone p
        where p.tenant_id = :tenant and p.lead_id = l.id
        order by p.e164 is not distinct from coalesce(o.phone, q.phone) desc, p.uncallable_reason is null desc, p.position
        limit 1) p on true
      left join lateral (
        select (array_agg(x.started_at order by x.started_at, x.id) filter (where x.disposition = any(:talks)))[1] as first_talk,
               (array_agg(x.objective order by x.started_at, x.id) filter (where x.disposition = any(:talks)))[1] as first_objective,
               (array_agg(x.started_at order by x.started_at desc, x.id desc) filter (where x.disposition = any(:talks)))[1] as last_talk,
               (array_agg(x.disposition order by x.started_at desc, x.id desc) filter (where x.disposition = any(:talks)))[1] as last_outcome,
               max(x.started_at) filter (where x.disposition in ('GATEKEEPER', 'REFERRED_TO_OTHER')) as office_talk,
               max(x.started_at) filter (where x.disposition = 'LEFT_LIVE_MESSAGE') as message_left,
               max(x.started_at) filter (where x.disposition = 'VOICEMAIL_LEFT') as voicemail_left
        from call x
        where x.tenant_id = :tenant and x.lead_id = l.id) f on true
      left join lateral (
        select x.id, x.words, x.said_at, x.reading, x.deferrals,
               (x.id is not distinct from o.callback or x.status in ('SCHEDULED', 'DUE', 'CLAIMED')) as promised
        from callback x
        where x.tenant_id = :tenant and x.lead_id = l.id
        order by x.id is not distinct from o.callback desc,
                 x.status in ('SCHEDULED', 'DUE', 'CLAIMED') desc, x.words is not null desc, x.created_at desc, x.id desc
        limit 1) cb on true
      left join lateral (
        select x.starts_at, x.with_whom, x.place, x.link, x.need from appointment x
        where x.tenant_id = :tenant and x.lead_id = l.id and x.status in ('SET', 'CONFIRMED')
        order by x.starts_at, x.id limit 1) m on true
      left join lateral (
        select x.status, x.cancelled_by, x.starts_at, x.with_whom, x.callback_id from appointment x
        where x.tenant_id = :tenant and x.lead_id = l.id and not x.voided
          and (x.status in ('NO_SHOW', 'CANCELLED') or (x.status = 'HELD' and x.starts_at <= :now))
        order by x.starts_at desc, x.id desc limit 1) e on true
      left join lateral (
        select x.return_reason from handoff x
        where x.tenant_id = :tenant and x.lead_id = l.id
        order by x.offered_at desc, x.id desc limit 1) h on true
      left join lateral (
        select x.kind, x.status, x.due_at from task x
        where x.tenant_id = :tenant and x.lead_id = l.id
          and case when o.task is null then x.status = 'DUE' or (x.status = 'DONE' and x.kind = any(:programmes))
              else x.id is not distinct from o.task end
        order by x.status = 'DUE' desc, case when x.status = 'DONE' then x.due_at end desc, x.tier, x.due_at, x.id limit 1) tk on true
      left join lateral (
        select x.type from signal x
        where x.tenant_id = :tenant and x.lead_id = l.id and x.counted and x.type in ('MICROSITE_VISIT', 'LINK_CLICK')
          and x.occurred_at > :visits and x.occurred_at <= :now
        order by x.occurred_at desc, x.id desc limit 1) s on true
      left join lateral (
        select x.type, x.occurred_at from signal x
        where x.tenant_id = :tenant and x.lead_id = l.id and x.counted and x.type in ('FORM_SUBMITTED', 'REPLY', 'INBOUND')
          and x.occurred_at > :visits and x.occurred_at <= :now
        order by x.occurred_at desc, x.id desc limit 1) n on true
      left join lateral (
        select x.sent_at, x.agent_id from follow_up x
        where x.tenant_id = :tenant and x.lead_id = l.id and x.status = 'SENT' and x.sent_at <= :now
        order by x.sent_at desc, x.id desc limit 1) u on true
      order by o.place
      """;

  private static final String[] OF_PROGRAMMES =
      Arrays.stream(TaskKind.values())
          .filter(TaskKind::isOfProgramme)
          .map(TaskKind::name)
          .toArray(String[]::new);

  private final TenantSql sql;

  Backgrounds(TenantSql sql) {
    this.sql = sql;
  }

  /**
   * @throws NotFound if the tenant has no such lead or agent
   */
  Background of(Occasion occasion, Instant now) {
    return sql.ask(of(List.of(occasion), now)).stream()
        .findFirst()
        .orElseThrow(() -> new NotFound("lead", occasion.lead()));
  }

  /**
   * What is on record about each of these calls, in their order. Of a lead that there is not there
   * is nothing.
   */
  static Question<List<Background>> of(List<Occasion> occasions, Instant now) {
    Map<String, Object> values = new HashMap<>();
    values.put("callTo", ids(occasions, o -> o.lead().value()));
    values.put("callBy", ids(occasions, o -> o.agent().map(AgentId::value).orElse(null)));
    values.put(
        "callOn",
        occasions.stream()
            .map(o -> o.phone().map(PhoneNumber::e164).orElse(null))
            .toArray(String[]::new));
    values.put("callKeeps", ids(occasions, o -> o.callback().map(CallbackId::value).orElse(null)));
    values.put("callDoes", ids(occasions, o -> o.task().map(TaskId::value).orElse(null)));
    values.put("talks", Conversations.WITH_PROSPECT);
    values.put("programmes", OF_PROGRAMMES);
    values.put("visits", now.minus(Wording.VISITS));
    values.put("now", now);
    return new Question<>(
        GATHER, values, rows -> rows.map((RowView row) -> known(row, occasions)).list());
  }

  private static UUID[] ids(List<Occasion> occasions, Function<Occasion, @Nullable UUID> id) {
    return occasions.stream().map(id).toArray(UUID[]::new);
  }

  private static Background known(RowView row, List<Occasion> occasions) {
    occasions
        .get(row.getColumn("place", Integer.class) - 1)
        .agent()
        .filter(agent -> row.getColumn("agent_id", AgentId.class) == null)
        .ifPresent(
            agent -> {
              throw new NotFound("agent", agent);
            });
    return BackgroundRow.read(row);
  }
}
