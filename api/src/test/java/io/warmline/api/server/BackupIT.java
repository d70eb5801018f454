package io.warmline.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copy of the data folder is a backup: calling goes on with it where it stood. */
class BackupIT {

  private static final String AGENT = "0198f1a0-0002-7000-8000-000000000001";
  private static final String LEAD = "0198f1a0-0003-7000-8000-000000000001";

  @TempDir Path original;
  @TempDir Path copy;

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void theQueueGoesOnFromACopyOfTheDataFolder() throws IOException, InterruptedException {
    ServerProcess server = ServerProcess.startWithDemoOn(original);
    String lead = get(server, "/v1/leads/" + LEAD);
    String claimed;
    try {
      claimed = claim(server);
    } finally {
      server.stop();
    }
    copyTree(original.resolve("data"), copy.resolve("data"));

    ServerProcess restored = ServerProcess.startWithDemoOn(copy);

    try {
      assertThat(get(restored, "/v1/leads/" + LEAD)).isEqualTo(lead);
      assertThat(claim(restored)).contains("\"leadId\"").isNotEqualTo(claimed);
      assertThat(get(restored, "/v1/agents")).containsOnlyOnce("Dave Miller");
    } finally {
      restored.stop();
    }
  }

  private String get(ServerProcess server, String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(server.at(path)), 200);
  }

  private String claim(ServerProcess server) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(server.at("/v1/claims"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"agentId\":\"" + AGENT + "\"}")),
        201);
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

  /** With who may read what. */
  private static void copyTree(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      files.forEach(
          file -> {
            try {
              Files.copy(
                  file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }
}
