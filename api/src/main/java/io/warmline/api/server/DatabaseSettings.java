package io.warmline.api.server;

/** Tells the platform where the database is. */
final class DatabaseSettings {

  static final String URL = "quarkus.datasource.jdbc.url";

  private DatabaseSettings() {}

  /**
   * Uses this database, for the application and for its migrations.
   *
   * @param url {@code jdbc:postgresql://…} or {@code postgresql://…}
   */
  static void use(String url, String user, String password) {
    String jdbc =
        url.startsWith("jdbc:") ? url : "jdbc:" + url.replaceFirst("^postgres:", "postgresql:");
    for (String prefix : new String[] {"quarkus.datasource.", "quarkus.flyway."}) {
      set(prefix + "username", user);
      set(prefix + "password", password);
    }
    System.setProperty(URL, jdbc);
    System.setProperty("quarkus.flyway.jdbc-url", jdbc);
  }

  private static void set(String name, String value) {
    if (!value.isEmpty()) {
      System.setProperty(name, value);
    }
  }
}
