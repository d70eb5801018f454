package io.warmline.bench;

/**
 * Claims over HTTP against all statements of a claim in pgbench, with all leads callable and with
 * one in ten.
 */
final class ClaimBenchmark {

  private static final int ALL = 20;
  private static final int THOSE_WITH_A_TENTH = 10;

  private final Setting setting;
  private final int claims;

  ClaimBenchmark(Setting setting, int claims) {
    this.setting = setting;
    this.claims = claims;
  }

  void compare(int leads) throws Exception {
    setting.listen();
    String campaign = setting.campaign("Claims");
    Benchmark.say("filling %,d leads", leads);
    setting.fill(campaign, leads, 2_000_000);
    Claiming claiming = new Claiming(setting, campaign, setting.agents(), claims);
    setting.warmUp(() -> claiming.overHttp(ALL));
    Series httpAll = new Series();
    Series pgbenchAll = new Series();
    Series httpTenth = new Series();
    Series pgbenchTenth = new Series();
    for (int run = 0; run < setting.runs(); run++) {
      httpAll.add(claiming.overHttp(ALL));
      pgbenchAll.add(claiming.byPgbench(ALL));
      httpTenth.add(claiming.overHttp(THOSE_WITH_A_TENTH));
      pgbenchTenth.add(claiming.byPgbench(THOSE_WITH_A_TENTH));
    }
    Benchmark.say("");
    Benchmark.say(
        "claims/s at %,d leads, %d clients, %d claims a run, %d statements a claim",
        leads, Setting.CLIENTS, claims, claiming.statements());
    Benchmark.say("  all callable         HTTP %s", httpAll);
    Benchmark.say("                    pgbench %s", pgbenchAll);
    Benchmark.say("  90%% not callable     HTTP %s", httpTenth);
    Benchmark.say("                    pgbench %s", pgbenchTenth);
    Benchmark.ratio("HTTP / pgbench, all callable", httpAll, pgbenchAll);
    Benchmark.ratio("HTTP / pgbench, 90% not callable", httpTenth, pgbenchTenth);
    Benchmark.ratio("HTTP: 90% not callable / all callable", httpTenth, httpAll);
    Benchmark.ratio("pgbench: 90% not callable / all callable", pgbenchTenth, pgbenchAll);
  }
}
