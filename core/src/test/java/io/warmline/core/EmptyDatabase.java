package io.warmline.core;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/** A database beside that of the tests, with the schema and without a row. */
public final class EmptyDatabase {

  private static final AtomicInteger DATABASES = new AtomicInteger();

  private EmptyDatabase() {}

  /** Connections as the server has them: as the role that owns nothing. */
  public static Jdbi make() throws SQLException {
    String url = ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
    String name = "empty_" + DATABASES.incrementAndGet();
    try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
    String fresh = url.replaceFirst("/postgres(?=\\?|$)", "/" + name);
    Flyway.configure().dataSource(fresh, "postgres", "postgres").load().migrate();
    Jdbi jdbi =
        Jdbi.create(
            () -> {
              Connection connection = DriverManager.getConnection(fresh, "postgres", "postgres");
              try (Statement statement = connection.createStatement()) {
                statement.execute("set role warmline_app");
              }
              return connection;
            });
    jdbi.installPlugin(new PostgresPlugin()).registerArrayType(String.class, "text");
    return jdbi;
  }
}
