package io.warmline.bench;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What all parts measure on.
 *
 * @param http a connection for what is not measured
 * @param runs of each side
 */
record Setting(Server server, Tables tables, Pgbench pgbench, HttpConnection http, int runs) {

  /** Clients at a time, on both sides. */
  static final int CLIENTS = 8;

  private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

  /** Creates something over HTTP and returns its id. */
  String create(String path, String body) throws IOException {
    HttpConnection.Answer answer = http.post(path, body);
    Load.require(201, answer);
    return id(answer.body());
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
