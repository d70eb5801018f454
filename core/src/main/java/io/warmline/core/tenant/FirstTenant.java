package io.warmline.core.tenant;

import io.warmline.core.Sha256;
import io.warmline.core.id.Ids;
import io.warmline.core.id.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
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
          if (oldest(handle).isPresent()) {
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

  /**
   * Gives a key to the oldest tenant, unless it has it. A key that was revoked stays revoked.
   *
   * @return false if the tenant has it, or if there is no tenant
   * @throws IllegalArgumentException if the key is none, see {@link KeyText#requireFit}
   */
  public boolean give(String name, String key, Set<String> scopes) {
    KeyText.requireFit(key);
    return jdbi.inTransaction(
        handle -> {
          Optional<UUID> tenant = oldest(handle);
          tenant.ifPresent(id -> enter(handle, id));
          return tenant.isPresent() && insert(handle, tenant.get(), name, key, scopes);
        });
  }

  /**
   * Under the lock, so that it does not change until the transaction ends; in the role that sees all
   * tenants.
   */
  private static Optional<UUID> oldest(Handle handle) {
    handle
        .createQuery("select cast(pg_advisory_xact_lock(:lock) as text)")
        .bind("lock", LOCK)
        .mapTo(String.class)
        .list();
    handle.execute("set local role warmline_rounds");
    Optional<UUID> oldest =
        handle
            .createQuery("select id from tenant order by created_at, id limit 1")
            .mapTo(UUID.class)
            .findOne();
    handle.execute("set local role warmline_app");
    return oldest;
  }

  private static void enter(Handle handle, UUID tenant) {
    setting(handle, "app.tenant", tenant.toString());
  }

  private static void setting(Handle handle, String name, String value) {
    handle
        .createQuery("select set_config(:name, :value, true)")
        .bind("name", name)
        .bind("value", value)
        .mapTo(String.class)
        .one();
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
