package io.warmline.bench;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Reports of a year of a firm with ten campaigns, each with two agents, over HTTP, against
 * PostgreSQL counting the same calls by outcome. Both rates are reports a second.
 */
final class ReportBenchmark {

  private static final List<String> REPORTS =
      List.of(
          "activity",
          "callbacks",
          "appointments",
          "qualification",
          "handoffs",
          "speed-to-lead",
          "best-hours");

  private static final String COUNT =
      "select disposition, count(*) from call where started_at > now() - interval '1 year' group by"
          + " 1";

  /** The number before that of the first lead. */
  private static final int FIRST = 2_000_000;

  private static final int CAMPAIGNS = 10;
  private static final int AGENTS = 2 * CAMPAIGNS;

  private final Setting setting;

  ReportBenchmark(Setting setting) {
    this.setting = setting;
  }

  void compare(int leads, int calls) throws Exception {
    Benchmark.say("filling %,d leads of %d campaigns", leads, CAMPAIGNS);
    List<String> campaigns = new ArrayList<>();
    for (int i = 0; i < CAMPAIGNS; i++) {
      campaigns.add(setting.campaign("Reports " + i));
      setting.fill(campaigns.get(i), leads / CAMPAIGNS, FIRST + i * (leads / CAMPAIGNS));
    }
    List<String> agents = new ArrayList<>();
    for (int i = 0; i < AGENTS; i++) {
      agents.add(setting.agent());
    }
    Benchmark.say("filling %,d calls", calls);
    new Past(setting.tables(), campaigns, agents, leads).fill(calls);
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    String year = "?from=" + today.minusDays(364) + "&to=" + today + "&groupBy=MONTH";
    REPORTS.forEach(name -> warmUp("/v1/reports/" + name + year));
    Benchmark.say("");
    Benchmark.say("reports of a year of %,d calls, by month", calls);
    Series count = new Series();
    for (int run = 0; run < setting.runs(); run++) {
      count.add(rate(() -> setting.tables().texts(COUNT)));
    }
    say("count by outcome", count);
    for (String name : REPORTS) {
      Series report = new Series();
      for (int run = 0; run < setting.runs(); run++) {
        report.add(rate(() -> get("/v1/reports/" + name + year)));
      }
      say(name, report);
      Benchmark.ratio(name + " / count by outcome", report, count);
    }
    String month = "?from=" + today.minusDays(30) + "&to=" + today;
    measure("reports of a month of one campaign of ten", month + "&campaignId=" + campaigns.get(0));
    measure("reports of a month of all campaigns", month);
  }

  /** What a supervisor asks for every day. */
  private void measure(String what, String month) throws Exception {
    Benchmark.say("");
    Benchmark.say("%s", what);
    for (String name : REPORTS) {
      warmUp("/v1/reports/" + name + month);
      Series report = new Series();
      for (int run = 0; run < setting.runs(); run++) {
        report.add(rate(() -> get("/v1/reports/" + name + month)));
      }
      say(name, report);
    }
  }

  private void warmUp(String path) {
    try {
      setting.warmUp(() -> rate(() -> get(path)));
    } catch (Exception e) {
      throw new IllegalStateException(path, e);
    }
  }

  private static void say(String what, Series rates) {
    Benchmark.say("  %-18s %.2f s", what, 1 / rates.median());
  }

  private void get(String path) throws Exception {
    Load.require(200, setting.http().get(path));
  }

  /** Something that is done once. */
  private interface Task {
    void run() throws Exception;
  }

  private static double rate(Task task) throws Exception {
    long start = System.nanoTime();
    task.run();
    return 1e9 / (System.nanoTime() - start);
  }

  /** A year of a firm, by SQL: calls evenly over it, and what some of them brought. */
  private record Past(Tables tables, List<String> campaigns, List<String> agents, int leads) {

