package io.warmline.core.appointment;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * What was agreed.
 *
 * @param zone where the prospect is; the days of the confirmation policy are reckoned there
 * @param doubleBooked whether somebody said that it may stand beside another of the client's
 */
public record Meeting(
    Slot slot, ZoneId zone, boolean doubleBooked, MeetingArrangements arrangements) {

  private static final LocalTime EARLIEST = LocalTime.of(7, 0);
  private static final LocalTime LATEST = LocalTime.of(21, 0);

  /** When it starts by the prospect's clock. */
  public ZonedDateTime localStart() {
    return slot.startsAt().atZone(zone);
  }

  /**
   * Whether it starts when hardly anybody meets: on a Sunday, before 7:00 or at 21:00 or later, by
   * the prospect's clock. Our choice.
   */
  public boolean isAtOddHour() {
    LocalTime start = localStart().toLocalTime();
    return localStart().getDayOfWeek() == DayOfWeek.SUNDAY
        || start.isBefore(EARLIEST)
        || !start.isBefore(LATEST);
  }
}
