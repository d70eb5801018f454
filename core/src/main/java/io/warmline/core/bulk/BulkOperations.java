package io.warmline.core.bulk;

import io.warmline.core.Cursor;
import io.warmline.core.NotFound;
import io.warmline.core.Page;
import io.warmline.core.SqlConditions;
import io.warmline.core.bulk.BulkItem.Outcome;
import io.warmline.core.bulk.BulkOperation.UsedFilter;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.BulkId;
import io.warmline.core.id.CallbackId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.SavedFilterId;
import io.warmline.core.lead.Tags;
import io.warmline.core.savedfilter.ConditionsSql;
import io.warmline.core.savedfilter.ConditionsText;
import io.warmline.core.savedfilter.LeadConditions;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** Bulk operations and their leads. */
@ApplicationScoped
public class BulkOperations {

  private static final String READ =
      """
      select o.*,
             (select count(*) from bulk_item i where i.tenant_id = :tenant and i.bulk_id = o.id and i.outcome = 'CHANGED') as changed,
             (select count(*) from bulk_item i where i.tenant_id = :tenant and i.bulk_id = o.id and i.outcome = 'UNCHANGED') as unchanged,
             (select count(*) from bulk_item i
              where i.tenant_id = :tenant and i.bulk_id = o.id and i.outcome = 'CHANGED' and i.callback_id is not null) as promises,
             (select array_agg(r.code || '=' || r.leads order by r.code)
              from (select i.code, count(*) as leads from bulk_item i
                    where i.tenant_id = :tenant and i.bulk_id = o.id and i.outcome = 'REFUSED' group by i.code) r) as refusals,
             (select u.id from bulk_operation u where u.tenant_id = :tenant and u.undoes = o.id and not u.dry_run) as undone_by
      from bulk_operation o
      where o.tenant_id = :tenant and %s
      """;

  private final TenantSql sql;
  private final ConditionsSql conditionsSql;

  BulkOperations(TenantSql sql, ConditionsSql conditionsSql) {
    this.sql = sql;
    this.conditionsSql = conditionsSql;
  }

  /**
   * @throws NotFound if the tenant has none with this id
   */
  public BulkOperation get(BulkId id) {
    return sql.query(
            READ.formatted("o.id = :id"),
            q -> q.bind("id", id.value()).map(BulkOperations::operation).findOne())
        .orElseThrow(() -> new NotFound("bulk operation", id));
  }

  /** Newest first. */
  public Page<BulkOperation> list(Cursor.Paging paging) {
    Cursor after = paging.after();
    List<BulkOperation> rows =
        sql.query(
            READ.formatted(
                "(cast(:after as uuid) is null or o.id < :after) order by o.id desc limit :limit"),
            q ->
                q.bind("after", after == null ? null : after.id())
                    .bind("limit", paging.probe())
                    .map(BulkOperations::operation)
                    .list());
    return Page.of(rows, paging.limit(), row -> new Cursor("", row.id().value()));
  }

  /**
   * What became of its leads, in the order of their ids.
   *
   * @param outcome only these; empty: all
   */
  public Page<BulkItem> items(BulkId id, Optional<Outcome> outcome, Cursor.Paging paging) {
    Cursor after = paging.after();
    List<BulkItem> rows =
        sql.query(
            """
            select * from bulk_item
            where tenant_id = :tenant and bulk_id = :id and (cast(:outcome as text) is null or outcome = :outcome)
              and (cast(:after as uuid) is null or lead_id > :after)
            order by lead_id
            limit :limit
            """,
            q ->
                q.bind("id", id.value())
                    .bind("outcome", outcome.map(Enum::name).orElse(null))
                    .bind("after", after == null ? null : after.id())
                    .bind("limit", paging.probe())
                    .map(BulkOperations::item)
                    .list());
    return Page.of(rows, paging.limit(), row -> new Cursor("", row.lead().value()));
  }

  /** The first operation that is not done. */
  Optional<BulkOperation> running() {
    return sql.query(
        READ.formatted("o.status = 'RUNNING' order by o.id limit 1"),
        q -> q.map(BulkOperations::operation).findOne());
  }

  /**
   * Enters one, with the leads that it is about as they are now.
   *
   * @param saved the saved filter of its filter
   */
  void add(BulkId id, BulkOrder order, Optional<UsedFilter> saved, Instant now) {
    insert(
        new Entry(
            id,
            order.kind(),
            order.dryRun(),
            order.from(),
            order.to(),
            order.campaign(),
            order.tags(),
            order.reason(),
            order.filter().conditions(),
            saved,
            Optional.empty()),
        now);
    SqlConditions where = conditions(order, saved);
    int found =
        sql.update(
            """
            insert into bulk_item (tenant_id, bulk_id, lead_id, ordinal)
            select l.tenant_id, :bulk, l.id, row_number() over (order by l.id) - 1
            from lead l
            where l.tenant_id = :tenant and l.erased_at is null and %s
            """
                .formatted(where.text()),
            u -> u.bind("bulk", id.value()).bindMap(where.values()));
    count(id, found);
  }

