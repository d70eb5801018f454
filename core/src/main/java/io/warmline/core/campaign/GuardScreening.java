package io.warmline.core.campaign;

import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.campaign.OverloadEvidence.Shown;
import io.warmline.core.campaign.OverloadEvidence.Some;
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
   * A campaign that has only begun has nothing to show for more screening than is usual.
   *
   * @throws WarmlineException QUALIFICATION_NOT_JUSTIFIED
   */
  void requireUsual(Approach approach) {
    if (screensMore(Approach.DEFAULT, approach)) {
      throw refusal(Shown.NOTHING, Approach.DEFAULT.maxUnqualifiedPercent());
    }
  }

  /**
   * @throws WarmlineException QUALIFICATION_NOT_JUSTIFIED with the figures
   */
  void requireJustified(CampaignId campaign, Approach before, Approach after, Instant now) {
    if (!screensMore(before, after)) {
      return;
    }
    Shown shown = evidence.of(campaign, now);
    if (!shown.justifiesMoreScreening(before.maxUnqualifiedPercent())) {
      throw refusal(shown, before.maxUnqualifiedPercent());
    }
  }

  /** More questions, or fewer wasted meetings that justify them. */
  private static boolean screensMore(Approach before, Approach after) {
    return after.qualifyingQuestions() > before.qualifyingQuestions()
        || after.maxUnqualifiedPercent() < before.maxUnqualifiedPercent();
  }

  private static WarmlineException refusal(Shown shown, int limit) {
    return new WarmlineException(
        ProblemCode.QUALIFICATION_NOT_JUSTIFIED,
        """
        More qualifyingQuestions, or a lower maxUnqualifiedPercent, need both for sure, of at least %d each in the last 90 days: \
        more than %d%% of the held meetings judged unqualified (%s), and more than %d%% of the hot leads not dialled in time (%s).\
        """
            .formatted(
                OverloadEvidence.LEAST,
                limit,
                words(shown.unqualified()),
                OverloadEvidence.MAX_WAITING_PERCENT,
                words(shown.waited())));
  }

  private static String words(Some some) {
    return "%d of %d, at least %d%%"
        .formatted(some.count(), some.of(), (int) (some.atLeast() * 100));
  }
}
