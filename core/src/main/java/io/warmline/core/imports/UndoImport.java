package io.warmline.core.imports;

import io.warmline.core.NotFound;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.id.ImportId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.RemoveLead;
import io.warmline.core.tenant.TenantSql;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes a list out again, as far as nothing was built on it: leads that it made and that nobody has
 * called, claimed, promised anything or changed since. Do-not-call entries stay: they are the
 * wishes of people. What it merged into leads that were there stays, too.
 */
@ApplicationScoped
public class UndoImport {

  /** The leads of one request. */
  static final int MOST = 500;

  /** Leads of the import on which nothing was built. */
  private static final String UNTOUCHED =
      """
      from lead l
      where l.tenant_id = :tenant and l.campaign_id = :campaign and l.import_id = :import and l.version = 0
        and not exists (select 1 from call c where c.tenant_id = :tenant and c.lead_id = l.id)
        and not exists (select 1 from claim c where c.tenant_id = :tenant and c.lead_id = l.id)
        and not exists (select 1 from callback c where c.tenant_id = :tenant and c.lead_id = l.id)
        and not exists (select 1 from task k where k.tenant_id = :tenant and k.lead_id = l.id)
        and not exists (select 1 from signal g where g.tenant_id = :tenant and g.lead_id = l.id)
      """;

  private final TenantTransaction transaction;
  private final TenantSql sql;
  private final Imports imports;
  private final RemoveLead removeLead;

  UndoImport(TenantTransaction transaction, TenantSql sql, Imports imports, RemoveLead removeLead) {
    this.transaction = transaction;
    this.sql = sql;
    this.imports = imports;
    this.removeLead = removeLead;
  }

  /**
   * What became of the leads that the import made.
   *
   * @param removed leads taken out by this request
   * @param kept leads that stay, because something was built on them
   * @param remaining leads that go when it is asked again
   */
  public record Undone(long removed, long kept, long remaining) {}

  /**
   * Removes at most five hundred leads, in one transaction. Asking again goes on.
   *
   * @throws NotFound if the tenant has no such import
   * @throws WarmlineException IMPORT_RUNNING if it has not ended
   */
  public Undone undo(ImportId id) {
    Import job = imports.get(id);
    if (job.finishedAt().isEmpty()) {
      throw new WarmlineException(
          ProblemCode.IMPORT_RUNNING, "The import has not ended. Undo it when it has.");
    }
    return transaction.call(
        () -> {
          long removed = untouched(job).stream().filter(this::remove).count();
          long remaining = count(job, "select count(*) " + UNTOUCHED);
          return new Undone(removed, made(job) - remaining, remaining);
        });
  }

  /** Somebody may have taken it up meanwhile: then it stays. */
  private boolean remove(LeadId lead) {
    try {
      removeLead.delete(lead, Optional.of(0));
      return true;
    } catch (WarmlineException stays) {
      return false;
    }
  }

  private List<LeadId> untouched(Import job) {
    return sql.query(
        "select l.id " + UNTOUCHED + " order by l.id limit :most",
        q ->
            q
                .bind("campaign", job.campaign().value())
                .bind("import", job.id().value())
                .bind("most", MOST)
                .mapTo(UUID.class)
                .stream()
                .map(LeadId::new)
                .toList());
  }

  private long made(Import job) {
    return count(
        job,
        """
        select count(*) from lead l
        where l.tenant_id = :tenant and l.campaign_id = :campaign and l.import_id = :import
        """);
  }

  private long count(Import job, String query) {
    return sql.query(
        query,
        q ->
            q.bind("campaign", job.campaign().value())
                .bind("import", job.id().value())
                .mapTo(Long.class)
                .one());
  }
}
