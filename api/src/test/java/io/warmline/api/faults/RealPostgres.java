package io.warmline.api.faults;

import io.warmline.api.server.ServerProcess;
import io.warmline.api.server.Signals;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A PostgreSQL that several servers share; as durable as any, and can be stopped in every way. */
final class RealPostgres implements AutoCloseable {

  private static final int MOST_STARTS = 10;

  private final Path data;
  private final int port;
  private EmbeddedPostgres process;

  RealPostgres(Path folder) throws IOException {
    data = folder.resolve("postgres");
    port = freePort();
    process = launch();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private EmbeddedPostgres launch() throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setPort(port)
        .setPGStartupWait(Duration.ofMinutes(1))
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("max_connections", "100")
        .start();
  }

  String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres&password=postgres";
  }

  /** How servers are told of it. */
  Map<String, String> environment() {
    return Map.of(
        "WARMLINE_DATABASE_URL",
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
        "WARMLINE_DATABASE_USER",
        "postgres",
        "WARMLINE_DATABASE_PASSWORD",
        "postgres");
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(jdbcUrl());
  }

  /** Carries something out behind the servers' backs. */
  void carryOut(String sql) throws SQLException {
    try (Connection connection = connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** As {@code pg_ctl stop -m immediate}: without a checkpoint; then it recovers. */
  void stopImmediately() throws IOException {
    ProcessHandle postmaster = postmaster();
    Signals.send("QUIT", postmaster.pid());
    postmaster.onExit().join();
    startAgain();
  }

  /** All of its processes at once; then it recovers. */
  void kill() throws IOException {
    ProcessHandle postmaster = postmaster();
    List<ProcessHandle> family =
        Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
    family.forEach(ProcessHandle::destroyForcibly);
    family.forEach(member -> member.onExit().join());
    startAgain();
  }

  private ProcessHandle postmaster() throws IOException {
    String number = Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip();
    return ProcessHandle.of(Long.parseLong(number)).orElseThrow();
  }

  /** Until what remains of the old one has let go of the folder. */
  private void startAgain() throws IOException {
    process.close();
    for (int attempt = 1; ; attempt++) {
      try {
        Files.deleteIfExists(data.resolve("postmaster.pid"));
        process = launch();
        return;
      } catch (IOException | IllegalStateException e) {
        if (attempt == MOST_STARTS) {
          throw e;
        }
        ServerProcess.pause(Duration.ofMillis(500));
      }
    }
  }

  @Override
  public void close() throws IOException {
    process.close();
  }
}
