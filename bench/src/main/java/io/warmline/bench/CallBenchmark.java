package io.warmline.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Calls logged over HTTP, each under its claim and without an answer, against pgbench running the
 * statements that the application was seen to run for such a call.
 */
final class CallBenchmark {

  private static final int FIRST = 8_000_001;

  private final Setting setting;
  private final int calls;
  private final StatementLog log;
  private int next = FIRST;

  CallBenchmark(Setting setting, int calls) {
    this.setting = setting;
    this.calls = calls / Setting.CLIENTS * Setting.CLIENTS;
    this.log = new StatementLog(setting.server(), setting.tables());
  }

  void compare(int leads) throws Exception {
    setting.listen();
    String campaign = setting.campaign("Calls");
    String agent = setting.agent();
    Benchmark.say("filling %,d leads", leads);
    setting.fill(campaign, leads, FIRST - 1);
    setting.warmUp(() -> overHttp(campaign, agent));
    Replay replay = observe(campaign, agent);
    Series http = new Series();
    Series pgbench = new Series();
    for (int run = 0; run < setting.runs(); run++) {
      http.add(overHttp(campaign, agent));
      pgbench.add(byPgbench(campaign, agent, replay));
    }
    Benchmark.say("");
    Benchmark.say(
        "calls logged/s at %,d leads, %d clients, %d calls a run, %d statements a call",
        leads, Setting.CLIENTS, calls, replay.statements());
    Benchmark.say("                       HTTP %s", http);
    Benchmark.say("                    pgbench %s", pgbench);
    Benchmark.ratio("log a call, HTTP / pgbench", http, pgbench);
  }

  private int hold(String campaign, String agent, int count) throws Exception {
    int first = next;
    next += count;
    setting.tables().hold(campaign, agent, first, count);
    return first;
  }

  private static String body(int lead) {
    return "{\"claimId\": \"%s\", \"disposition\": \"NO_ANSWER\"}".formatted(Tables.claimId(lead));
  }

  private double overHttp(String campaign, String agent) throws Exception {
    int first = hold(campaign, agent, calls);
    double rate =
        Load.rate(
            setting.server(),
            Setting.CLIENTS,
            calls,
            (c, n) -> Load.require(201, c.post("/v1/calls", body(first + n))));
    requireLogged(first);
    return rate;
  }

  /** What the application runs in the database for one call. */
  private Replay observe(String campaign, String agent) throws Exception {
    int lead = hold(campaign, agent, 1);
    log.begin();
    Load.require(201, setting.http().post("/v1/calls", body(lead)));
    return Replay.of(
        log.lastTransactionWith("insert into call "),
        lead,
        setting.tables().tenantOf(campaign),
        agent,
        campaign);
  }

  private double byPgbench(String campaign, String agent, Replay replay) throws Exception {
    int first = hold(campaign, agent, calls);
    Map<String, String> variables = new LinkedHashMap<>(replay.variables());
    variables.put("first", String.valueOf(first));
    variables.put("each", String.valueOf(calls / Setting.CLIENTS));
    variables.put("i", "-1");
    double rate = setting.pgbench().rate(replay.script(), variables, Setting.CLIENTS, calls);
    requireLogged(first);
    return rate;
  }

  /**
   * Every lead was called, every claim is over, and every row of the queue waits for the next
   * attempt.
   */
  private void requireLogged(int first) throws Exception {
    String logged =
        setting
            .tables()
            .text(
                """
                select count(*)
                from generate_series(%d, %d) n
                join claim c on c.id = ('%s' || n)::uuid and c.status = 'COMPLETED'
                join call k on k.tenant_id = c.tenant_id and k.lead_id = c.lead_id and k.claim_id = c.id
                join queue_entry q on q.tenant_id = c.tenant_id and q.lead_id = c.lead_id and q.state = 'WAITING'
                """
                    .formatted(first, first + calls - 1, Tables.CLAIM));
    if (!logged.equals(String.valueOf(calls))) {
      throw new IllegalStateException("wanted " + calls + " calls, there are " + logged);
    }
  }
}
