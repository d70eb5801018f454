package io.warmline.api.server;

import io.warmline.api.http.Contract;
import io.warmline.api.openid.OpenIdSettings;
import io.warmline.api.openid.RoleScopes;
import io.warmline.core.Nearest;
import io.warmline.core.citus.DatabaseProfile;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The environment variables that decide how the server starts. What is wrong with them is said by
 * their names, and all of it at once: the platform knows them by other names.
 */
final class Settings {

  /** What the platform has anyway. */
  private static final int FEWEST_THREADS = 200;

  /** For what is no request. */
  private static final int THREADS_OF_OUR_OWN = 40;

  private final Map<String, String> environment;

  /**
   * @param environment the values of the variables by their names
   */
  Settings(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  private String value(Variable variable) {
    return environment.getOrDefault(variable.variable(), "").strip();
  }

  private boolean has(Variable variable) {
    return !value(variable).isEmpty();
  }

  /**
   * Looks for what cannot be meant.
   *
   * @throws IllegalArgumentException if something is wrong; the message names the variables
   */
  void check() {
    List<String> faults = new ArrayList<>();
    for (Variable variable : Variable.values()) {
      variable.fault(value(variable)).ifPresent(faults::add);
    }
    checkDatabase(faults);
    checkProfile(faults);
    checkKeys(faults);
    checkOpenId(faults);
    environment.keySet().stream().sorted().forEach(name -> misspelt(name).ifPresent(faults::add));
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(
          "The settings are not right:\n  - " + String.join("\n  - ", faults));
    }
  }

  private boolean isDistributed() {
    return value(Variable.DATABASE_PROFILE).equals(DatabaseProfile.CITUS.label());
  }

  /** A cluster is somebody's own, and a standby of its coordinator alone has no rows. */
  private void checkProfile(List<String> faults) {
    if (isDistributed() && !has(Variable.DATABASE_URL)) {
      faults.add(
          Variable.DATABASE_PROFILE.variable()
              + " is citus, but "
              + Variable.DATABASE_URL.variable()
              + " is not set: the database that Warmline starts by itself has no Citus");
    }
    if (isDistributed() && has(Variable.REPORTS_DATABASE_URL)) {
      faults.add(
          Variable.REPORTS_DATABASE_URL.variable()
              + " cannot be set where "
              + Variable.DATABASE_PROFILE.variable()
              + " is citus: reports are read from the cluster");
    }
  }

  private void checkDatabase(List<String> faults) {
    if (!has(Variable.DATABASE_URL)) {
      if (has(Variable.DATABASE_USER) || has(Variable.DATABASE_PASSWORD)) {
        faults.add(
            Variable.DATABASE_USER.variable()
                + " and "
                + Variable.DATABASE_PASSWORD.variable()
                + " are set, but "
                + Variable.DATABASE_URL.variable()
                + " is not");
      }
      if (has(Variable.REPORTS_DATABASE_URL)) {
        faults.add(
            Variable.REPORTS_DATABASE_URL.variable()
                + " is set, but "
                + Variable.DATABASE_URL.variable()
                + ", of which it is a replica, is not");
      }
      return;
    }
    DatabaseSettings database = databaseSettings();
    if (database.user().isEmpty() || database.password().isEmpty()) {
      Variable missing =
          database.user().isEmpty() ? Variable.DATABASE_USER : Variable.DATABASE_PASSWORD;
      faults.add(
          missing.variable()
              + " is not set: the database at "
              + Variable.DATABASE_URL.variable()
              + " wants a user and a password");
    }
  }

  /** One opens a firm, the other all of them. */
  private void checkKeys(List<String> faults) {
    if (has(Variable.OPERATOR_KEY)
        && value(Variable.OPERATOR_KEY).equals(value(Variable.API_KEY))) {
      faults.add(
          Variable.OPERATOR_KEY.variable()
              + " is the same as "
              + Variable.API_KEY.variable()
              + ": the operator's key is a key of its own");
    }
  }

