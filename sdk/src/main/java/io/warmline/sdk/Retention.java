package io.warmline.sdk;

import io.warmline.sdk.model.RetentionRules;

/** How long things are kept. */
public final class Retention {
  private final Transport transport;

  Retention(Transport transport) {
    this.transport = transport;
  }

  /** Reads for how long things are kept, and what is gone already. */
  public io.warmline.sdk.model.Retention getRetention(RequestOption... options) {
    return transport.value(
        Request.get("/v1/retention").with(options), io.warmline.sdk.model.Retention.class);
  }

  /** Says for how long things are kept, in place of what was said before. */
  public io.warmline.sdk.model.Retention setRetention(
      RetentionRules rules, RequestOption... options) {
    return transport.value(
        Request.put("/v1/retention").json(rules).with(options),
        io.warmline.sdk.model.Retention.class);
  }
}
