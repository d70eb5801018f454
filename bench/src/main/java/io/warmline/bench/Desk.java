package io.warmline.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A campaign on a server, worked by clients that claim and log what nobody answered. */
final class Desk {

  private static final int BATCH = 100;
  private static final int ALL = 1000;
  private static final Pattern CLAIM =
      Pattern.compile("\"id\":\"([0-9a-f-]{36})\",\"status\":\"ACTIVE\"");
  private static final Pattern LOGGED = Pattern.compile("\"status\":201");

  private final Setting setting;
  private final String campaign;
  private final List<String> agents;

  private Desk(Setting setting, String campaign, List<String> agents) {
    this.setting = setting;
    this.campaign = campaign;
    this.agents = agents;
  }

  /**
   * A campaign with so many leads, imported over HTTP, all of which may be called now.
   *
   * @param first the number of the first lead: no two leads have one
   */
  static Desk with(int leads, int first, Setting setting, Path folder) throws Exception {
    // an older server knows no cap
    String campaign =
        setting.create(
            "/v1/campaigns", Campaigns.roundTheClock("Working", "{\"leaseSeconds\": 3600}"));
    Desk desk = new Desk(setting, campaign, setting.agents());
    setting.workOutOpenings();
    new Lists(setting).load(desk.campaign, file(leads, first, folder));
    setting.tables().open(desk.campaign, ALL);
    for (String table : new String[] {"lead", "lead_phone", "queue_entry", "window_bucket"}) {
      setting.tables().run("vacuum (analyze) " + table);
    }
    Thread.sleep(1500);
    return desk;
  }

  private static Path file(int leads, int first, Path folder) throws IOException {
    Path file = folder.resolve("working.csv");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("external_id,first_name,last_name,company,state,phone\n");
      for (int i = first; i < first + leads; i++) {
        out.write("crm-%1$d,Ann,Lee %1$d,Firm %1$d Inc,NY,+1212%2$d%n".formatted(i, 2_000_000 + i));
      }
    }
    return file;
  }

  /** Leads worked a second, one claim and one call after the other. */
  double oneByOne(int leads) throws Exception {
    return Load.rate(
        setting.server(),
        Setting.CLIENTS,
        leads,
        (c, n) -> {
          HttpConnection.Answer claimed = c.post("/v1/claims", claim(n, ""));
          Load.require(201, claimed);
          Load.require(201, c.post("/v1/calls", report(Setting.id(claimed.body()))));
        });
  }

  /** Leads worked a second, a hundred claims and a hundred calls at a time. */
  double inBatches(int leads) throws Exception {
    double requests =
        Load.rate(
            setting.server(),
            Setting.CLIENTS,
            leads / BATCH,
            (c, n) -> {
              HttpConnection.Answer claimed =
                  c.post("/v1/claims/batch", claim(n, ", \"limit\": " + BATCH));
              Load.require(201, claimed);
              String reports =
                  CLAIM
                      .matcher(claimed.body())
                      .results()
                      .map(found -> report(found.group(1)))
                      .collect(Collectors.joining(", "));
              HttpConnection.Answer logged =
                  c.post("/v1/calls/batch", "{\"calls\": [" + reports + "]}");
              Load.require(200, logged);
              requireLogged(logged.body());
            });
    return requests * BATCH;
  }

  private String claim(int n, String more) {
    return "{\"agentId\": \"%s\", \"campaignIds\": [\"%s\"]%s}"
        .formatted(agents.get(n % Setting.CLIENTS), campaign, more);
  }

  private static void requireLogged(String body) throws IOException {
    long logged = LOGGED.matcher(body).results().count();
    if (logged != BATCH) {
      throw new IOException(logged + " of " + BATCH + " were logged: " + body);
    }
  }

  private static String report(String claim) {
    return "{\"claimId\": \"%s\", \"disposition\": \"NO_ANSWER\"}".formatted(claim);
  }
}