  /** All of it or nothing; and what a provider says over http anybody between may have said. */
  private void checkOpenId(List<String> faults) {
    if (!has(Variable.OPENID_ISSUER)) {
      Arrays.stream(Variable.values())
          .filter(variable -> variable.name().startsWith("OPENID_") && has(variable))
          .map(
              variable ->
                  variable.variable()
                      + " is set, but "
                      + Variable.OPENID_ISSUER.variable()
                      + " is not")
          .forEach(faults::add);
      return;
    }
    for (Variable needed : List.of(Variable.OPENID_AUDIENCE, Variable.OPENID_ROLES)) {
      if (!has(needed)) {
        faults.add(
            needed.variable()
                + " is not set, but "
                + Variable.OPENID_ISSUER.variable()
                + " is: a token is believed for its issuer and its audience, and lets in for its"
                + " roles");
      }
    }
    boolean http = value(Variable.OPENID_ALLOW_HTTP).equals("true");
    if (Variable.OPENID_ISSUER.fault(value(Variable.OPENID_ISSUER)).isEmpty()
        && !OpenIdSettings.isSafe(URI.create(value(Variable.OPENID_ISSUER)), http)) {
      faults.add(
          Variable.OPENID_ISSUER.variable()
              + " must begin with https:// (http only on this machine, or where "
              + Variable.OPENID_ALLOW_HTTP.variable()
              + " is true), without a user");
    }
    if (has(Variable.OPENID_ROLES)
        && Variable.OPENID_ROLES.fault(value(Variable.OPENID_ROLES)).isEmpty()) {
      Set<String> known = Contract.knownScopes();
      RoleScopes.parse(value(Variable.OPENID_ROLES)).strangeTo(known).stream()
          .map(
              scope ->
                  Variable.OPENID_ROLES.variable()
                      + " names "
                      + scope
                      + ", which is no scope"
                      + Nearest.hint(scope, known))
          .forEach(faults::add);
    }
  }

  /** A slip of the pen would be passed over, and the default would be in force. */
  private static Optional<String> misspelt(String name) {
    boolean strange = name.startsWith("WARMLINE_") && !Variable.names().contains(name);
    return strange
        ? Nearest.to(name, Variable.names())
            .map(near -> name + " is not known; did you mean " + near + "?")
        : Optional.empty();
  }

  /** Tells the platform what it calls by other names. */
  void apply() {
    if (has(Variable.TRUSTED_PROXIES)) {
      System.setProperty("quarkus.http.proxy.proxy-address-forwarding", "true");
      System.setProperty("quarkus.http.proxy.enable-forwarded-host", "true");
      pass(Variable.TRUSTED_PROXIES, "quarkus.http.proxy.trusted-proxies");
    }
    if (has(Variable.CORS_ORIGINS)) {
      System.setProperty("quarkus.http.cors.enabled", "true");
      pass(Variable.CORS_ORIGINS, "quarkus.http.cors.origins");
    }
    if (isDistributed()) {
      System.setProperty(
          "quarkus.datasource.jdbc.new-connection-sql", DatabaseProfile.CITUS.sessionSql());
    }
    pass(Variable.DATABASE_CONNECTIONS, "quarkus.datasource.jdbc.max-size");
    if (has(Variable.REQUESTS_AT_ONCE)) {
      int threads = Integer.parseInt(value(Variable.REQUESTS_AT_ONCE)) + THREADS_OF_OUR_OWN;
      System.setProperty(
          "quarkus.thread-pool.max-threads", String.valueOf(Math.max(FEWEST_THREADS, threads)));
    }
    replica().ifPresent(DatabaseSettings::useForReports);
    pass(Variable.LOG_LEVEL, "quarkus.log.level");
    System.setProperty(
        "quarkus.log.console.json.enabled",
        String.valueOf(value(Variable.LOG_FORMAT).equals("json")));
  }

  private void pass(Variable variable, String property) {
    if (has(variable)) {
      System.setProperty(property, value(variable));
    }
  }

  /** The database that is named; without one the server runs one of its own. */
  Optional<DatabaseSettings> database() {
    return has(Variable.DATABASE_URL) ? Optional.of(databaseSettings()) : Optional.empty();
  }

  private DatabaseSettings databaseSettings() {
    return DatabaseSettings.of(
        value(Variable.DATABASE_URL),
        value(Variable.DATABASE_USER),
        value(Variable.DATABASE_PASSWORD));
  }

  /**
   * The database that reports are read from; whoever it does not name is who works on the other.
   */
  private Optional<DatabaseSettings> replica() {
    if (!has(Variable.REPORTS_DATABASE_URL)) {
      return Optional.empty();
    }
    DatabaseSettings named = DatabaseSettings.of(value(Variable.REPORTS_DATABASE_URL), "", "");
    return database().map(named::elseAs).or(() -> Optional.of(named));
  }

  /** Where the database of its own is kept. */
  Path dataFolder() {
    return Path.of(has(Variable.DATA_DIR) ? value(Variable.DATA_DIR) : "data").toAbsolutePath();
  }
}
