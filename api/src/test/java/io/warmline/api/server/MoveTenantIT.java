package io.warmline.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A firm moves to another database by two commands: calling goes on there where it stood. */
class MoveTenantIT {

  private static final String AGENT = "0198f1a0-0002-7000-8000-000000000001";

  private static final String LEAD = "/v1/leads/0198f1a0-0003-7000-8000-000000000001";

  /** What a firm looks at in the morning. */
  private static final List<String> LOOKED_AT =
      List.of(
          "/v1/campaigns",
          "/v1/callbacks?limit=100",
          "/v1/appointments?limit=100",
          "/v1/handoffs?limit=100",
          "/v1/calls?limit=100",
          "/v1/api-keys");

  private static final Pattern LAST_SEQUENCE = Pattern.compile("\"lastSequence\":(\\d+)");

  private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

  @TempDir Path before;
  @TempDir Path after;

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void theQueueGoesOnInAnotherDatabase() throws IOException, InterruptedException {
    ServerProcess old = ServerProcess.startWithDemoOn(before);
    List<String> seen;
    String claimed;
    long lastEvent;
    try {
      claimed = claim(old);
      seen = look(old);
      lastEvent = lastEvent(old);
    } finally {
      old.stop();
    }
    String file = before.resolve("firm.zip").toString();

    assertThat(ServerProcess.carryOut(before, "export-tenant", file)).isZero();
    assertThat(ServerProcess.carryOut(after, "import-tenant", file)).isZero();

    ServerProcess moved = ServerProcess.startOn(after);
    try {
      assertThat(look(moved)).isEqualTo(seen);
      assertThat(claim(moved)).contains("\"leadId\"").isNotEqualTo(claimed);
      refuse(moved);
      awaitEventAfter(lastEvent, moved);
    } finally {
      moved.stop();
    }
    assertThat(ServerProcess.carryOut(after, "import-tenant", file)).isEqualTo(1);
    assertThat(ServerProcess.carryOut(after, "export-tenant")).isEqualTo(2);
  }

  /** What stays as it is while time passes: a lead in full, and of all else what there is. */
  private List<String> look(ServerProcess server) throws IOException, InterruptedException {
    List<String> seen = new ArrayList<>();
    seen.add(send(HttpRequest.newBuilder(server.at(LEAD)), 200));
    for (String path : LOOKED_AT) {
      String body = send(HttpRequest.newBuilder(server.at(path)), 200);
      List<String> ids = ID.matcher(body).results().map(found -> found.group(1)).sorted().toList();
      assertThat(ids).as(path).isNotEmpty();
      seen.add(path + ids);
    }
    return seen;
  }

  private String claim(ServerProcess server) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(server.at("/v1/claims"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"agentId\":\"" + AGENT + "\"}")),
        201);
  }

  /** At night nothing happens by itself. */
  private void refuse(ServerProcess server) throws IOException, InterruptedException {
    send(
        HttpRequest.newBuilder(server.at("/v1/suppressions"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"phone\":\"+12125550123\"}")),
        201);
  }

  /** What happens there is numbered behind what happened here. */
  private void awaitEventAfter(long last, ServerProcess server)
      throws IOException, InterruptedException {
    for (int i = 0; i < 20 && lastEvent(server) == last; i++) {
      ServerProcess.pause(Duration.ofSeconds(1));
    }
    assertThat(lastEvent(server)).isGreaterThan(last);
  }

  /** Numbers are given within a second of the event. */
  private long lastEvent(ServerProcess server) throws IOException, InterruptedException {
    ServerProcess.pause(Duration.ofSeconds(3));
    long last = 0;
    while (true) {
      Matcher found =
          LAST_SEQUENCE.matcher(
              send(HttpRequest.newBuilder(server.at("/v1/events?limit=200&after=" + last)), 200));
      assertThat(found.find()).isTrue();
      long next = Long.parseLong(found.group(1));
      if (next == last) {
        return last;
      }
      last = next;
    }
  }

  private String send(HttpRequest.Builder request, int status)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            request.header("Authorization", "Bearer " + ServerProcess.API_KEY).build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return answer.body();
  }
}
