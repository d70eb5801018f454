package io.warmline.core.tenant;

import io.warmline.core.id.TenantId;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tenant on whose behalf the present request, or the present piece of housekeeping, works. */
@RequestScoped
public class CurrentTenant {

  private @Nullable TenantId id;

  /** The tenant. @throws IllegalStateException if nobody entered one */
  public TenantId id() {
    return known().orElseThrow(() -> new IllegalStateException("no tenant was entered"));
  }

  public Optional<TenantId> known() {
    return Optional.ofNullable(id);
  }

  /** Works for this tenant from now on. Transactions that are open already stay with theirs. */
  public void enter(TenantId tenant) {
    this.id = tenant;
  }
}
