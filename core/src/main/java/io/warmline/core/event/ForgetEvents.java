package io.warmline.core.event;

import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/**
 * Forgets events that were kept for long enough, by whole months. They are told no more at once;
 * their rows go with the month, if no other tenant keeps that, or else one by one. What explains
 * calls is kept.
 */
@ApplicationScoped
public class ForgetEvents {

  /** So long a month has to go as a whole. */
  private static final Duration GRACE = Duration.ofDays(7);

  private final TenantSql sql;
  private final EventMonths months;

  ForgetEvents(TenantSql sql, EventMonths months) {
    this.sql = sql;
    this.months = months;
  }

  /**
   * Forgets those that were numbered in a month that was over by then; none of the last 90 days by
   * the clock of the database.
   *
   * @param most how many rows go at most
   * @return how many rows went
   */
  public int before(Instant before, int most) {
    months.endBefore(EventMonths.of(before));
    return sql.query(
        "select forget_events(:tenant, :month, :most)",
        q ->
            q.bind("month", EventMonths.of(before.minus(GRACE)))
                .bind("most", most)
                .mapTo(Integer.class)
                .one());
  }
}
