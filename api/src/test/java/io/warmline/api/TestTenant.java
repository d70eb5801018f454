package io.warmline.api;

import io.warmline.api.http.Contract;
import io.warmline.core.tenant.ApiKeys;
import io.warmline.core.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.Set;

/** Makes tenants for tests. */
@ApplicationScoped
public class TestTenant {

  private final Tenants tenants;
  private final ApiKeys keys;
  private final Contract contract;

  TestTenant(Tenants tenants, ApiKeys keys, Contract contract) {
    this.tenants = tenants;
    this.keys = keys;
    this.contract = contract;
  }

  /** A new tenant. @return a key of it that may do everything */
  @ActivateRequestContext
  public String create() {
    return create(contract.allScopes());
  }

  /** A new tenant. @return a key of it with these scopes */
  @ActivateRequestContext
  public String create(Set<String> scopes) {
    tenants.create("test");
    String key = keys.generate();
    keys.register("test", key, scopes);
    return key;
  }
}
