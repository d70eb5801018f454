package io.warmline.core.savedfilter;

import io.warmline.core.Cursor;
import io.warmline.core.NotFound;
import io.warmline.core.Page;
import io.warmline.core.id.SavedFilterId;
import io.warmline.core.tenant.TenantSql;
import io.warmline.core.tenant.TenantTransaction.Collision;
import io.warmline.core.tenant.UniqueIndex;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.Update;

/** The saved filters of the tenant. */
@ApplicationScoped
public class SavedFilters {

  private final TenantSql sql;

  SavedFilters(TenantSql sql) {
    this.sql = sql;
  }

  /**
   * @throws NotFound if the tenant has none with this id
   */
  public SavedFilter get(SavedFilterId id) {
    return find(id, "");
  }

  /** As {@link #get}, and nobody else changes it until the transaction ends. */
  SavedFilter lock(SavedFilterId id) {
    return find(id, "for no key update");
  }

  private SavedFilter find(SavedFilterId id, String locking) {
    return sql.query(
            """
            select * from saved_filter where tenant_id = :tenant and id = :id
            %s
            """
                .formatted(locking),
            q -> q.bind("id", id.value()).map(SavedFilters::filter).findOne())
        .orElseThrow(() -> new NotFound("saved filter", id));
  }

  /** The one of this name, in any case. */
  Optional<SavedFilter> named(String name) {
    return sql.query(
        "select * from saved_filter where tenant_id = :tenant and lower(name) = lower(:name)",
        q -> q.bind("name", name).map(SavedFilters::filter).findOne());
  }

  /** Newest first. */
  public Page<SavedFilter> list(Cursor.Paging paging) {
    Cursor after = paging.after();
    List<SavedFilter> rows =
        sql.query(
            """
            select * from saved_filter
            where tenant_id = :tenant and (cast(:after as uuid) is null or id < :after)
            order by id desc
            limit :limit
            """,
            q ->
                q.bind("after", after == null ? null : after.id())
                    .bind("limit", paging.probe())
                    .map(SavedFilters::filter)
                    .list());
    return Page.of(rows, paging.limit(), row -> new Cursor("", row.id().value()));
  }

  /**
   * Adds one.
   *
   * @throws Collision if somebody else has just given another this name; the work is then done
   *     again
   */
  void add(SavedFilterId id, SavedFilter.Terms terms, Instant now) {
    name(
        """
        insert into saved_filter (tenant_id, id, version, name, conditions, created_at, updated_at)
        values (:tenant, :id, 0, :name, cast(:conditions as jsonb), :now, :now)
        """,
        u -> bind(u, id, terms, now));
  }

  /**
   * Writes other terms.
   *
   * @throws Collision as {@link #add} does
   */
  void write(SavedFilterId id, SavedFilter.Terms terms, Instant now) {
    name(
        """
        update saved_filter
        set name = :name, conditions = cast(:conditions as jsonb), version = version + 1, updated_at = :now
        where tenant_id = :tenant and id = :id
        """,
        u -> bind(u, id, terms, now));
  }

  private static void bind(Update update, SavedFilterId id, SavedFilter.Terms terms, Instant now) {
    update
        .bind("id", id.value())
        .bind("name", terms.name())
        .bind("conditions", ConditionsText.write(terms.conditions()))
        .bind("now", now);
  }

  private void name(String statement, Consumer<Update> bind) {
    try {
      sql.update(statement, bind);
    } catch (JdbiException e) {
      boolean nameIsTaken =
          UniqueIndex.brokenBy(e).filter(it -> it == UniqueIndex.SAVED_FILTER_NAME).isPresent();
      throw nameIsTaken ? new Collision(e) : e;
    }
  }

  void delete(SavedFilterId id) {
    sql.update(
        "delete from saved_filter where tenant_id = :tenant and id = :id",
        u -> u.bind("id", id.value()));
  }

  private static SavedFilter filter(RowView row) {
    return new SavedFilter(
        new SavedFilterId(row.getColumn("id", UUID.class)),
        row.getColumn("version", Integer.class),
        new SavedFilter.Terms(
            row.getColumn("name", String.class),
            ConditionsText.read(row.getColumn("conditions", String.class))),
        row.getColumn("created_at", Instant.class),
        row.getColumn("updated_at", Instant.class));
  }
}
