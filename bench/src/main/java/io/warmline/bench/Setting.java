package io.warmline.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What all parts measure on.
 *
 * @param http a connection for what is not measured
 * @param warmUps how often the server does the work before it is measured: its code has to be
 *     compiled
 * @param runs of each side
 */
record Setting(
    Server server, Tables tables, Pgbench pgbench, HttpConnection http, int warmUps, int runs) {

  /** Work that is measured. */
  interface Work {
    double rate() throws Exception;
  }

  /** Clients at a time, on both sides. */
  static final int CLIENTS = 8;

  private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

  /** Does the work until the server is as fast as it gets; says how fast that was. */
  void warmUp(Work work) throws Exception {
    Series rates = new Series();
    for (int i = 0; i < warmUps; i++) {
      rates.add(work.rate());
    }
    Benchmark.say("warmed up: %s", rates);
  }

  /** From now on it can be seen what the server says to the database. */
  void listen() throws Exception {
    new StatementLog(server, tables).prepare();
  }

  /** Creates something over HTTP and returns its id. */
  String create(String path, String body) throws IOException {
    HttpConnection.Answer answer = http.post(path, body);
    Load.require(201, answer);
    return id(answer.body());
  }

  /** Puts what has no id of its own. */
  void put(String path, String body) throws IOException {
    Load.require(200, http.put(path, body));
  }

  /** The id in an answer. */
  static String id(String body) {
    Matcher id = ID.matcher(body);
    if (!id.find()) {
      throw new IllegalStateException(body);
    }
    return id.group(1);
  }

  /** A campaign that may be called round the clock. */
  String campaign(String name) throws IOException {
    return create("/v1/campaigns", Campaigns.roundTheClock(name, 3600));
  }

  /**
   * Fills a campaign with leads in New York.
   *
   * @param before the number before that of the first lead: seven digits
   */
  void fill(String campaign, int leads, int before) throws IOException, SQLException {
    create(
        "/v1/leads",
        "{\"campaignId\": \"%s\", \"externalId\": \"model\", \"phones\": [\"+12129876543\"]}"
            .formatted(campaign));
    workOutOpenings();
    tables.fill(campaign, leads, before);
  }

  /**
   * The first claim that a server sees works all openings out anew; from then on they stay as
   * {@link Tables#open} leaves them.
   */
  void workOutOpenings() throws IOException {
    http.post("/v1/claims", "{\"agentId\": \"%s\"}".formatted(agent()));
  }

  /** One for each client. */
  List<String> agents() throws IOException {
    List<String> agents = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      agents.add(agent());
    }
    return agents;
  }

  String agent() throws IOException {
    return create("/v1/agents", "{\"name\": \"Agent\"}");
  }
}