    void fill(int calls) throws SQLException {
      String tenant = tables.tenantOf(campaigns.get(0));
      tables.run("set session_replication_role = replica");
      tables.run(
          """
          create temp table past as
          select i, '%1$s'::uuid as tenant, ('{%2$s}'::uuid[])[1 + n / %5$d] as campaign,
                 ('{%3$s}'::uuid[])[1 + n / %5$d * %6$d + i / %7$d %% %6$d] as agent, gen_random_uuid() as id,
                 ('%4$s' || (%8$d + 1 + n))::uuid as lead, '+1212' || (%8$d + 1 + n) as phone,
                 now() - interval '364 days' + i * (interval '363 days' / %9$d) as at,
                 (array['NO_ANSWER', 'NO_ANSWER', 'NO_ANSWER', 'NO_ANSWER', 'NO_ANSWER', 'NO_ANSWER', 'VOICEMAIL_LEFT', 'VOICEMAIL_LEFT',
                        'BUSY', 'GATEKEEPER', 'GATEKEEPER', 'NOT_INTERESTED', 'NOT_INTERESTED', 'TECHNICAL_FAILURE', 'CALLBACK_REQUESTED',
                        'APPOINTMENT_SET', 'QUALIFIED', 'NOT_NOW_NURTURE', 'HUNG_UP', 'WRONG_NUMBER'])
                   [1 + (i %% 1000) * 7919 %% 20] as outcome
          from (select i, (i * 7919::bigint %% %7$d)::int as n from generate_series(1, %9$d) i) c
          """
              .formatted(
                  tenant,
                  String.join(",", campaigns),
                  String.join(",", agents),
                  Tables.LEAD,
                  leads / CAMPAIGNS,
                  AGENTS / CAMPAIGNS,
                  leads,
                  FIRST,
                  calls));
      tables.run(
          """
          insert into call (tenant_id, id, version, lead_id, campaign_id, agent_id, phone, disposition, status_before, rang, late,
                            started_at, created_at, objective, attained, interest_stated, meeting_asked, zone)
          select tenant, id, 1, lead, campaign, agent, phone, outcome, 'COLD', true, false, at, at, 'SECURE_MEETING',
                 outcome = 'APPOINTMENT_SET', outcome in ('APPOINTMENT_SET', 'QUALIFIED'), outcome = 'APPOINTMENT_SET', 'America/New_York'
          from past
          """);
      tables.run(
          """
          insert into callback (tenant_id, id, version, lead_id, campaign_id, owed_in_campaign_id, status, due_at, latest_at, resolution, created_by_call_id,
                                created_at, updated_at)
          select tenant, id, 1, lead, campaign, campaign, 'KEPT', at + interval '7 days', at + interval '8 days', 'WORDS', id, at, at + interval '7 days'
          from past where outcome = 'CALLBACK_REQUESTED'
          """);
      tables.run(
          """
          insert into appointment (tenant_id, id, version, lead_id, campaign_id, status, root_id, sequence, starts_at, ends_at, zone,
                                   lead_status_before, set_at, set_by_agent_id, set_in_call_id, confirmation, confirmation_dialled_at,
                                   attendance_at, created_at, updated_at)
          select tenant, id, 1, lead, campaign, case when i % 3 = 0 then 'NO_SHOW' else 'HELD' end, id, 0, at + interval '6 days',
                 at + interval '6 days 1 hour', 'America/New_York', 'COLD', at, agent, id, 'AT_ONCE', at + interval '5 minutes',
                 at + interval '7 days', at, at
          from past where outcome = 'APPOINTMENT_SET' and at < now() - interval '8 days'
          """);
      tables.run(
          """
          insert into handoff (tenant_id, id, version, lead_id, campaign_id, agent_id, call_id, kind, status, offered_at, decide_by,
                               decided_at, updated_at)
          select tenant, id, 1, lead, campaign, agent, id, 'QUALIFIED', 'ACCEPTED', at, at + interval '7 days', at + interval '2 days', at
          from past where outcome = 'QUALIFIED'
          """);
      tables.run(
          """
          insert into signal (tenant_id, id, lead_id, campaign_id, type, occurred_at, effect, counted, created_at)
          select tenant, id, lead, campaign, 'LINK_CLICK', at + interval '1 hour', 'OPENED', true, at from past where outcome = 'NOT_NOW_NURTURE'
          """);
      tables.run("drop table past");
      tables.run("set session_replication_role = origin");
      tables.run("vacuum (analyze)");
      tables.run("checkpoint");
    }
  }
}
