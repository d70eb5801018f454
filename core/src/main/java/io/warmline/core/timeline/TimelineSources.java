package io.warmline.core.timeline;

import java.util.List;

/**
 * Where a timeline is read from: one SELECT each, all with the same columns. Words come from the
 * rows of things, of which an erasure takes them; what has no row of its own comes from the events.
 *
 * <p>The rank orders what happened at one instant; the id is unique within its rank.
 */
final class TimelineSources {

  /** How a lead came; one from a file has no event of its own. */
  private static final String LEAD =
      """
      select l.created_at as at, 0 as rank, l.id, case when e.data is null then 'LEAD_IMPORTED' else 'LEAD_CREATED' end as kind,
             l.id as subject_id, null::uuid as agent_id, cast(e.data ->> 'campaignId' as uuid) as campaign_id,
             null::uuid as call_id, null::text as words, jsonb_build_object('referredBy', l.referred_by) as details
      from lead l
      left join lateral (select e.data from event e
                         where e.tenant_id = :tenant and (e.month = 0 or e.month >= :since) and e.lead_id = l.id and e.type = 'lead.created'
                         order by e.ordinal limit 1) e on true
      where l.tenant_id = :tenant and l.id = any(:leads)
      """;

  private static final String CALLS =
      """
      select k.started_at, 1, k.id, 'CALL', k.id, k.agent_id, k.campaign_id, k.id, nullif(concat_ws(' ', k.reason, k.notes), ''),
             jsonb_build_object('disposition', k.disposition, 'direction', nullif(k.direction, 'OUTBOUND'), 'durationSeconds', k.duration_seconds, 'late', k.late,
                                'callbackId', k.callback_id, 'keptCallbackId', k.kept_callback_id,
                                'suppressionId', k.suppression_id, 'referredLeadId', k.referred_lead_id)
      from call k
      where k.tenant_id = :tenant and k.lead_id = any(:leads)
      """;

  private static final String CALLBACKS =
      """
      select cb.created_at, 2, cb.id, 'CALLBACK_PROMISED', cb.id, cb.agent_id, cb.campaign_id, cb.created_by_call_id,
             nullif(concat_ws(' ', cb.words, cb.note), ''),
             jsonb_build_object('status', cb.status, 'dueAt', to_char(cb.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
      from callback cb
      where cb.tenant_id = :tenant and cb.lead_id = any(:leads)
      """;

  private static final String TASKS =
      """
      select t.created_at, 3, t.id, 'TASK_OPENED', t.id, null::uuid, t.campaign_id, null::uuid, t.reason,
             jsonb_build_object('kind', t.kind, 'tier', t.tier, 'status', t.status, 'aboutId', t.subject_id)
      from task t
      where t.tenant_id = :tenant and t.lead_id = any(:leads)
      """;

  private static final String ENDED_TASKS =
      """
      select t.ended_at, 4, t.id, 'TASK_' || t.status, t.id, null::uuid, t.campaign_id, t.call_id, null::text,
             jsonb_build_object('kind', t.kind, 'tier', t.tier, 'reason', t.end_reason, 'aboutId', t.subject_id)
      from task t
      where t.tenant_id = :tenant and t.lead_id = any(:leads) and t.ended_at is not null
      """;

  /** Those that hold for the lead, and those it asked for itself when it still had a number. */
  private static final String WHICH_SUPPRESSIONS =
      """
      s.id in (
        select o.id
        from lead l
        join campaign c on c.tenant_id = :tenant and c.id = l.campaign_id
        join lead_phone p on p.tenant_id = :tenant and p.lead_id = l.id
        join suppression o on o.tenant_id = :tenant and o.phone = p.e164
         and (o.scope = 'TENANT' or o.campaign_id = l.campaign_id or o.client_id = c.client_id)
        where l.tenant_id = :tenant and l.id = any(:leads)
        union all
        select k.suppression_id from call k where k.tenant_id = :tenant and k.lead_id = any(:leads))
      """;

  private static final String SUPPRESSIONS =
      """
      select s.created_at, 5, s.id, 'SUPPRESSION_ADDED', s.id, null::uuid, s.campaign_id, s.call_id, s.reason,
             jsonb_build_object('scope', s.scope, 'source', s.source, 'clientId', s.client_id)
      from suppression s
      where s.tenant_id = :tenant and %s
      """
          .formatted(WHICH_SUPPRESSIONS);

  private static final String LIFTED_SUPPRESSIONS =
      """
      select s.removed_at, 6, s.id, 'SUPPRESSION_REMOVED', s.id, null::uuid, s.campaign_id, null::uuid, s.removal_evidence,
             jsonb_build_object('scope', s.scope, 'clientId', s.client_id)
      from suppression s
      where s.tenant_id = :tenant and s.removed_at is not null and %s
      """
          .formatted(WHICH_SUPPRESSIONS);

  private static final String SIGNALS =
      """
      select g.occurred_at, 7, g.id, 'SIGNAL', g.id, null::uuid, g.campaign_id, null::uuid, g.url,
             jsonb_build_object('type', g.type, 'effect', g.effect, 'counted', g.counted, 'reason', g.reason,
                                'followUpId', g.follow_up_id)
      from signal g
      where g.tenant_id = :tenant and g.lead_id = any(:leads)
      """;

