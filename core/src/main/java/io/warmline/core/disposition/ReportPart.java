package io.warmline.core.disposition;

import io.warmline.core.InvalidValue;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What the report of a call can bring along, beside what every report can: who called whom, when,
 * for how long, what for, and notes. {@link Disposition#takes} says what goes with which outcome;
 * anything else is refused, because nothing would come of it.
 */
public enum ReportPart {
  CALLBACK("/callback", "a callback"),
  REVISIT_ON("/revisitOn", "the date on which the lead comes back"),
  REASON("/reason", "a reason"),
  LANGUAGE("/language", "the language"),
  REFERRAL("/referral", "the referral"),
  SUPPRESSION_SCOPE("/suppressionScope", "how far the refusal reaches"),
  STATED_PLACE("/statedPlace", "where the prospect is"),
  QUALIFICATION("/qualification", "the pre-qualification"),
  CHECK_IN("/checkIn", "what the customer said"),
  APPOINTMENT_TIME("/appointment/startsAt", "the time of the meeting"),
  APPOINTMENT_LENGTH("/appointment/durationMinutes", "the length of the meeting"),
  APPOINTMENT_ARRANGEMENTS("/appointment", "what was agreed about the meeting"),
  APPOINTMENT_DOUBLE_BOOKED("/appointment/doubleBook", "that the slot may be taken twice"),
  APPOINTMENT_CANCELLED_BY("/appointment/cancelledBy", "who called the meeting off"),
  APPOINTMENT_OVERRIDE("/appointment/overrideReason", "why the policy was overridden"),
  ASK_MADE("/askMade", "whether the ask was made again"),
  COUNTER_OFFERED("/counterOffered", "whether a concrete time was offered"),
  INTEREST_STATED("/interestStated", "whether the prospect is interested"),
  MEETING_ASKED("/meetingAsked", "whether a meeting was asked for"),
  OBJECTIVE_ATTAINED("/objectiveAttained", "whether the objective was attained");

  private final String pointer;
  private final String what;

  ReportPart(String pointer, String what) {
    this.pointer = pointer;
    this.what = what;
  }

  /** Where it stands in a report, as a JSON pointer. */
  public String pointer() {
    return pointer;
  }

  /** The refusal of a report that lacks this part. */
  InvalidValue requiredBy(Disposition disposition) {
    return InvalidValue.required(pointer, disposition + " needs " + what);
  }

  /** The refusal of this part in a correction that leaves the outcome as it was. */
  public InvalidValue needsAnotherOutcome(Disposition disposition) {
    return new InvalidValue(
        pointer,
        "NOT_TAKEN",
        "goes with a corrected disposition, and %s stays; change %s by its own operation"
            .formatted(disposition, what));
  }

  /** The refusal of this part with an outcome of which nothing would come. */
  public InvalidValue notTakenBy(Disposition disposition) {
    String takers =
        Arrays.stream(Disposition.values())
            .filter(other -> other.takes().contains(this))
            .map(Enum::name)
            .collect(Collectors.joining(", "));
    return new InvalidValue(
        pointer,
        "NOT_TAKEN",
        "nothing comes of it with %s; it goes with %s".formatted(disposition, takers));
  }
}
