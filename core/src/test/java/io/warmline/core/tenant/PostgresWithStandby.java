package io.warmline.core.tenant;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL and a hot standby of it, from which reports are read. */
public final class PostgresWithStandby implements QuarkusTestResourceLifecycleManager {

  static final String STANDBY = "warmline.reports.database-url";

  private @Nullable EmbeddedPostgres primary;
  private @Nullable EmbeddedPostgres standby;

  /** After the database that all tests share: whose settings come last are those that count. */
  @Override
  public int order() {
    return 1;
  }

  @Override
  public Map<String, String> start() {
    try {
      Path folder = Files.createTempDirectory("warmline-standby-");
      Path data = folder.resolve("primary");
      int port = freePort();
      on(data, port).start().close();
      Path copy = folder.resolve("standby");
      copy(data, copy);
      Files.createFile(copy.resolve("standby.signal"));
      Files.writeString(
          copy.resolve("postgresql.auto.conf"),
          "primary_conninfo = 'host=127.0.0.1 port=" + port + " user=postgres'\n");
      primary = on(data, port).start();
      standby = on(copy, freePort()).start();
      awaitStreaming(primary);
    } catch (IOException e) {
      throw new UncheckedIOException("no PostgreSQL with a standby", e);
    }
    String url = primary.getJdbcUrl("postgres", "postgres");
    return Map.of(
        "quarkus.datasource.jdbc.url",
        url,
        "quarkus.datasource.username",
        "postgres",
        "quarkus.datasource.password",
        "postgres",
        "quarkus.flyway.jdbc-url",
        url,
        "quarkus.flyway.username",
        "postgres",
        "quarkus.flyway.password",
        "postgres",
        STANDBY,
        standby.getJdbcUrl("postgres", "postgres"),
        "warmline.reports.database-user",
        "postgres",
        "warmline.reports.database-password",
        "postgres");
  }

  /** It takes seconds where the standby was first to ask. */
  private static void awaitStreaming(EmbeddedPostgres primary) {
    try (Connection connection = primary.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      for (int i = 0; i < 600; i++) {
        try (ResultSet row =
            statement.executeQuery("select 1 from pg_stat_replication where state = 'streaming'")) {
          if (row.next()) {
            return;
          }
        }
        Thread.sleep(100);
      }
      throw new IllegalStateException("the standby does not follow");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static EmbeddedPostgres.Builder on(Path data, int port) {
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setPort(port)
        .setServerConfig("max_connections", "60")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("wal_level", "replica")
        .setServerConfig("max_wal_senders", "4")
        .setServerConfig("hot_standby", "on");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(from)) {
      files = all.filter(file -> !file.endsWith("postmaster.pid")).toList();
    }
    for (Path file : files) {
      Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
    }
  }

  @Override
  public void stop() {
    try {
      if (standby != null) {
        standby.close();
      }
      if (primary != null) {
        primary.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
