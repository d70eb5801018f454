package io.warmline.core.citus;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Distributes the tables that are not distributed yet, whenever the schema has been brought up to
 * date. On PostgreSQL as it is there is nothing to do.
 */
@Singleton
public class DistributeTables implements FlywayConfigurationCustomizer {

  private static final String SCRIPT = "/db/citus/distribute.sql";

  private final DatabaseProfile profile;

  DistributeTables(
      @ConfigProperty(name = "warmline.database.profile", defaultValue = "postgresql")
          String profile) {
    this.profile = DatabaseProfile.labelled(profile);
  }

  @Override
  public void customize(FluentConfiguration configuration) {
    if (profile == DatabaseProfile.CITUS) {
      configuration.callbacks(new AfterMigration());
    }
  }

  /** The statements that distribute the schema; they may be run again. */
  static String script() {
    try (InputStream in = DistributeTables.class.getResourceAsStream(SCRIPT)) {
      if (in == null) {
        throw new IllegalStateException(SCRIPT + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class AfterMigration extends BaseCallback {

    @Override
    public boolean supports(Event event, Context context) {
      return event == Event.AFTER_MIGRATE;
    }

    @Override
    public void handle(Event event, Context context) {
      try (Statement statement = context.getConnection().createStatement()) {
        statement.execute(script());
      } catch (SQLException e) {
        throw new IllegalStateException("the tables could not be distributed", e);
      }
    }
  }
}
