package io.warmline.core.queue;

/**
 * The statement that derives the queue's rows of leads from all the facts about them.
 *
 * <p>"Offset 0" keeps to one probe of an index for each lead and each number: the plan is made
 * once, for a tenant and a campaign of average size, perhaps while there are no suppressions, and a
 * join of sets that was planned then takes 40 ms a lead beside 50,000 of them: see ADR 58.
 */
final class RefreshStatement {

  /*
   * The number to dial is one that works, is not suppressed and is on no registry in force, unless
   * its law exempts the lead, and that may be called within a day from when it is due; where none
   * may, the one that may be called first. Of these it is that of the promise, else the one that was dialled least since
   * the prospect was last reached on it, so that each gets its share; of several the one on which
   * that was last, then one that is no switchboard, then the one that stands first.
   *
   * Who is known on a number by a meeting, a hand-off, a sale, a death or a promise is looked up once
   * for all leads, because thousands of them may have one number. A number on which a callback is
   * promised to another lead comes after those that are free.
   *
   * The work to do on a lead is a promise or a task: of those whose time has come the one of the
   * lowest tier, else the one that comes first.
   */
  private static final String FACTS =
      """
      with sharing as materialized (
        select o.e164, o.lead_id
        from (select distinct m.e164
              from unnest(cast(:leads as uuid[])) i (id)
              cross join lateral (select m.e164 from lead_phone m where m.tenant_id = :tenant and m.lead_id = i.id offset 0) m) n
        cross join lateral (
          select o.e164, o.lead_id from lead_phone o where o.tenant_id = :tenant and o.e164 = n.e164 offset 0) o
      ), known as materialized (
        select o.e164, x.id, x.status, x.first_name, x.last_name, x.email, xc.client_id
        from sharing o
        cross join lateral (
          select x.id, x.campaign_id, x.status, x.first_name, x.last_name, x.email from lead x
          where x.tenant_id = :tenant and x.id = o.lead_id
            and (x.status in ('APPOINTMENT_SET', 'CUSTOMER', 'HANDED_OFF')
                 or x.status = 'DISQUALIFIED'
                    and exists (select 1 from call k
                                where k.tenant_id = :tenant and k.lead_id = x.id and k.disposition = 'DECEASED_OR_CLOSED' offset 0))
          offset 0) x
        join campaign xc on xc.tenant_id = :tenant and xc.id = x.campaign_id
      ), promised as materialized (
        select o.e164, x.id, x.first_name, x.last_name, x.email, xc.client_id, cb.latest_at
        from sharing o
        cross join lateral (
          select cb.campaign_id, cb.latest_at from callback cb
          where cb.tenant_id = :tenant and cb.lead_id = o.lead_id and cb.status in ('SCHEDULED', 'DUE', 'CLAIMED')
          offset 0) cb
        cross join lateral (
          select x.id, x.first_name, x.last_name, x.email from lead x
          where x.tenant_id = :tenant and x.id = o.lead_id
          offset 0) x
        join campaign xc on xc.tenant_id = :tenant and xc.id = cb.campaign_id
      ), fact as (
        select l.tenant_id, l.id, l.campaign_id, l.score, l.created_at, l.next_attempt_at, l.attempts, l.status, l.erased_at,
               l.first_name, l.last_name, l.email,
               c.max_attempts, c.max_attempts_per_number_per_day as daily_cap, c.min_minutes_between_attempts as gap,
               w.tier as work_tier, coalesce(w.tier in ({EXPECTED}), false) as expected, coalesce(w.tier in ({HEARD_OF}), false) as heard_of,
               w.due_at as work_due_at, w.callback_id, w.agent_id, w.task_id, w.not_agent_id,
               p.e164, p.bucket_id, p.country, p.jurisdictions, c.client_id, c.audience, c.deliverable,
               b.cap_calls, b.cap_minutes, b.cooldown_days, b.refusal_is_final,
               l.consent_withdrawn_at is not null as withdrawn, %2$s as callable_until,
               %1$s as refused, %4$s as list, %5$s as company_domain, %6$s as company_name
        from (select distinct id from unnest(cast(:leads as uuid[])) i (id)) i
        cross join lateral (select l.* from lead l where l.tenant_id = :tenant and l.id = i.id offset 0) l
        join campaign c on c.tenant_id = :tenant and c.id = l.campaign_id
        left join lateral (
          select * from (
            select {CALLBACK} as tier, cb.due_at, cb.id as callback_id, cb.agent_id, null::uuid as task_id, null::uuid as not_agent_id,
                   cb.phone
            from callback cb
            where cb.tenant_id = :tenant and cb.lead_id = l.id and cb.status in ('SCHEDULED', 'DUE', 'CLAIMED')
            union all
            select k.tier, k.due_at, null, k.agent_id, k.id, k.not_agent_id, null
            from task k
            where k.tenant_id = :tenant and k.lead_id = l.id and k.status in ('WAITING', 'DUE')) any_work
          order by due_at > :now, case when due_at <= :now then tier end, due_at, tier
          limit 1) w on true
        left join lateral (
          select p.e164, p.bucket_id, p.country, p.jurisdictions
          from (
            select p.position, p.e164, p.bucket_id, p.country, p.jurisdictions, p.stated_type, count(*) over () as numbers
            from lead_phone p
            where p.tenant_id = :tenant and p.lead_id = l.id and p.uncallable_reason is null
              and not exists (select 1 from suppression s
                              where s.tenant_id = :tenant and s.phone = p.e164 and s.removed_at is null
                                and (s.scope = 'TENANT' or s.campaign_id = l.campaign_id or s.client_id = c.client_id)
                              offset 0)
              and not exists (select 1 from registry g
                              where g.tenant_id = :tenant and c.audience = any(g.covers)
                                and (%3$s > :now) is not true
                                and exists (select 1 from registry_number n
                                            where n.tenant_id = :tenant and n.list_id = g.list_id and n.phone = p.e164
                                            offset 0)
                              offset 0)
          ) p
          left join lateral (
            select count(*) filter (where k.reached_at is null or k.started_at > k.reached_at) as dials, max(k.reached_at) as reached_at
            from (
              select k.started_at, max(case when k.disposition <> all(:unreached) then k.started_at end) over () as reached_at
              from call k
              where p.numbers > 1 and k.tenant_id = :tenant and k.lead_id = l.id and k.phone = p.e164
              offset 0) k) tried on true
          left join lateral (
            select b.opens_at from window_bucket b
            where p.numbers > 1 and b.tenant_id = :tenant and b.id = p.bucket_id
              and b.opens_at > greatest(:now, w.due_at, l.next_attempt_at) + interval '1 day'
            offset 0) far on true
          order by far.opens_at nulls first, p.e164 = w.phone desc nulls last,
                   exists (select 1 from promised y
                           where y.e164 = p.e164 and y.id <> l.id and y.client_id is not distinct from c.client_id),
                   tried.dials, tried.reached_at desc nulls last,
                   p.stated_type is not distinct from 'SWITCHBOARD', p.position
          limit 1) p on true
        left join window_bucket b on b.tenant_id = :tenant and b.id = p.bucket_id
      """;

