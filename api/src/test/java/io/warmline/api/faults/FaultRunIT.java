package io.warmline.api.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmline.api.server.ServerProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three servers on one PostgreSQL under faults. Short in the build; {@code -Dfault.minutes=15} goes
 * on for that long, {@code -Dfault.seed} draws other faults.
 */
class FaultRunIT {

  private static final long SEED = Long.getLong("fault.seed", 4711);
  private static final int MINUTES = Integer.getInteger("fault.minutes", 0);
  private static final int SERVERS = 3;
  private static final int CALLERS = 6;
  private static final Duration PACE = Duration.ofMillis(100);

  /** With fewer, and without a call after its lease, the short run would say little. */
  private static final int FEWEST_CLAIMS = 30;

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

  /** One of each kind that the build has time for. */
  private static final List<Faults.Kind> SHORT =
      List.of(
          Faults.Kind.SERVER_KILLED,
          Faults.Kind.SERVER_FROZEN_BEYOND_ITS_LEASE,
          Faults.Kind.POSTGRES_STOPPED_AT_ONCE,
          Faults.Kind.CLOCK_STEPPED,
          Faults.Kind.CONNECTIONS_TAKEN,
          Faults.Kind.DISK_FULL);

  /** Why something is refused that was right when it was sent first. */
  private static final List<String> TOO_LATE = List.of("CLAIM_EXPIRED", "CALLBACK_IN_THE_PAST");

  @TempDir Path folder;

  @Test
  void whatEverybodyWasToldIsTrueAfterAllThatWentWrong() throws Exception {
    try (FaultRun run =
        new FaultRun(folder, ServerProcess.application(), SEED, SERVERS, CALLERS, PACE)) {
      Faults faults = new Faults(run.cluster(), FaultRun.LEASE, SEED, run::putOff);
      run.work();
      ServerProcess.pause(Duration.ofSeconds(2));
      if (MINUTES == 0) {
        SHORT.forEach(faults::strike);
      }
      Instant until = Instant.now().plus(Duration.ofMinutes(MINUTES));
      while (Instant.now().isBefore(until)) {
        faults.next();
      }
      faults.awaitAll();
      run.awaitWork(FEWEST_CLAIMS, 1, LONGEST_WAIT);
      run.settle(MINUTES == 0, Duration.ofMinutes(MINUTES == 0 ? 3 : 10));
      Told told = run.told();
      Held held = run.held();
      List<Finding> findings = Auditor.audit(told, held);

      System.out.printf(
          "fault run: seed %d, %s, %d kills; not possible here: %s; told to come again: %s; %s; %d findings%n",
          SEED,
          faults.struck(),
          faults.kills(),
          faults.impossible(),
          faults.felt(),
          FaultRun.figures(told, held),
          findings.size());
      assertThat(findings).isEmpty();
      assertThat(run.failed()).isEmpty();
      faults.struck().keySet().stream()
          .filter(Faults.Kind::isFelt)
          .forEach(kind -> assertThat(faults.felt()).as("%s", kind).doesNotContainEntry(kind, 0));
      assertThat(run.unanswered()).isEmpty();
      assertThat(run.refused())
          .filteredOn(answer -> TOO_LATE.stream().noneMatch(answer::contains))
          .isEmpty();
      assertThat(told.calls()).anyMatch(Told.Call::late).anyMatch(call -> !call.late());
      assertThat(told.promises()).isNotEmpty();
      assertThat(told.events()).isNotEmpty();
      assertThat(told.messages()).anyMatch(Told.Message::taken).anyMatch(m -> !m.taken());
    }
  }
}
