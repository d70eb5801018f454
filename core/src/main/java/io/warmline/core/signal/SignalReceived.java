package io.warmline.core.signal;

import io.warmline.core.event.EventType;
import io.warmline.core.event.Happening;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.SignalId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A prospect did something.
 *
 * @param signal what the prospect did
 * @param tier in which the lead is called for it; null: the queue does not follow
 */
record SignalReceived(
    SignalId id,
    LeadId leadId,
    CampaignId campaignId,
    SignalType signal,
    Instant occurredAt,
    @Nullable Integer tier)
    implements Happening {

  @Override
  public EventType type() {
    return EventType.SIGNAL_RECEIVED;
  }

  @Override
  public UUID subject() {
    return id.value();
  }
}
