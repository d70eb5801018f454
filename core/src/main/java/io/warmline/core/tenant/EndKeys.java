package io.warmline.core.tenant;

import java.time.Instant;

/** What those who know of keys do when somebody leaves to whom keys are limited. */
public interface EndKeys {

  /** Takes their keys back, in the transaction in which they leave. */
  void of(Reach gone, Instant now);
}
