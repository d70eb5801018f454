package io.warmline.api.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
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

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final AtomicReference<@Nullable EmbeddedDatabase> RUNNING =
      new AtomicReference<>();

  private static final AtomicBoolean SERVING = new AtomicBoolean();

  private static final Logger LOG = Logger.getLogger(EmbeddedDatabase.class);
  private static final int MOST_STARTS = 10;
  private static final int MOST_FIRST_STARTS = 3;

  private final Path folder;
  private final DataFolder dataFolder;
  private volatile EmbeddedPostgres postgres;

  private EmbeddedDatabase(DataFolder dataFolder, EmbeddedPostgres postgres) {
    this.folder = dataFolder.path();
    this.dataFolder = dataFolder;
    this.postgres = postgres;
  }

  /**
   * Starts on the data in the folder; on an empty one with an empty database.
   *
   * @throws IOException if another server works on the folder, or if it does not start
   */
  static EmbeddedDatabase start(Path folder) throws IOException {
    DataFolder dataFolder = DataFolder.take(folder);
    PostgresPrograms.bringInto(binaries(folder));
    EmbeddedDatabase database = new EmbeddedDatabase(dataFolder, startOn(dataFolder));
    dataFolder.closeToOthers();
    RUNNING.set(database);
    Runtime.getRuntime()
        .addShutdownHook(new Thread(EmbeddedDatabase::stopUnlessServing, "stop-postgres"));
    database.watch();
    return database;
  }

  /** What died may leave a process behind that needs a moment, or the number of one. */
  private static EmbeddedPostgres startOn(DataFolder folder) throws IOException {
    for (int attempt = 1; ; attempt++) {
      OrphanedPostgres.stopOn(data(folder.path()), PATIENCE);
      OrphanedPostgres.clearNumberOfTheDead(data(folder.path()));
      try {
        return builder(folder).start();
      } catch (IOException | IllegalStateException e) {
        if (attempt == MOST_FIRST_STARTS) {
          throw e;
        }
        LOG.warnf("PostgreSQL does not start (%s); trying again", e.getMessage());
        pause();
      }
    }
  }

  private static Path data(Path folder) {
    return folder.resolve("postgres");
  }

  private static Path binaries(Path folder) {
    return folder.resolve("binaries");
  }

  private static EmbeddedPostgres.Builder builder(DataFolder folder) {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(data(folder.path()))
            .setCleanDataDirectory(false)
            .setOverrideWorkingDirectory(binaries(folder.path()).toFile())
            .setRegisterShutdownHook(false)
            .setPGStartupWait(PATIENCE)
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("max_connections", "100")
            .setServerConfig("shared_buffers", "256MB")
            .setConnectConfig("password", folder.password());
    return builder
        .setLocaleConfig("auth-local", "scram-sha-256")
        .setLocaleConfig("auth-host", "scram-sha-256")
        .setLocaleConfig("pwfile", folder.passwordFile().toString());
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
      postgres = builder(dataFolder).setPort(port).start();
      watch();
      return true;
    } catch (IOException | RuntimeException e) {
      LOG.error("PostgreSQL does not start", e);
      return false;
    }
  }

  private synchronized void close() throws IOException {
    postgres.close();
    dataFolder.close();
  }

  /** Of its only user. */
  String password() {
    return dataFolder.password();
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
