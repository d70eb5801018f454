package io.warmline.core.webhook;

import io.warmline.core.event.Event;
import io.warmline.core.id.DeliveryId;
import io.warmline.core.id.TenantId;
import io.warmline.core.id.WebhookId;
import java.util.List;

/**
 * A message that is to be carried now.
 *
 * @param attempt the how manieth attempt of its delivery it is, from 1; who reports on it names it
 * @param secrets by which it is signed, the newest first
 * @param fullData whether it brings along what the event is about
 */
public record Parcel(
    TenantId tenant,
    WebhookId webhook,
    DeliveryId delivery,
    int attempt,
    Destination destination,
    List<String> secrets,
    Event event,
    boolean fullData) {

  public Parcel {
    secrets = List.copyOf(secrets);
  }

  /** {@code webhook-id}: the same at every attempt. */
  public String messageId() {
    return "msg_" + delivery;
  }

  /** Hides the secrets. */
  @Override
  public String toString() {
    return "Parcel[" + delivery + ", attempt " + attempt + "]";
  }
}