  private static final String FOLLOW_UPS =
      """
      select f.created_at, 8, f.id, 'FOLLOW_UP_OWED', f.id, f.agent_id, f.campaign_id, f.call_id, null::text,
             jsonb_build_object('occasion', f.occasion, 'status', f.status)
      from follow_up f
      where f.tenant_id = :tenant and f.lead_id = any(:leads)
      """;

  private static final String EVENTS =
      """
      select e.occurred_at, 9, cast(lpad(to_hex(e.ordinal), 32, '0') as uuid), n.kind, e.subject_id,
             cast(e.data ->> 'agentId' as uuid), cast(e.data ->> 'campaignId' as uuid), cast(e.data ->> 'callId' as uuid),
             case
               when starts_with(e.type, 'callback.') or e.type = 'lead.status_changed' then e.data ->> 'reason'
               when e.type in ('handoff.accepted', 'handoff.returned')
                 then (select h.comment from handoff h where h.tenant_id = :tenant and h.id = e.subject_id)
               when e.type in ('appointment.confirmed', 'appointment.held', 'appointment.cancelled')
                 then (select case e.type when 'appointment.confirmed' then a.override_reason
                                          when 'appointment.held' then a.evidence else a.cancel_reason end
                       from appointment a where a.tenant_id = :tenant and a.id = e.subject_id)
             end,
             jsonb_build_object('verdict', e.data -> 'verdict', 'outOfPolicy', e.data -> 'outOfPolicy',
                                'noticeMinutes', e.data -> 'noticeMinutes', 'from', e.data -> 'from', 'to', e.data -> 'to', 'dueAt', e.data -> 'dueAt',
                                'startsAt', e.data -> 'startsAt', 'cancelledBy', e.data -> 'cancelledBy',
                                'reason', case when starts_with(e.type, 'handoff.') then e.data -> 'reason' end)
      from event e
      join (values ('lead.status_changed', 'STATUS_CHANGED'), ('lead.moved', 'LEAD_MOVED'), ('lead.erased', 'LEAD_ERASED'), ('lead.merged', 'LEAD_MERGED'),
                   ('lead.unmerged', 'LEAD_UNMERGED'),
                   ('callback.rescheduled', 'CALLBACK_RESCHEDULED'), ('callback.handed_to_team', 'CALLBACK_HANDED_TO_TEAM'),
                   ('callback.overdue', 'CALLBACK_OVERDUE'), ('callback.kept', 'CALLBACK_KEPT'),
                   ('callback.cancelled', 'CALLBACK_CANCELLED'),
                   ('follow_up.sent', 'FOLLOW_UP_SENT'), ('follow_up.cancelled', 'FOLLOW_UP_CANCELLED'),
                   ('appointment.set', 'APPOINTMENT_SET'), ('appointment.confirmed', 'APPOINTMENT_CONFIRMED'),
                   ('appointment.rescheduled', 'APPOINTMENT_RESCHEDULED'), ('appointment.cancelled', 'APPOINTMENT_CANCELLED'),
                   ('appointment.held', 'APPOINTMENT_HELD'), ('appointment.no_show', 'APPOINTMENT_NO_SHOW'),
                   ('handoff.offered', 'HANDOFF_OFFERED'), ('handoff.accepted', 'HANDOFF_ACCEPTED'),
                   ('handoff.returned', 'HANDOFF_RETURNED'), ('handoff.expired', 'HANDOFF_EXPIRED')) as n (type, kind) on n.type = e.type
      where e.tenant_id = :tenant and (e.month = 0 or e.month >= :since) and e.lead_id = any(:leads)
      """;

  private static final String OUTCOMES =
      """
      select o.happened_at, 10, o.id, 'OUTCOME_RECORDED', o.id, o.agent_id, o.campaign_id, null::uuid,
             nullif(concat_ws(' ', o.reason, o.next_step), ''),
             jsonb_build_object('outcome', o.kind, 'value', cast(trim_scale(o.value) as text), 'currency', o.currency, 'by', o.told_by,
                                'withdrawn', case when o.withdrawn then 'true' end,
                                'aboutId', coalesce(o.appointment_id, o.handoff_id))
      from outcome o
      where o.tenant_id = :tenant and o.lead_id = any(:leads)
      """;

  /** How something was told before, which was wrong. */
  private static final String CORRECTIONS =
      """
      select x.created_at, 11, x.id, 'CORRECTED', coalesce(x.appointment_id, x.outcome_id), x.agent_id, null::uuid, null::uuid,
             x.reason,
             jsonb_build_object('was', x.before -> 'outcome', 'verdict', x.before -> 'verdict', 'value', x.before -> 'value',
                                'currency', x.before -> 'currency')
      from correction x
      where x.tenant_id = :tenant and x.lead_id = any(:leads)
      """;

  /** The first names the columns. */
  static final List<String> ALL =
      List.of(
          LEAD,
          CALLS,
          CALLBACKS,
          TASKS,
          ENDED_TASKS,
          SUPPRESSIONS,
          LIFTED_SUPPRESSIONS,
          SIGNALS,
          FOLLOW_UPS,
          EVENTS,
          OUTCOMES,
          CORRECTIONS);

  private TimelineSources() {}
}
