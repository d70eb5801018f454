package io.warmline.core.event;

import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * In which months the events of a tenant stand. An event comes into the month in which it gets its
 * number, so that the numbers of a later month are greater; until then it is in none. Whoever names
 * the month in a statement has one part of the table looked into, instead of all.
 */
@ApplicationScoped
public class EventMonths {

  private final TenantSql sql;

  EventMonths(TenantSql sql) {
    this.sql = sql;
  }

  /**
   * Months one after the other, as the column has them: 202612 is December 2026.
   *
   * @param first 0 if there is none
   * @param last which is in; 0 if there is none
   */
  public record Span(int first, int last) {}

  /**
   * A month of events.
   *
   * @param first the number with which it begins
   */
  record Month(int month, long first) {}

  /** The months in which numbers greater than {@code after} stand, in order. */
  List<Month> after(long after) {
    return sql.query(
        """
        select month, first from event_month
        where tenant_id = :tenant and first >= (
          select coalesce(max(m.first), 0) from event_month m where m.tenant_id = :tenant and m.first <= :after + 1)
        order by month
        """,
        q ->
            q.bind("after", after)
                .map((rs, ctx) -> new Month(rs.getInt("month"), rs.getLong("first")))
                .list());
  }

  /** The months in which numbers greater than {@code after} stand, up to {@code upTo}. */
  public Span span(long after, long upTo) {
    return sql.query(
        """
        select coalesce(min(month), 0) as first, coalesce(max(month), 0) as last from event_month
        where tenant_id = :tenant and first <= :upTo and first >= (
          select coalesce(max(m.first), 0) from event_month m where m.tenant_id = :tenant and m.first <= :after + 1)
        """,
        q ->
            q.bind("after", after)
                .bind("upTo", upTo)
                .map((rs, ctx) -> new Span(rs.getInt("first"), rs.getInt("last")))
                .one());
  }

  /** The first number that is kept; empty: there is none. */
  Optional<Long> first() {
    return sql.query(
        "select min(first) from event_month where tenant_id = :tenant",
        q -> q.mapTo(Long.class).findOne());
  }

  /** Events from months before this one are told no more. */
  void endBefore(int month) {
    sql.update(
        "delete from event_month where tenant_id = :tenant and month < least(:month, month_at(now()"
            + " - interval '90 days'))",
        u -> u.bind("month", month));
  }

  /** In which events that are numbered now stand: none goes before another. */
  int now() {
    return sql.query(
        "select greatest(month_at(now()), max(month)) from event_month where tenant_id = :tenant",
        q -> q.mapTo(Integer.class).one());
  }

  /** This is the first number of the month, unless it has begun. */
  void begin(int month, long first) {
    sql.update(
        """
        insert into event_month (tenant_id, month, first) values (:tenant, :month, :first)
        on conflict (tenant_id, month) do nothing
        """,
        u -> u.bind("month", month).bind("first", first));
  }

  /** When the month of a moment begins, in UTC. */
  public static Instant begin(Instant moment) {
    return YearMonth.from(moment.atOffset(ZoneOffset.UTC))
        .atDay(1)
        .atStartOfDay(ZoneOffset.UTC)
        .toInstant();
  }

  /** The month of a moment, in UTC. */
  public static int of(Instant moment) {
    YearMonth month = YearMonth.from(moment.atOffset(ZoneOffset.UTC));
    return month.getYear() * 100 + month.getMonthValue();
  }
}
