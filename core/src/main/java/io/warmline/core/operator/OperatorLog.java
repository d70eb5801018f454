package io.warmline.core.operator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.warmline.core.Cursor;
import io.warmline.core.Page;
import io.warmline.core.id.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * What the operator did, in the operator's transactions. It outlives the tenants, and no role of
 * the server can change or delete it.
 */
@ApplicationScoped
public class OperatorLog {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Jdbi jdbi;

  OperatorLog(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Writes it, in the transaction of what was done. */
  public void record(OperatorAction action) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into operator_action (id, done_at, operation, subject_id, subject_name, address, request_id, rows_deleted)
                    values (:id, :at, :operation, :subject, :name, :address, :request, cast(:rows as jsonb))
                    """)
                .bind("id", action.id())
                .bind("at", action.at())
                .bind("operation", action.operation())
                .bind("subject", action.tenant().value())
                .bind("name", action.name())
                .bindByType("address", action.address().orElse(null), String.class)
                .bind("request", action.requestId())
                .bindByType("rows", text(action.rowsDeleted()), String.class)
                .execute());
  }

  /** Newest first. */
  public Page<OperatorAction> list(Cursor.Paging paging) {
    Cursor after = paging.after();
    return jdbi.withHandle(
        handle ->
            Page.of(
                handle
                    .createQuery(
                        """
                        select id, done_at, operation, subject_id, subject_name, address, request_id, rows_deleted
                        from operator_action
                        where cast(:after as uuid) is null or id < :after
                        order by id desc limit :limit
                        """)
                    .bindByType("after", after == null ? null : after.id(), UUID.class)
                    .bind("limit", paging.probe())
                    .map((rs, ctx) -> action(rs))
                    .list(),
                paging.limit(),
                action -> new Cursor("", action.id())));
  }

  private static OperatorAction action(ResultSet rs) throws SQLException {
    return new OperatorAction(
        rs.getObject("id", UUID.class),
        rs.getObject("done_at", OffsetDateTime.class).toInstant(),
        rs.getString("operation"),
        new TenantId(rs.getObject("subject_id", UUID.class)),
        rs.getString("subject_name"),
        Optional.ofNullable(rs.getString("address")),
        rs.getString("request_id"),
        rows(rs.getString("rows_deleted")));
  }

  private static @Nullable String text(Map<String, Long> rows) {
    try {
      return rows.isEmpty() ? null : JSON.writeValueAsString(rows);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Long> rows(@Nullable String text) {
    try {
      return text == null
          ? Map.of()
          : JSON.readValue(text, new TypeReference<LinkedHashMap<String, Long>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
