package io.warmline.core.housekeeping;

import io.warmline.core.id.TenantId;
import io.warmline.core.tenant.CurrentTenant;
import io.warmline.core.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Makes the rounds of all tenants. Every server does; what one has in hand the others pass over. A
 * chore that fails is logged and done again in the next round: it keeps neither the other chores
 * nor the other tenants waiting.
 */
@ApplicationScoped
class MakeRounds {

  private static final Logger LOG = Logger.getLogger(MakeRounds.class);

  private final Tenants tenants;
  private final CurrentTenant current;
  private final Rounds rounds;

  MakeRounds(Tenants tenants, CurrentTenant current, Rounds rounds) {
    this.tenants = tenants;
    this.current = current;
    this.rounds = rounds;
  }

  /** Makes a round with these chores, unless the rounds have ended. */
  <C> void with(Iterable<C> chores, Consumer<C> chore) {
    rounds.make(() -> tenants.all().forEach(tenant -> forTenant(tenant, chores, chore)));
  }

  private <C> void forTenant(TenantId tenant, Iterable<C> chores, Consumer<C> chore) {
    current.enter(tenant);
    for (C each : chores) {
      if (rounds.haveEnded()) {
        return;
      }
      try {
        chore.accept(each);
      } catch (RuntimeException e) {
        LOG.errorf(e, "a chore of tenant %s failed; the next round does it again", tenant);
      }
    }
  }
}
