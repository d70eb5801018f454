package io.warmline.core.disposition;

import io.warmline.core.campaign.Objective;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
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

  /** What was said. */
  public Set<ReportPart> told() {
    EnumSet<ReportPart> told = EnumSet.noneOf(ReportPart.class);
    add(told, askMade, ReportPart.ASK_MADE);
    add(told, counterOffered, ReportPart.COUNTER_OFFERED);
    add(told, interestStated, ReportPart.INTEREST_STATED);
    add(told, meetingAsked, ReportPart.MEETING_ASKED);
    add(told, objectiveAttained, ReportPart.OBJECTIVE_ATTAINED);
    return told;
  }

  /**
   * Whether a call with this outcome attained its objective: what the caller said, else what the
   * outcome tells; null where neither does.
   */
  public @Nullable Boolean attainedBy(Disposition outcome) {
    if (objectiveAttained != null || objective == null) {
      return objectiveAttained;
    }
    if (outcome.reached() != Disposition.Reached.DECISION_MAKER) {
      return null;
    }
    return switch (objective) {
      case SECURE_MEETING -> outcome == Disposition.APPOINTMENT_SET;
      case QUALIFY -> outcome == Disposition.QUALIFIED;
      case CONFIRM_QUALITY -> outcome == Disposition.APPOINTMENT_CONFIRMED;
      case CLOSE -> outcome == Disposition.SALE;
      case KEEP_CALLBACK -> askMade;
      case FOLLOW_UP, WARM_CHECK_IN, WIN_BACK, BUILD_RAPPORT, EXPLAIN -> null;
    };
  }

  private static void add(Set<ReportPart> told, @Nullable Boolean said, ReportPart part) {
    if (said != null) {
      told.add(part);
    }
  }

  /**
   * This without what only repeats what was said of another outcome and does not go with this one.
   * What the call was for stays, unless another objective is named.
   *
   * @param before what was said of the other outcome
   */
  public Conduct insteadOf(Conduct before, Disposition disposition) {
    return new Conduct(
        kept(askMade, before.askMade, ReportPart.ASK_MADE, disposition),
        kept(counterOffered, before.counterOffered, ReportPart.COUNTER_OFFERED, disposition),
        objective == null ? before.objective : objective,
        objectiveAttained,
        kept(interestStated, before.interestStated, ReportPart.INTEREST_STATED, disposition),
        kept(meetingAsked, before.meetingAsked, ReportPart.MEETING_ASKED, disposition));
  }

  private static @Nullable Boolean kept(
      @Nullable Boolean said, @Nullable Boolean before, ReportPart part, Disposition disposition) {
    boolean repeats = Objects.equals(said, before);
    return (repeats && !disposition.takes().contains(part)) ? null : said;
  }

  /** With this objective where none was named. */
  public Conduct aimingAt(Objective usual) {
    return new Conduct(
        askMade,
        counterOffered,
        objective == null ? usual : objective,
        objectiveAttained,
        interestStated,
        meetingAsked);
  }
}
