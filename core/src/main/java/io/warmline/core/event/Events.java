package io.warmline.core.event;

import io.warmline.core.InvalidValue;
import io.warmline.core.tenant.Reach;
import io.warmline.core.tenant.TenantSql;
import io.warmline.core.tenant.TenantTransaction;
import io.warmline.core.tenant.TenantTransaction.Remainder;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The outbox. */
@ApplicationScoped
public class Events {

  private static final String WRITE =
      """
      insert into event (tenant_id, type, occurred_at, subject_id, data)
      values (:tenant, :type, :now, :subject, cast(:data as jsonb))
      """;

  private final TenantSql sql;
  private final TenantTransaction transaction;
  private final EventMonths months;

  Events(TenantSql sql, TenantTransaction transaction, EventMonths months) {
    this.sql = sql;
    this.transaction = transaction;
    this.months = months;
  }

  /**
   * Notes that something happened. It is written in the transaction in which it happened, together
   * with all else that did, once the work of that transaction is done.
   */
  public void record(Happening happening, Instant now) {
    unwritten().add(happening, now);
  }

  /** As {@link #record} for each of these, in their order. */
  public void recordAll(List<? extends Happening> happenings, Instant now) {
    happenings.forEach(happening -> record(happening, now));
  }

  private Unwritten unwritten() {
    return transaction.remainder(Unwritten.class, Unwritten::new);
  }

  private record Row(Happening happening, Instant at) {}

  /** The events of a transaction, in order. */
  private final class Unwritten implements Remainder {

    private final List<Row> rows = new ArrayList<>();

    void add(Happening happening, Instant now) {
      rows.add(new Row(happening, now));
    }

    @Override
    public int size() {
      return rows.size();
    }

    @Override
    public void cutBackTo(int size) {
      rows.subList(size, rows.size()).clear();
    }

    @Override
    public void write() {
      if (!rows.isEmpty()) {
        sql.batch(WRITE, rows, Events::bind);
        rows.clear();
      }
    }
  }

  private static void bind(Row row, PreparedBatch b) {
    b.bind("type", row.happening().type().label())
        .bind("now", row.at())
        .bind("subject", row.happening().subject())
        .bind("data", EventData.of(row.happening()));
  }

  /**
   * Events with a sequence number greater than {@code after}, in order; sees all that was committed
   * before. From 0 on: those that are kept.
   *
   * @throws InvalidValue POSITION_EXPIRED if the next one is not kept any more
   */
  public List<Event> after(long after, @Nullable String type, int limit) {
    sequence();
    List<Event> found = new ArrayList<>();
    List<EventMonths.Month> there = months.after(after);
    requireKept(after, there);
    for (EventMonths.Month month : there) {
      if (found.size() == limit) {
        break;
      }
      found.addAll(after(month.month(), after, type, limit - found.size()));
    }
    return found;
  }

  private void requireKept(long after, List<EventMonths.Month> there) {
    boolean kept =
        after == 0 || (there.isEmpty() ? after >= last() : there.get(0).first() <= after + 1);
    if (!kept) {
      throw expired("after", firstKept() - 1);
    }
  }

  /** The least number of an event that is told; one more than the last if there is none. */
  public long firstKept() {
    long last = last();
    return months.first().orElse(last + 1);
  }

  /**
   * Goes on if what comes after this number is told still. 0 is before all that is kept.
   *
   * @param pointer to what named the number
   * @throws InvalidValue POSITION_EXPIRED if the next one is not kept any more
   */
  public void requireKeptAfter(long after, String pointer) {
    long first = firstKept();
    if (after > 0 && after + 1 < first) {
      throw expired(pointer, first - 1);
    }
  }

  /**
   * Goes on if the event with this number is told still, or will be.
   *
   * @param pointer to what named the number
   * @throws InvalidValue POSITION_EXPIRED if it is not kept any more
   */
  public void requireKept(long sequence, String pointer) {
    long first = firstKept();
    if (sequence < first) {
      throw expired(pointer, first);
    }
  }

  private static InvalidValue expired(String pointer, long instead) {
    return new InvalidValue(
        pointer,
        "POSITION_EXPIRED",
        "names events that are not kept any more: see eventsDays in getRetention. Go on with "
            + instead);
  }

  private List<Event> after(int month, long after, @Nullable String type, int limit) {
    return sql.query(
        """
        select sequence, type, occurred_at, subject_id, data
        from event
        where tenant_id = :tenant and month = :month and sequence > :after and (cast(:type as text) is null or type = :type)
        order by sequence
        limit :limit
        """,
        q ->
            q.bind("month", month)
                .bind("after", after)
                .bind("type", type)
                .bind("limit", limit)
                .map((rs, ctx) -> event(rs))
                .list());
  }

  /** The event of a row with the columns that {@link #after} reads. */
  public static Event event(ResultSet rs) throws SQLException {
    return new Event(
        rs.getLong("sequence"),
        rs.getString("type"),
        rs.getObject("occurred_at", OffsetDateTime.class).toInstant(),
        rs.getObject("subject_id", UUID.class),
        EventData.read(rs.getString("data")));
  }

  /** The number of the last event there is; 0 if there is none. */
  public long last() {
    sequence();
    return sql.query(
        "select coalesce(max(last), 0) from event_counter where tenant_id = :tenant",
        q -> q.mapTo(Long.class).one());
  }

  /** Whether some have no number yet. */
  boolean areWaiting() {
    return sql.query(
        "select exists (select 1 from event where tenant_id = :tenant and month = 0)",
        q -> q.mapTo(Boolean.class).one());
  }

  /** All of the tenant's are numbered, whoever asks. */
  private void sequence() {
    transaction.seeing(
        new Reach.Firm(),
        () -> {
          if (areWaiting()) {
            number();
          }
          return true;
        });
  }

  /**
   * Numbers the events of finished transactions, in the order in which those began to write. A
   * transaction that is still running holds back the events of all that began after it, so no
   * number is ever given below one that was seen. With its number an event comes into the month
   * that it is for the database, and into none before the last one.
   */
  private void number() {
    sql.update(
        """
        insert into event_counter (tenant_id, last) values (:tenant, 0) on conflict do nothing
        """,
        u -> {});
    long last =
        sql.query(
            "select last from event_counter where tenant_id = :tenant for update",
            q -> q.mapTo(Long.class).one());
    int month = months.now();
    long numbered =
        sql.query(
            "select number_events(:tenant, :last, :month)",
            q -> q.bind("last", last).bind("month", month).mapTo(Long.class).one());
    if (numbered > 0) {
      months.begin(month, last + 1);
      sql.update(
          "update event_counter set last = last + :numbered where tenant_id = :tenant",
          u -> u.bind("numbered", numbered));
    }
  }
}
