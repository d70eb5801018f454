package io.warmline.core.campaign;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * Caps and courtesies of a campaign.
 *
 * @param maxAttempts dials per lead before it is exhausted
 * @param maxAttemptsPerNumberPerDay dials per number in any 24 hours, over all campaigns
 * @param minMinutesBetweenAttempts least minutes between two dials that rang at one number, over
 *     all campaigns
 * @param leaseSeconds how long a claim lasts
 * @param callbackGraceMinutes how long a due personal callback is kept for its agent
 * @param callbackDefaultDelayMinutes when a callback without a time becomes due
 * @param maxDeferrals how often a prospect may put a callback off before it is shown as deferred
 *     again and again
 * @param maxClaimsPerAgent an agent who holds so many leads, of whichever campaigns, gets none of
 *     this one
 * @param oneCallPerCompany whether of the leads of a company one is handed out at a time
 */
@Embeddable
public record CampaignPolicy(
    @Column(name = "max_attempts") int maxAttempts,
    @Column(name = "max_attempts_per_number_per_day") int maxAttemptsPerNumberPerDay,
    @Column(name = "min_minutes_between_attempts") int minMinutesBetweenAttempts,
    @Column(name = "lease_seconds") int leaseSeconds,
    @Column(name = "callback_grace_minutes") int callbackGraceMinutes,
    @Column(name = "callback_default_delay_minutes") int callbackDefaultDelayMinutes,
    @Column(name = "max_deferrals") int maxDeferrals,
    @Column(name = "max_claims_per_agent") int maxClaimsPerAgent,
    @Column(name = "one_call_per_company") boolean oneCallPerCompany) {

  private static final int MANY_CLAIMS = 200;

  /** With the usual limit of claims: more than anybody works off, and not all there are. */
  public CampaignPolicy(
      int maxAttempts,
      int maxAttemptsPerNumberPerDay,
      int minMinutesBetweenAttempts,
      int leaseSeconds,
      int callbackGraceMinutes,
      int callbackDefaultDelayMinutes,
      int maxDeferrals) {
    this(
        maxAttempts,
        maxAttemptsPerNumberPerDay,
        minMinutesBetweenAttempts,
        leaseSeconds,
        callbackGraceMinutes,
        callbackDefaultDelayMinutes,
        maxDeferrals,
        MANY_CLAIMS,
        false);
  }

  /** The same, by which of the leads of a company one is handed out at a time, or all are. */
  public CampaignPolicy callingCompanies(boolean oneAtATime) {
    return new CampaignPolicy(
        maxAttempts,
        maxAttemptsPerNumberPerDay,
        minMinutesBetweenAttempts,
        leaseSeconds,
        callbackGraceMinutes,
        callbackDefaultDelayMinutes,
        maxDeferrals,
        maxClaimsPerAgent,
        oneAtATime);
  }

  /**
   * The safe defaults of the trade ("Retries and caps" and "The callback" of the campaign
   * policies).
   */
  public static final CampaignPolicy DEFAULT = new CampaignPolicy(7, 3, 240, 300, 15, 1440, 3);
}
