package io.warmline.core.id;

import java.util.UUID;

/** The id of a webhook. */
public record WebhookId(UUID value) {

  /** A new id, greater than those made before it. */
  public static WebhookId next() {
    return new WebhookId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
