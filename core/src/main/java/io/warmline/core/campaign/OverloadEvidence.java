package io.warmline.core.campaign;

import io.warmline.core.id.CampaignId;
import java.time.Instant;

/** Tells whether a campaign has more meetings and hot leads than it can work. */
public interface OverloadEvidence {

  /**
   * What a campaign's last 90 days show.
   *
   * @param held meetings that were held
   * @param unqualified of those, how many the client judged unqualified
   * @param hot hot leads
   * @param pastTheirTime of those, how many nobody dialled while they were hot
   */
  record Shown(long held, long unqualified, long hot, long pastTheirTime) {

    /**
     * Whether more screening is justified: too many wasted meetings and hot leads that nobody got
     * to. Source: the campaign policies, "Over-qualification guard".
     *
     * @param maxUnqualifiedPercent above which share of unqualified meetings there are too many,
     *     0-100
     */
    public boolean justifiesMoreScreening(int maxUnqualifiedPercent) {
      boolean wasted = unqualified * 100 > held * maxUnqualifiedPercent;
      return wasted && pastTheirTime > 0;
    }
  }

  /** What the campaign shows at an instant. */
  Shown of(CampaignId campaign, Instant now);
}
