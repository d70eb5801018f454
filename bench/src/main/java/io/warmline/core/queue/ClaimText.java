package io.warmline.core.queue;

import java.util.List;

/** The text of the claim, as the application builds it. */
public final class ClaimText {

  private ClaimText() {}

  /** Claims one lead for anyone of the team out of these buckets. */
  public static String forAgent(List<Long> buckets) {
    return ClaimStatement.forAgent(buckets, 1, ClaimStatement.Reach.NEAR);
  }
}
