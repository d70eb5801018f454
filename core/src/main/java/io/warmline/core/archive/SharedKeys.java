package io.warmline.core.archive;

import io.warmline.core.tenant.LocalSettings;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** API keys that two tenants have: a request that presents one would be of either. */
final class SharedKeys {

  private SharedKeys() {}

  /** Whether a key of this tenant is another's too; asked as a request asks whose key it is. */
  static boolean areThere(Handle handle, UUID tenant) {
    List<String> hashes =
        handle
            .createQuery(
                "select encode(key_hash, 'hex') from api_key where tenant_id = :tenant and subject is null")
            .bind("tenant", tenant)
            .mapTo(String.class)
            .list();
    boolean shared = hashes.stream().anyMatch(hash -> tenantsOf(handle, hash) > 1);
    LocalSettings.of("app.presented_key", "").make(handle);
    return shared;
  }

  private static int tenantsOf(Handle handle, String hash) {
    LocalSettings.of("app.presented_key", hash).make(handle);
    return handle
        .createQuery(
            "select count(distinct tenant_id) from api_key where key_hash = decode(:hash, 'hex')")
        .bind("hash", hash)
        .mapTo(Integer.class)
        .one();
  }
}
