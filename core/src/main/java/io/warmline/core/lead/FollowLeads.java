package io.warmline.core.lead;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

/**
 * What those who go by a lead's facts do when its zone, its campaign, its dates or its consent
 * change.
 */
public interface FollowLeads {

  /**
   * Follows leads whose changed facts are written, in the transaction of the change, before their
   * queue rows are derived anew. The caller holds the locks of their numbers.
   */
  void of(Collection<UUID> leads, Instant now);
}
