package io.warmline.core.queue;

import io.warmline.core.compliance.Opening;
import java.util.UUID;

/**
 * Leads of a campaign that share calling windows and language.
 *
 * @param language ISO 639 code the agent must speak; empty: any
 * @param byCompany whether of the leads of a company one is handed out at a time
 * @param shared whether cold leads of its campaign are shared out among lists
 * @param opening the opening that is on or comes next; at the end of time where none comes
 * @param share what the agent who asks may have of the campaign
 * @param mostClaims an agent who holds so many leads gets none of it
 */
record Bucket(
    long id,
    String language,
    boolean byCompany,
    boolean shared,
    Opening opening,
    Share share,
    int mostClaims) {

  UUID campaign() {
    return share.campaign();
  }
}
