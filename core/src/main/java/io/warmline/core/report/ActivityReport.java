package io.warmline.core.report;

import io.warmline.core.report.Inquiry.Measure;
import io.warmline.core.report.Inquiry.Ratio;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Dials and whom they reached. A failure of the line is no dial. Answered is what reached a person
 * at the prospect's place, so not a wrong number; a conversation is what was answered and not
 * abandoned by us.
 */
@ApplicationScoped
public class ActivityReport {

  private static final String IN_SCOPE =
      """
      k.started_at >= :from and k.started_at < :until and k.direction = 'OUTBOUND'
          and (cast(:campaign as uuid) is null or k.campaign_id = :campaign)
          and (cast(:agent as uuid) is null or k.agent_id = :agent)\
      """;

  /**
   * Calls are counted by what they came to, and people by how far we came with them: each is one
   * look at the calls, and one number for each person.
   */
  private static final String DIALS =
      """
      with recursive {merged}, came_to as (
        select %1$s as key, k.disposition, count(*) as calls, count(k.duration_seconds) as timed, sum(k.duration_seconds) as seconds,
               count(*) filter (where k.counter_offered) as counter_offered
        from call k
        where k.tenant_id = :tenant and {inScope}
        group by 1, 2
      ), met as (
        select %1$s as key, coalesce(m.person, k.lead_id) as person,
               max(case when k.disposition = any(:decisionMaker) then 3 when k.disposition = any(:conversations) then 2
                        when k.disposition <> 'TECHNICAL_FAILURE' then 1 else 0 end) as how
        from call k
        left join merged m on m.lead_id = k.lead_id
        where k.tenant_id = :tenant and {inScope}
        group by 1, 2
      )
      select o.key, o.dials, o.answered, o.conversations, o.with_dm, o.meetings, o.abandoned, o.live, o.deferrals, o.counter_offered,
             o.talked, o.talk_seconds / 60.0 as talk_minutes, o.talk_seconds / nullif(o.talked, 0) / 60.0 as mean_talk,
             p.attempted, p.contacted, p.leads_with_dm
      from (
        select key, coalesce(sum(calls) filter (where disposition <> 'TECHNICAL_FAILURE'), 0)::bigint as dials,
               coalesce(sum(calls) filter (where disposition = any(:answered)), 0)::bigint as answered,
               coalesce(sum(calls) filter (where disposition = any(:conversations)), 0)::bigint as conversations,
               coalesce(sum(calls) filter (where disposition = any(:decisionMaker)), 0)::bigint as with_dm,
               coalesce(sum(calls) filter (where disposition = 'APPOINTMENT_SET'), 0)::bigint as meetings,
               coalesce(sum(calls) filter (where disposition = 'ABANDONED_BY_US'), 0)::bigint as abandoned,
               coalesce(sum(calls) filter (where disposition = any(:human)), 0)::bigint as live,
               coalesce(sum(calls) filter (where disposition = 'CALLBACK_REQUESTED'), 0)::bigint as deferrals,
               coalesce(sum(counter_offered) filter (where disposition = 'CALLBACK_REQUESTED'), 0)::bigint as counter_offered,
               coalesce(sum(timed) filter (where disposition = any(:conversations)), 0)::bigint as talked,
               sum(seconds) filter (where disposition = any(:conversations)) as talk_seconds
        from came_to
        group by 1) o
      join (
        select key, count(*) filter (where how > 0) as attempted, count(*) filter (where how > 1) as contacted,
               count(*) filter (where how > 2) as leads_with_dm
        from met
        group by 1) p on p.key = o.key
      order by o.key
      """
          .replace("{merged}", MergedLeads.MERGED)
          .replace("{inScope}", IN_SCOPE);

  private static final List<Ratio> RATES =
      List.of(
          new Ratio("connectRate", "answered", "dials"),
          new Ratio("contactRate", "contacted", "attempted"),
          new Ratio("decisionMakerContactRate", "leads_with_dm", "attempted"),
          new Ratio("connectToMeeting", "meetings", "with_dm"),
          new Ratio("attemptsPerContact", "dials", "conversations"),
          new Ratio("abandonment", "abandoned", "live"),
          new Ratio("counterOffersMade", "counter_offered", "deferrals"));

  private static final List<Measure> TALK =
      List.of(
          new Measure("talkTime", "talk_minutes", "minutes", "talked"),
          new Measure("meanTalkTime", "mean_talk", "minutes", "talked"));

