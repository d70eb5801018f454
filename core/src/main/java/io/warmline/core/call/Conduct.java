package io.warmline.core.call;

import io.warmline.core.campaign.Objective;
import org.jspecify.annotations.Nullable;

/**
 * How the caller went about a call, in the caller's own words. A callback that reached the prospect
 * is complete only when the original ask was made again, and before a deferral is accepted a
 * concrete time is offered: the campaign policies, "The callback". Every call has an objective, and
 * whether it was attained is recorded: "Objective of a call".
 *
 * @param askMade whether the original ask was made again; null: not said
 * @param counterOffered whether a concrete time was offered; null: not said
 * @param objective what the call was for; null: what the work was that the lead was claimed for
 * @param objectiveAttained null: not said, the outcome decides
 * @param interestStated whether the prospect said to be interested; null: not said
 * @param meetingAsked whether a meeting was asked for; null: not said
 */
public record Conduct(
    @Nullable Boolean askMade,
    @Nullable Boolean counterOffered,
    @Nullable Objective objective,
    @Nullable Boolean objectiveAttained,
    @Nullable Boolean interestStated,
    @Nullable Boolean meetingAsked) {

  /** Nothing was said about it. */
  public static final Conduct UNSAID = new Conduct(null, null, null, null, null, null);

  /** About a callback alone. */
  public static Conduct ofCallback(@Nullable Boolean askMade, @Nullable Boolean counterOffered) {
    return new Conduct(askMade, counterOffered, null, null, null, null);
  }

  /** With this objective where none was named. */
  Conduct aimingAt(Objective usual) {
    return new Conduct(
        askMade,
        counterOffered,
        objective == null ? usual : objective,
        objectiveAttained,
        interestStated,
        meetingAsked);
  }
}
