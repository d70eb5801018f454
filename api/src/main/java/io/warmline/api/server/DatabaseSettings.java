package io.warmline.api.server;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells the platform where the database is. */
final class DatabaseSettings {

  static final String URL = "quarkus.datasource.jdbc.url";

  /** As hosts of databases hand them out: the driver does not know user and password there. */
  private static final Pattern WITH_USER =
      Pattern.compile("(jdbc:)?postgres(?:ql)?://([^:/@]+)(?::([^/@]*))?@(.+)");

  private DatabaseSettings() {}

  /**
   * Uses this database, for the application and for its migrations.
   *
   * @param url {@code jdbc:postgresql://…} or {@code postgresql://…}, also with user and password
   *     before the host; those of the settings win
   */
  static void use(String url, String user, String password) {
    Matcher named = WITH_USER.matcher(url);
    if (named.matches()) {
      String hidden = named.group(3) == null ? "" : decoded(named.group(3));
      use(
          "jdbc:postgresql://" + named.group(4),
          user.isEmpty() ? decoded(named.group(2)) : user,
          password.isEmpty() ? hidden : password);
      return;
    }
    String jdbc =
        url.startsWith("jdbc:") ? url : "jdbc:" + url.replaceFirst("^postgres:", "postgresql:");
    for (String prefix : new String[] {"quarkus.datasource.", "quarkus.flyway."}) {
      set(prefix + "username", user);
      set(prefix + "password", password);
    }
    System.setProperty(URL, jdbc);
    System.setProperty("quarkus.flyway.jdbc-url", jdbc);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static void set(String name, String value) {
    if (!value.isEmpty()) {
      System.setProperty(name, value);
    }
  }
}
