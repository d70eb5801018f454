package io.warmline.bench;

import io.warmline.core.queue.ClaimText;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One campaign's leads claimed one after the other, by either side. */
final class Claiming {

  private final Setting setting;
  private final String campaign;
  private final String agent;
  private final int claims;

  Claiming(Setting setting, String campaign, String agent, int claims) {
    this.setting = setting;
    this.campaign = campaign;
    this.agent = agent;
    this.claims = claims;
  }

  /** Claims a second over HTTP while the first so many buckets are open. */
  double overHttp(int open) throws Exception {
    setting.tables().open(campaign, open);
    setting.tables().giveBackClaims();
    String body = "{\"agentId\": \"%s\", \"campaignIds\": [\"%s\"]}".formatted(agent, campaign);
    double rate =
        Load.rate(
            setting.server(),
            Setting.CLIENTS,
            claims,
            (c, n) -> Load.require(201, c.post("/v1/claims", body)));
    requireClaims(claims);
    return rate;
  }

  /** Claims a second by pgbench while the first so many buckets are open. */
  double byPgbench(int open) throws Exception {
    List<Long> buckets = setting.tables().open(campaign, open);
    setting.tables().giveBackClaims();
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("tenant", setting.tables().tenantOf(campaign));
    variables.put("agent", agent);
    variables.put("now", Instant.now().toString());
    for (Long bucket : buckets) {
      variables.put("rank" + bucket, "-2147483648");
      variables.put("due" + bucket, "1970-01-01T00:00:00Z");
      variables.put("lead" + bucket, new UUID(0, 0).toString());
    }
    double rate = setting.pgbench().rate(script(buckets), variables, Setting.CLIENTS, claims);
    requireClaims(claims / Setting.CLIENTS * Setting.CLIENTS);
    return rate;
  }

  /**
   * The statement of the application; types that its driver sends along are written out, and ids
   * come from the database.
   */
  private static String script(List<Long> buckets) {
    String claim =
        ClaimText.forAgent(buckets)
            .replaceAll(":tenant\\b", "cast(:tenant as uuid)")
            .replaceAll(":agent\\b", "cast(:agent as uuid)")
            .replaceAll(":now\\b", "cast(:now as timestamptz)")
            .replaceAll(":ids\\b", "array[gen_random_uuid()]");
    return "begin;\nselect set_config('app.tenant', :tenant, true);\n"
        + claim.strip()
        + ";\ncommit;\n";
  }

  private void requireClaims(int wanted) throws Exception {
    String made = setting.tables().text("select count(*) from claim");
    if (!made.equals(String.valueOf(wanted))) {
      throw new IllegalStateException("wanted " + wanted + " claims, there are " + made);
    }
  }
}
