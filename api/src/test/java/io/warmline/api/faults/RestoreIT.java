package io.warmline.api.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmline.api.server.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A backup is taken while everybody works, and some time later all is lost. What had been
 * acknowledged before the backup stands, and whoever has read further than what is there is told.
 */
class RestoreIT {

  private static final long SEED = Long.getLong("fault.seed", 4711);
  private static final int CALLERS = 4;
  private static final Duration PACE = Duration.ofMillis(100);
  private static final int CLAIMS = 25;
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

  @TempDir Path folder;

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void calledOnFromABackupThatWasTakenUnderLoad() throws Exception {
    try (FaultRun run = new FaultRun(folder, ServerProcess.application(), SEED, 1, CALLERS, PACE)) {
      run.work();
      run.awaitWork(CLAIMS, 0, LONGEST_WAIT);
      Instant begun = Instant.now();
      Path backup = folder.resolve("backup");
      run.cluster().postgres().backUp(backup);
      run.awaitWork(2 * CLAIMS, 0, LONGEST_WAIT);
      long lastTold = run.lastTold();

      long last = run.restore(backup, begun);
      ServerProcess server = run.cluster().servers().get(0);
      server.restart();

      assertThat(last).isPositive().isLessThan(lastTold);
      refusesWhoIsBeyond(server, 1_000_000);
      run.awaitWork(3 * CLAIMS, 1, LONGEST_WAIT);
      run.settle(true, Duration.ofMinutes(3));
      Told told = run.told();
      Held held = run.held();
      List<Finding> findings = Auditor.audit(told, held);

      System.out.printf(
          "restored: to event %d of %d; %s; %d findings%n",
          last, lastTold, FaultRun.figures(told, held), findings.size());
      assertThat(findings).isEmpty();
      assertThat(run.failed()).isEmpty();
      assertThat(run.unanswered()).isEmpty();
      assertThat(held.events()).hasSizeGreaterThan((int) last);
    }
  }

  private void refusesWhoIsBeyond(ServerProcess server, long position) throws Exception {
    for (String path : List.of("/v1/events?after=", "/v1/events/stream?seconds=1&after=")) {
      HttpResponse<String> answer = get(server.at(path + position));
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
      assertThat(answer.body()).contains("BEYOND_THE_LAST");
    }
  }

  private HttpResponse<String> get(URI where) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(where)
            .header("Authorization", "Bearer " + ServerProcess.API_KEY)
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
