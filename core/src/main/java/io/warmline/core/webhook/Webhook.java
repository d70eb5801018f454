package io.warmline.core.webhook;

import io.warmline.core.id.CampaignId;
import io.warmline.core.id.WebhookId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where events are sent.
 *
 * @param disabled why nothing is sent to it; empty: it is enabled
 * @param failingSince since when nothing has arrived any more; empty: the last attempt arrived
 */
public record Webhook(
    WebhookId id,
    int version,
    Terms terms,
    Optional<Disabled> disabled,
    Optional<Instant> failingSince,
    Instant createdAt,
    Instant updatedAt) {

  /**
   * What its user has agreed on.
   *
   * @param types which events: their types, or all of a subject as {@code call.*}; empty: all
   * @param campaigns only events of these campaigns; empty: all
   * @param fullData whether a message brings along what the event is about
   * @param enabled whether anything is sent
   */
  public record Terms(
      Destination destination,
      Optional<String> description,
      List<String> types,
      List<CampaignId> campaigns,
      boolean fullData,
      boolean enabled) {

    public Terms {
      types = List.copyOf(types);
      campaigns = List.copyOf(campaigns);
    }
  }

  /** Why nothing is sent. */
  public enum Disabled {
    /** Its user wanted that. */
    BY_USER,
    /** It answered 410. */
    GONE,
    /** Nothing has arrived for days. */
    GAVE_UP
  }
}
