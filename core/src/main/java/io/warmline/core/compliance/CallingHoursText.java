package io.warmline.core.compliance;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Calling hours in one line of text, as they are stored: {@code MONDAY
 * 09:00-12:00,13:00-20:00;SATURDAY 10:00-17:00}.
 */
public final class CallingHoursText {

  private CallingHoursText() {}

  /** The text; {@link #parse} gives the same hours back. */
  public static String format(CallingHours hours) {
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> !hours.on(day).isEmpty())
        .map(day -> day + " " + windows(hours.on(day)))
        .collect(Collectors.joining(";"));
  }

  private static String windows(List<CallingHours.Window> windows) {
    return windows.stream().map(w -> w.from() + "-" + w.to()).collect(Collectors.joining(","));
  }

  /**
   * The hours.
   *
   * @throws RuntimeException if the text was not made by {@link #format}
   */
  public static CallingHours parse(String text) {
    Map<DayOfWeek, List<CallingHours.Window>> week = new EnumMap<>(DayOfWeek.class);
    for (String day : text.split(";", -1)) {
      int space = day.indexOf(' ');
      week.put(
          DayOfWeek.valueOf(day.substring(0, space)),
          Arrays.stream(day.substring(space + 1).split(",", -1))
              .map(CallingHoursText::window)
              .toList());
    }
    return new CallingHours(week);
  }

  private static CallingHours.Window window(String text) {
    int dash = text.indexOf('-');
    return new CallingHours.Window(
        LocalTime.parse(text.substring(0, dash)), LocalTime.parse(text.substring(dash + 1)));
  }
}
