package io.warmline.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged server on a database of its own, in a folder that is new. */
final class Server implements AutoCloseable {

  static final String KEY = "wl_bench_0123456789abcdef";

  private static final int STARTS = 2;

  private final Path folder;
  private final int port;
  private final Process process;

  /**
   * @param options of its JVM
   */
  Server(Path jar, Path folder, List<String> options) throws IOException, InterruptedException {
    this.folder = folder;
    try (ServerSocket socket = new ServerSocket(0)) {
      this.port = socket.getLocalPort();
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx2g");
    command.addAll(options);
    command.addAll(List.of("-jar", jar.toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("WARMLINE_DATABASE_URL");
    builder.environment().put("WARMLINE_DATA_DIR", folder.toString());
    builder.environment().put("WARMLINE_PORT", String.valueOf(port));
    builder.environment().put("WARMLINE_API_KEY", KEY);
    builder.environment().put("WARMLINE_RATE_LIMIT_REQUESTS", "100000000");
    builder.environment().put("WARMLINE_DEMO", "off");
    builder.redirectErrorStream(true);
    builder.redirectOutput(folder.resolve("server.log").toFile());
    this.process = start(builder);
  }

  /** On a machine that is busy the first start may run into a timeout. */
  private Process start(ProcessBuilder builder) throws IOException, InterruptedException {
    for (int attempt = 1; attempt <= STARTS; attempt++) {
      Process started = builder.start();
      while (started.isAlive()) {
        if (isReady()) {
          return started;
        }
        TimeUnit.MILLISECONDS.sleep(200);
      }
    }
    throw new IOException("the server does not start; see " + folder.resolve("server.log"));
  }

  private boolean isReady() {
    try (HttpConnection connection = connect()) {
      return connection.get("/q/health/ready").status() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  HttpConnection connect() throws IOException {
    return new HttpConnection(port, KEY);
  }

  int port() {
    return port;
  }

  /** Where PostgreSQL keeps its data. */
  Path data() {
    return folder.resolve("postgres");
  }

  /**
   * The fourth line of the file in which PostgreSQL says where it is; older servers had no
   * password.
   */
  Database database() throws IOException {
    Path password = folder.resolve("postgres.password");
    return new Database(
        Integer.parseInt(postmaster().get(3).trim()),
        Files.exists(password) ? Files.readString(password).trim() : "");
  }

  /** Ends PostgreSQL, which the server starts again, with settings that need that. */
  void restartDatabase() throws IOException, InterruptedException {
    String process = postmaster().get(0).trim();
    new ProcessBuilder("kill", "-INT", process).start().waitFor();
    while (!Files.exists(data().resolve("postmaster.pid"))
        || postmaster().get(0).trim().equals(process)
        || !isReady()) {
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }

  private List<String> postmaster() throws IOException {
    return Files.readAllLines(data().resolve("postmaster.pid"));
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
