package io.warmline.core.registry;

import io.warmline.core.Cursor;
import io.warmline.core.NotFound;
import io.warmline.core.Page;
import io.warmline.core.compliance.ConsentKind;
import io.warmline.core.compliance.RegistryExemptions;
import io.warmline.core.id.ImportId;
import io.warmline.core.id.RegistryId;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.tenant.TenantSql;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The registries of the tenant. */
@ApplicationScoped
public class Registries {

  private final TenantTransaction transaction;
  private final TenantSql sql;

  Registries(TenantTransaction transaction, TenantSql sql) {
    this.transaction = transaction;
    this.sql = sql;
  }

  /** Newest first. */
  public Page<Registry> list(Cursor.Paging paging) {
    UUID before = paging.after() == null ? null : paging.after().id();
    List<Registry> rows =
        transaction.call(
            () ->
                sql.query(
                    """
                    select * from registry
                    where tenant_id = :tenant and (cast(:before as uuid) is null or id < :before)
                    order by id desc
                    limit :limit
                    """,
                    q ->
                        q.bind("before", before)
                            .bind("limit", paging.probe())
                            .map((rs, ctx) -> read(rs))
                            .list()));
    return Page.of(rows, paging.limit(), registry -> new Cursor("", registry.id().value()));
  }

  /** The names of the registries on which a number is. */
  public List<String> holding(PhoneNumber number) {
    return transaction.call(
        () ->
            sql.query(
                """
                select g.name from registry g
                where g.tenant_id = :tenant
                  and exists (select 1 from registry_number n
                              where n.tenant_id = :tenant and n.list_id = g.list_id and n.phone = :phone)
                order by g.name
                """,
                q -> q.bind("phone", number.e164()).mapTo(String.class).list()));
  }

  /**
   * Takes a registry away: nobody goes by it who looks from now on.
   *
   * @throws NotFound if the tenant has none with this id
   */
  Registry remove(RegistryId id) {
    return sql.query(
            "delete from registry where tenant_id = :tenant and id = :id returning *",
            q -> q.bind("id", id.value()).map((rs, ctx) -> read(rs)).findOne())
        .orElseThrow(() -> new NotFound("registry", id));
  }

  Optional<Registry> named(String name) {
    return sql.query(
        "select * from registry where tenant_id = :tenant and name = :name",
        q -> q.bind("name", name).map((rs, ctx) -> read(rs)).findOne());
  }

  /** As {@link #named}, and nobody else changes it until the transaction ends. */
  Optional<Registry> lock(String name) {
    return sql.query(
        "select * from registry where tenant_id = :tenant and name = :name for update",
        q -> q.bind("name", name).map((rs, ctx) -> read(rs)).findOne());
  }

  private static Registry read(ResultSet rs) throws SQLException {
    return new Registry(
        new RegistryId(rs.getObject("id", UUID.class)),
        rs.getString("name"),
        Territory.of(rs.getString("jurisdiction")),
        rs.getObject("as_of", LocalDate.class),
        new ImportId(rs.getObject("list_id", UUID.class)),
        rs.getLong("numbers"),
        Optional.ofNullable(rs.getObject("max_age_days", Integer.class)),
        instant(rs, "warns_at"),
        instant(rs, "expires_at"),
        rs.getObject("expired_at") != null,
        instant(rs, "imported_at").orElseThrow());
  }

