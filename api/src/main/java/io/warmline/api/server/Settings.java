package io.warmline.api.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The environment variables that decide how the server starts. What is wrong with them is said by
 * their names, and all of it at once: the platform knows them by other names.
 */
final class Settings {

  private static final String URL = "WARMLINE_DATABASE_URL";
  private static final String USER = "WARMLINE_DATABASE_USER";
  private static final String PASSWORD = "WARMLINE_DATABASE_PASSWORD";
  private static final String PORT = "WARMLINE_PORT";
  private static final String KEY = "WARMLINE_API_KEY";
  private static final String PUBLIC_URL = "WARMLINE_PUBLIC_URL";
  private static final String PROXIES = "WARMLINE_TRUSTED_PROXIES";
  private static final String ORIGINS = "WARMLINE_CORS_ORIGINS";
  private static final String DATA = "WARMLINE_DATA_DIR";

  private static final int LAST_PORT = 65_535;

  private final UnaryOperator<@Nullable String> environment;

  /**
   * @param environment the value of a variable by its name; null if it is not set
   */
  Settings(UnaryOperator<@Nullable String> environment) {
    this.environment = environment;
  }

  private String value(String name) {
    String value = environment.apply(name);
    return value == null ? "" : value.strip();
  }

  /**
   * Looks for what cannot be meant.
   *
   * @throws IllegalArgumentException if something is wrong; the message names the variables
   */
  void check() {
    List<String> faults = new ArrayList<>();
    String url = value(URL);
    if (url.isEmpty() && !(value(USER) + value(PASSWORD)).isEmpty()) {
      faults.add(USER + " and " + PASSWORD + " are set, but " + URL + " is not");
    }
    if (!url.isEmpty() && !url.matches("(jdbc:)?postgres(ql)?://.+")) {
      faults.add(URL + " must be like postgresql://host:5432/name or jdbc:postgresql://…");
    }
    DatabaseSettings database = DatabaseSettings.of(url, value(USER), value(PASSWORD));
    if (!url.isEmpty() && (database.user().isEmpty() || database.password().isEmpty())) {
      faults.add(
          (database.user().isEmpty() ? USER : PASSWORD)
              + " is not set: the database at "
              + URL
              + " wants a user and a password");
    }
    if (!value(PORT).isEmpty() && !isPort(value(PORT))) {
      faults.add(PORT + " must be a port from 0 to " + LAST_PORT);
    }
    if (!value(KEY).isEmpty() && !value(KEY).matches("[!-~]{20,200}")) {
      faults.add(KEY + " must have 20 to 200 visible ASCII characters");
    }
    if (!value(PUBLIC_URL).isEmpty() && !isAddress(value(PUBLIC_URL))) {
      faults.add(PUBLIC_URL + " must be like https://calls.example.com, without a query");
    }
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(
          "The settings are not right:\n  - " + String.join("\n  - ", faults));
    }
  }

  private static boolean isPort(String text) {
    return text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= LAST_PORT;
  }

  private static boolean isAddress(String text) {
    try {
      URI uri = URI.create(text);
      return uri.getHost() != null
          && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
          && uri.getQuery() == null
          && uri.getFragment() == null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Tells the platform what it calls by other names. */
  void apply() {
    if (!value(PROXIES).isEmpty()) {
      System.setProperty("quarkus.http.proxy.proxy-address-forwarding", "true");
      System.setProperty("quarkus.http.proxy.enable-forwarded-host", "true");
      System.setProperty("quarkus.http.proxy.trusted-proxies", value(PROXIES));
    }
    if (!value(ORIGINS).isEmpty()) {
      System.setProperty("quarkus.http.cors.enabled", "true");
      System.setProperty("quarkus.http.cors.origins", value(ORIGINS));
    }
  }

  /** The database that is named; without one the server runs one of its own. */
  Optional<DatabaseSettings> database() {
    return value(URL).isEmpty()
        ? Optional.empty()
        : Optional.of(DatabaseSettings.of(value(URL), value(USER), value(PASSWORD)));
  }

  /** Where the database of its own is kept. */
  Path dataFolder() {
    return Path.of(value(DATA).isEmpty() ? "data" : value(DATA)).toAbsolutePath();
  }
}
