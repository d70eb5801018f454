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
   * A promise is a time that a callback had because the prospect or somebody of us set it; a time at which it was tried again,
   * because nobody was reached, is no promise, nor is the first time of a callback that a no-show made: nobody was told of it. It falls due unless another took its place before, or we talked with the prospect
   * before for another reason, and is dialled by the first call to its lead from a little before its time on, while it or a time at
   * which it was tried again stood. A failure of the line is no dial, so that what is dialled after one is looked at.
   */
  private static final String PROMISES =
      """
      with promise as (
        select cb.id, cb.lead_id, cb.campaign_id, cb.agent_id, cb.cancel_reason, w.due, coalesce(w.latest, w.due) as latest,
               w.ended_at, w.ended_why, w.given_up_at, c.callback_grace_minutes as grace
        from callback cb
        join campaign c on c.tenant_id = :tenant and c.id = cb.campaign_id
        cross join lateral (
          select t.*, lag(t.ended_why, 1, case when cb.nobody_told then 'NO_SHOW' end) over (order by t.i) as began_why,
                 min(t.ended_at) filter (where t.ended_why <> 'NOT_REACHED')
                   over (order by t.i rows between current row and unbounded following) as given_up_at
          from (
            select i, (m ->> 'from')::timestamptz as due, (m ->> 'until')::timestamptz as latest, (m ->> 'at')::timestamptz as ended_at,
                   m ->> 'why' as ended_why
            from jsonb_array_elements(cb.history) with ordinality h (m, i)
            union all
            select jsonb_array_length(cb.history) + 1, cb.due_at, cb.latest_at,
                   case when cb.status in ('KEPT', 'CANCELLED') then cb.updated_at end,
                   case when cb.status in ('KEPT', 'CANCELLED') then cb.status end) t) w
        where cb.tenant_id = :tenant
          and (cast(:campaign as uuid) is null or cb.campaign_id = :campaign)
          and (cast(:agent as uuid) is null or cb.agent_id = :agent)
          and cb.created_at < :until
          and w.due >= :from and w.due < least(:until, :now)
          and coalesce(w.began_why, '') not in ('NOT_REACHED', 'NO_SHOW')
          and (w.ended_at is null or w.ended_at >= w.due
               or w.ended_why in ('NOT_REACHED', 'KEPT', 'DEFERRED') and w.ended_at >= w.due - interval '5 minutes')
          and (w.ended_why is distinct from 'CANCELLED'
               or cb.cancelled_by <> 'PROSPECT' and cb.cancel_reason <> 'DO_NOT_CALL')
      ), dialled as (
        select p.*, d.started_at, d.disposition
        from promise p
        left join lateral (
          select k.started_at, k.disposition from call k
          where k.tenant_id = :tenant and k.lead_id = p.lead_id and k.started_at >= p.due - interval '5 minutes'
            and (p.given_up_at is null or k.started_at <= p.given_up_at) and k.disposition <> 'TECHNICAL_FAILURE'
            and k.direction = 'OUTBOUND'
          order by k.started_at limit 1) d on true
      )
      select %s as key, count(*) as due,
             count(*) filter (where k.started_at <= k.latest + make_interval(mins => k.grace)) as kept,
             count(*) filter (where k.started_at <= greatest(k.due + interval '15 minutes', k.latest)) as punctual,
             count(*) filter (where k.disposition = any(:conversations)) as reached,
             count(k.started_at) as dialled,
             percentile_cont(0.5) within group (order by extract(epoch from
               case when k.latest <= k.due + interval '15 minutes' then k.started_at - k.due
                    when k.started_at > k.latest then k.started_at - k.latest
                    else least(k.started_at - k.due, interval '0') end) / 60) as delay
      from dialled k
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
   * Of the promises that fell due in the period. Kept is what was dialled from five minutes before
   * its time until the end of its window and the campaign's grace, whomever that reached. Punctual
   * is what was dialled by the end of its window, or 15 minutes after its time where the window is
   * shorter; from a longer window the delay counts too.
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
