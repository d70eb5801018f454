package io.warmline.bench;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Claims of agents who are assigned, of teams, skills and weights, and under a quota, against
 * claims of the same leads without any of it. All of them get what they ask for.
 */
final class FloorBenchmark {

  private static final int ALL = 20;

  private final Setting setting;
  private final int claims;

  FloorBenchmark(Setting setting, int claims) {
    this.setting = setting;
    this.claims = claims;
  }

  void compare(int leads) throws Exception {
    String campaign = setting.campaign("Floor");
    String other = setting.campaign("Another");
    Benchmark.say("filling %,d leads", leads);
    setting.fill(campaign, leads, 2_000_000);
    List<String> agents = setting.agents();
    Claiming claiming = new Claiming(setting, campaign, agents, claims);
    setting.warmUp(() -> claiming.overHttp(ALL));
    Series plain = new Series();
    Series assigned = new Series();
    Series rationed = new Series();
    for (int run = 0; run < setting.runs(); run++) {
      distribute(campaign, "teams = '{}', skills = '{}', weight = 1, daily_dials = null");
      assign(agents, "team = null, skills = '{}', campaign_ids = '{}'");
      plain.add(claiming.overHttp(ALL));
      distribute(campaign, "teams = '{gulf}', skills = '{roofs}', weight = 3, daily_dials = null");
      assign(
          agents,
          "team = 'gulf', skills = '{roofs,backup}', campaign_ids = '{%s,%s}'"
              .formatted(campaign, other));
      assigned.add(claiming.overHttp(ALL));
      distribute(
          campaign, "teams = '{gulf}', skills = '{roofs}', weight = 3, daily_dials = 1000000");
      rationed.add(claiming.overHttp(ALL));
    }
    Benchmark.say("");
    Benchmark.say("claims/s of %,d leads, %d clients", leads, Setting.CLIENTS);
    Benchmark.say("  nobody is assigned           %s", plain);
    Benchmark.say("  campaigns, team, skill       %s", assigned);
    Benchmark.say("  and a quota of the campaign  %s", rationed);
    Benchmark.ratio("assigned / not", assigned, plain);
    Benchmark.ratio("under a quota / not", rationed, plain);
  }

  private void distribute(String campaign, String what) throws Exception {
    setting.tables().run("update campaign set %s where id = '%s'".formatted(what, campaign));
  }

  private void assign(List<String> agents, String what) throws Exception {
    setting
        .tables()
        .run(
            "update agent set %s where id in (%s)"
                .formatted(what, agents.stream().collect(Collectors.joining("','", "'", "'"))));
  }
}
