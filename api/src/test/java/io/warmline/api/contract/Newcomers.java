package io.warmline.api.contract;

import io.warmline.api.http.Contract;
import io.warmline.core.id.TenantId;
import io.warmline.core.tenant.ApiKey;
import io.warmline.core.tenant.ApiKeys;
import io.warmline.core.tenant.CurrentTenant;
import io.warmline.core.tenant.Reach;
import io.warmline.core.tenant.TenantTransaction;
import io.warmline.core.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Makes tenants with keys. */
@ApplicationScoped
public class Newcomers {

  private final Tenants tenants;
  private final ApiKeys keys;
  private final Contract contract;
  private final CurrentTenant current;
  private final TenantTransaction transaction;
  private final Clock clock;

  Newcomers(
      Tenants tenants,
      ApiKeys keys,
      Contract contract,
      CurrentTenant current,
      TenantTransaction transaction,
      Clock clock) {
    this.tenants = tenants;
    this.keys = keys;
    this.contract = contract;
    this.current = current;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** A tenant, and a key that may do all but what the scope allows. */
  public record Newcomer(String tenant, String key) {}

  @ActivateRequestContext
  public Newcomer allBut(String... scopes) {
    Set<String> held = new HashSet<>(contract.allScopes());
    held.removeAll(Set.of(scopes));
    String tenant = tenants.create("A firm").toString();
    String key = keys.generate();
    keys.register("contract", key, held);
    return new Newcomer(tenant, key);
  }

  /** A key of the tenant that reaches so far, and has all scopes, of use or not. */
  @ActivateRequestContext
  public String limited(String tenant, Reach reach) {
    current.enter(new TenantId(UUID.fromString(tenant)));
    String secret = keys.generate();
    Instant now = clock.instant();
    ApiKey.Grant grant =
        ApiKey.Grant.of(contract.allScopes())
            .limitedTo(reach)
            .until(Optional.of(now.plus(Duration.ofDays(1))));
    transaction.run(() -> keys.add(ApiKey.made("limited", grant, now), secret));
    return secret;
  }
}
