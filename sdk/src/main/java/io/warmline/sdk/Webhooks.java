package io.warmline.sdk;

import io.warmline.sdk.model.Delivery;
import io.warmline.sdk.model.DeliveryPage;
import io.warmline.sdk.model.DeliveryStatus;
import io.warmline.sdk.model.NewWebhook;
import io.warmline.sdk.model.ReplayEvents;
import io.warmline.sdk.model.ReplayStarted;
import io.warmline.sdk.model.RotateWebhookSecret;
import io.warmline.sdk.model.Webhook;
import io.warmline.sdk.model.WebhookMade;
import io.warmline.sdk.model.WebhookPage;
import io.warmline.sdk.model.WebhookPatch;
import java.util.UUID;
import java.util.stream.Stream;

/** Events that are sent to you. Who receives them checks them by a {@link WebhookVerifier}. */
public final class Webhooks {
  private static final String ALL = "/v1/webhooks";
  private static final String ONE = "/v1/webhooks/{webhookId}";

  private final Transport transport;

  Webhooks(Transport transport) {
    this.transport = transport;
  }

  /**
   * Sets a webhook up. Its secret is in the answer alone; see {@link WebhookMade#getSecret}.
   *
   * @throws ConflictException if there are as many as may be
   * @throws PermissionException if the key may not read what would be sent
   */
  public Versioned<WebhookMade> createWebhook(NewWebhook webhook, RequestOption... options) {
    return transport.versioned(Request.post(ALL).json(webhook).with(options), WebhookMade.class);
  }

  /** Lists webhooks, newest first. */
  public Page<Webhook> listWebhooks(RequestOption... options) {
    return listWebhooks(Paging.all(), options);
  }

  /** Lists webhooks, newest first. */
  public Page<Webhook> listWebhooks(Paging paging, RequestOption... options) {
    WebhookPage page =
        transport.value(Request.get(ALL).query(paging.query()).with(options), WebhookPage.class);
    return new Page<>(
        page.getItems(),
        page.getNextCursor(),
        cursor -> listWebhooks(paging.cursor(cursor), options));
  }

  /** Reads a webhook. */
  public Versioned<Webhook> getWebhook(UUID webhookId, RequestOption... options) {
    return transport.versioned(Request.get(ONE, webhookId).with(options), Webhook.class);
  }

  /**
   * Changes what is given. One that is enabled again goes on where it stopped.
   *
   * @throws PreconditionFailedException if it has changed since it was read
   */
  public Versioned<Webhook> updateWebhook(
      Versioned<Webhook> webhook, WebhookPatch patch, RequestOption... options) {
    return updateWebhook(webhook.value().getId(), webhook.etag(), patch, options);
  }

  /**
   * Changes what is given. One that is enabled again goes on where it stopped.
   *
   * @throws PreconditionFailedException if it has another version than the ETag names
   */
  public Versioned<Webhook> updateWebhook(
      UUID webhookId, String etag, WebhookPatch patch, RequestOption... options) {
    Request request =
        Request.patch(ONE, webhookId).mergePatch(patch).with(RequestOption.ifMatch(etag));
    return transport.versioned(request.with(options), Webhook.class);
  }

  /**
   * Deletes a webhook with its deliveries.
   *
   * @throws PreconditionFailedException if it has another version than the ETag names
   */
  public void deleteWebhook(UUID webhookId, String etag, RequestOption... options) {
    transport.send(Request.delete(ONE, webhookId).with(RequestOption.ifMatch(etag)).with(options));
  }

  /**
   * Gives it a new secret, which is in the answer alone. For a while messages are signed by both.
   */
  public Versioned<WebhookMade> rotateWebhookSecret(
      UUID webhookId, RotateWebhookSecret rotate, RequestOption... options) {
    return transport.versioned(
        Request.post(ONE + "/rotate-secret", webhookId).json(rotate).with(options),
        WebhookMade.class);
  }

  /**
   * Sends it an event of the type {@code webhook.test}.
   *
   * @throws ConflictException if it is disabled
   */
  public Webhook testWebhook(UUID webhookId, RequestOption... options) {
    return transport.value(Request.post(ONE + "/test", webhookId).with(options), Webhook.class);
  }

  /**
   * Sends events again, or for the first time if they happened before it was set up.
   *
   * @param from number of the first, from 1
   * @param to number of the last; at most 10,000 events
   */
  public ReplayStarted replayEvents(UUID webhookId, long from, long to, RequestOption... options) {
    ReplayEvents range = new ReplayEvents().fromSequence(from).toSequence(to);
    return transport.value(
        Request.post(ONE + "/replay", webhookId).json(range).with(options), ReplayStarted.class);
  }

  /** Lists the deliveries of a webhook with their attempts, the last event first. */
  public Page<Delivery> listDeliveries(UUID webhookId, RequestOption... options) {
    return deliveries(webhookId, Query.NONE, Paging.all(), options);
  }

  /** Lists the deliveries of this status, the last event first. */
  public Page<Delivery> listDeliveries(
      UUID webhookId, DeliveryStatus status, Paging paging, RequestOption... options) {
    return deliveries(webhookId, Query.NONE.with("status", status.name()), paging, options);
  }

  private Page<Delivery> deliveries(
      UUID webhookId, Query filter, Paging paging, RequestOption... options) {
    Query query =
        new Query(Stream.of(filter, paging.query()).flatMap(q -> q.parameters().stream()).toList());
    DeliveryPage page =
        transport.value(
            Request.get(ONE + "/deliveries", webhookId).query(query).with(options),
            DeliveryPage.class);
    return new Page<>(
        page.getItems(),
        page.getNextCursor(),
        cursor -> deliveries(webhookId, filter, paging.cursor(cursor), options));
  }

  /** Sends a delivery again from the beginning. */
  public Delivery replayDelivery(UUID webhookId, UUID deliveryId, RequestOption... options) {
    return transport.value(
        Request.post(ONE + "/deliveries/{deliveryId}/replay", webhookId, deliveryId).with(options),
        Delivery.class);
  }
}
