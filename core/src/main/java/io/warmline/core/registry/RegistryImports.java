package io.warmline.core.registry;

import io.warmline.core.NotFound;
import io.warmline.core.id.ImportId;
import io.warmline.core.imports.ImportStatus;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.tenant.TenantSql;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The files of registries, their numbers, and how far they are. */
@ApplicationScoped
public class RegistryImports {

  /** How long a server may be silent before another goes on in its place. */
  static final Duration LEASE = Duration.ofSeconds(60);

  /** How long an upload may be silent before it counts as given up. */
  static final Duration UPLOAD = Duration.ofHours(1);

  private static final int DELETED_AT_ONCE = 20_000;

  private final TenantTransaction transaction;
  private final TenantSql sql;

  RegistryImports(TenantTransaction transaction, TenantSql sql) {
    this.transaction = transaction;
    this.sql = sql;
  }

  /**
   * The import as it stands.
   *
   * @throws NotFound if the tenant has none with this id whose file was received
   */
  public RegistryImport get(ImportId id) {
    return transaction
        .call(
            () ->
                sql.query(
                    "select * from suppression_import where tenant_id = :tenant and id = :id and"
                        + " status <> 'RECEIVING'",
                    q -> q.bind("id", id.value()).map((rs, ctx) -> read(rs)).findOne()))
        .orElseThrow(() -> new NotFound("suppression import", id));
  }