  static Optional<Instant> instant(ResultSet rs, String column) throws SQLException {
    return Optional.ofNullable(rs.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  /**
   * The list of this import is in force from now on.
   *
   * @param present the registry as it is, locked; empty: it is new
   */
  void put(RegistryImport list, Optional<Registry> present, Instant now) {
    Optional<MaxAge> maxAge = list.jurisdiction().maxAge();
    RegistryExemptions exempt = list.jurisdiction().exempt();
    int rows =
        sql.update(
            """
            insert into registry as g (tenant_id, id, name, jurisdiction, calling_code, as_of, list_id, numbers, max_age_days, covers,
                                       exempt_consents, exempt_purchase_months, exempt_inquiry_months, exempt_customers, warns_at, expires_at,
                                       imported_at)
            values (:tenant, :id, :name, :jurisdiction, :callingCode, :asOf, :list, :numbers, :maxAge, :covers,
                    :exemptConsents, :exemptPurchase, :exemptInquiry, :exemptCustomers, :warns, :expires, :now)
            on conflict (tenant_id, name) do update
            set as_of = excluded.as_of, list_id = excluded.list_id, numbers = excluded.numbers,
                max_age_days = excluded.max_age_days, covers = excluded.covers,
                exempt_consents = excluded.exempt_consents, exempt_purchase_months = excluded.exempt_purchase_months,
                exempt_inquiry_months = excluded.exempt_inquiry_months, exempt_customers = excluded.exempt_customers, warns_at = excluded.warns_at, expires_at = excluded.expires_at,
                warned_at = null, expired_at = null, stopped_at = null, imported_at = excluded.imported_at
            where g.id = excluded.id
            """,
            u ->
                u.bind("id", present.map(Registry::id).orElseGet(RegistryId::next).value())
                    .bind("name", list.registry())
                    .bind("jurisdiction", list.jurisdiction().code())
                    .bind("callingCode", list.jurisdiction().callingCode())
                    .bind("asOf", list.asOf())
                    .bind("list", list.id().value())
                    .bind("numbers", list.counts().numbers())
                    .bindArray(
                        "covers",
                        String.class,
                        list.jurisdiction().covered().stream().map(Enum::name).sorted().toArray())
                    .bindArray(
                        "exemptConsents",
                        String.class,
                        Arrays.stream(ConsentKind.values())
                            .filter(kind -> kind.satisfies(exempt.consent()))
                            .map(Enum::name)
                            .toArray())
                    .bind("exemptPurchase", orNull(exempt.purchaseMonths()))
                    .bind("exemptInquiry", orNull(exempt.inquiryMonths()))
                    .bind("exemptCustomers", exempt.customers())
                    .bind("maxAge", maxAge.map(MaxAge::days).orElse(null))
                    .bind("warns", maxAge.map(age -> age.warningOf(list.asOf())).orElse(null))
                    .bind("expires", maxAge.map(age -> age.expiryOf(list.asOf())).orElse(null))
                    .bind("now", now));
    if (rows == 0) {
      throw new TenantTransaction.Collision("the registry was made meanwhile");
    }
  }

  private static @Nullable Integer orNull(OptionalInt months) {
    return months.isPresent() ? months.getAsInt() : null;
  }

  /** Notes which registries are to be warned of; each is given once. */
  List<Registry> warn(Instant now) {
    return mark(
        """
        update registry set warned_at = :now
        where tenant_id = :tenant and warns_at <= :now and expires_at > :now and warned_at is null
        returning *
        """,
        now);
  }

  /** Notes which registries have grown too old; each is given once. */
  List<Registry> expire(Instant now) {
    return mark(
        """
        update registry set expired_at = :now, stopped_at = null
        where tenant_id = :tenant and expires_at <= :now and expired_at is null
        returning *
        """,
        now);
  }

  private List<Registry> mark(String statement, Instant now) {
    return sql.query(statement, q -> q.bind("now", now).map((rs, ctx) -> read(rs)).list());
  }

  /** Registries that have grown too old, and whose country is still dialled. */
  List<Registry> toStop() {
    return sql.query(
        """
        select * from registry
        where tenant_id = :tenant and expired_at is not null and stopped_at is null
        order by id
        """,
        q -> q.map((rs, ctx) -> read(rs)).list());
  }

  /** Nothing of its country is dialled any more, unless a newer list came meanwhile. */
  void stopped(Registry registry, Instant now) {
    sql.update(
        """
        update registry set stopped_at = :now
        where tenant_id = :tenant and id = :id and list_id = :list and expired_at is not null
        """,
        u ->
            u.bind("id", registry.id().value())
                .bind("list", registry.list().value())
                .bind("now", now));
  }
}
