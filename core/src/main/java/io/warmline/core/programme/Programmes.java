package io.warmline.core.programme;

import io.warmline.core.Cursor;
import io.warmline.core.NotFound;
import io.warmline.core.Page;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ProgrammeId;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** The programmes of the tenant. One that was deleted is not found any more. */
@ApplicationScoped
public class Programmes {

  private final TenantSql sql;

  Programmes(TenantSql sql) {
    this.sql = sql;
  }

  /**
   * @throws NotFound if the tenant has none with this id
   */
  public Programme get(ProgrammeId id) {
    return find(id, "");
  }

  /** As {@link #get}, and nobody else changes or runs it until the transaction ends. */
  Programme lock(ProgrammeId id) {
    return find(id, "for no key update");
  }

  private Programme find(ProgrammeId id, String locking) {
    return sql.query(
            """
            select * from programme where tenant_id = :tenant and id = :id and deleted_at is null
            %s
            """
                .formatted(locking),
            q -> q.bind("id", id.value()).map(Programmes::programme).findOne())
        .orElseThrow(() -> new NotFound("programme", id));
  }

  /** Newest first. */
  public Page<Programme> list(Cursor.Paging paging) {
    Cursor after = paging.after();
    List<Programme> rows =
        sql.query(
            """
            select * from programme
            where tenant_id = :tenant and deleted_at is null and (cast(:after as uuid) is null or id < :after)
            order by id desc
            limit :limit
            """,
            q ->
                q.bind("after", after == null ? null : after.id())
                    .bind("limit", paging.probe())
                    .map(Programmes::programme)
                    .list());
    return Page.of(rows, paging.limit(), row -> new Cursor("", row.id().value()));
  }

  /** Of these campaigns, those that the tenant has. */
  Set<UUID> known(List<CampaignId> campaigns) {
    return sql.query(
        "select id from campaign where tenant_id = :tenant and id = any(:campaigns)",
        q -> q.bindArray("campaigns", UUID.class, ids(campaigns)).mapTo(UUID.class).set());
  }

  /** Adds a programme that looks for leads at once. */
  void add(ProgrammeId id, Programme.Terms terms, Instant now) {
    sql.update(
        """
        insert into programme (tenant_id, id, version, kind, name, enabled, days, campaign_ids, max_per_day, hint, next_run_at,
                               created_at, updated_at)
        values (:tenant, :id, 0, :kind, :name, :enabled, :days, :campaigns, :maxPerDay, :hint, :next, :now, :now)
        """,
        u -> bind(u, id, terms, now));
  }

  /** Writes other terms; a programme that is enabled looks for leads at once. */
  void write(ProgrammeId id, Programme.Terms terms, Instant now) {
    sql.update(
        """
        update programme
        set kind = :kind, name = :name, enabled = :enabled, days = :days, campaign_ids = :campaigns, max_per_day = :maxPerDay,
            hint = :hint, next_run_at = :next, version = version + 1, updated_at = :now
        where tenant_id = :tenant and id = :id and deleted_at is null
        """,
        u -> bind(u, id, terms, now));
  }

  private static void bind(Update update, ProgrammeId id, Programme.Terms terms, Instant now) {
    update
        .bind("id", id.value())
        .bind("kind", terms.kind().name())
        .bind("name", terms.name())
        .bind("enabled", terms.enabled())
        .bind("days", terms.days())
        .bindArray("campaigns", UUID.class, ids(terms.campaigns()))
        .bind("maxPerDay", terms.maxPerDay())
        .bind("hint", terms.hint().orElse(null))
        .bind("next", terms.enabled() ? now : null)
        .bind("now", now);
  }

  /** It is not found any more; its open tasks are still to be withdrawn. */
  void delete(ProgrammeId id, Instant now) {
    sql.update(
        """
        update programme set deleted_at = :now, next_run_at = null, version = version + 1, updated_at = :now
        where tenant_id = :tenant and id = :id and deleted_at is null
        """,
        u -> u.bind("id", id.value()).bind("now", now));
  }

  /** One that is due and that no other server runs; none other does until the transaction ends. */
  Optional<Programme> takeDue(Instant now) {
    return sql.query(
        """
        select * from programme where tenant_id = :tenant and next_run_at <= :now
        order by next_run_at, id
        limit 1
        for no key update skip locked
        """,
        q -> q.bind("now", now).map(Programmes::programme).findOne());
  }

  /** Writes that it has run. */
  void hasRun(ProgrammeId id, int tasks, Instant nextRunAt, Instant now) {
    sql.update(
        """
        update programme set tasks_created = tasks_created + :tasks, last_run_at = :now, next_run_at = :next
        where tenant_id = :tenant and id = :id
        """,
        u ->
            u.bind("id", id.value()).bind("tasks", tasks).bind("now", now).bind("next", nextRunAt));
  }

  /** One that was deleted and that no other server withdraws the tasks of. */
  Optional<UUID> takeDeleted() {
    return sql.query(
        """
        select id from programme where tenant_id = :tenant and deleted_at is not null
        order by id
        limit 1
        for update skip locked
        """,
        q -> q.mapTo(UUID.class).findOne());
  }

  /** Forgets one that was deleted. */
  void forget(UUID id) {
    sql.update(
        "delete from programme where tenant_id = :tenant and id = :id", u -> u.bind("id", id));
  }

  private static Object[] ids(List<CampaignId> campaigns) {
    return campaigns.stream().map(CampaignId::value).toArray();
  }

  private static Programme programme(RowView row) {
    return new Programme(
        new ProgrammeId(row.getColumn("id", UUID.class)),
        row.getColumn("version", Integer.class),
        new Programme.Terms(
            row.getColumn("kind", ProgrammeKind.class),
            row.getColumn("name", String.class),
            row.getColumn("enabled", Boolean.class),
            row.getColumn("days", Integer.class),
            Stream.of(row.getColumn("campaign_ids", UUID[].class)).map(CampaignId::new).toList(),
            row.getColumn("max_per_day", Integer.class),
            Optional.ofNullable(row.getColumn("hint", String.class))),
        new Programme.Figures(
            row.getColumn("tasks_created", Long.class),
            maybe(row.getColumn("last_run_at", Instant.class)),
            maybe(row.getColumn("next_run_at", Instant.class))),
        row.getColumn("created_at", Instant.class),
        row.getColumn("updated_at", Instant.class));
  }

  private static Optional<Instant> maybe(@Nullable Instant instant) {
    return Optional.ofNullable(instant);
  }
}
