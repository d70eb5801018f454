package io.warmline.core.compliance;

import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.WarmlineException.Violation;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The hours of a week in which a prospect may be called, by the clock on the prospect's wall.
 *
 * <p>Clock changes need no rule of their own: an instant is open if the wall clock then shows a
 * time within a window of that weekday. A time that the clocks skip is never shown, and one that
 * they repeat is open or closed both times.
 *
 * @param week the windows of each day, in order and apart from each other (one may begin as another
 *     ends); a day that is absent or has none is closed
 */
public record CallingHours(Map<DayOfWeek, List<CallingHours.Window>> week) {

  /**
   * The hours of a campaign that sets none: Monday to Friday 9:00 to 20:00, Saturday 10:00 to
   * 17:00, never on Sunday. A house policy, stricter than the federal rule of the United States
   * (8:00 to 21:00 every day at the called party's place: 16 CFR 310.4(c), 47 CFR 64.1200(c)(1)).
   */
  public static final CallingHours DEFAULT = safeDefault();

  private static final Duration LOOK_AHEAD = Duration.ofDays(14);

  /**
   * Checks the week and keeps a copy of it, without closed days.
   *
   * @throws WarmlineException {@code INVALID_VALUE} if windows of a day overlap or are out of
   *     order, or if the week has no window at all; the pointers of its violations begin at the
   *     week
   */
  public CallingHours {
    Map<DayOfWeek, List<Window>> open = new EnumMap<>(DayOfWeek.class);
    week.forEach(
        (day, windows) -> {
          requireInOrder(day, windows);
          if (!windows.isEmpty()) {
            open.put(day, List.copyOf(windows));
          }
        });
    if (open.isEmpty()) {
      throw invalid("", "NEVER_OPEN", "the week must have at least one window");
    }
    week = Collections.unmodifiableMap(open);
  }

  /** The windows of a day, in order; empty if it is closed. */
  public List<Window> on(DayOfWeek day) {
    return week.getOrDefault(day, List.of());
  }

  /**
   * The opening that contains {@code now} or, if it is closed now, the next one that opens within
   * 14 days. Open is what is open in every one of the zones: where a prospect's zone is uncertain,
   * a call is allowed only if all candidates allow it.
   *
   * <p>Windows that meet at midnight make one opening. Hours without any gap would never close, so
   * an opening is cut to 14 days at most: such hours have opened 8 days before {@code now} and
   * close 6 days after it.
   *
   * @return empty if the zones are never open at the same time within 14 days
   * @throws IllegalArgumentException if there are no zones: hours without a place mean nothing
   */
  public Optional<Opening> openingAt(Collection<ZoneId> zones, Instant now) {
    if (zones.isEmpty()) {
      throw new IllegalArgumentException("calling hours need at least one zone");
    }
    return Openings.openingAt(List.of(date -> on(date.getDayOfWeek())), zones, now, LOOK_AHEAD);
  }

  private static void requireInOrder(DayOfWeek day, List<Window> windows) {
    for (int i = 1; i < windows.size(); i++) {
      if (!windows.get(i - 1).endsBy(windows.get(i).from())) {
        throw invalid(
            "/" + day + "/" + i + "/from",
            "WINDOWS_OVERLAP",
            "a window must begin when or after the one before it ends");
      }
    }
  }

  private static WarmlineException invalid(String pointer, String code, String message) {
    return new WarmlineException(
        ProblemCode.INVALID_VALUE, message, List.of(new Violation(pointer, code, message)));
  }

  private static CallingHours safeDefault() {
    Map<DayOfWeek, List<Window>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(day, List.of(new Window(LocalTime.of(9, 0), LocalTime.of(20, 0))));
    }
    week.put(DayOfWeek.SATURDAY, List.of(new Window(LocalTime.of(10, 0), LocalTime.of(17, 0))));
    week.remove(DayOfWeek.SUNDAY);
    return new CallingHours(week);
  }

  /**
   * Hours of one day, by the wall clock.
   *
   * @param from the first time within
   * @param to the first time after; 00:00 means the end of the day (24:00), so that 00:00 to 00:00
   *     is the whole day
   */
  public record Window(LocalTime from, LocalTime to) {

    /**
     * Checks that the window begins before it ends. One that runs past midnight must be given as
     * two, one on each day.
     *
     * @throws WarmlineException {@code INVALID_VALUE} otherwise
     */
    public Window {
      if (!endsAfter(from, to)) {
        throw invalid(
            "/to", "WINDOW_EMPTY", "a window must end after it begins; 00:00 ends it with the day");
      }
    }

    /** Whether the window ends with its day. */
    public boolean toEndOfDay() {
      return to.equals(LocalTime.MIDNIGHT);
    }

    /** Whether the time is in the window: from {@code from} on, before {@code to}. */
    public boolean contains(LocalTime time) {
      return !time.isBefore(from) && endsAfter(time, to);
    }

    boolean endsBy(LocalTime time) {
      return !endsAfter(time, to);
    }

    private static boolean endsAfter(LocalTime time, LocalTime to) {
      return to.equals(LocalTime.MIDNIGHT) || to.isAfter(time);
    }
  }
}
