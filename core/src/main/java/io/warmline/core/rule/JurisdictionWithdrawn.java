package io.warmline.core.rule;

import io.warmline.core.event.EventType;
import io.warmline.core.event.Happening;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Nobody is called there any more.
 *
 * @param keyId the API key by which that was asked for
 */
record JurisdictionWithdrawn(
    UUID subject, String jurisdiction, String by, String reason, @Nullable UUID keyId)
    implements Happening {

  @Override
  public EventType type() {
    return EventType.JURISDICTION_WITHDRAWN;
  }
}
