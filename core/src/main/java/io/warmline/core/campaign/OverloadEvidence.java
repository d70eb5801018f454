package io.warmline.core.campaign;

import io.warmline.core.id.CampaignId;
import java.time.Instant;

/** Tells whether a campaign has more meetings and hot leads than it can work. */
public interface OverloadEvidence {

  /**
   * Some of many.
   *
   * @param count how many
   * @param of out of how many
   * @param atLeast the lower end of the 95% interval of their share, 0-1
   */
  record Some(long count, long of, double atLeast) {

    /** None of none: nothing is known. */
    static final Some NONE = new Some(0, 0, 0);

    /**
     * Whether their share is above a limit for sure: seen often enough to tell, and above it all
     * the same.
     */
    boolean isAbove(int percent) {
      return of >= LEAST && atLeast * 100 > percent;
    }
  }

  /** Of fewer than this no share is known: our choice. */
  int LEAST = 20;

  /** Hot leads wait if more than this share of them does: our choice. */
  int MAX_WAITING_PERCENT = 10;

  /**
   * What a campaign's last 90 days show.
   *
   * @param unqualified meetings that the client judged unqualified, of those that were held
   * @param waited hot leads that nobody dialled while they were hot, of all
   */
  record Shown(Some unqualified, Some waited) {

    /** What a campaign shows that has only begun. */
    static final Shown NOTHING = new Shown(Some.NONE, Some.NONE);

    /**
     * Whether more screening is justified: too many wasted meetings and hot leads that nobody got
     * to. Source: the campaign policies, "Over-qualification guard".
     *
     * @param maxUnqualifiedPercent above which share of unqualified meetings there are too many,
     *     1-100
     */
    public boolean justifiesMoreScreening(int maxUnqualifiedPercent) {
      return unqualified.isAbove(maxUnqualifiedPercent) && waited.isAbove(MAX_WAITING_PERCENT);
    }
  }

  /** What the campaign shows at an instant. */
  Shown of(CampaignId campaign, Instant now);
}
