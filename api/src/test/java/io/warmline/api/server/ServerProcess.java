package io.warmline.api.server;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The packaged server as a process of its own, on a folder of its own; it can be killed and stopped
 * in its tracks without warning.
 */
public final class ServerProcess implements Door {

  public static final String API_KEY = "wl_test_of_crashes_0123456789";

  private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
  private static final Duration PATIENCE = Duration.ofMinutes(8);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final Path folder;
  private final int port;
  private final Path jar;
  private final Map<String, String> environment;
  private volatile Process process;

  private ServerProcess(
      Path folder, int port, Path jar, Map<String, String> environment, String... command)
      throws IOException {
    this.folder = folder;
    this.port = port;
    this.jar = jar;
    this.environment = environment;
    this.process = launch(command);
  }

  private static ServerProcess own(Path folder, String demo, String... command) throws IOException {
    return new ServerProcess(folder, freePort(), JAR, Map.of("WARMLINE_DEMO", demo), command);
  }

  /** Has it carry out a command instead of serving; returns its exit status. */
  static int carryOut(Path folder, String... command) throws IOException {
    ServerProcess server = own(folder, "off", command);
    int status = server.process.onExit().join().exitValue();
    if (server.hasDatabase()) {
      server.killPostgres();
    }
    return status;
  }

  /** Starts a server and waits until it is ready. */
  static ServerProcess startOn(Path folder) throws IOException {
    return ready(own(folder, "off"));
  }

  /** The same, with what a first start brings along. */
  static ServerProcess startWithDemoOn(Path folder) throws IOException {
    return ready(own(folder, "on"));
  }

  /**
   * Starts one without waiting for it.
   *
   * @param folder what it keeps, and its log
   * @param application the packaged application, as the build leaves it
   * @param environment settings besides those that all of them have; these go before
   */
  public static ServerProcess launchOn(
      Path folder, Path application, Map<String, String> environment) throws IOException {
    return new ServerProcess(
        folder, freePort(), application.resolve("quarkus-run.jar"), environment);
  }

  /** Where the build leaves the packaged application. */
  public static Path application() {
    return JAR.getParent();
  }

  private static ServerProcess ready(ServerProcess server) throws IOException {
    server.awaitReady();
    return server;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private Process launch(String... command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-jar",
            jar.toAbsolutePath().toString());
    builder.command().addAll(List.of(command));
    builder.environment().remove("WARMLINE_DATABASE_URL");
    builder.environment().put("WARMLINE_DATA_DIR", folder.resolve("data").toString());
    builder.environment().put("WARMLINE_PORT", String.valueOf(port));
    builder.environment().put("WARMLINE_API_KEY", API_KEY);
    builder.environment().put("WARMLINE_RATE_LIMIT_REQUESTS", "100000000");
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(logFile().toFile()));
    return builder.start();
  }

  /** Starts it again on the same folder and waits until it is ready. */
  public void restart() throws IOException {
    relaunch();
    awaitReady();
  }

  /** Starts it again without waiting for it. */
  public void relaunch() throws IOException {
    process = launch();
  }

  /** Waits until the server says that it is ready, its database included. */
  public void awaitReady() throws IOException {
    Instant until = Instant.now().plus(PATIENCE);
    while (!isReady()) {
      if (!process.isAlive() || Instant.now().isAfter(until)) {
        throw new IOException("the server does not come up:\n" + tailOfLog());
      }
      pause(Duration.ofMillis(100));
    }
  }

  /** Whether it says that it is ready, and answers. */
  public boolean isReady() {
    try {
      return get(at("/q/health/ready")) == 200 && get(at("/v1/campaigns")) == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private int get(URI uri) throws IOException {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(uri)
              .header("Authorization", "Bearer " + API_KEY)
              .timeout(Duration.ofSeconds(10))
              .build();
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public URI at(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** Whether its process runs, whatever it does. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Kills the server, so that it can do nothing more; PostgreSQL lives on. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Stops it in the middle of whatever it does, as a long pause does (SIGSTOP). */
  public void freeze() throws IOException {
    signal("STOP");
  }

  /** It goes on where it was, and does not know that time has passed (SIGCONT). */
  public void thaw() throws IOException {
    signal("CONT");
  }

  private void signal(String name) throws IOException {
    Signals.send(name, process.pid());
  }

  /** Kills PostgreSQL with all its processes; the server lives on. */
  void killPostgres() throws IOException {
    ProcessHandle postmaster = postmaster();
    List<ProcessHandle> family =
        Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
    family.forEach(ProcessHandle::destroyForcibly);
    family.forEach(member -> member.onExit().join());
  }

  private ProcessHandle postmaster() throws IOException {
    return ProcessHandle.of(Long.parseLong(postmasterFile().get(0).trim())).orElseThrow();
  }

  private List<String> postmasterFile() throws IOException {
    return Files.readAllLines(folder.resolve("data").resolve("postgres").resolve("postmaster.pid"));
  }

  /** Where the server keeps its data, for a look behind its back. */
  String jdbcUrl() throws IOException {
    return "jdbc:postgresql://127.0.0.1:"
        + postmasterFile().get(3).trim()
        + "/postgres?user=postgres&password="
        + Files.readString(folder.resolve("data").resolve("postgres.password")).strip();
  }

  /** Tells it to end (SIGTERM) and waits until it has; returns its exit status. */
  public int terminate() {
    process.destroy();
    return process.onExit().join().exitValue();
  }

  /** Ends it in good order, and PostgreSQL with it. */
  void stop() throws IOException {
    terminate();
    if (hasDatabase()) {
      killPostgres();
    }
  }

  /** Whether PostgreSQL runs on the folder. */
  boolean hasDatabase() {
    return Files.exists(folder.resolve("data").resolve("postgres").resolve("postmaster.pid"));
  }

  private Path logFile() {
    return folder.resolve("server.log");
  }

  /** All lines that it has written. */
  public List<String> log() throws IOException {
    return Files.readAllLines(logFile());
  }

  private String tailOfLog() throws IOException {
    List<String> lines = log();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
  }

  public static void pause(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
