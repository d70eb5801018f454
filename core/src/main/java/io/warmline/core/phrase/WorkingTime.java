package io.warmline.core.phrase;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * When the prospect can be called.
 *
 * @param days the business days, at least one
 * @param business the hours meant when none are said
 * @param legal the hours outside of which nobody may be called, even at his own word
 * @param holidays days on which calls are not possible, besides those that are no business days
 */
public record WorkingTime(
    Set<DayOfWeek> days, Hours business, Hours legal, Predicate<LocalDate> holidays) {

  /** Monday to Friday, 9:00 to 17:00, legal from 8:00 to 21:00, no holidays. */
  public static final WorkingTime DEFAULT =
      new WorkingTime(
          EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
          Hours.of(9, 17),
          Hours.of(8, 21),
          date -> false);

  /** The longest run of closed days that is skipped; a calendar without open days ends there. */
  private static final int MOST_CLOSED_DAYS = 400;

  /**
   * Checks that there is a business day and keeps a copy of the set.
   *
   * @throws IllegalArgumentException if there is none
   */
  public WorkingTime {
    if (days.isEmpty()) {
      throw new IllegalArgumentException("at least one day of the week must be a business day");
    }
    days = Set.copyOf(days);
  }

  boolean open(LocalDate date) {
    return days.contains(date.getDayOfWeek()) && !holidays.test(date);
  }

  /** The date itself or the next on which calls are possible. */
  LocalDate openOnOrAfter(LocalDate date) {
    for (int i = 0; i < MOST_CLOSED_DAYS; i++) {
      if (open(date.plusDays(i))) {
        return date.plusDays(i);
      }
    }
    return date;
  }

  /** The date itself or the last before it on which calls are possible. */
  LocalDate openOnOrBefore(LocalDate date) {
    for (int i = 0; i < MOST_CLOSED_DAYS; i++) {
      if (open(date.minusDays(i))) {
        return date.minusDays(i);
      }
    }
    return date;
  }

  /** The nth open day after the date; n from 1. */
  LocalDate plusOpenDays(LocalDate date, int n) {
    LocalDate day = date;
    for (int i = 0; i < n; i++) {
      day = openOnOrAfter(day.plusDays(1));
    }
    return day;
  }

  /** The day with which the business week begins: the first that follows a day off. */
  DayOfWeek weekStart() {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (days.contains(day) && !days.contains(day.minus(1))) {
        return day;
      }
    }
    return DayOfWeek.MONDAY;
  }

  /** Hours of a day, both ends in. */
  public record Hours(LocalTime from, LocalTime to) {

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if the end is not after the beginning
     */
    public Hours {
      if (!to.isAfter(from)) {
        throw new IllegalArgumentException("hours must end after they begin, on the same day");
      }
    }

    /** From one full hour to another of the same day. */
    public static Hours of(int from, int to) {
      return new Hours(LocalTime.of(from, 0), LocalTime.of(to, 0));
    }

    LocalTime clip(LocalTime time) {
      if (time.isBefore(from)) {
        return from;
      }
      return time.isAfter(to) ? to : time;
    }
  }
}
