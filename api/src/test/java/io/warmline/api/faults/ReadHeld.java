package io.warmline.api.faults;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what the auditor needs from the database, past the servers. */
final class ReadHeld {

  private final Connection connection;

  private final long lastOrdinal;
  private final long lastSequence;

  private ReadHeld(Connection connection, long lastOrdinal, long lastSequence) {
    this.connection = connection;
    this.lastOrdinal = lastOrdinal;
    this.lastSequence = lastSequence;
  }

  /** With the events until this one, by its place and by its number. */
  static Held from(RealPostgres postgres, long lastOrdinal, long lastSequence) throws SQLException {
    try (Connection connection = postgres.connect()) {
      return new ReadHeld(connection, lastOrdinal, lastSequence).all();
    }
  }

  private interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  private Held all() throws SQLException {
    return new Held(
        read(
            "select id, external_id from lead",
            row -> new Held.Lead(row.getString(1), row.getString(2))),
        read(
            "select id, lead_id, phone, fence, status, claimed_at, expires_at, ended_at from claim",
            ReadHeld::claim),
        read(
            "select id, lead_id, claim_id, notes, late from call",
            row ->
                new Held.Call(
                    row.getString(1),
                    row.getString(2),
                    Optional.ofNullable(row.getString(3)),
                    row.getString(4),
                    row.getBoolean(5))),
        read(
            "select id, lead_id, created_by_call_id, due_at, status, jsonb_array_length(history) > 0"
                + " from callback where created_by_call_id is not null",
            row ->
                new Held.Promise(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    instant(row, 4),
                    row.getString(5),
                    row.getBoolean(6))),
        read("select phone from suppression where removed_at is null", row -> row.getString(1)),
        read(
            "select sequence, type, subject_id, coalesce(lead_id, subject_id) from event"
                + " where ordinal <= "
                + lastOrdinal
                + " order by sequence",
            row ->
                new Held.Event(
                    Optional.ofNullable(row.getObject(1, Long.class)),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4))),
        read(
            "select webhook_id, sequence, status = 'DELIVERED' from webhook_delivery where sequence"
                + " <= "
                + lastSequence,
            row -> new Held.Delivery(row.getString(1), row.getLong(2), row.getBoolean(3))),
        read("select id from webhook where disabled_reason = 'GONE'", row -> row.getString(1)),
        stuck());
  }

  private static Held.Claim claim(ResultSet row) throws SQLException {
    return new Held.Claim(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getLong(4),
        row.getString(5),
        instant(row, 6),
        instant(row, 7),
        Optional.ofNullable(row.getObject(8, OffsetDateTime.class)).map(OffsetDateTime::toInstant));
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /** Leads that nothing will ever move again, though something should have moved them by now. */
  private List<String> stuck() throws SQLException {
    return read(
        """
        select 'lead ' || lead_id || ' is leased beyond its time' from queue_entry
        where state = 'LEASED' and lease_expires_at < now() - interval '15 s'
        union all
        select 'claim ' || id || ' is live beyond its time' from claim
        where status = 'ACTIVE' and expires_at < now() - interval '15 s'
        union all
        select 'lead ' || id || ' is outside the queue' from lead l
        where not exists (select from queue_entry q where q.lead_id = l.id)
        union all
        select 'lead ' || lead_id || ' waits for nothing: ' || blocked_by from queue_entry
        where state = 'WAITING' and (blocked_by = 'CLAIMED' or not_before < now() - interval '15 s')
        union all
        select 'callback ' || id || ' is not due, though its time has come' from callback
        where status = 'SCHEDULED' and due_at < now() - interval '15 s'
        """,
        row -> row.getString(1));
  }

  private <T> List<T> read(String sql, Row<T> as) throws SQLException {
    List<T> all = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        all.add(as.of(rows));
      }
    }
    return all;
  }
}
