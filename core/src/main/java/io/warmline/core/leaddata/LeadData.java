package io.warmline.core.leaddata;

import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import java.time.Instant;
import java.util.List;

/**
 * What one concept keeps about leads. Whoever removes or moves a lead finds all of it, in no order:
 * each sees to its own tables and to nothing else, under the locks of the lead's numbers, in the
 * transaction that is open.
 */
public interface LeadData {

  /** Why whatever was open has ended when its lead was erased, in rows and in events. */
  String LEAD_ERASED = "LEAD_ERASED";

  /** Whether there is something that must be kept, so that the lead cannot be deleted. */
  default boolean mustBeKept(LeadId lead) {
    return false;
  }

  /**
   * What is open goes with its lead into another campaign; what is over stays where it happened.
   */
  default void followTo(CampaignId campaign, LeadId lead, Instant now) {}

  /**
   * The leads that were made one with this, the one that stays first, and this among them; none if
   * it never was.
   */
  default List<LeadId> madeOneWith(LeadId lead) {
    return List.of();
  }

  /** Ends what is open, with an event for each, and removes whatever is personal. */
  void forget(LeadId lead, Instant now);
}
