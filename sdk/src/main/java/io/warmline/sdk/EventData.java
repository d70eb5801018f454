package io.warmline.sdk;

import io.warmline.sdk.model.Event;
import io.warmline.sdk.model.WebhookMessage;

/**
 * What an event tells, by the model of its type: {@code call.logged} is read as {@code
 * CallLoggedData}, and so on.
 */
public final class EventData {
  private EventData() {}

  /**
   * The data of an event.
   *
   * @param type the model that the contract names for the event's type
   * @throws IllegalArgumentException if the data is of another kind
   */
  public static <T> T of(Event event, Class<T> type) {
    return Json.convert(event.getData(), type);
  }

  /** As {@link #of(Event, Class)}, of an event that came by a webhook. */
  public static <T> T of(WebhookMessage message, Class<T> type) {
    return Json.convert(message.getData(), type);
  }
}
