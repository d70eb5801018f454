package io.warmline.core.retention;

import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** What each tenant has said about how long things are kept. */
@ApplicationScoped
public class Retentions {

  private static final Retention USUAL =
      new Retention(RetentionRules.USUAL, Optional.empty(), Optional.empty(), Optional.empty());

  private final TenantSql sql;

  Retentions(TenantSql sql) {
    this.sql = sql;
  }

  /** What is in force. */
  public Retention get() {
    return sql.query(
        """
        select call_details_days, audit_days, events_days, deliveries_days, rejected_rows_days, answers_days, call_details_since, audit_since,
          events_since
        from retention where tenant_id = :tenant
        """,
        q -> q.map((rs, ctx) -> retention(rs)).findOne().orElse(USUAL));
  }

  private static Retention retention(ResultSet rs) throws SQLException {
    return new Retention(
        new RetentionRules(
            Optional.ofNullable(rs.getObject("call_details_days", Integer.class)),
            Optional.ofNullable(rs.getObject("audit_days", Integer.class)),
            Optional.ofNullable(rs.getObject("events_days", Integer.class)),
            rs.getInt("deliveries_days"),
            rs.getInt("rejected_rows_days"),
            rs.getInt("answers_days")),
        instant(rs, "call_details_since"),
        instant(rs, "audit_since"),
        instant(rs, "events_since"));
  }

  private static Optional<Instant> instant(ResultSet rs, String column) throws SQLException {
    return Optional.ofNullable(rs.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  /** Puts rules in the place of those before; they are kept from the next round on. */
  void put(RetentionRules rules, Instant now) {
    sql.update(
        """
        insert into retention (tenant_id, call_details_days, audit_days, events_days, deliveries_days, rejected_rows_days, answers_days, due_at)
        values (:tenant, :callDetails, :audit, :events, :deliveries, :rejectedRows, :answers, :now)
        on conflict (tenant_id) do update set call_details_days = excluded.call_details_days, audit_days = excluded.audit_days,
          events_days = excluded.events_days,
          deliveries_days = excluded.deliveries_days, rejected_rows_days = excluded.rejected_rows_days,
          answers_days = excluded.answers_days, due_at = excluded.due_at
        """,
        u ->
            u.bindByType("callDetails", rules.callDetails().orElse(null), Integer.class)
                .bindByType("audit", rules.audit().orElse(null), Integer.class)
                .bindByType("events", rules.events().orElse(null), Integer.class)
                .bind("deliveries", rules.deliveries())
                .bind("rejectedRows", rules.rejectedRows())
                .bind("answers", rules.answers())
                .bind("now", now));
  }

  /** The rules, if it is time for a round; nobody else makes it meanwhile. */
  Optional<RetentionRules> due(Instant now) {
    return sql.query(
        """
        select call_details_days, audit_days, events_days, deliveries_days, rejected_rows_days, answers_days, call_details_since, audit_since,
          events_since
        from retention where tenant_id = :tenant and due_at <= :now
        for update skip locked
        """,
        q -> q.bind("now", now).map((rs, ctx) -> retention(rs).rules()).findOne());
  }

  /**
   * Says what is gone from now on. It is said before it goes, and never taken back.
   *
   * @param next when the next round is due
   */
  void goneBefore(
      Optional<Instant> callDetails,
      Optional<Instant> audit,
      Optional<Instant> events,
      Instant next) {
    sql.update(
        """
        update retention set due_at = :next,
          call_details_since = greatest(call_details_since, cast(:callDetails as timestamptz)),
          audit_since = greatest(audit_since, cast(:audit as timestamptz)),
          events_since = greatest(events_since, cast(:events as timestamptz))
        where tenant_id = :tenant
        """,
        u ->
            u.bindByType("callDetails", callDetails.orElse(null), Instant.class)
                .bindByType("audit", audit.orElse(null), Instant.class)
                .bindByType("events", events.orElse(null), Instant.class)
                .bind("next", next));
  }
}
