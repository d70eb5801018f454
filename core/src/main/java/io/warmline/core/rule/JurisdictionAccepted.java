package io.warmline.core.rule;

import io.warmline.core.event.EventType;
import io.warmline.core.event.Happening;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody answers for calling where no law is known.
 *
 * @param keyId the API key by which that was asked for
 */
record JurisdictionAccepted(
    UUID subject, String jurisdiction, String by, String reason, @Nullable UUID keyId)
    implements Happening {

  @Override
  public EventType type() {
    return EventType.JURISDICTION_ACCEPTED;
  }
}
