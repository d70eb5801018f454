package io.warmline.core.simulation;

import io.quarkus.arc.Arc;
import io.warmline.core.Desk;
import io.warmline.core.agent.ManageAgent;
import io.warmline.core.call.LogCall;
import io.warmline.core.callback.FollowProspects;
import io.warmline.core.callback.KeepPromises;
import io.warmline.core.callback.PromiseCallback;
import io.warmline.core.queue.ChangeClaim;
import io.warmline.core.queue.ClaimNextLead;
import io.warmline.core.queue.Promoter;
import io.warmline.core.suppression.SuppressNumber;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.spi.AlterableContext;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;

/** What the firm uses of the product, and what can happen to the process it runs in. */
@Singleton
class Product {

  /** Those who remember something from one transaction to the next. */
  private static final Set<String> MEMORY = Set.of("Watermarks", "Promoter", "FollowProspects");

  @Inject Desk desk;
  @Inject ClaimNextLead claimNextLead;
  @Inject ChangeClaim changeClaim;
  @Inject LogCall logCall;
  @Inject PromiseCallback promises;
  @Inject ManageAgent agents;
  @Inject SuppressNumber suppress;
  @Inject TenantTransaction transaction;
  @Inject Promoter promoter;
  @Inject KeepPromises keepPromises;
  @Inject FollowProspects followProspects;

  /** The power is cut just before a transaction would have been committed. */
  private static final class PowerCut extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** What the server's housekeeping does for the tenant, as far as callbacks go. */
  void round() {
    promoter.tick();
    keepPromises.tick();
    followProspects.tickHourly();
  }

  /** Does the work and loses it. */
  void abandon(Runnable work) {
    try {
      transaction.run(
          () -> {
            work.run();
            throw new PowerCut();
          });
    } catch (PowerCut e) {
      // nothing of it is left
    }
  }

  /** The process starts anew: all it remembered is gone. */
  void restart() {
    BeanManager beans = Arc.container().beanManager();
    AlterableContext context = (AlterableContext) beans.getContext(ApplicationScoped.class);
    beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
        .filter(bean -> MEMORY.contains(bean.getBeanClass().getSimpleName()))
        .forEach(context::destroy);
  }
}
