package io.warmline.core.housekeeping;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.warmline.core.imports.RunImports;
import io.warmline.core.registry.KeepRegistries;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Works on the files that were received. That may take long, so that chores do not wait for it, nor
 * the one kind of files for the other.
 */
@ApplicationScoped
public class WorkOnFiles {

  private static final Logger LOG = Logger.getLogger(WorkOnFiles.class);

  /** As long as requests are waited for at a stop. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final MakeRounds makeRounds;
  private final Rounds rounds;
  private final RunImports runImports;
  private final KeepRegistries registries;
  private final Pace pace = new Pace();

  WorkOnFiles(
      MakeRounds makeRounds, Rounds rounds, RunImports runImports, KeepRegistries registries) {
    this.makeRounds = makeRounds;
    this.rounds = rounds;
    this.runImports = runImports;
    this.registries = registries;
  }

  /** Works on the imports that wait. */
  @Scheduled(every = "${warmline.imports.every:1s}", concurrentExecution = ConcurrentExecution.SKIP)
  public void imports() {
    makeRounds.whereThereIsWork(List.of(runImports), this::toTheEnd, pace);
  }

  private void toTheEnd(RunImports imports) {
    while (!rounds.haveEnded() && imports.runNext()) {
      LOG.debug("an import has ended; looking for the next");
    }
  }

  /** Puts registries in force, and watches their age. */
  @Scheduled(every = "${warmline.imports.every:1s}", concurrentExecution = ConcurrentExecution.SKIP)
  public void registries() {
    makeRounds.whereThereIsWork(List.of(registries), KeepRegistries::tick, pace);
  }

  /**
   * No round outlives the server's work, nor meets a database that is gone. An import is left where
   * it is, and goes on elsewhere or after the next start.
   */
  void goodbye(@Observes @Priority(Interceptor.Priority.APPLICATION) ShutdownEvent event) {
    runImports.leaveOff();
    registries.leaveOff();
    if (!rounds.end(PATIENCE)) {
      LOG.warnf("housekeeping has not ended within %s", PATIENCE);
    }
  }
}
