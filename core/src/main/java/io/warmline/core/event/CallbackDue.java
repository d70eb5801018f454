package io.warmline.core.event;

import io.warmline.core.id.CallbackId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import java.util.UUID;

/** The time of a callback has come. A claim may find that out before the callbacks do. */
public record CallbackDue(CallbackId callback, LeadId leadId, CampaignId campaignId)
    implements Happening {

  @Override
  public EventType type() {
    return EventType.CALLBACK_DUE;
  }

  @Override
  public UUID subject() {
    return callback.value();
  }
}
