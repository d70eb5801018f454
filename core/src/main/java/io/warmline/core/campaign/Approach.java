package io.warmline.core.campaign;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * The ways of prospecting about which the trade disagrees with itself, as this campaign goes about
 * them.
 *
 * @param deliverable what it delivers
 * @param objective what a first call is for
 * @param confirmation when its meetings are confirmed
 * @param confirmWithinMinutes by when a confirmation at once is due, from the setting of the
 *     meeting
 * @param qualifyingQuestions how many answers of a lead must be recorded before a meeting is set
 * @param maxUnqualifiedPercent above which share of held meetings that the client judged
 *     unqualified more screening is justified, 1-100
 * @param hotMinutes how long a click or another hot signal counts as hot
 * @param handoffDecisionDays business days the client has to decide on a hand-off
 */
@Embeddable
public record Approach(
    @Enumerated(EnumType.STRING) Deliverable deliverable,
    @Enumerated(EnumType.STRING) Objective objective,
    @Enumerated(EnumType.STRING) Confirmation confirmation,
    @Column(name = "confirm_within_minutes") int confirmWithinMinutes,
    @Column(name = "qualifying_questions") int qualifyingQuestions,
    @Column(name = "max_unqualified_percent") int maxUnqualifiedPercent,
    @Column(name = "hot_minutes") int hotMinutes,
    @Column(name = "handoff_decision_days") int handoffDecisionDays) {

  /** The safe defaults; those without a source are ours. */
  public static final Approach DEFAULT = of(Deliverable.APPOINTMENT);

  /** The defaults of a campaign that delivers this. */
  public static Approach of(Deliverable deliverable) {
    return new Approach(
        deliverable, deliverable.objective(), Confirmation.AT_ONCE, 10, 0, 30, 60, 5);
  }
}