  private SqlConditions conditions(BulkOrder order, Optional<UsedFilter> saved) {
    SqlConditions where = new SqlConditions();
    conditionsSql.add(where, "own", order.filter().conditions());
    saved.ifPresent(filter -> conditionsSql.add(where, "saved", filter.conditions()));
    List<LeadId> leads = order.filter().leads();
    if (!leads.isEmpty()) {
      where.and(
          "l.id = any(:leads)", "leads", leads.stream().map(LeadId::value).toArray(UUID[]::new));
    }
    order
        .from()
        .ifPresent(
            agent ->
                where.and(
                    """
                    l.id in (select cb.lead_id from callback cb
                             where cb.tenant_id = :tenant and cb.agent_id = :from
                               and cb.status in ('SCHEDULED', 'DUE', 'CLAIMED'))\
                    """,
                    "from",
                    agent.value()));
    return where;
  }

  /** Enters one that takes another back: of the leads that the other changed. */
  void addUndoing(BulkId id, BulkOperation undone, boolean dryRun, Instant now) {
    insert(
        new Entry(
            id,
            undone.kind(),
            dryRun,
            undone.from(),
            undone.to(),
            undone.campaign(),
            undone.tags(),
            undone.reason(),
            LeadConditions.NONE,
            Optional.empty(),
            Optional.of(undone.id())),
        now);
    int found =
        sql.update(
            """
            insert into bulk_item (tenant_id, bulk_id, lead_id, ordinal, callback_id, agent_id, tags)
            select i.tenant_id, :bulk, i.lead_id, i.ordinal, i.callback_id, i.agent_id, i.tags
            from bulk_item i
            where i.tenant_id = :tenant and i.bulk_id = :undone and i.outcome = 'CHANGED'
            """,
            u -> u.bind("bulk", id.value()).bind("undone", undone.id().value()));
    count(id, found);
  }

  private record Entry(
      BulkId id,
      BulkKind kind,
      boolean dryRun,
      Optional<AgentId> from,
      List<AgentId> to,
      Optional<CampaignId> campaign,
      Tags tags,
      Optional<String> reason,
      LeadConditions asked,
      Optional<UsedFilter> savedFilter,
      Optional<BulkId> undoes) {

    <T> @Nullable T ofFilter(Function<UsedFilter, T> what) {
      return savedFilter.map(what).orElse(null);
    }
  }

  private void insert(Entry entry, Instant now) {
    sql.update(
        """
        insert into bulk_operation (tenant_id, id, kind, dry_run, from_agent, to_agents, to_campaign, tags, reason, asked,
                                    saved_filter_id, saved_filter_name, saved_conditions, undoes, status, total, created_at)
        values (:tenant, :id, :kind, :dryRun, :from, :to, :toCampaign, :tags, :reason, cast(:asked as jsonb),
                :savedFilter, :savedName, cast(:savedConditions as jsonb), :undoes, 'RUNNING', 0, :now)
        """,
        u ->
            u.bind("id", entry.id().value())
                .bind("kind", entry.kind().name())
                .bind("dryRun", entry.dryRun())
                .bind("from", entry.from().map(AgentId::value).orElse(null))
                .bindArray("to", UUID.class, entry.to().stream().map(AgentId::value).toArray())
                .bind("toCampaign", entry.campaign().map(CampaignId::value).orElse(null))
                .bindArray("tags", String.class, entry.tags().names().toArray())
                .bind("reason", entry.reason().orElse(null))
                .bind("asked", ConditionsText.write(entry.asked()))
                .bindByType("savedFilter", entry.ofFilter(it -> it.id().value()), UUID.class)
                .bindByType("savedName", entry.ofFilter(UsedFilter::name), String.class)
                .bindByType(
                    "savedConditions",
                    entry.ofFilter(it -> ConditionsText.write(it.conditions())),
                    String.class)
                .bind("undoes", entry.undoes().map(BulkId::value).orElse(null))
                .bind("now", now));
  }

  private void count(BulkId id, int found) {
    sql.update(
        "update bulk_operation set total = :found where tenant_id = :tenant and id = :id",
        u -> u.bind("id", id.value()).bind("found", found));
  }

