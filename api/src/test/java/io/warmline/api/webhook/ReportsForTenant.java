package io.warmline.api.webhook;

import io.warmline.core.id.TenantId;
import io.warmline.core.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;

/** Works for a tenant for a while, as a report of an attempt does. */
@ApplicationScoped
public class ReportsForTenant {

  private final CurrentTenant current;

  ReportsForTenant(CurrentTenant current) {
    this.current = current;
  }

  /** For whom it worked in the end. */
  @ActivateRequestContext
  public TenantId workFor(TenantId tenant) {
    current.enter(tenant);
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return current.id();
  }
}