  /**
   * The time that a dial takes of an agent's day: until the agent's next dial, whatever the
   * campaign, but at most a quarter of an hour, so that breaks are none; after the last, as long as
   * it lasted.
   */
  private static final String PACE =
      """
      with dial as (
        select d.*, coalesce(extract(epoch from
                 case when lead(d.id) over day is not null then
                   least(lead(d.started_at) over day - d.started_at,
                         greatest(interval '15 minutes', make_interval(secs => coalesce(d.duration_seconds, 0))))
                 end), d.duration_seconds, 0) as taken
        from call d
        where d.tenant_id = :tenant and d.started_at >= :from and d.started_at < :until
          and d.disposition <> 'TECHNICAL_FAILURE' and d.direction = 'OUTBOUND'
          and (cast(:agent as uuid) is null or d.agent_id = :agent)
          and (cast(:campaign as uuid) is null
               or d.agent_id in (select o.agent_id from call o
                                 where o.tenant_id = :tenant and o.campaign_id = :campaign and o.started_at >= :from
                                   and o.started_at < :until and o.disposition <> 'TECHNICAL_FAILURE' and o.direction = 'OUTBOUND'))
        window day as (partition by d.agent_id, (d.started_at at time zone :zone)::date order by d.started_at, d.id)
      )
      select %s as key, count(*) as dials, count(*) * 3600.0 / nullif(sum(k.taken), 0) as pace
      from dial k
      where cast(:campaign as uuid) is null or k.campaign_id = :campaign
      group by 1
      order by 1
      """;

  /** Over more days the pace is not reckoned: it takes all calls in their order. */
  private static final int LONGEST_PACE_DAYS = 100;

  /**
   * The first conversation there ever was with a person, if it falls in the period. What came
   * before is looked up for each, so that a month costs as much as it has conversations.
   */
  private static final String FIRST_CONTACT =
      """
      with recursive {merged}, {others}, conversation as (
        select distinct on (person) coalesce(m.person, c.lead_id) as person, c.lead_id, c.started_at, c.id, c.campaign_id, c.agent_id
        from call c
        left join merged m on m.lead_id = c.lead_id
        where c.tenant_id = :tenant and c.started_at >= :from and c.started_at < :until and c.direction = 'OUTBOUND'
          and c.disposition = any(:conversations)
          and (cast(:campaign as uuid) is null or c.campaign_id = :campaign)
        order by person, c.started_at, c.id
      ), known as materialized (
        select c.*, o.leads || c.person as leads
        from conversation c
        left join others o on o.person = c.person
      ), first as (
        select c.lead_id, c.started_at, c.campaign_id, c.agent_id, b.dials
        from known c
        cross join lateral (
          select count(*) as dials, count(*) filter (where d.disposition = any(:conversations)) as conversations
          from call d
          where d.tenant_id = :tenant and d.lead_id = any(c.leads) and d.disposition <> 'TECHNICAL_FAILURE'
            and d.direction = 'OUTBOUND' and (d.started_at, d.id) <= (c.started_at, c.id)) b
        where b.conversations = 1 and (cast(:agent as uuid) is null or c.agent_id = :agent)
      )
      select %s as key, count(*) as contacted, percentile_cont(0.5) within group (order by k.dials) as median
      from first k
      group by 1
      order by 1
      """
          .replace("{merged}", MergedLeads.MERGED)
          .replace("{others}", MergedLeads.OTHERS);

  /**
   * Loaded is what could be called: leads without any number we may dial are not, nor are those
   * that were found to be another. Of a lead that began anew the attempts count no more; it was
   * dialled all the same.
   */
  private static final String PENETRATION =
      """
      with recursive {merged}
      select %s as key, count(*) as loaded, count(*) filter (where l.dialled) as attempted,
             count(*) filter (where l.attempts >= c.max_attempts) as at_cap
      from (
        select d.id, d.campaign_id, d.import_id, d.attempts,
               d.attempts > 0
               or d.last_attempt_at is not null
                  and exists (select 1 from call k
                              where k.tenant_id = :tenant and k.lead_id = d.id and k.direction = 'OUTBOUND'
                                and k.disposition <> 'TECHNICAL_FAILURE') as dialled
        from lead d
        where d.tenant_id = :tenant and d.erased_at is null
          and (cast(:campaign as uuid) is null or d.campaign_id = :campaign)
          and not exists (select 1 from merged m where m.lead_id = d.id)) l
      join campaign c on c.tenant_id = :tenant and c.id = l.campaign_id
      where l.dialled
         or not exists (select 1 from queue_entry q
                        where q.tenant_id = :tenant and q.lead_id = l.id
                          and q.blocked_by in ('DO_NOT_CALL', 'ON_REGISTRY', 'NO_CALLABLE_NUMBER', 'CONSENT_REQUIRED', 'CONSENT_WITHDRAWN'))
      group by 1
      order by 1
      """
          .replace("{merged}", MergedLeads.MERGED);

