package io.warmline.core.audit;

import io.warmline.core.Cursor;
import io.warmline.core.InvalidValue;
import io.warmline.core.Page;
import io.warmline.core.SqlConditions;
import io.warmline.core.id.KeyId;
import io.warmline.core.tenant.OpenIdSubject;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was done in the tenant. The role of the application cannot change or delete it. */
@ApplicationScoped
public class AuditLog {

  private final TenantSql sql;

  AuditLog(TenantSql sql) {
    this.sql = sql;
  }

  /**
   * Which entries.
   *
   * @param from the first moment that is in
   * @param to the first that is not
   */
  public record Filter(
      Optional<KeyId> key,
      Optional<String> operation,
      Optional<UUID> resource,
      Optional<Instant> from,
      Optional<Instant> to) {

    /**
     * @throws InvalidValue if the span is empty
     */
    public Filter {
      InvalidValue.requireSpan(from, to);
    }

    private SqlConditions conditions() {
      SqlConditions conditions = new SqlConditions();
      key.ifPresent(id -> conditions.and("key_id = :key", "key", id.value()));
      operation.ifPresent(name -> conditions.and("operation = :operation", "operation", name));
      resource.ifPresent(id -> conditions.and("resource_id = :resource", "resource", id));
      from.ifPresent(at -> conditions.and("done_at >= :from", "from", at));
      to.ifPresent(at -> conditions.and("done_at < :to", "to", at));
      return conditions;
    }
  }

  /** Writes it, in the transaction of what was done. */
  public void record(AuditEntry entry) {
    sql.update(
        """
        insert into audit_entry (tenant_id, id, done_at, key_id, address, operation, method, path, resource_id, fields, status, request_id)
        values (:tenant, :id, :at, :key, :address, :operation, :method, :path, :resource, :fields, :status, :request)
        """,
        u ->
            u.bind("id", entry.id())
                .bind("at", entry.at())
                .bind("key", entry.key().value())
                .bindByType("address", entry.address().orElse(null), String.class)
                .bind("operation", entry.operation())
                .bind("method", entry.method())
                .bind("path", entry.path())
                .bindByType("resource", entry.resource().orElse(null), UUID.class)
                .bindArray("fields", String.class, entry.fields().toArray())
                .bind("status", entry.status())
                .bind("request", entry.requestId()));
  }

  /**
   * Takes out entries from before that time, oldest first; never such as are younger than two
   * years.
   *
   * @param most how many at most
   * @return how many
   */
  public int forget(Instant before, int most) {
    return sql.query(
        "select forget_audit_entries(:tenant, :before, :most)",
        q -> q.bind("before", before).bind("most", most).mapTo(Integer.class).one());
  }

  /** Newest first. */
  public Page<AuditEntry> list(Filter filter, Cursor.Paging paging) {
    SqlConditions conditions = filter.conditions();
    Cursor after = paging.after();
    if (after != null) {
      conditions
          .and("done_at <= :afterAt", "afterAt", Instant.parse(after.key()))
          .and("(done_at, id) < (:afterAt, :afterId)", "afterId", after.id());
    }
    String query =
        """
        select e.*, k.name as key_name, k.issuer, k.subject
        from (
          select id, done_at, key_id, address, operation, method, path, resource_id, fields, status, request_id
          from audit_entry
          where tenant_id = :tenant and %s
          order by done_at desc, id desc
          limit :limit) e
        left join api_key k on k.tenant_id = :tenant and k.id = e.key_id
        order by e.done_at desc, e.id desc
        """
            .formatted(conditions.text());
    List<AuditEntry> rows =
        sql.query(
            query,
            q ->
                q.bindMap(conditions.values())
                    .bind("limit", paging.probe())
                    .map((rs, ctx) -> entry(rs))
                    .list());
    return Page.of(rows, paging.limit(), entry -> new Cursor(entry.at().toString(), entry.id()));
  }

  private static Optional<AuditEntry.Who> who(ResultSet rs) throws SQLException {
    String issuer = rs.getString("issuer");
    Optional<OpenIdSubject> person =
        Optional.ofNullable(rs.getString("subject"))
            .map(subject -> new OpenIdSubject(issuer, subject));
    return Optional.ofNullable(rs.getString("key_name"))
        .map(name -> new AuditEntry.Who(name, person));
  }

  private static AuditEntry entry(ResultSet rs) throws SQLException {
    return new AuditEntry(
        rs.getObject("id", UUID.class),
        rs.getObject("done_at", OffsetDateTime.class).toInstant(),
        new KeyId(rs.getObject("key_id", UUID.class)),
        who(rs),
        Optional.ofNullable(rs.getString("address")),
        rs.getString("operation"),
        rs.getString("method"),
        rs.getString("path"),
        Optional.ofNullable(rs.getObject("resource_id", UUID.class)),
        Arrays.asList((String[]) rs.getArray("fields").getArray()),
        rs.getInt("status"),
        rs.getString("request_id"));
  }
}
