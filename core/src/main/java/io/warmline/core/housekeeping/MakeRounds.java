package io.warmline.core.housekeeping;

import io.warmline.core.id.TenantId;
import io.warmline.core.tenant.CurrentTenant;
import io.warmline.core.tenant.ServerClock;
import io.warmline.core.tenant.Tenants;
import io.warmline.core.tenant.Work;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Makes the rounds: of those for whom something is due, or of everybody. Every server does. They
 * share the work by going to the tenants in no order and asking anew before long who is left; what
 * one has in hand the others pass over. Work that fails is logged and done again in the next round:
 * it keeps neither other work nor other tenants waiting. A server whose clock is wrong makes none.
 */
@ApplicationScoped
class MakeRounds {

  private static final Logger LOG = Logger.getLogger(MakeRounds.class);

  /** After that, others will have done much of what was found. */
  private static final Duration BEFORE_ASKING_ANEW = Duration.ofSeconds(1);

  private final Tenants tenants;
  private final CurrentTenant current;
  private final Rounds rounds;
  private final ServerClock serverClock;
  private final Clock clock;

  MakeRounds(
      Tenants tenants, CurrentTenant current, Rounds rounds, ServerClock serverClock, Clock clock) {
    this.tenants = tenants;
    this.current = current;
    this.rounds = rounds;
    this.serverClock = serverClock;
    this.clock = clock;
  }

  /**
   * Makes a round of those who have work of these kinds, unless the rounds have ended.
   *
   * @param pace how often each kind is looked for
   */
  <W extends Work> void whereThereIsWork(Iterable<W> kinds, Consumer<W> work, Pace pace) {
    make(
        () -> {
          Map<TenantId, List<W>> found = lookForWork(kinds, pace);
          List<TenantId> inNoOrder = new ArrayList<>(found.keySet());
          Collections.shuffle(inNoOrder);
          long start = System.nanoTime();
          for (TenantId tenant : inNoOrder) {
            forTenant(tenant, found.getOrDefault(tenant, List.of()), work);
            if (System.nanoTime() - start > BEFORE_ASKING_ANEW.toNanos()) {
              return;
            }
          }
        });
  }

  /** Makes a round of all tenants, unless the rounds have ended. */
  <C> void ofEverybody(Iterable<C> kinds, Consumer<C> work) {
    make(() -> tenants.all().forEach(tenant -> forTenant(tenant, kinds, work)));
  }

  private void make(Runnable round) {
    if (serverClock.agrees()) {
      rounds.make(round);
    }
  }

  private <W extends Work> Map<TenantId, List<W>> lookForWork(Iterable<W> kinds, Pace pace) {
    Map<TenantId, List<W>> found = new HashMap<>();
    for (W kind : kinds) {
      if (pace.isTimeFor(kind) && !rounds.haveEnded()) {
        long begun = System.nanoTime();
        look(kind)
            .forEach(tenant -> found.computeIfAbsent(tenant, t -> new ArrayList<>()).add(kind));
        pace.looked(kind, Duration.ofNanos(System.nanoTime() - begun));
      }
    }
    return found;
  }

  private Set<TenantId> look(Work kind) {
    try {
      return tenants.having(kind, clock.instant());
    } catch (RuntimeException e) {
      LOG.errorf(e, "looking for work failed; the next round looks again");
      return Set.of();
    }
  }

  private <C> void forTenant(TenantId tenant, Iterable<C> kinds, Consumer<C> work) {
    current.enter(tenant);
    for (C each : kinds) {
      if (rounds.haveEnded()) {
        return;
      }
      try {
        work.accept(each);
      } catch (RuntimeException e) {
        LOG.errorf(e, "a chore of tenant %s failed; the next round does it again", tenant);
      }
    }
  }
}
