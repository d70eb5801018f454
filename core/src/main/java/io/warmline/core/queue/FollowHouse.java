package io.warmline.core.queue;

import java.time.Instant;

/**
 * What those who know the leads of live claims do when a rule that holds for all campaigns has
 * changed: an emergency stop, a country that is no longer accepted, narrower hours there.
 */
public interface FollowHouse {

  /** Follows a change that is written, in its transaction, once no claim goes by the old rules. */
  void at(Instant now);
}
