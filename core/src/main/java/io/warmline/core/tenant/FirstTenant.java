package io.warmline.core.tenant;

import io.warmline.core.Sha256;
import io.warmline.core.id.Ids;
import io.warmline.core.id.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The tenant that a fresh database begins with, and the keys that are given to it from outside the
 * API. Servers that start together find out among themselves which of them makes it, and it has its
 * key from the same moment: either both are there or none.
 */
@ApplicationScoped
public class FirstTenant {

  /** Of the lock that only one server holds; any number that nothing else uses. */
  private static final long LOCK = 7_219_043_551_120_644L;

  private final Jdbi jdbi;
  private final Clock clock;

  FirstTenant(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /**
   * Makes the first tenant, with a key, on a database that has none.
   *
   * @param last done before all that becomes true: whoever is told of the key here has a key that
   *     works, or none was made
   * @return false if there was a tenant already
   * @throws IllegalArgumentException if the key is none, see {@link KeyText#requireFit}
   */
  public boolean make(String name, String key, Set<String> scopes, Runnable last) {
    KeyText.requireFit(key);
    return jdbi.inTransaction(
        handle -> {
          if (!firms(handle).isEmpty()) {
            return false;
          }
          TenantId tenant = TenantId.next();
          enter(handle, tenant.value());
          handle
              .createUpdate(
                  "insert into tenant (id, name, created_at) values (:tenant, :name, :now)")
              .bind("tenant", tenant.value())
              .bind("name", name)
              .bind("now", clock.instant())
              .execute();
          insert(handle, tenant.value(), "first key", key, scopes);
          last.run();
          return true;
        });
  }

  /** A tenant, as it is told from others. */
  public record Firm(TenantId id, String name, Instant createdAt) {

    private boolean isCalled(String wanted) {
      return name.strip().equalsIgnoreCase(wanted.strip())
          || id.toString().equalsIgnoreCase(wanted.strip());
    }
  }

  /** What came of a key that was to be given to a tenant. */
  public sealed interface Outcome {

    /** It has the key from now on. */
    record Given(Firm to) implements Outcome {}

    /** This tenant had the key before; if it was revoked, it stays revoked. */
    record Had(Firm by) implements Outcome {}

    /**
     * Nobody has got it: it was not said who, or by a name that none or several have.
     *
     * @param firms those among whom to choose, the oldest first; empty: there are none
     */
    record Undecided(List<Firm> firms) implements Outcome {}
  }

  /**
   * Gives a key to a tenant, unless it has it. A key that was revoked stays revoked. Where there
   * are several tenants it has to be said to which: a key opens all that a tenant has.
   *
   * @param tenant its id or its name; empty: the only one there is
   * @param name of the key
   * @throws IllegalArgumentException if the key is none, see {@link KeyText#requireFit}
   */
  public Outcome give(Optional<String> tenant, String name, String key, Set<String> scopes) {
    KeyText.requireFit(key);
    return jdbi.inTransaction(
        handle -> {
          List<Firm> all = firms(handle);
          List<Firm> meant =
              all.stream().filter(firm -> tenant.map(firm::isCalled).orElse(true)).toList();
          if (meant.size() == 1) {
            enter(handle, meant.get(0).id().value());
            return insert(handle, meant.get(0).id().value(), name, key, scopes)
                ? new Outcome.Given(meant.get(0))
                : new Outcome.Had(meant.get(0));
          }
          return all.stream()
              .filter(firm -> tenant.isEmpty() && hasKey(handle, firm, key))
              .findFirst()
              .<Outcome>map(Outcome.Had::new)
              .orElseGet(() -> new Outcome.Undecided(meant.isEmpty() ? all : meant));
        });
  }

  private static boolean hasKey(Handle handle, Firm firm, String key) {
    enter(handle, firm.id().value());
    return handle
        .createQuery(
            "select exists (select 1 from api_key where tenant_id = :tenant and key_hash = decode(:hash, 'hex'))")
        .bind("tenant", firm.id().value())
        .bind("hash", Sha256.of(key))
        .mapTo(Boolean.class)
        .one();
  }

  /**
   * All tenants, the oldest first. Under the lock, so that it does not change until the transaction
   * ends; in the role that sees all tenants.
   */
  private static List<Firm> firms(Handle handle) {
    handle
        .createQuery("select cast(pg_advisory_xact_lock(:lock) as text)")
        .bind("lock", LOCK)
        .mapTo(String.class)
        .list();
    handle.execute("set local role warmline_rounds");
    List<Firm> firms =
        handle
            .createQuery("select id, name, created_at from tenant order by created_at, id")
            .map(
                (rs, ctx) ->
                    new Firm(
                        new TenantId(rs.getObject("id", UUID.class)),
                        rs.getString("name"),
                        rs.getObject("created_at", OffsetDateTime.class).toInstant()))
            .list();
    handle.execute("set local role warmline_app");
    return firms;
  }

  private static void enter(Handle handle, UUID tenant) {
    LocalSettings.of("app.tenant", tenant.toString()).make(handle);
  }

  private boolean insert(Handle handle, UUID tenant, String name, String key, Set<String> scopes) {
    return handle
            .createUpdate(
                """
                insert into api_key (tenant_id, id, name, key_hash, scopes, created_at)
                values (:tenant, :id, :name, decode(:hash, 'hex'), :scopes, :now)
                on conflict (tenant_id, key_hash) do nothing
                """)
            .bind("tenant", tenant)
            .bind("id", Ids.next())
            .bind("name", name)
            .bind("hash", Sha256.of(key))
            .bindArray("scopes", String.class, scopes.stream().sorted().toArray())
            .bind("now", clock.instant())
            .execute()
        == 1;
  }
}
