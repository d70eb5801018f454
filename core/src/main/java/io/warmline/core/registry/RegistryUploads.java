package io.warmline.core.registry;

import io.warmline.core.NotFound;
import io.warmline.core.id.ImportId;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.tenant.TenantSql;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The files of registries while they are received. */
@ApplicationScoped
class RegistryUploads {

  /** How long an upload may be silent before it counts as given up. */
  static final Duration UPLOAD = Duration.ofHours(1);

  private final TenantTransaction transaction;
  private final TenantSql sql;
  private final RegistryImports imports;

  RegistryUploads(TenantTransaction transaction, TenantSql sql, RegistryImports imports) {
    this.transaction = transaction;
    this.sql = sql;
    this.imports = imports;
  }

  /** Begins an upload. */
  void receive(ImportId id, RegistryImport.Request request, Instant now) {
    sql.update(
        """
        insert into suppression_import (tenant_id, id, registry, jurisdiction, as_of, status, leased_until, created_at)
        values (:tenant, :id, :registry, :jurisdiction, :asOf, 'RECEIVING', :until, :now)
        """,
        u ->
            u.bind("id", id.value())
                .bind("registry", request.registry())
                .bind("jurisdiction", request.jurisdiction().code())
                .bind("asOf", request.asOf())
                .bind("until", now.plus(UPLOAD))
                .bind("now", now));
  }

  /**
   * Keeps the numbers of some lines.
   *
   * @param kept the rejected lines that are kept, with those of this batch
   * @throws NotFound if the upload was given up meanwhile
   */
  void append(ImportId id, NumberBatch batch, List<RejectedLine> kept, Instant now) {
    int uploads =
        sql.update(
            """
            with fresh as (
              insert into registry_number (tenant_id, list_id, phone)
              select t.id, :id, n from tenant t, unnest(:phones) n where t.id = :tenant
              on conflict do nothing
              returning phone
            ), counted as (select count(*) as numbers from fresh)
            update suppression_import i
            set lines_read = i.lines_read + :lines, numbers = i.numbers + c.numbers, repeated = i.repeated + :valid - c.numbers,
                rejected = i.rejected + :rejected, rejections = cast(:rejections as jsonb), leased_until = :until
            from counted c
            where i.tenant_id = :tenant and i.id = :id and i.status = 'RECEIVING'
            """,
            u ->
                u.bind("id", id.value())
                    .bindArray(
                        "phones",
                        String.class,
                        batch.numbers().stream().map(PhoneNumber::e164).sorted().toArray())
                    .bind("lines", batch.lines())
                    .bind("valid", batch.valid())
                    .bind("rejected", batch.rejections().size())
                    .bind("rejections", RejectedLine.write(kept))
                    .bind("until", now.plus(UPLOAD)));
    if (uploads == 0) {
      throw new NotFound("suppression import", id);
    }
  }

  /**
   * The upload is complete: any server may put it in force.
   *
   * @throws NotFound if there is no such upload
   */
  void enqueue(ImportId id, long bytes, Instant now) {
    int uploads =
        sql.update(
            """
            update suppression_import set status = 'QUEUED', bytes = :bytes, leased_until = null, created_at = :now
            where tenant_id = :tenant and id = :id and status = 'RECEIVING'
            """,
            u -> u.bind("id", id.value()).bind("bytes", bytes).bind("now", now));
    if (uploads == 0) {
      throw new NotFound("suppression import", id);
    }
  }

  /** Forgets an upload with its numbers. What was queued stays. */
  void discard(ImportId id) {
    boolean discarded =
        transaction.call(
            () ->
                sql.update(
                        """
                        delete from suppression_import
                        where tenant_id = :tenant and id = :id and status = 'RECEIVING'
                        """,
                        u -> u.bind("id", id.value()))
                    == 1);
    if (discarded) {
      imports.forget(id);
    }
  }

  /** Uploads from which nothing has come for an hour. */
  List<ImportId> givenUp(Instant now) {
    return sql.query(
        """
        select id from suppression_import
        where tenant_id = :tenant and status = 'RECEIVING' and leased_until <= :now
        """,
        q -> q.bind("now", now).mapTo(UUID.class).map(ImportId::new).list());
  }
}
