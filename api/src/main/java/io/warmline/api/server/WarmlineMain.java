package io.warmline.api.server;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.util.Optional;

/** Starts Warmline: on the database that is configured, or on one of its own. */
@QuarkusMain
public final class WarmlineMain {

  private static final int WRONG_SETTINGS = 2;

  private WarmlineMain() {}

  public static void main(String[] args) throws IOException {
    // Our own door refuses what is no URI, with a problem document.
    System.setProperty("vertx.disableURIValidation", "true");
    Optional<Class<? extends QuarkusApplication>> command = Commands.in(args);
    Settings settings = new Settings(System.getenv());
    requireRight(settings);
    settings.apply();
    command.ifPresent(c -> Commands.prepare());
    useDatabase(settings);
    if (command.isPresent()) {
      Quarkus.run(command.get(), args);
    } else {
      Quarkus.run(args);
    }
  }

  @SuppressWarnings("SystemOut") // there is no log yet
  private static void requireRight(Settings settings) {
    try {
      settings.check();
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(WRONG_SETTINGS);
    }
  }

  private static void useDatabase(Settings settings) throws IOException {
    if (settings.database().isPresent()) {
      settings.database().get().use();
    } else if (System.getProperty(DatabaseSettings.URL) == null) {
      EmbeddedDatabase database = EmbeddedDatabase.start(settings.dataFolder());
      new DatabaseSettings(database.url(), EmbeddedDatabase.USER, database.password()).use();
    }
  }
}
