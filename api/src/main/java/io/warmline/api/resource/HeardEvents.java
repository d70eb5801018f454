package io.warmline.api.resource;

import io.warmline.core.event.Event;
import io.warmline.core.event.Events;
import io.warmline.core.id.KeyId;
import io.warmline.core.id.TenantId;
import io.warmline.core.tenant.ApiKeys;
import io.warmline.core.tenant.CurrentTenant;
import io.warmline.core.tenant.Reach;
import io.warmline.core.tenant.TenantTransaction;
import io.warmline.core.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody who listens hears next. */
@ApplicationScoped
public class HeardEvents {

  private final TenantTransaction transaction;
  private final CurrentTenant current;
  private final Tenants tenants;
  private final ApiKeys keys;
  private final Events events;
  private final Clock clock;

  HeardEvents(
      TenantTransaction transaction,
      CurrentTenant current,
      Tenants tenants,
      ApiKeys keys,
      Events events,
      Clock clock) {
    this.transaction = transaction;
    this.current = current;
    this.tenants = tenants;
    this.keys = keys;
    this.events = events;
    this.clock = clock;
  }

  /**
   * The next events.
   *
   * @param mayListen false: the key was revoked or has expired, or the tenant is suspended, and
   *     nothing is told
   */
  public record Heard(List<Event> events, boolean mayListen) {}

  /**
   * The next events after a sequence number, at most so many. The key is looked at after them, so
   * that nothing is told that happened after it was revoked.
   */
  @ActivateRequestContext
  public Heard after(
      TenantId tenant, Reach reach, KeyId key, long after, @Nullable String type, int most) {
    current.enter(tenant, reach);
    current.seeOnlyWhatIsReached();
    return transaction.call(
        () -> {
          List<Event> next = events.after(after, type, most);
          boolean mayListen = keys.get(key).isActive(clock.instant()) && !tenants.isSuspended();
          return new Heard(mayListen ? next : List.of(), mayListen);
        });
  }
}
