package io.warmline.core.report;

import io.warmline.core.report.Inquiry.Measure;
import io.warmline.core.report.Inquiry.Ratio;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** How promises were kept. */
@ApplicationScoped
public class CallbacksReport {

  /*
   * A promise is a time that a callback had because the prospect or somebody of us set it, and not one that a corrected call had made; a time at which it was tried again,
   * because nobody was reached, is no promise, nor is the first time of a callback that a no-show made: nobody was told of it. Nor
   * is what a merger entered for a time that had passed: it is counted with the lead to which it was promised. It is whose it was,
   * and of the campaign in which it was, when its time came, whoever got it afterwards. It is dialled by the first call to its lead from a little before its time on,
   * while it or a time at which it was tried again stood; not by the call in which it was made, nor by one before that. A failure of
   * the line is no dial, so that what is dialled after one is looked at. What a call does is done when it begins, however late it is
   * logged (by 30 days at the most). What nobody dialled is left out while it may still be kept, and where the prospect called while
   * there was time.
   */
  private static final String PROMISES =
      """
      with promise as (
        select cb.id, cb.lead_id, w.owed_in as campaign_id, w.owed_by as agent_id, w.due, coalesce(w.latest, w.due) as latest,
               coalesce(w.latest, w.due) + make_interval(mins => c.callback_grace_minutes) as grace_ends,
               w.made_at, w.ended_at, w.ended_why, w.given_up_at
        from callback cb
        left join call made on made.tenant_id = :tenant and made.id = cb.created_by_call_id
        cross join lateral (
          select t.*, lag(t.ended_why, 1, case when cb.nobody_told then 'NO_SHOW' end) over (order by t.i) as began_why,
                 lag(t.ended_at, 1, coalesce(made.started_at, cb.created_at)) over (order by t.i) as made_at,
                 min(t.ended_at) filter (where t.ended_why <> 'NOT_REACHED')
                   over (order by t.i rows between current row and unbounded following) as given_up_at
          from (
            select h.i, h.due, h.latest, h.owed_by, h.owed_in, h.ended_why, coalesce(e.started_at, h.at) as ended_at
            from (
              select i, (m ->> 'from')::timestamptz as due, (m ->> 'until')::timestamptz as latest, (m ->> 'at')::timestamptz as at,
                     m ->> 'why' as ended_why, (m #>> '{owedBy,value}')::uuid as owed_by,
                     coalesce((select o.id from campaign o where o.tenant_id = :tenant and o.id = (m #>> '{owedIn,value}')::uuid),
                              cb.campaign_id) as owed_in
              from jsonb_array_elements(cb.history) with ordinality j (m, i)
              union all
              select jsonb_array_length(cb.history) + 1, cb.due_at, cb.latest_at,
                     case when cb.status in ('KEPT', 'CANCELLED') then cb.updated_at end,
                     case when cb.status in ('KEPT', 'CANCELLED') then cb.status end, cb.owed_by_agent_id, cb.owed_in_campaign_id) h
            left join lateral (
              select k.started_at from call k
              where h.ended_why = 'KEPT' and k.tenant_id = :tenant and k.id = cb.kept_by_call_id
              union all
              select coalesce(min(k.started_at) filter (where k.started_at >= h.due - interval '5 minutes'), max(k.started_at))
              from call k
              where k.tenant_id = :tenant and k.lead_id = cb.lead_id and k.created_at = h.at
              having h.ended_why in ('DEFERRED', 'NOT_REACHED')) e on true) t) w
        join campaign c on c.tenant_id = :tenant and c.id = w.owed_in
        where cb.tenant_id = :tenant and cb.earliest_due_at < :until and cb.furthest_due_at >= :from
          and (cast(:campaign as uuid) is null or w.owed_in = :campaign)
          and (cast(:agent as uuid) is null or w.owed_by = :agent)
          and cb.created_at < :until + interval '30 days' and cb.cancel_reason is distinct from 'CALL_CORRECTED'
          and w.due >= :from and w.due < least(:until, :now)
          and coalesce(w.began_why, '') not in ('NOT_REACHED', 'NO_SHOW')
          and (w.ended_at is null or w.ended_at >= w.due
               or w.ended_why in ('NOT_REACHED', 'KEPT', 'DEFERRED') and w.ended_at >= w.due - interval '5 minutes')
          and (w.ended_why is distinct from 'CANCELLED'
               or cb.cancelled_by <> 'PROSPECT' and cb.cancel_reason <> 'DO_NOT_CALL')
          and not (w.ended_why is not distinct from 'CANCELLED' and cb.cancel_reason = 'MERGED'
                   and w.ended_at <= coalesce(w.latest, w.due) + make_interval(mins => c.callback_grace_minutes))
          and not (coalesce(w.latest, w.due) + make_interval(mins => c.callback_grace_minutes) < w.made_at
                   and case when w.i = 1 then cb.created_by_call_id is null else w.began_why = 'RESCHEDULED' end)
      ), dialled as (
        select p.*, d.started_at, d.disposition
        from promise p
        left join lateral (
          select k.started_at, k.disposition from call k
          where k.tenant_id = :tenant and k.lead_id = p.lead_id and k.started_at >= p.due - interval '5 minutes'
            and k.started_at > p.made_at and (p.given_up_at is null or k.started_at <= p.given_up_at) and k.disposition <> 'TECHNICAL_FAILURE'
            and k.direction = 'OUTBOUND'
          order by k.started_at limit 1) d on true
      ), due as (
        select * from dialled p
        where p.started_at is not null
           or (p.ended_at is not null or p.grace_ends <= :now)
              and not (coalesce(p.ended_why, '') in ('KEPT', 'DEFERRED') and p.ended_at <= p.grace_ends)
      )
      select %s as key, count(*) as due,
             count(*) filter (where k.started_at <= k.grace_ends) as kept,
             count(*) filter (where k.started_at <= greatest(k.due + interval '15 minutes', k.latest)) as punctual,
             count(*) filter (where k.disposition = any(:conversations)) as reached,
             count(k.started_at) as dialled,
             percentile_cont(0.5) within group (order by extract(epoch from
               case when k.started_at is null then null
                    when k.latest <= k.due + interval '15 minutes' then k.started_at - k.due
                    when k.started_at > k.latest then k.started_at - k.latest
                    else least(k.started_at - k.due, interval '0') end) / 60) as delay
      from due k
      group by 1
      order by 1
      """;

  private final Figures figures;
  private final Clock clock;

  CallbacksReport(Figures figures, Clock clock) {
    this.figures = figures;
    this.clock = clock;
  }

  /**
   * Of the promises that fell due in the period; what may still be kept is left out until it is
   * dialled. Kept is what was dialled from five minutes before its time until the end of its window
   * and the campaign's grace, whomever that reached. Punctual is what was dialled by the end of its
   * window, or 15 minutes after its time where the window is shorter; from a longer window the
   * delay counts too.
   */
  public Report of(ReportScope scope) {
    Groupings.requireGeneral(scope.grouping());
    String key = scope.grouping().sql("k", "k.agent_id", "k.due", "0");
    Inquiry promises =
        new Inquiry(
            PROMISES.formatted(key),
            List.of(
                new Ratio("keptRate", "kept", "due"),
                new Ratio("punctuality", "punctual", "due"),
                new Ratio("reached", "reached", "due")),
            List.of(new Measure("medianDelay", "delay", "minutes", "dialled")));
    return new Report(
        "callbacks",
        scope,
        "Promises that fell due in the period, without those the prospect cancelled or that a"
            + " do-not-call request ended.",
        clock.instant(),
        figures.of(scope, promises));
  }
}
