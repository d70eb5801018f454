package io.warmline.api.webhook;

import io.warmline.core.tenant.ApiKeys;
import io.warmline.core.tenant.CurrentTenant;
import io.warmline.core.webhook.DeliverWebhooks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;

/** The rounds that housekeeping makes every second, when a test wants them. */
@ApplicationScoped
public class WebhookRounds {

  private final ApiKeys keys;
  private final CurrentTenant tenant;
  private final DeliverWebhooks deliver;

  WebhookRounds(ApiKeys keys, CurrentTenant tenant, DeliverWebhooks deliver) {
    this.keys = keys;
    this.tenant = tenant;
    this.deliver = deliver;
  }

  /** One round for the tenant of the key. */
  @ActivateRequestContext
  public void make(String key) {
    tenant.enter(keys.authenticate(key).orElseThrow().tenant());
    deliver.tick();
  }
}
