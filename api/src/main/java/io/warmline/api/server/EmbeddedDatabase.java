package io.warmline.api.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL that runs beside the server and keeps its data in a folder. It is as durable as any: it flushes at every commit, and
 * recovers after a crash of itself, of the server, or of both.
 */
final class EmbeddedDatabase {

  static final String USER = "postgres";

  /** PostgreSQL listens on this machine only and asks local users for none; the platform wants one all the same. */
  static final String PASSWORD = "postgres";

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final AtomicReference<@Nullable EmbeddedDatabase> RUNNING = new AtomicReference<>();

  private static final AtomicBoolean SERVING = new AtomicBoolean();

  private final EmbeddedPostgres postgres;

  private EmbeddedDatabase(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  /** Starts on the data in the folder; on an empty one with an empty database. */
  static EmbeddedDatabase start(Path folder) throws IOException {
    Path data = Files.createDirectories(folder).resolve("postgres");
    OrphanedPostgres.stopOn(data, PATIENCE);
    EmbeddedPostgres postgres =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
            .setRegisterShutdownHook(false)
            .setPGStartupWait(PATIENCE)
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("max_connections", "100")
            .setServerConfig("shared_buffers", "256MB")
            .start();
    EmbeddedDatabase database = new EmbeddedDatabase(postgres);
    RUNNING.set(database);
    Runtime.getRuntime().addShutdownHook(new Thread(EmbeddedDatabase::stopUnlessServing, "stop-postgres"));
    return database;
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
      database.postgres.close();
    }
  }
}
