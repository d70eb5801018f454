package io.warmline.api.contract;

import io.warmline.api.contract.Newcomers.Newcomer;
import io.warmline.api.demo.Demo;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Instant;

/** Makes the demo in a tenant of its own, as the first start of a server does. */
@ApplicationScoped
public class DemoTenant {

  private final Newcomers newcomers;
  private final Demo demo;

  DemoTenant(Newcomers newcomers, Demo demo) {
    this.newcomers = newcomers;
    this.demo = demo;
  }

  /** A tenant with the demo in it. */
  @ActivateRequestContext
  public Newcomer create() {
    Newcomer tenant = newcomers.allBut();
    demo.create();
    return tenant;
  }

  /** As the other, as if the server had first started at this time. */
  @ActivateRequestContext
  public Newcomer create(Instant present) {
    Newcomer tenant = newcomers.allBut();
    demo.create(present);
    return tenant;
  }
}
