package io.warmline.core.callback;

import io.warmline.core.phrase.Window;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * On which of several days a promise falls due. "Next week" is any of its days, so the leads are
 * spread over them, and a lead is always given the same one.
 *
 * @param suits whether a day is a good one: a business day of the prospect's place
 * @param lead a number that differs from lead to lead
 */
record Spread(Predicate<LocalDate> suits, long lead) {

  /** The day with which a window begins. */
  static final Spread NONE = new Spread(day -> false, 0);

  /** An hour is cut into quarters, and the last of a day are left for those who are late. */
  private static final int QUARTERS = 24;

  static Spread of(Prospect prospect) {
    Predicate<LocalDate> closed = prospect::isHoliday;
    return new Spread(
        day -> isWeekday(day) && !closed.test(day),
        mixed(prospect.lead().value().getLeastSignificantBits()) >>> 1);
  }

  /**
   * Ids that are made in one millisecond, as those of a list are, follow one another, and would all
   * have their turn at the same time. The 13th variant of Stafford's finalizer of 64 bits.
   */
  private static long mixed(long id) {
    long once = (id ^ (id >>> 30)) * 0xbf58476d1ce4e5b9L;
    long twice = (once ^ (once >>> 27)) * 0x94d049bb133111ebL;
    return twice ^ (twice >>> 31);
  }

  private static boolean isWeekday(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }

  /**
   * The good days of a window, that of the lead first. Without the day on which the words were
   * spoken, unless there is no other: nobody who says "by Friday" wants to be called at once.
   *
   * @param preferred what suits best: a window that has begun has no time that suits better than
   *     now
   * @return empty if the window names one day, or one of its days in particular
   */
  List<LocalDate> days(Window window, LocalDateTime preferred) {
    LocalDate first = window.firstDate();
    boolean one = first.equals(window.lastDate());
    boolean particular = preferred.toLocalDate().isAfter(firstGood(window));
    if (one || particular) {
      return List.of();
    }
    boolean begun = preferred.isAfter(first.atTime(window.from()));
    List<LocalDate> days =
        first
            .plusDays(begun ? 1 : 0)
            .datesUntil(window.lastDate().plusDays(1))
            .filter(suits)
            .toList();
    int own = days.isEmpty() ? 0 : (int) (lead % days.size());
    return Stream.concat(days.stream().skip(own), days.stream().limit(own)).toList();
  }

  private LocalDate firstGood(Window window) {
    return window
        .firstDate()
        .datesUntil(window.lastDate().plusDays(1))
        .filter(suits)
        .findFirst()
        .orElse(window.firstDate());
  }

  /** How many quarters of an hour after the opening of its day the lead's turn is, from 0. */
  int quarters() {
    return (int) (lead / 1009 % QUARTERS);
  }
}
