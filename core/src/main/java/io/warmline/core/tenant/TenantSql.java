package io.warmline.core.tenant;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/**
 * SQL in the transaction of the tenant: every statement finds the tenant bound as {@code :tenant}.
 */
@ApplicationScoped
public class TenantSql {

  private final Jdbi jdbi;
  private final CurrentTenant tenant;

  TenantSql(Jdbi jdbi, CurrentTenant tenant) {
    this.jdbi = jdbi;
    this.tenant = tenant;
  }

  /** Runs a statement that returns rows. */
  public <T> T query(String sql, Function<Query, T> use) {
    return jdbi.withHandle(
        handle -> use.apply(handle.createQuery(sql).bind("tenant", tenant.id().value())));
  }

  /** Changes settings of the database until the transaction ends. */
  public void set(LocalSettings settings) {
    jdbi.useHandle(settings::make);
  }

  /** Asks one question. */
  public <T> T ask(Question<T> question) {
    RoundTrip trip = roundTrip();
    Supplier<T> answer = trip.ask(question);
    trip.make();
    return answer.get();
  }

  /** A round trip that is still to be made, with the questions that will be added to it. */
  public RoundTrip roundTrip() {
    return new RoundTrip(jdbi, tenant.id().value());
  }

  /** Runs a statement that returns none, and tells how many rows it changed. */
  public int update(String sql, Consumer<Update> bind) {
    return jdbi.withHandle(
        handle -> {
          Update update = handle.createUpdate(sql).bind("tenant", tenant.id().value());
          bind.accept(update);
          return update.execute();
        });
  }

  /**
   * Runs a statement once for each of these, in one round trip, and tells how many rows that
   * changed.
   */
  public <T> int batch(String sql, Iterable<T> each, BiConsumer<T, PreparedBatch> bind) {
    return jdbi.withHandle(
        handle -> {
          PreparedBatch batch = handle.prepareBatch(sql);
          for (T one : each) {
            bind.accept(one, batch.bind("tenant", tenant.id().value()));
            batch.add();
          }
          return Arrays.stream(batch.execute()).sum();
        });
  }

  /** The connection pool's SQL as it is, for what these verbs do not cover (COPY). */
  public Jdbi jdbi() {
    return jdbi;
  }
}
