package io.warmline.core.appointment;

import io.warmline.core.campaign.Confirmation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * On which days a meeting is confirmed, and on which it must not be, by the dates of the prospect.
 * Pure. Source: the campaign policies, "Confirming appointments".
 */
final class ConfirmationDays {

  /**
   * So soon after a meeting was set a call is about the setting; later, on the day of the meeting
   * or the day before, it is a reminder. Our choice.
   */
  private static final Duration ABOUT_THE_SETTING = Duration.ofHours(1);

  private ConfirmationDays() {}

  /**
   * When a confirmation is to be made.
   *
   * @param dueAt from when on
   * @param latestAt by when
   * @param expiresAt from when on it must not be made
   */
  record Plan(Instant dueAt, Instant latestAt, Instant expiresAt) {}

  /**
   * The confirmation that a policy asks for; empty if it asks for none, or leaves no time for it.
   *
   * @param setAt when the meeting was set
   * @param within by when a confirmation at once is due, from {@code setAt}
   */
  static Optional<Plan> plan(
      Confirmation policy, Meeting meeting, Instant setAt, Duration within, Instant now) {
    Instant starts = meeting.slot().startsAt();
    LocalDate day = starts.atZone(meeting.zone()).toLocalDate();
    return switch (policy) {
      case NONE -> Optional.empty();
      case AT_ONCE -> {
        Instant aboutTheSetting = earlier(setAt.plus(ABOUT_THE_SETTING), starts);
        Instant ends = later(startOf(day.minusDays(1), meeting.zone()), aboutTheSetting);
        yield between(now, setAt.plus(within), ends, now);
      }
      case DAY_BEFORE -> {
        Instant ends = startOf(day, meeting.zone());
        yield between(startOf(day.minusDays(1), meeting.zone()), ends, ends, now);
      }
      case SAME_DAY -> between(startOf(day, meeting.zone()), starts, starts, now);
    };
  }

  private static Optional<Plan> between(
      Instant dueAt, Instant latestAt, Instant expiresAt, Instant now) {
    Instant due = later(dueAt, now);
    if (!due.isBefore(expiresAt)) {
      return Optional.empty();
    }
    Instant latest = latestAt.isAfter(expiresAt) ? expiresAt : later(latestAt, due);
    return Optional.of(new Plan(due, latest, expiresAt));
  }

  /**
   * Whether a policy forbids a confirmation at an instant: where meetings are confirmed at once or
   * not at all, from the start of the day before the meeting until the end of its day, because it
   * would be a reminder. Where they are confirmed at once, the call about the setting is none.
   *
   * @param setAt when the meeting was set
   */
  static boolean forbid(Confirmation policy, Meeting meeting, Instant setAt, Instant at) {
    return switch (policy) {
      case AT_ONCE -> isNear(meeting, at) && !at.isBefore(setAt.plus(ABOUT_THE_SETTING));
      case NONE -> isNear(meeting, at);
      case DAY_BEFORE, SAME_DAY -> false;
    };
  }

  private static boolean isNear(Meeting meeting, Instant at) {
    LocalDate day = meeting.localStart().toLocalDate();
    return !at.isBefore(startOf(day.minusDays(1), meeting.zone()))
        && at.isBefore(startOf(day.plusDays(1), meeting.zone()));
  }

  private static Instant startOf(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