  /**
   * What agents did in shifts, by when it began; of what is not over, as far as they were heard of.
   */
  private static final String PRESENCE =
      """
      select %s as key,
             count(*) filter (where k.state = 'BREAK') as breaks,
             sum(k.seconds) filter (where k.state = 'BREAK') / 60.0 as break_minutes,
             count(*) filter (where k.state = 'WRAP_UP') as wrap_ups,
             sum(k.seconds) filter (where k.state = 'WRAP_UP') / 60.0 as wrap_up_minutes,
             count(distinct k.shift_id) as shifts, sum(k.seconds) / 60.0 as shift_minutes
      from (
        select p.*, extract(epoch from coalesce(p.ended_at, greatest(s.seen_at, p.began_at)) - p.began_at) as seconds
        from shift_part p
        join shift s on s.tenant_id = :tenant and s.id = p.shift_id
        where p.tenant_id = :tenant and p.began_at >= :from and p.began_at < :until
          and (cast(:agent as uuid) is null or p.agent_id = :agent)
      ) k
      group by 1
      order by 1
      """;

  private final Figures figures;
  private final Clock clock;

  ActivityReport(Figures figures, Clock clock) {
    this.figures = figures;
    this.clock = clock;
  }

  /** Of the calls that began in the period; the penetration of the list is as of now. */
  public Report of(ReportScope scope) {
    if (scope.grouping() != Grouping.DISPOSITION) {
      Groupings.requireOfTalks(scope);
    }
    String key = scope.grouping().sql("k", "k.agent_id", "k.started_at", "0");
    List<Inquiry> inquiries = new ArrayList<>();
    inquiries.add(new Inquiry(DIALS.formatted(key), RATES, TALK));
    boolean paced = scope.grouping() != Grouping.DISPOSITION;
    if (paced && !scope.to().isAfter(scope.from().plusDays(LONGEST_PACE_DAYS))) {
      inquiries.add(
          new Inquiry(
              PACE.formatted(key),
              List.of(),
              List.of(new Measure("dialsPerHour", "pace", "dials", "dials"))));
    }
    if (scope.grouping() != Grouping.DISPOSITION) {
      inquiries.add(
          new Inquiry(
              FIRST_CONTACT.formatted(key),
              List.of(),
              List.of(
                  new Measure("medianAttemptsToFirstContact", "median", "dials", "contacted"))));
    }
    if (scope.agent().isEmpty() && Groupings.isOfLists(scope.grouping())) {
      inquiries.add(
          new Inquiry(
              PENETRATION.formatted(listed(scope.grouping())),
              List.of(
                  new Ratio("listPenetration", "attempted", "loaded"),
                  new Ratio("deepListPenetration", "at_cap", "loaded")),
              List.of()));
    }
    if (scope.campaign().isEmpty() && Groupings.isOfPeople(scope.grouping())) {
      inquiries.add(
          new Inquiry(
              PRESENCE.formatted(scope.grouping().sql("k", "k.agent_id", "k.began_at", "0")),
              List.of(),
              List.of(
                  new Measure("timeAtWork", "shift_minutes", "minutes", "shifts"),
                  new Measure("breakTime", "break_minutes", "minutes", "breaks"),
                  new Measure("wrapUpTime", "wrap_up_minutes", "minutes", "wrap_ups"))));
    }
    return new Report(
        "activity",
        scope,
        "Calls that began in the period; list penetration: leads as they are now.",
        clock.instant(),
        figures.of(scope, inquiries.toArray(Inquiry[]::new)));
  }

  /** What tells lists of leads apart. */
  private static String listed(Grouping grouping) {
    return grouping == Grouping.IMPORT
        ? "coalesce(l.import_id::text, '')"
        : grouping.sql("l", "null", "l.created_at", "0");
  }
}
