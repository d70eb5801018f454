package io.warmline.core.campaign;

import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.campaign.OverloadEvidence.Shown;
import io.warmline.core.id.CampaignId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * Keeps campaigns from screening prospects away: more questions before a meeting may be asked for
 * take the evidence that there are too many meetings. Source: the campaign policies,
 * "Over-qualification guard".
 */
@ApplicationScoped
class GuardScreening {

  private final OverloadEvidence evidence;

  GuardScreening(OverloadEvidence evidence) {
    this.evidence = evidence;
  }

  /**
   * @throws WarmlineException QUALIFICATION_NOT_JUSTIFIED with the figures
   */
  void requireJustified(CampaignId campaign, Approach before, Approach after, Instant now) {
    if (after.qualifyingQuestions() <= before.qualifyingQuestions()) {
      return;
    }
    Shown shown = evidence.of(campaign, now);
    if (!shown.justifiesMoreScreening(before.maxUnqualifiedPercent())) {
      throw new WarmlineException(
          ProblemCode.QUALIFICATION_NOT_JUSTIFIED, refusal(shown, before.maxUnqualifiedPercent()));
    }
  }

  private static String refusal(Shown shown, int limit) {
    return """
    More screening needs both: more than %d%% of the held meetings judged unqualified (%d of %d in the last 90 days), and hot \
    leads that waited past their time (%d of %d).\
    """
        .formatted(limit, shown.unqualified(), shown.held(), shown.pastTheirTime(), shown.hot());
  }
}
