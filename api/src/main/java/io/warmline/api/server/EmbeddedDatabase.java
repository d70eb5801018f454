package io.warmline.api.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL that runs beside the server and keeps its data in a folder. It is as durable as
 * any: it flushes at every commit, and recovers after a crash of itself, of the server, or of both.
 */
final class EmbeddedDatabase {

  static final String USER = "postgres";

  /**
   * PostgreSQL listens on this machine only and asks local users for none; the platform wants one
   * all the same.
   */
  static final String PASSWORD = "postgres";

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final AtomicReference<@Nullable EmbeddedDatabase> RUNNING =
      new AtomicReference<>();

  private static final AtomicBoolean SERVING = new AtomicBoolean();

  private static final Logger LOG = Logger.getLogger(EmbeddedDatabase.class);
  private static final int MOST_STARTS = 10;

  private final Path folder;
  private volatile EmbeddedPostgres postgres;

  private EmbeddedDatabase(Path folder, EmbeddedPostgres postgres) {
    this.folder = folder;
    this.postgres = postgres;
  }

  /** Starts on the data in the folder; on an empty one with an empty database. */
  static EmbeddedDatabase start(Path folder) throws IOException {
    OrphanedPostgres.stopOn(data(folder), PATIENCE);
    EmbeddedDatabase database = new EmbeddedDatabase(folder, builder(folder).start());
    RUNNING.set(database);
    Runtime.getRuntime()
        .addShutdownHook(new Thread(EmbeddedDatabase::stopUnlessServing, "stop-postgres"));
    database.watch();
    return database;
  }

  private static Path data(Path folder) {
    return folder.resolve("postgres");
  }

  private static EmbeddedPostgres.Builder builder(Path folder) throws IOException {
    Files.createDirectories(folder);
    return EmbeddedPostgres.builder()
        .setDataDirectory(data(folder))
        .setCleanDataDirectory(false)
        .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
        .setRegisterShutdownHook(false)
        .setPGStartupWait(PATIENCE)
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("max_connections", "100")
        .setServerConfig("shared_buffers", "256MB");
  }

  /** A PostgreSQL that ends without having been told to is started again, at the same address. */
  private void watch() throws IOException {
    OrphanedPostgres.on(data(folder))
        .ifPresent(
            process -> {
              Thread watch = new Thread(() -> awaitEnd(process), "watch-postgres");
              watch.setDaemon(true);
              watch.start();
            });
  }

  private void awaitEnd(ProcessHandle process) {
    process.onExit().join();
    comeBack();
  }

  private void comeBack() {
    for (int attempt = 1; attempt <= MOST_STARTS && !startAgain(); attempt++) {
      pause();
    }
  }

  /** False if it has to be tried again. */
  private synchronized boolean startAgain() {
    if (RUNNING.get() != this) {
      return true;
    }
    LOG.warn("PostgreSQL has ended unexpectedly; starting it again");
    try {
      int port = postgres.getPort();
      postgres.close();
      postgres = builder(folder).setPort(port).start();
      watch();
      return true;
    } catch (IOException | RuntimeException e) {
      LOG.error("PostgreSQL does not start", e);
      return false;
    }
  }

  private synchronized void close() throws IOException {
    postgres.close();
  }

  /** Until the remaining processes of the old one have let go of the folder. */
  private static void pause() {
    try {
      Thread.sleep(1000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  String url() {
    return postgres.getJdbcUrl(USER, "postgres");
  }

  /** The server is up: from now on it stops the database itself, after its requests have ended. */
  static void serving() {
    SERVING.set(true);
  }

  /** A server that failed to start leaves no PostgreSQL behind. */
  private static void stopUnlessServing() {
    if (!SERVING.get()) {
      try {
        stop();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Whether this process runs a database of its own. */
  static boolean isRunning() {
    return RUNNING.get() != null;
  }

  /** Stops the database, if this process runs one. */
  static void stop() throws IOException {
    EmbeddedDatabase database = RUNNING.getAndSet(null);
    if (database != null) {
      database.close();
    }
  }
}
