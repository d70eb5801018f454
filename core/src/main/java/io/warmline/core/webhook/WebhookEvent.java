package io.warmline.core.webhook;

import io.warmline.core.event.EventType;
import io.warmline.core.event.Happening;
import io.warmline.core.id.WebhookId;
import java.util.UUID;

/** What is told of a webhook. */
public sealed interface WebhookEvent extends Happening {

  WebhookId webhook();

  @Override
  default UUID subject() {
    return webhook().value();
  }

  /** Entered. */
  record Created(WebhookId webhook) implements WebhookEvent {

    @Override
    public EventType type() {
      return EventType.WEBHOOK_CREATED;
    }
  }

  /** Changed, possibly enabled or disabled by its user. */
  record Updated(WebhookId webhook) implements WebhookEvent {

    @Override
    public EventType type() {
      return EventType.WEBHOOK_UPDATED;
    }
  }

  /** Deleted. */
  record Deleted(WebhookId webhook) implements WebhookEvent {

    @Override
    public EventType type() {
      return EventType.WEBHOOK_DELETED;
    }
  }

  /** It has a new secret. */
  record SecretRotated(WebhookId webhook) implements WebhookEvent {

    @Override
    public EventType type() {
      return EventType.WEBHOOK_SECRET_ROTATED;
    }
  }

  /** Nothing is sent to it any more. */
  record Disabled(WebhookId webhook, Webhook.Disabled reason) implements WebhookEvent {

    @Override
    public EventType type() {
      return EventType.WEBHOOK_DISABLED;
    }
  }

  /**
   * It was disabled for longer than events are kept.
   *
   * @param fromSequence number of the first event that it was not sent
   * @param toSequence number of the last one
   */
  record Skipped(WebhookId webhook, long fromSequence, long toSequence) implements WebhookEvent {

    @Override
    public EventType type() {
      return EventType.WEBHOOK_SKIPPED;
    }
  }

  /** Somebody wants to see whether it works. It is sent there whatever the webhook wants. */
  record Tested(WebhookId webhook) implements WebhookEvent {

    @Override
    public EventType type() {
      return EventType.WEBHOOK_TEST;
    }
  }
}
