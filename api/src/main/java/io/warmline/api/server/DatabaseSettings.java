package io.warmline.api.server;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a database is, and who works there.
 *
 * @param url for the driver: {@code jdbc:postgresql://…}
 * @param user empty if nobody was named
 * @param password empty if none was given
 */
record DatabaseSettings(String url, String user, String password) {

  static final String URL = "quarkus.datasource.jdbc.url";

  /** As hosts of databases hand them out: the driver does not know user and password there. */
  private static final Pattern WITH_USER =
      Pattern.compile("(?:jdbc:)?postgres(?:ql)?://([^:/@]+)(?::([^/@]*))?@(.+)");

  /**
   * Reads an address.
   *
   * @param url {@code jdbc:postgresql://…} or {@code postgresql://…}, also with user and password
   *     before the host
   * @param user wins over that in the address, unless empty
   * @param password likewise
   */
  static DatabaseSettings of(String url, String user, String password) {
    Matcher named = WITH_USER.matcher(url);
    if (!named.matches()) {
      String jdbc =
          url.startsWith("jdbc:") ? url : "jdbc:" + url.replaceFirst("^postgres:", "postgresql:");
      return new DatabaseSettings(jdbc, user, password);
    }
    String hidden = named.group(2) == null ? "" : named.group(2);
    return new DatabaseSettings(
        "jdbc:postgresql://" + named.group(3),
        user.isEmpty() ? decoded(named.group(1)) : user,
        password.isEmpty() ? decoded(hidden) : password);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** Tells the platform, for the application and for its migrations. */
  void use() {
    for (String prefix : new String[] {"quarkus.datasource.", "quarkus.flyway."}) {
      System.setProperty(prefix + "username", user);
      System.setProperty(prefix + "password", password);
    }
    System.setProperty(URL, url);
    System.setProperty("quarkus.flyway.jdbc-url", url);
  }

  /** This one, by user and password of the other where it names none itself. */
  DatabaseSettings elseAs(DatabaseSettings other) {
    return new DatabaseSettings(
        url,
        user.isEmpty() ? other.user() : user,
        password.isEmpty() ? other.password() : password);
  }

  /** Tells the application that reports are read there. */
  void useForReports() {
    System.setProperty("warmline.reports.database-url", url);
    System.setProperty("warmline.reports.database-user", user);
    System.setProperty("warmline.reports.database-password", password);
  }

  /** Hides the password. */
  @Override
  public String toString() {
    return "DatabaseSettings[" + url + "]";
  }
}