  /*
   * Until when the lead may be called for what it has agreed to and has to do with us: until the
   * first of these ends. It may not be called at all while it is in the bucket of those who have
   * agreed to something else; those who put it where it belongs find it by that.
   */
  private static final String CALLABLE_UNTIL =
      """
      case when l.consent_kind is null and l.customer_since is null and l.last_purchase_on is null and l.last_inquiry_at is null
                and coalesce(b.consent, 'NONE') = 'NONE' and b.contract is not true then null
           when b.consent <> coalesce(%1$s, 'NONE') or b.contract and not %2$s then '-infinity'
           else least(
             case when l.consent_withdrawn_at is null and l.consent_expires_at > :now then l.consent_expires_at end,
             case when b.contract then (l.customer_until + 1) at time zone 'Etc/GMT-14' end,
             (select min(%3$s) from registry g
              where g.tenant_id = :tenant and c.audience = any(g.covers)
                and exists (select 1 from registry_number n
                            where n.tenant_id = :tenant and n.list_id = g.list_id and n.phone = p.e164 offset 0)))
      end\
      """;

  /*
   * What closes the lead, and the ends of all that keeps it waiting: the gap after the last
   * attempt that rang, and the hours that hold the most attempts allowed, by the campaign or by a
   * calling rule.
   *
   * A confirmation and a hot signal are exempt from the gap, as a callback is, because the
   * prospect has just been heard of; none is ever exempt from the caps. A callback and a date the
   * prospect named are good for one more attempt when the lead has had all it gets, and so is a
   * task.
   *
   * A registry that is too old stops all dialling of those whom it protects where it holds, but
   * callbacks, for which the prospect asked.
   *
   * What was promised or refused on a number holds for every lead of the same client that has it:
   * none is dialled on our own account while a callback is open for another, or until the cooldown
   * of another's refusal is over. Who may be the same person as one to whom a callback is promised is
   * dialled on none of their numbers. Nor is whoever may be the same person as one with a meeting, a
   * hand-off or a sale; customers may be checked in on. Whoever may be the same person as one who has
   * died is not called, unless a callback was promised since. A callback of its own, a confirmation and a
   * hot signal are called all the same.
   */
  private static final String JUDGED =
      """
      ), judged as (
        select f.*,
          case when f.erased_at is not null then 'ERASED'
               when f.status in ('DO_NOT_CALL', 'DISQUALIFIED') then f.status
               when f.refused then 'DO_NOT_CALL'
               when f.deceased
                    and not exists (select 1 from callback cb
                                    where cb.tenant_id = :tenant and cb.lead_id = f.id and cb.status in ('SCHEDULED', 'DUE', 'CLAIMED')
                                    offset 0) then 'PERSON_DECEASED'
               when f.withdrawn then 'CONSENT_WITHDRAWN'
               when f.work_tier is null
                    and f.status in ('EXHAUSTED', 'CUSTOMER', 'LAPSED', 'APPOINTMENT_SET', 'HANDED_OFF') then f.status
               when f.e164 is null and exists (
                   select 1 from lead_phone p
                   where p.tenant_id = :tenant and p.lead_id = f.id
                     and exists (select 1 from suppression s
                                 where s.tenant_id = :tenant and s.phone = p.e164 and s.removed_at is null
                                   and (s.scope = 'TENANT' or s.campaign_id = f.campaign_id or s.client_id = f.client_id)
                                 offset 0)) then 'DO_NOT_CALL'
               when f.e164 is null and exists (
                   select 1 from lead_phone p
                   where p.tenant_id = :tenant and p.lead_id = f.id and p.uncallable_reason is null) then 'ON_REGISTRY'
               when f.e164 is null then 'NO_CALLABLE_NUMBER'
               when f.work_tier is null and f.status not in ('NURTURE', 'WARM', 'QUALIFIED') and f.attempts >= f.max_attempts then 'EXHAUSTED'
               when f.promised_until is not null then 'NUMBER_PROMISED'
               when f.known_as is not null then f.known_as
               when not f.expected and f.refusal_is_final and f.refused_at is not null then 'COOLDOWN'
               when not f.expected and exists (
                   select 1 from registry g
                   where g.tenant_id = :tenant and g.expired_at is not null
                     and f.audience = any(g.covers)
                     and (g.jurisdiction = any(f.jurisdictions)
                          or g.jurisdiction = g.country
                             and (g.country = f.country or f.country is null and starts_with(f.e164, g.calling_code)
                                  or exists (select 1 from unnest(f.jurisdictions) j where starts_with(j, g.country))))
                   offset 0) then 'REGISTRY_OUTDATED'
          end as closed_by,
          coalesce(f.work_due_at, f.next_attempt_at, f.created_at) as due_at,
          case when not f.heard_of then
            (select max(k.started_at) from call k
             where k.tenant_id = :tenant and k.phone = f.e164 and k.rang) + make_interval(mins => f.gap)
          end as gap_ends_at,
          (select k.started_at from call k
           where k.tenant_id = :tenant and k.phone = f.e164
           order by k.started_at desc offset f.daily_cap - 1 limit 1) + interval '24 hours' as cap_ends_at,
          (select max(k.started_at + make_interval(mins => cap.minutes))
           from unnest(f.cap_calls, f.cap_minutes) cap (calls, minutes)
           cross join lateral (select k.started_at from call k
                               where k.tenant_id = :tenant and k.phone = f.e164
                               order by k.started_at desc offset cap.calls - 1 limit 1) k) as rule_cap_ends_at,
          case when not f.expected then f.refused_at + make_interval(days => f.cooldown_days) end as cooldown_ends_at,
          case when not f.heard_of then
            (select max(k.started_at + make_interval(mins => cast(kc.retries ->> 'notInterestedMinutes' as integer)))
             from call k
             join campaign kc on kc.tenant_id = :tenant and kc.id = k.campaign_id
             where k.tenant_id = :tenant and k.phone = f.e164 and k.disposition = 'NOT_INTERESTED' and k.lead_id <> f.id
               and kc.client_id is not distinct from f.client_id)
          end as refusal_ends_at
        from (select fact.*,
                     case when not heard_of then
                       (select max(x.latest_at)
                        from promised x
                        where x.id <> fact.id and x.client_id is not distinct from fact.client_id
                          and (x.e164 = fact.e164
                               or %1$s
                                  and exists (select 1 from lead_phone m
                                              where m.tenant_id = :tenant and m.lead_id = fact.id and m.e164 = x.e164)))
                     end as promised_until,
                     case when work_tier is null then
                       (select min(case x.status when 'APPOINTMENT_SET' then 'NUMBER_MET'
                                                 when 'CUSTOMER' then 'NUMBER_BOUGHT'
                                                 else 'NUMBER_HANDED_OFF' end)
                        from known x
                        join lead_phone m on m.tenant_id = :tenant and m.lead_id = fact.id and m.e164 = x.e164
                        where x.id <> fact.id and x.client_id is not distinct from fact.client_id
                          and x.status <> 'DISQUALIFIED'
                          and not (x.status = 'CUSTOMER' and fact.deliverable = 'CHECK_IN')
                          and %1$s)
                     end as known_as,
                     exists (select 1 from known x
                             join lead_phone m on m.tenant_id = :tenant and m.lead_id = fact.id and m.e164 = x.e164
                             where x.id <> fact.id and x.status = 'DISQUALIFIED' and %1$s) as deceased,
                     case when cooldown_days is not null or refusal_is_final then
                       (select max(k.started_at) from call k
                        where k.tenant_id = :tenant and k.phone = fact.e164 and k.disposition = 'NOT_INTERESTED')
                     end as refused_at
              from fact) f
      """;

