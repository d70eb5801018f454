package io.warmline.core.imports;

import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.tenant.Columns;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The leads of a dry run: those of the campaign as they are now, and as earlier rows of the file
 * would have made or changed them. They are forgotten at its end.
 */
@ApplicationScoped
class RehearsedLeads implements ImportTarget {

  private final TenantSql sql;
  private final ImportedLeads leads;

  RehearsedLeads(TenantSql sql, ImportedLeads leads) {
    this.sql = sql;
    this.leads = leads;
  }

  /** Nothing is locked: a dry run tells what would be at the moment, and stands in nobody's way. */
  @Override
  public void lock(Collection<PhoneNumber> numbers) {}

  @Override
  public Set<PhoneNumber> numbersOf(List<KnownLead> known) {
    return Set.of();
  }

  @Override
  public List<KnownLead> find(ImportJob job, List<StatedLead> rows) {
    Map<UUID, KnownLead> found = new LinkedHashMap<>();
    leads.find(job, rows).forEach(lead -> found.put(lead.id(), lead));
    rehearsed(job, rows, found.keySet()).forEach(lead -> found.put(lead.id(), lead));
    return List.copyOf(found.values());
  }

  private List<KnownLead> rehearsed(ImportJob job, List<StatedLead> rows, Set<UUID> alsoOf) {
    return sql.query(
        """
        select distinct on (lead_id) lead_id, state from import_rehearsal
        where tenant_id = :tenant and import_id = :import
          and (external_id = any(:externalIds) or phone = any(:phones) or lead_id = any(:leads))
        order by lead_id
        """,
        q ->
            q.bind("import", job.id().value())
                .bindArray("externalIds", String.class, externalIds(rows))
                .bindArray("phones", String.class, ImportedLeads.phones(rows))
                .bindArray("leads", UUID.class, alsoOf.toArray())
                .map(
                    (rs, ctx) ->
                        RehearsedState.read(rs.getString("state"))
                            .lead(rs.getObject("lead_id", UUID.class)))
                .list());
  }

  private static Object[] externalIds(List<StatedLead> rows) {
    return rows.stream().map(StatedLead::externalId).flatMap(Optional::stream).toArray();
  }

  /** A lead is there once for each of its numbers, of which none is ever lost. */
  private record Row(KnownLead lead, PhoneNumber number) {}

  @Override
  public void write(ImportRun run, List<KnownLead> changed, ZoneId campaignZone, Instant now) {
    List<Row> written =
        changed.stream()
            .flatMap(lead -> lead.numbers().stream().map(number -> new Row(lead, number)))
            .toList();
    sql.update(
        """
        insert into import_rehearsal (tenant_id, import_id, lead_id, external_id, phone, state)
        select t.id, :import, s.id, s.external_id, s.phone, cast(s.state as jsonb)
        from tenant t,
             unnest(cast(:ids as uuid[]), cast(:externalIds as text[]), cast(:phones as text[]), cast(:states as text[]))
          as s (id, external_id, phone, state)
        where t.id = :tenant
        on conflict (tenant_id, import_id, lead_id, phone) do update
        set external_id = excluded.external_id, state = excluded.state
        """,
        u ->
            u.bind("import", run.job().id().value())
                .bindArray("ids", UUID.class, Columns.of(written, row -> row.lead().id()))
                .bindArray(
                    "externalIds",
                    String.class,
                    Columns.of(written, row -> row.lead().externalId().orElse(null)))
                .bindArray("phones", String.class, Columns.of(written, row -> row.number().e164()))
                .bindArray(
                    "states",
                    String.class,
                    Columns.of(written, row -> RehearsedState.of(row.lead()).written())));
  }
}
