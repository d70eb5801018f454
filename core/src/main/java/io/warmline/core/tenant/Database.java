package io.warmline.core.tenant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/** The database and the clock, as every use case gets them. */
@ApplicationScoped
class Database {

  @Produces
  @Singleton
  Jdbi jdbi(DataSource dataSource) {
    // The schema knows only text; as varchar[], the plugin's choice, an array equals no text[].
    return Jdbi.create(dataSource).installPlugin(new PostgresPlugin()).registerArrayType(String.class, "text");
  }

  /** Ticks in microseconds, as timestamptz does, so that what is read back equals what was written. */
  @Produces
  @ApplicationScoped
  @io.quarkus.arc.DefaultBean
  Clock clock() {
    return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
  }
}
