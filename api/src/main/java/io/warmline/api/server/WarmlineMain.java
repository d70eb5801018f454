package io.warmline.api.server;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.nio.file.Path;

/** Starts Warmline: on the database that is configured, or on one of its own. */
@QuarkusMain
public final class WarmlineMain {

  private WarmlineMain() {}

  public static void main(String[] args) throws IOException {
    String url = System.getenv("WARMLINE_DATABASE_URL");
    if (url != null && !url.isBlank()) {
      DatabaseSettings.use(
          url, variable("WARMLINE_DATABASE_USER"), variable("WARMLINE_DATABASE_PASSWORD"));
    } else if (System.getProperty(DatabaseSettings.URL) == null) {
      Path data =
          Path.of(variable("WARMLINE_DATA_DIR").isBlank() ? "data" : variable("WARMLINE_DATA_DIR"));
      EmbeddedDatabase database = EmbeddedDatabase.start(data.toAbsolutePath());
      DatabaseSettings.use(database.url(), EmbeddedDatabase.USER, EmbeddedDatabase.PASSWORD);
    }
    Quarkus.run(args);
  }

  private static String variable(String name) {
    String value = System.getenv(name);
    return value == null ? "" : value;
  }
}
