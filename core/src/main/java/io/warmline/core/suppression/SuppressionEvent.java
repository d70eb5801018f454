package io.warmline.core.suppression;

import io.warmline.core.event.EventType;
import io.warmline.core.event.Happening;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ClientId;
import io.warmline.core.id.SuppressionId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is told of a do-not-call entry. */
public sealed interface SuppressionEvent extends Happening {

  SuppressionId entry();

  @Override
  default UUID subject() {
    return entry().value();
  }

  /** Put in force; campaign and client are null where the scope is another. */
  record Added(
      SuppressionId entry,
      SuppressionScope scope,
      @Nullable CampaignId campaignId,
      @Nullable ClientId clientId,
      @Nullable CallId callId)
      implements SuppressionEvent {

    @Override
    public EventType type() {
      return EventType.SUPPRESSION_ADDED;
    }
  }

  /** Lifted; the key is by which that was asked for. */
  record Removed(SuppressionId entry, String evidence, @Nullable UUID keyId)
      implements SuppressionEvent {

    @Override
    public EventType type() {
      return EventType.SUPPRESSION_REMOVED;
    }
  }
}
