package io.warmline.bench;

import java.io.IOException;
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

  String agent() throws IOException {
    return create("/v1/agents", "{\"name\": \"Agent\"}");
  }
}
