package io.warmline.core.queue;

import io.warmline.core.compliance.Opening;
import java.util.UUID;

/**
 * Leads of a campaign that share calling windows and language.
 *
 * @param language ISO 639 code the agent must speak; empty: any
 * @param opening the opening that is on or comes next; at the end of time where none comes
 * @param share what the agent who asks may have of the campaign
 */
record Bucket(long id, String language, Opening opening, Share share) {

  UUID campaign() {
    return share.campaign();
  }
}
