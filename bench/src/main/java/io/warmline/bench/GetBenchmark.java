package io.warmline.bench;

import java.util.Map;

/** A lead read over HTTP by its id, against pgbench reading its row and its numbers. */
final class GetBenchmark {

  private static final int FIRST = 3_000_001;

  private static final String SCRIPT =
      """
      \\set n random(:first, :last)
      begin;
      select set_config('app.tenant', :tenant, true);
      select * from lead where tenant_id = cast(:tenant as uuid) and id = cast(:lead || :n as uuid);
      select * from lead_phone where tenant_id = cast(:tenant as uuid) and lead_id = cast(:lead || :n as uuid) order by position;
      commit;
      """;

  private final Setting setting;
  private final int gets;

  GetBenchmark(Setting setting, int gets) {
    this.setting = setting;
    this.gets = gets;
  }

  void compare(int leads) throws Exception {
    String campaign = setting.campaign("Reading");
    Benchmark.say("filling %,d leads", leads);
    setting.fill(campaign, leads, FIRST - 1);
    setting.warmUp(() -> overHttp(leads));
    Map<String, String> variables =
        Map.of(
            "tenant",
            setting.tables().tenantOf(campaign),
            "lead",
            Tables.LEAD,
            "first",
            String.valueOf(FIRST),
            "last",
            String.valueOf(FIRST + leads - 1));
    Series http = new Series();
    Series pgbench = new Series();
    for (int run = 0; run < setting.runs(); run++) {
      http.add(overHttp(leads));
      pgbench.add(setting.pgbench().rate(SCRIPT, variables, Setting.CLIENTS, gets));
    }
    Benchmark.say("");
    Benchmark.say("leads read/s of %,d, %d clients", leads, Setting.CLIENTS);
    Benchmark.say("                       HTTP %s", http);
    Benchmark.say("                    pgbench %s", pgbench);
    Benchmark.ratio("get a lead, HTTP / pgbench", http, pgbench);
  }

  private double overHttp(int leads) throws Exception {
    return Load.rate(
        setting.server(),
        Setting.CLIENTS,
        gets,
        (c, n) -> {
          long lead = FIRST + n * 7919L % leads;
          Load.require(200, c.get("/v1/leads/" + Tables.LEAD + lead));
        });
  }
}
