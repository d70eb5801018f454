package io.warmline.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged server on a database of its own, in a folder that is new. */
final class Server implements AutoCloseable {

  static final String KEY = "wl_bench_0123456789abcdef";

  private final Path folder;
  private final int port;
  private final Process process;

  Server(Path jar, Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    try (ServerSocket socket = new ServerSocket(0)) {
      this.port = socket.getLocalPort();
    }
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx2g",
            // what PostgreSQL says goes into the log
            "-Dquarkus.log.category.\"io.zonky\".level=INFO", "-jar", jar.toString());
    builder.environment().remove("WARMLINE_DATABASE_URL");
    builder.environment().put("WARMLINE_DATA_DIR", folder.toString());
    builder.environment().put("WARMLINE_PORT", String.valueOf(port));
    builder.environment().put("WARMLINE_API_KEY", KEY);
    builder.environment().put("WARMLINE_RATE_LIMIT_REQUESTS", "100000000");
    builder.redirectErrorStream(true);
    builder.redirectOutput(log().toFile());
    this.process = builder.start();
    while (!isReady()) {
      if (!process.isAlive()) {
        throw new IOException("the server does not start; see " + log());
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
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

  Path log() {
    return folder.resolve("server.log");
  }

  int port() {
    return port;
  }

  /** The fourth line of the file in which PostgreSQL says where it is. */
  int databasePort() throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("postgres").resolve("postmaster.pid"));
    return Integer.parseInt(lines.get(3).trim());
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
