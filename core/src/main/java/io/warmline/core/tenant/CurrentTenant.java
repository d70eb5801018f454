package io.warmline.core.tenant;

import io.warmline.core.id.TenantId;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tenant on whose behalf the present request, or the present piece of housekeeping, works. */
@RequestScoped
public class CurrentTenant {

  private @Nullable TenantId id;
  private Reach reach = new Reach.Firm();
  private boolean limited;

  /** The tenant. @throws IllegalStateException if nobody entered one */
  public TenantId id() {
    return known().orElseThrow(() -> new IllegalStateException("no tenant was entered"));
  }

  public Optional<TenantId> known() {
    return Optional.ofNullable(id);
  }

  /** Works for this tenant from now on. Transactions that are open already stay with theirs. */
  public void enter(TenantId tenant) {
    enter(tenant, new Reach.Firm());
  }

  /** As {@link #enter(TenantId)}, for somebody who reaches no further than this. */
  public void enter(TenantId tenant, Reach theirs) {
    this.id = tenant;
    this.reach = theirs;
    this.limited = false;
  }

  /** How far whoever is worked for reaches. */
  public Reach reach() {
    return reach;
  }

  /**
   * From now on transactions see what whoever is worked for reaches, and nothing else. That is for
   * those who look; whoever acts needs all facts of the firm, lest a number be dialled because the
   * call that forbids it is another client's.
   */
  public void seeOnlyWhatIsReached() {
    this.limited = true;
  }

  /** With whose eyes transactions begin to look. */
  public Reach sight() {
    return limited ? reach : new Reach.Firm();
  }
}
