package io.warmline.core.duplicate;

import io.warmline.core.event.EventType;
import io.warmline.core.event.Happening;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.MergerId;
import java.util.UUID;

/** What is told of mergers: ids, no personal data. */
public sealed interface MergeEvent extends Happening {

  LeadId lead();

  @Override
  default UUID subject() {
    return lead().value();
  }

  /** Another lead was found to be the same person. */
  record Merged(LeadId lead, LeadId mergedLeadId, MergerId mergerId) implements MergeEvent {

    @Override
    public EventType type() {
      return EventType.LEAD_MERGED;
    }
  }

  /** They were told apart again. */
  record Unmerged(LeadId lead, LeadId mergedLeadId, MergerId mergerId) implements MergeEvent {

    @Override
    public EventType type() {
      return EventType.LEAD_UNMERGED;
    }
  }
}
