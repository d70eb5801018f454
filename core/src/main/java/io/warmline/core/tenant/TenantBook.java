package io.warmline.core.tenant;

import io.warmline.core.Cursor;
import io.warmline.core.NotFound;
import io.warmline.core.Page;
import io.warmline.core.id.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Which tenants there are, for the operator; only within an {@link OperatorTransaction}. */
@ApplicationScoped
public class TenantBook {

  private final Jdbi jdbi;

  TenantBook(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * A tenant by its id.
   *
   * @throws NotFound if there is none
   */
  public Tenant get(TenantId id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select id, name, created_at, suspended_at from tenant where id = :tenant")
                .bind("tenant", id.value())
                .map((rs, ctx) -> tenant(rs))
                .findOne()
                .orElseThrow(() -> new NotFound("tenant", id)));
  }

  /**
   * As {@link #get}; nobody else changes it, and nothing new is written for it, until the
   * transaction ends.
   */
  public Tenant lock(TenantId id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select id, name, created_at, suspended_at from tenant where id = :tenant for update
                    """)
                .bind("tenant", id.value())
                .map((rs, ctx) -> tenant(rs))
                .findOne()
                .orElseThrow(() -> new NotFound("tenant", id)));
  }

  /** All tenants, newest first. */
  public Page<Tenant> list(Cursor.Paging paging) {
    Cursor after = paging.after();
    return jdbi.withHandle(
        handle ->
            Page.of(
                handle
                    .createQuery(
                        """
                        select id, name, created_at, suspended_at from tenant
                        where cast(:after as uuid) is null or id < :after
                        order by id desc limit :limit
                        """)
                    .bindByType("after", after == null ? null : after.id(), UUID.class)
                    .bind("limit", paging.probe())
                    .map((rs, ctx) -> tenant(rs))
                    .list(),
                paging.limit(),
                tenant -> new Cursor("", tenant.id().value())));
  }

  /** Its keys are refused and its work rests from then on. One that is suspended stays so. */
  public void suspend(TenantId id, Instant now) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    update tenant set suspended_at = coalesce(suspended_at, :now) where id = :tenant
                    """)
                .bind("tenant", id.value())
                .bind("now", now)
                .execute());
  }

  /** It is at work again. */
  public void resume(TenantId id) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("update tenant set suspended_at = null where id = :tenant")
                .bind("tenant", id.value())
                .execute());
  }

  private static Tenant tenant(ResultSet rs) throws SQLException {
    return new Tenant(
        new TenantId(rs.getObject("id", UUID.class)),
        rs.getString("name"),
        rs.getObject("created_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(rs.getObject("suspended_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }
}
