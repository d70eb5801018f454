package io.warmline.api.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** A PostgreSQL that outlived the server that had started it, and still holds the data folder. */
final class OrphanedPostgres {

  private static final Logger LOG = Logger.getLogger(OrphanedPostgres.class);

  private OrphanedPostgres() {}

  /**
   * Stops the PostgreSQL on this folder, if one runs there. A process that merely got the number of
   * one that died is left alone.
   *
   * @throws IOException if it does not stop
   */
  static void stopOn(Path data, Duration patience) throws IOException {
    Optional<ProcessHandle> orphan = on(data);
    if (orphan.isEmpty()) {
      return;
    }
    LOG.infof(
        "a PostgreSQL from an earlier run (process %d) still holds %s; stopping it",
        orphan.get().pid(), data);
    new ProcessBuilder("kill", "-INT", String.valueOf(orphan.get().pid())).inheritIO().start();
    try {
      orphan.get().onExit().get(patience.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new IOException("the PostgreSQL on " + data + " does not stop", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while stopping the PostgreSQL on " + data, e);
    }
  }

  /**
   * Removes the number of a process that is not there any more. Where another process has got that
   * number meanwhile, PostgreSQL would take it for one of its own and not start.
   */
  static void clearNumberOfTheDead(Path data) throws IOException {
    if (on(data).isEmpty()) {
      Files.deleteIfExists(data.resolve("postmaster.pid"));
    }
  }

  /**
   * The PostgreSQL that runs on this folder. The first line of postmaster.pid is the process, the
   * second the folder.
   */
  static Optional<ProcessHandle> on(Path data) throws IOException {
    Path pidFile = data.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(pidFile);
    if (lines.size() < 2 || !lines.get(0).trim().matches("[0-9]+")) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(lines.get(0).trim()))
        .filter(process -> isPostgres(process, lines.get(1).trim()));
  }

  /**
   * A number of a process is given again, to a PostgreSQL of somebody else too: only one that was
   * started on this folder counts.
   */
  private static boolean isPostgres(ProcessHandle process, String folder) {
    boolean postgres =
        process.info().command().map(command -> command.contains("postgres")).orElse(false);
    return postgres
        && process.info().arguments().map(all -> List.of(all).contains(folder)).orElse(true);
  }
}
