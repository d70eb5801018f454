package io.warmline.api.faults;

import io.warmline.api.server.ServerProcess;
import io.warmline.api.server.Signals;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A PostgreSQL that several servers share; as durable as any, and can be stopped in every way. */
final class RealPostgres implements AutoCloseable {

  private static final int MOST_STARTS = 10;
  private static final int MOST_CONNECTIONS = 100;

  private static final Set<String> OF_THIS_RUN = Set.of("postmaster.pid", "postmaster.opts");

  private static final String TERMINATE =
      "select pg_terminate_backend(pid) from pg_stat_activity"
          + " where backend_type = 'client backend' and pid <> pg_backend_pid()"
          + " and application_name <> 'hog'";

  private final Optional<SmallDisk> disk;
  private final Path data;
  private final int port;
  private EmbeddedPostgres process;

  RealPostgres(Path folder) throws IOException {
    disk = SmallDisk.at(folder.resolve("disk"));
    data = folder.resolve("disk").resolve("postgres");
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
        .setServerConfig("wal_keep_size", "1GB")
        .setServerConfig("max_connections", String.valueOf(MOST_CONNECTIONS))
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

  /** Whether its disk can be made full here. */
  boolean hasSmallDisk() {
    return disk.isPresent();
  }

  /**
   * Its disk is full for as long as this takes. If it gave up because of that, it is started again.
   */
  void fillDisk(Runnable meanwhile) throws IOException {
    SmallDisk full = disk.orElseThrow();
    full.fill();
    try {
      meanwhile.run();
    } finally {
      full.makeRoom();
    }
    if (!answers()) {
      process.close();
      startAgain();
    }
  }

  private boolean answers() {
    for (int attempt = 0; attempt < 20; attempt++) {
      try (Connection connection = connect()) {
        return connection.isValid(5);
      } catch (SQLException e) {
        ServerProcess.pause(Duration.ofMillis(500)); // it may be recovering
      }
    }
    return false;
  }

  /** All connections are somebody else's for a time. */
  void takeAllConnections(Duration time) throws SQLException {
    List<Connection> taken = new ArrayList<>();
    Instant until = Instant.now().plus(time);
    try {
      while (Instant.now().isBefore(until)) {
        takeWhatIsFree(taken);
        try (var statement = taken.get(0).createStatement()) {
          statement.execute(TERMINATE);
        }
        takeWhatIsFree(taken);
        ServerProcess.pause(Duration.ofMillis(200));
      }
    } finally {
      for (Connection one : taken) {
        one.close();
      }
    }
  }

  private void takeWhatIsFree(List<Connection> taken) throws SQLException {
    try {
      while (taken.size() < MOST_CONNECTIONS) {
        taken.add(DriverManager.getConnection(jdbcUrl() + "&ApplicationName=hog"));
      }
    } catch (SQLException e) {
      if (taken.isEmpty() || !"53300".equals(e.getSQLState())) {
        throw e;
      }
    }
  }

  /** Copies it while it works, as {@code pg_basebackup} does. */
  void backUp(Path copy) throws IOException, SQLException {
    try (Connection connection = connect();
        var statement = connection.createStatement()) {
      statement.execute("select pg_backup_start('under load', true)");
      copyTree(data, copy, file -> !OF_THIS_RUN.contains(file.getFileName().toString()));
      String label;
      try (var rows = statement.executeQuery("select labelfile from pg_backup_stop(true)")) {
        rows.next();
        label = rows.getString(1);
      }
      copyTree(data.resolve("pg_wal"), copy.resolve("pg_wal"), file -> true);
      Files.writeString(copy.resolve("backup_label"), label);
    }
  }

  /** All of it is lost; it goes on from a copy. */
  void restore(Path copy) throws IOException {
    ProcessHandle postmaster = postmaster();
    List<ProcessHandle> family =
        Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
    family.forEach(ProcessHandle::destroyForcibly);
    family.forEach(member -> member.onExit().join());
    process.close();
    Files.move(data, data.resolveSibling("lost"));
    copyTree(copy, data, file -> true);
    startAgain();
  }

  /** With who may read what. What goes away meanwhile is not copied. */
  private static void copyTree(Path from, Path to, Predicate<Path> wanted) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            return copy(folder);
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            return wanted.test(file) ? copy(file) : FileVisitResult.CONTINUE;
          }

          private FileVisitResult copy(Path file) throws IOException {
            Path there = to.resolve(from.relativize(file));
            if (!Files.isDirectory(there)) {
              try {
                Files.copy(
                    file,
                    there,
                    StandardCopyOption.COPY_ATTRIBUTES,
                    StandardCopyOption.REPLACE_EXISTING);
              } catch (NoSuchFileException e) {
                return visitFileFailed(file, e);
              }
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw e;
          }
        });
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
    if (disk.isPresent()) {
      disk.get().close();
    }
  }
}
