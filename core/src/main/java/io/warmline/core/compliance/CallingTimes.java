package io.warmline.core.compliance;

import io.warmline.core.compliance.CallingHours.Window;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * When a rule allows calls, by the prospect's clock and calendar.
 *
 * @param windows empty: at any hour. A window that runs past midnight is given as two; each day is
 *     judged for itself, so a holiday closes what reaches into it and nothing more
 * @param bannedOn the holidays on which no call is allowed; empty: holidays are as other days
 * @param suspensions days on which no call is allowed
 * @param consentLifts whether a prospect who agreed to be called at that time may be called outside
 *     the windows and on holidays; it never lifts a suspension
 */
public record CallingTimes(
    Optional<CallingHours> windows,
    Optional<HolidayCalendar> bannedOn,
    List<Suspension> suspensions,
    boolean consentLifts) {

  /** Any time on any day. */
  public static final CallingTimes ANY =
      new CallingTimes(Optional.empty(), Optional.empty(), List.of(), false);

  static final List<Window> WHOLE_DAY = List.of(new Window(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT));

  /** Keeps a copy. */
  public CallingTimes {
    suspensions = List.copyOf(suspensions);
  }

  /** The windows of a day. */
  List<Window> on(LocalDate date, boolean lifted) {
    if (suspensionOn(date).isPresent()) {
      return List.of();
    }
    if (lifted && consentLifts) {
      return WHOLE_DAY;
    }
    return holidayOn(date).isPresent()
        ? List.of()
        : windows.map(hours -> hours.on(date.getDayOfWeek())).orElse(WHOLE_DAY);
  }

  Optional<Suspension> suspensionOn(LocalDate date) {
    return suspensions.isEmpty()
        ? Optional.empty()
        : suspensions.stream().filter(suspension -> suspension.covers(date)).findFirst();
  }

  /** The name of the holiday on which calls are banned that day. */
  Optional<String> holidayOn(LocalDate date) {
    return bannedOn.flatMap(calendar -> calendar.on(date));
  }
}
