package io.warmline.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One campaign's leads claimed one after the other, by either side. */
final class Claiming {

  private static final Pattern LEAD = Pattern.compile("\"" + Tables.LEAD + "(\\d{7})\"");

  private final Setting setting;
  private final String campaign;
  private final List<String> agents;
  private final int claims;
  private final StatementLog log;
  private final Map<Integer, Replay> replays = new HashMap<>();

  Claiming(Setting setting, String campaign, List<String> agents, int claims) {
    this.setting = setting;
    this.campaign = campaign;
    this.agents = agents;
    this.claims = claims;
    this.log = new StatementLog(setting.server(), setting.tables());
  }

  /** Claims a second over HTTP while the first so many buckets are open. */
  double overHttp(int open) throws Exception {
    setting.tables().open(campaign, open);
    setting.tables().giveBackClaims();
    double rate =
        Load.rate(
            setting.server(),
            Setting.CLIENTS,
            claims,
            (c, n) -> Load.require(201, c.post("/v1/claims", body(n % Setting.CLIENTS))));
    requireClaims(claims);
    return rate;
  }

  /**
   * Claims a second by pgbench, with all statements of such a claim, while the first so many
   * buckets are open.
   */
  double byPgbench(int open) throws Exception {
    setting.tables().open(campaign, open);
    setting.tables().giveBackClaims();
    Replay replay = replays.get(open);
    if (replay == null) {
      replay = observe();
      replays.put(open, replay);
      setting.tables().giveBackClaims();
    }
    double rate =
        setting.pgbench().rate(replay.script(), replay.variables(), Setting.CLIENTS, claims);
    requireClaims(claims / Setting.CLIENTS * Setting.CLIENTS);
    return rate;
  }

  /** Statements of a claim, from setting the tenant to the story. */
  int statements() {
    return replays.values().iterator().next().statements();
  }

  /** What the application runs in the database for one claim out of the buckets that are open. */
  private Replay observe() throws Exception {
    // which does what is done at most four times a second
    Load.require(201, setting.http().post("/v1/claims", body(1)));
    log.begin();
    Load.require(201, setting.http().post("/v1/claims", body(2)));
    HttpConnection.Answer answer = setting.http().post("/v1/claims", body(0));
    Load.require(201, answer);
    Matcher lead = LEAD.matcher(answer.body());
    if (!lead.find()) {
      throw new IllegalStateException(answer.body());
    }
    return Replay.ofClaim(
        log.lastTransactionWith("with best as"),
        Integer.parseInt(lead.group(1)),
        Setting.id(answer.body()),
        setting.tables().tenantOf(campaign),
        agents,
        campaign);
  }

  private String body(int client) {
    return "{\"agentId\": \"%s\", \"campaignIds\": [\"%s\"]}"
        .formatted(agents.get(client), campaign);
  }

  private void requireClaims(int wanted) throws Exception {
    String made = setting.tables().text("select count(*) from claim");
    if (!made.equals(String.valueOf(wanted))) {
      throw new IllegalStateException("wanted " + wanted + " claims, there are " + made);
    }
  }
}