  /*
   * The time not to dial before is the latest of them.
   */
  private static final String TIMED =
      """
      ), timed as (
        select j.*, greatest(j.due_at, j.gap_ends_at, j.cap_ends_at, j.rule_cap_ends_at, j.cooldown_ends_at, j.refusal_ends_at,
                             j.promised_until) as not_before
        from judged j
      )
      """;

  /*
   * A lead that an agent holds (LEASED) keeps its row until the claim ends.
   */
  private static final String ROWS =
      """
      insert into queue_entry as q (tenant_id, lead_id, campaign_id, bucket_id, phone, state, tier, score, due_at, not_before,
                                    blocked_by, agent_id, callback_id, task_id, not_agent_id, callable_until, list, company_domain,
                                    company_name)
      select t.tenant_id, t.id, t.campaign_id, t.bucket_id, t.e164,
        case when t.closed_by is not null then 'CLOSED' when t.not_before > :now then 'WAITING' else 'READY' end,
        case when t.work_tier is not null then t.work_tier when t.status in ('NURTURE', 'WARM', 'QUALIFIED') then {WARM} when t.attempts > 0 or t.next_attempt_at is not null then {RETRY}
             else {COLD} end,
        t.score, t.due_at, t.not_before,
        case when t.closed_by is not null then t.closed_by
             when t.not_before <= :now then null
             when t.not_before = t.cooldown_ends_at then 'COOLDOWN'
             when t.not_before = t.refusal_ends_at then 'NUMBER_REFUSED'
             when t.not_before = t.rule_cap_ends_at then 'RULE_CAP'
             when t.not_before = t.cap_ends_at then 'DAILY_CAP'
             when t.not_before = t.gap_ends_at then 'ATTEMPT_GAP'
             when t.callback_id is not null then 'CALLBACK_NOT_DUE'
             when t.task_id is not null then 'TASK_NOT_DUE'
             when t.status = 'NURTURE' then 'NURTURE'
             else 'RETRY_DELAY' end,
        t.agent_id, t.callback_id, t.task_id, t.not_agent_id, t.callable_until, t.list, t.company_domain, t.company_name
      from timed t
      order by t.id
      on conflict (tenant_id, lead_id) do update set
        campaign_id = excluded.campaign_id, bucket_id = excluded.bucket_id, phone = excluded.phone, state = excluded.state,
        tier = excluded.tier, score = excluded.score, due_at = excluded.due_at, not_before = excluded.not_before,
        blocked_by = excluded.blocked_by, agent_id = excluded.agent_id, callback_id = excluded.callback_id,
        task_id = excluded.task_id, not_agent_id = excluded.not_agent_id, callable_until = excluded.callable_until,
        list = excluded.list, company_domain = excluded.company_domain, company_name = excluded.company_name
      where q.state <> 'LEASED'
      returning q.lead_id, q.state, q.not_before, q.blocked_by, q.callback_id
      """;

  /**
   * Takes {@code :leads}, an array of their ids, {@code :unreached}, the outcomes of calls that did
   * not get through to the prospect, and {@code :now}.
   */
  static final String TEXT =
      Tier.in(
          FACTS.formatted(
                  RefusedPersons.REFUSED.strip(),
                  callableUntil(),
                  Exemptions.FROM_REGISTRY_UNTIL,
                  ListShares.LIST_OF_A_LEAD.strip(),
                  OneOfCompany.DOMAIN,
                  OneOfCompany.NAME)
              + JUDGED.formatted(SamePersons.of("x", "fact"))
              + TIMED
              + ROWS);

  private RefreshStatement() {}

  private static String callableUntil() {
    return CALLABLE_UNTIL.formatted(
        Exemptions.CONSENT_IN_FORCE, Exemptions.CONTRACT_RUNS, Exemptions.FROM_REGISTRY_UNTIL);
  }
}
