package io.warmline.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.warmline.api.server.Ledger.Write;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stops the packaged server as an operator does, with work in hand. */
class StopIT {

  /** What a process that ended on SIGTERM says: 128 and the number of the signal. */
  private static final int TERMINATED = 128 + 15;

  private static final int ROWS = 30_000;

  @TempDir Path folder;

  private ServerProcess server;

  @BeforeEach
  void start() throws IOException {
    server = ServerProcess.startOn(folder);
  }

  @AfterEach
  void stop() throws IOException {
    server.stop();
  }

  @Test
  void aServerThatIsToldToStopEndsWithoutAComplaintAndTakesItsDatabaseAlong() throws IOException {
    String importPath = startImport();
    awaitRows(importPath);
    int linesBefore = server.log().size();

    int status = server.terminate();

    assertThat(status).isEqualTo(TERMINATED);
    assertThat(complaintsAfter(linesBefore)).isEmpty();
    assertThat(server.log()).anyMatch(line -> line.contains("warmline stopped in"));
    assertThat(server.hasDatabase()).isFalse();
  }

  /** A long one, so that the stop comes in its middle. */
  private String startImport() throws IOException {
    String campaign =
        new Ledger(server)
            .send(
                new Write(
                    "campaign",
                    "/v1/campaigns",
                    """
                    {"name": "Stop", "defaultCountry": "US", "timeZone": "America/New_York"}\
                    """))
            .orElseThrow()
            .get("id")
            .asText();
    String file =
        IntStream.range(0, ROWS)
            .mapToObj(i -> "Lead %d,+4144%07d".formatted(i, 2_000_000 + i))
            .collect(Collectors.joining("\n", "first_name,phone\n", "\n"));
    HttpRequest upload =
        HttpRequest.newBuilder(server.at("/v1/campaigns/" + campaign + "/imports"))
            .header("Authorization", "Bearer " + ServerProcess.API_KEY)
            .header("Content-Type", "text/csv")
            .POST(HttpRequest.BodyPublishers.ofString(file))
            .build();
    try {
      return HttpClient.newHttpClient()
          .send(upload, HttpResponse.BodyHandlers.discarding())
          .headers()
          .firstValue("Location")
          .orElseThrow();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private void awaitRows(String importPath) throws IOException {
    JsonNode job;
    do {
      ServerProcess.pause(Duration.ofMillis(100));
      job = new Ledger(server).get(importPath);
    } while (job.path("rowsRead").asInt() == 0 && !job.hasNonNull("finishedAt"));
  }

  private List<String> complaintsAfter(int lines) throws IOException {
    return server.log().stream()
        .skip(lines)
        .filter(line -> line.matches(".*( ERROR | WARN |Exception).*"))
        .toList();
  }
}
