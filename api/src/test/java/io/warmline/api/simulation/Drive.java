package io.warmline.api.simulation;

import io.warmline.sdk.model.Confirmation;
import io.warmline.sdk.model.Deliverable;
import io.warmline.sdk.model.Objective;
import java.util.UUID;

/**
 * A campaign.
 *
 * @param objective what its first calls are for
 */
record Drive(
    UUID id, UUID client, Deliverable deliverable, Objective objective, Confirmation confirmation) {

  static final int MAX_ATTEMPTS = 7;
  static final int GRACE_MINUTES = 15;
  static final int HOT_MINUTES = 60;
}
