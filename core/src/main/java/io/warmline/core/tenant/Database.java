package io.warmline.core.tenant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.postgres.PostgresPlugin;

/** The database and the clock, as every use case gets them. */
@ApplicationScoped
class Database {

  @Produces
  @Singleton
  Jdbi jdbi(DataSource dataSource) {
    return over(dataSource);
  }

  /**
   * Values are bound by the types of our columns: an array of varchar equals no array of text, and
   * an instant without a type plus an interval is no instant.
   */
  static Jdbi over(DataSource dataSource) {
    Jdbi jdbi = Jdbi.create(dataSource).installPlugin(new PostgresPlugin());
    jdbi.registerArrayType(String.class, "text");
    jdbi.registerArgument(new InstantAsTimestamptz());
    DomainColumns.register(jdbi);
    return jdbi;
  }

  private static final class InstantAsTimestamptz extends AbstractArgumentFactory<Instant> {

    InstantAsTimestamptz() {
      super(Types.TIMESTAMP_WITH_TIMEZONE);
    }

    @Override
    protected Argument build(Instant value, ConfigRegistry config) {
      return (position, statement, ctx) ->
          statement.setObject(position, value.atOffset(ZoneOffset.UTC));
    }
  }
}
