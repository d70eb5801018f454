package io.warmline.core.tenant;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.warmline.core.id.TenantId;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * The replica that {@code WARMLINE_REPORTS_DATABASE_URL} names. How far it is, it tells by its
 * place in the log of the database: it has everything once it has replayed what the log held when
 * the question came.
 */
@ApplicationScoped
class ReportsReplica {

  private static final Logger LOG = Logger.getLogger(ReportsReplica.class);

  /** How long it is waited for. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** Between two looks. */
  private static final Duration LOOK = Duration.ofMillis(20);

  /** How long it is left alone after a failure. */
  private static final Duration REST = Duration.ofSeconds(30);

  private static final String INITIAL_SQL =
      "set role warmline_app; set idle_in_transaction_session_timeout = '60s'";

  private static final String WHERE_THE_LOG_ENDS =
      """
      select cast(pg_current_wal_insert_lsn() as text) as place, pg_postmaster_start_time() as since, s.system_identifier as cluster
      from pg_control_system() s
      """;

  /** A server that is no replica has everything only if it is the database itself. */
  private static final String HAS_ALL =
      """
      select s.system_identifier = :cluster
             and case when pg_is_in_recovery() then pg_last_wal_replay_lsn() >= cast(:place as pg_lsn)
                      else pg_postmaster_start_time() = :since end
      from pg_control_system() s
      """;

  private final Jdbi database;
  private final @Nullable AgroalDataSource pool;
  private final @Nullable Jdbi replica;
  private volatile long restsUntil = System.nanoTime();

  ReportsReplica(
      Jdbi database,
      @ConfigProperty(name = "warmline.reports.database-url") Optional<String> url,
      @ConfigProperty(name = "warmline.reports.database-user") Optional<String> user,
      @ConfigProperty(name = "warmline.reports.database-password") Optional<String> password,
      @ConfigProperty(name = "quarkus.datasource.jdbc.max-size", defaultValue = "16")
          int connections) {
    this.database = database;
    this.pool =
        url.map(to -> pool(to, user.orElse(""), password.orElse(""), connections)).orElse(null);
    this.replica = pool == null ? null : Database.over(pool);
  }

  private record Place(String place, OffsetDateTime since, long cluster) {}

  private static AgroalDataSource pool(String url, String user, String password, int most) {
    try {
      return AgroalDataSource.from(
          new AgroalDataSourceConfigurationSupplier()
              .connectionPoolConfiguration(
                  pool ->
                      pool.maxSize(most)
                          .acquisitionTimeout(PATIENCE)
                          .idleValidationTimeout(REST)
                          .reapTimeout(Duration.ofMinutes(5))
                          .connectionFactoryConfiguration(
                              factory ->
                                  factory
                                      .jdbcUrl(url)
                                      .initialSql(INITIAL_SQL)
                                      .jdbcProperty("stringtype", "unspecified")
                                      .jdbcProperty("connectTimeout", "2")
                                      .principal(new NamePrincipal(user))
                                      .credential(new SimplePassword(password)))));
    } catch (SQLException e) {
      throw new IllegalStateException("the pool of the replica cannot be made", e);
    }
  }

  /**
   * Whether there is a replica and it has all that is committed by now; waits for it a little. One
   * that fails or does not keep up is left alone for a while.
   */
  boolean hasEverything() {
    Jdbi there = replica;
    if (there == null || System.nanoTime() - restsUntil < 0) {
      return false;
    }
    try {
      if (catchesUp(there, whereTheLogEnds())) {
        return true;
      }
      rest("it is not as far as the database, or no replica of it");
    } catch (JdbiException e) {
      rest(String.valueOf(e.getMessage()));
    }
    return false;
  }

  private void rest(String why) {
    restsUntil = System.nanoTime() + REST.toNanos();
    LOG.warnf(
        "WARMLINE_REPORTS_DATABASE_URL is not read for %d s, the database is: %s",
        REST.toSeconds(), why);
  }

  private Place whereTheLogEnds() {
    return database.withHandle(
        handle ->
            handle
                .createQuery(WHERE_THE_LOG_ENDS)
                .map(
                    (rs, ctx) ->
                        new Place(
                            rs.getString("place"),
                            rs.getObject("since", OffsetDateTime.class),
                            rs.getLong("cluster")))
                .one());
  }

  private static boolean catchesUp(Jdbi replica, Place place) {
    long begun = System.nanoTime();
    while (!hasAll(replica, place)) {
      if (System.nanoTime() - begun > PATIENCE.toNanos()) {
        return false;
      }
      try {
        Thread.sleep(LOOK.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }

  private static boolean hasAll(Jdbi replica, Place place) {
    return replica.withHandle(
        handle ->
            handle
                .createQuery(HAS_ALL)
                .bind("cluster", place.cluster())
                .bind("place", place.place())
                .bind("since", place.since())
                .mapTo(Boolean.class)
                .one());
  }

  /**
   * Reads there, in one transaction.
   *
   * @throws JdbiException if it fails
   */
  <T> T read(TenantId tenant, Function<LongReads.Reader, T> reading) {
    Jdbi there = replica;
    if (there == null) {
      throw new IllegalStateException("no replica is named");
    }
    return there.inTransaction(
        handle -> {
          enter(handle, tenant);
          return reading.apply(new InTenant(handle, tenant));
        });
  }

  private static void enter(Handle handle, TenantId tenant) {
    LocalSettings.of("app.tenant", tenant.toString())
        .and("transaction_read_only", "on")
        .make(handle);
  }

  private record InTenant(Handle handle, TenantId tenant) implements LongReads.Reader {

    @Override
    public <T> T query(String statement, Function<Query, T> use) {
      return use.apply(handle.createQuery(statement).bind("tenant", tenant.value()));
    }

    @Override
    public void set(LocalSettings settings) {
      settings.make(handle);
    }
  }

  /** Whether a statement was stopped because it took too long; it would elsewhere, too. */
  static boolean tookTooLong(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof SQLException sql && "57014".equals(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  @PreDestroy
  void close() {
    if (pool != null) {
      pool.close();
    }
  }
}