  /** The next leads of which nothing is known yet. */
  List<BulkItem> waiting(BulkId id, int limit) {
    return sql.query(
        """
        select * from bulk_item
        where tenant_id = :tenant and bulk_id = :id and outcome = 'WAITING'
        order by ordinal
        limit :limit
        """,
        q -> q.bind("id", id.value()).bind("limit", limit).map(BulkOperations::item).list());
  }

  /** Takes a lead in hand, unless somebody else has, or it is done. */
  boolean take(BulkId id, LeadId lead) {
    return sql.query(
            """
            select lead_id from bulk_item
            where tenant_id = :tenant and bulk_id = :id and lead_id = :lead and outcome = 'WAITING'
            for no key update skip locked
            """,
            q -> q.bind("id", id.value()).bind("lead", lead.value()).mapTo(UUID.class).findOne())
        .isPresent();
  }

  void write(BulkId id, BulkItem item) {
    sql.update(
        """
        update bulk_item set outcome = :outcome, code = :code, callback_id = :callback, agent_id = :agent, tags = :tags
        where tenant_id = :tenant and bulk_id = :id and lead_id = :lead
        """,
        u -> {
          u.bind("id", id.value())
              .bind("lead", item.lead().value())
              .bind("outcome", item.outcome().name())
              .bind("code", item.code().orElse(null))
              .bind("callback", item.callback().map(CallbackId::value).orElse(null))
              .bind("agent", item.agent().map(AgentId::value).orElse(null))
              .bindArray("tags", String.class, item.tags().names().toArray());
        });
  }

  /** It is done where nothing waits any more. Leads that were deleted meanwhile are not counted. */
  void finish(BulkId id, Instant now) {
    sql.update(
        """
        update bulk_operation o
        set status = 'COMPLETED', finished_at = :now,
            total = (select count(*) from bulk_item i where i.tenant_id = :tenant and i.bulk_id = o.id)
        where o.tenant_id = :tenant and o.id = :id and o.status = 'RUNNING'
          and not exists (select 1 from bulk_item i where i.tenant_id = :tenant and i.bulk_id = o.id and i.outcome = 'WAITING')
        """,
        u -> u.bind("id", id.value()).bind("now", now));
  }

  private static BulkItem item(RowView row) {
    return new BulkItem(
        row.getColumn("lead_id", LeadId.class),
        row.getColumn("ordinal", Integer.class),
        row.getColumn("outcome", Outcome.class),
        Optional.ofNullable(row.getColumn("code", String.class)),
        Optional.ofNullable(row.getColumn("callback_id", CallbackId.class)),
        Optional.ofNullable(row.getColumn("agent_id", AgentId.class)),
        new Tags(List.of(row.getColumn("tags", String[].class))));
  }

  private static BulkOperation operation(RowView row) {
    return new BulkOperation(
        new BulkId(row.getColumn("id", UUID.class)),
        row.getColumn("kind", BulkKind.class),
        row.getColumn("dry_run", Boolean.class),
        Optional.ofNullable(row.getColumn("from_agent", AgentId.class)),
        Arrays.stream(row.getColumn("to_agents", UUID[].class)).map(AgentId::new).toList(),
        Optional.ofNullable(row.getColumn("to_campaign", CampaignId.class)),
        new Tags(List.of(row.getColumn("tags", String[].class))),
        Optional.ofNullable(row.getColumn("reason", String.class)),
        ConditionsText.read(row.getColumn("asked", String.class)),
        Optional.ofNullable(row.getColumn("saved_filter_id", UUID.class))
            .map(id -> usedFilter(new SavedFilterId(id), row)),
        row.getColumn("total", Integer.class),
        row.getColumn("changed", Integer.class),
        row.getColumn("unchanged", Integer.class),
        row.getColumn("promises", Integer.class),
        refusals(row.getColumn("refusals", String[].class)),
        Optional.ofNullable(row.getColumn("undoes", UUID.class)).map(BulkId::new),
        Optional.ofNullable(row.getColumn("undone_by", UUID.class)).map(BulkId::new),
        row.getColumn("created_at", Instant.class),
        Optional.ofNullable(row.getColumn("finished_at", Instant.class)));
  }

  private static UsedFilter usedFilter(SavedFilterId id, RowView row) {
    return new UsedFilter(
        id,
        row.getColumn("saved_filter_name", String.class),
        ConditionsText.read(row.getColumn("saved_conditions", String.class)));
  }

  private static Map<String, Integer> refusals(String @Nullable [] counted) {
    Map<String, Integer> refusals = new TreeMap<>();
    if (counted != null) {
      for (String one : counted) {
        int sign = one.indexOf('=');
        refusals.put(one.substring(0, sign), Integer.valueOf(one.substring(sign + 1)));
      }
    }
    return refusals;
  }
}
