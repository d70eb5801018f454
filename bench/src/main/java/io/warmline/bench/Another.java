package io.warmline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** Another version of the server on a database of its own, to measure on as on the first. */
final class Another implements AutoCloseable {

  private final Server server;
  private final Tables tables;
  private final HttpConnection http;
  private final Setting setting;
  private final Path folder;

  private Another(Server server, Path folder, Setting first) throws IOException, SQLException {
    this.server = server;
    this.folder = folder;
    this.tables = new Tables(server.database());
    this.http = server.connect();
    this.setting =
        new Setting(
            server,
            tables,
            new Pgbench(folder, server.database(), false),
            http,
            first.warmUps(),
            first.runs());
  }

  /**
   * Starts it.
   *
   * @param jar the other packaged server
   * @param first what the first one is measured on
   */
  static Another beside(Setting first, Path jar) throws Exception {
    Path folder = Files.createTempDirectory("warmline-bench-other");
    return new Another(new Server(jar.toAbsolutePath(), folder, List.of()), folder, first);
  }

  Setting setting() {
    return setting;
  }

  Path folder() {
    return folder;
  }

  @Override
  public void close() throws SQLException, IOException {
    http.close();
    tables.close();
    server.close();
  }
}