  private static RegistryImport read(ResultSet rs) throws SQLException {
    return new RegistryImport(
        new ImportId(rs.getObject("id", UUID.class)),
        rs.getString("registry"),
        new Jurisdiction(rs.getString("jurisdiction")),
        rs.getObject("as_of", LocalDate.class),
        ImportStatus.valueOf(rs.getString("status")),
        new RegistryImport.Counts(
            rs.getLong("bytes"),
            rs.getLong("lines_read"),
            rs.getLong("numbers"),
            rs.getLong("repeated"),
            rs.getLong("rejected")),
        rs.getLong("leads"),
        RejectedLine.read(rs.getString("rejections")),
        Registries.instant(rs, "in_force_at"),
        Optional.ofNullable(rs.getString("failure")),
        Registries.instant(rs, "created_at").orElseThrow(),
        Registries.instant(rs, "finished_at"));
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
              select :tenant, :id, n from unnest(:phones) n
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
                        "delete from suppression_import where tenant_id = :tenant and id = :id and"
                            + " status = 'RECEIVING'",
                        u -> u.bind("id", id.value()))
                    == 1);
    if (discarded) {
      forget(id);
    }
  }

  /** Uploads from which nothing has come for an hour. */
  List<ImportId> givenUp(Instant now) {
    return sql.query(
        "select id from suppression_import where tenant_id = :tenant and status = 'RECEIVING' and"
            + " leased_until <= :now",
        q -> q.bind("now", now).mapTo(UUID.class).map(ImportId::new).list());
  }

  /*
   * By their order, so that it is a walk of the index whatever is known about the table; as a set of numbers to look for, the table
   * is read anew for each when it has just been filled.
   */
  private static final String FORGET =
      """
      with furthest as (
        select phone from registry_number
        where tenant_id = :tenant and list_id = :list
        order by phone offset :limit - 1 limit 1)
      delete from registry_number
      where tenant_id = :tenant and list_id = :list
        and ((select phone from furthest) is null or phone <= (select phone from furthest))
      """;

  /** Deletes the numbers of a list that is not in force, little by little. */
  void forget(ImportId list) {
    int deleted;
    do {
      deleted =
          transaction.call(
              () ->
                  sql.update(
                      FORGET, u -> u.bind("list", list.value()).bind("limit", DELETED_AT_ONCE)));
    } while (deleted == DELETED_AT_ONCE);
  }

  /** Takes the oldest import that nobody works on. */
  Optional<RegistryImport> takeNext(Instant now) {
    return sql.query(
        """
        with next as (
          select id from suppression_import
          where tenant_id = :tenant and (status = 'QUEUED' or (status = 'RUNNING' and leased_until <= :now))
          order by created_at, id
          limit 1
          for update skip locked
        )
        update suppression_import i set status = 'RUNNING', leased_until = :until
        from next n
        where i.tenant_id = :tenant and i.id = n.id
        returning i.*
        """,
        q ->
            q.bind("now", now).bind("until", now.plus(LEASE)).map((rs, ctx) -> read(rs)).findOne());
  }

  /**
   * Notes that the list is in force, and what the queue has to follow.
   *
   * @param replaces the list before
   * @param whole whether dialling of the whole country stops or begins again
   */
  void inForce(ImportId id, Optional<ImportId> replaces, boolean whole, Instant now) {
    sql.update(
        """
        update suppression_import set in_force_at = :now, replaces = :replaces, whole = :whole
        where tenant_id = :tenant and id = :id
        """,
        u ->
            u.bind("id", id.value())
                .bind("replaces", replaces.map(ImportId::value).orElse(null))
                .bind("whole", whole)
                .bind("now", now));
  }

  /** What the queue has to follow since this list is in force. */
  record Change(Optional<ImportId> replaces, boolean whole) {}

  Change change(ImportId id) {
    return sql.query(
        "select replaces, whole from suppression_import where tenant_id = :tenant and id = :id",
        q ->
            q.bind("id", id.value())
                .map(
                    (rs, ctx) ->
                        new Change(
                            Optional.ofNullable(rs.getObject("replaces", UUID.class))
                                .map(ImportId::new),
                            rs.getBoolean("whole")))
                .one());
  }

  /**
   * Notes that a list which was in force is given up, until the queue has followed and it is
   * deleted.
   *
   * @param whole whether dialling of the whole country begins again
   */
  void giveUp(ImportId list, boolean whole) {
    sql.update(
        """
        update suppression_import set giving_up = true, whole = whole or :whole
        where tenant_id = :tenant and id = :list
        """,
        u -> u.bind("list", list.value()).bind("whole", whole));
  }

  /** Lists that are given up and not deleted yet, with what the queue has to follow. */
  List<FollowRegistry.Change> givingUp() {
    return sql.query(
        "select id, jurisdiction, whole from suppression_import where tenant_id = :tenant and"
            + " giving_up order by id",
        q ->
            q.map(
                    (rs, ctx) ->
                        new FollowRegistry.Change(
                            new Jurisdiction(rs.getString("jurisdiction")),
                            new ImportId(rs.getObject("id", UUID.class)),
                            Optional.empty(),
                            rs.getBoolean("whole")))
                .list());
  }

  /** Nothing is left of the list but the record that it was there. */
  void gaveUp(ImportId list) {
    sql.update(
        "update suppression_import set giving_up = false where tenant_id = :tenant and id = :list",
        u -> u.bind("list", list.value()));
  }

  /** Notes that the queue has followed for more leads, and that the server is alive. */
  void followed(ImportId id, int leads, Instant now) {
    sql.update(
        """
        update suppression_import set leads = leads + :leads, leased_until = :until
        where tenant_id = :tenant and id = :id and status = 'RUNNING'
        """,
        u -> u.bind("id", id.value()).bind("leads", leads).bind("until", now.plus(LEASE)));
  }

  /**
   * Ends the import.
   *
   * @param failure why it failed; empty if it did not
   * @return false if another server has ended it
   */
  boolean finish(ImportId id, Optional<String> failure, Instant now) {
    return sql.update(
            """
            update suppression_import
            set status = case when cast(:failure as text) is null then 'COMPLETED' else 'FAILED' end, failure = :failure,
                leased_until = null, finished_at = :now
            where tenant_id = :tenant and id = :id and status = 'RUNNING'
            """,
            u -> u.bind("id", id.value()).bind("failure", failure.orElse(null)).bind("now", now))
        == 1;
  }
}
