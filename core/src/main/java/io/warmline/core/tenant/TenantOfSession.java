package io.warmline.core.tenant;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.hibernate.orm.runtime.tenant.TenantResolver;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells Hibernate the tenant: the second wall, beside row-level security. */
@PersistenceUnitExtension
@ApplicationScoped
class TenantOfSession implements TenantResolver {

  private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

  private final CurrentTenant tenant;

  TenantOfSession(CurrentTenant tenant) {
    this.tenant = tenant;
  }

  @Override
  public String getDefaultTenantId() {
    return NOBODY;
  }

  @Override
  public String resolveTenantId() {
    return tenant.known().map(id -> id.toString()).orElse(NOBODY);
  }
}
