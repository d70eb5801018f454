package io.warmline.api.contract;

import io.warmline.api.http.Contract;
import io.warmline.core.tenant.ApiKeys;
import io.warmline.core.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.HashSet;
import java.util.Set;

/** Makes tenants with keys. */
@ApplicationScoped
public class Newcomers {

  private final Tenants tenants;
  private final ApiKeys keys;
  private final Contract contract;

  Newcomers(Tenants tenants, ApiKeys keys, Contract contract) {
    this.tenants = tenants;
    this.keys = keys;
    this.contract = contract;
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
}
