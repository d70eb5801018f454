package io.warmline.core.compliance;

import io.warmline.core.InvalidValue;
import io.warmline.core.compliance.CallingHours.Window;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The windows of a week as a rule file writes them; one may run past midnight. */
final class WeekJson {

  private final Map<DayOfWeek, List<Window>> week = new EnumMap<>(DayOfWeek.class);

  private record Span(LocalTime from, LocalTime to) {

    boolean runsPastMidnight() {
      return to.isBefore(from) && !to.equals(LocalTime.MIDNIGHT);
    }
  }

  /** Reads the field {@code windows}. */
  static CallingHours read(Fields windows) {
    WeekJson read = new WeekJson();
    for (DayOfWeek day : DayOfWeek.values()) {
      windows.objects(Fields.nameOf(day), WeekJson::span).forEach(span -> read.add(day, span));
    }
    read.week.forEach((day, open) -> inOrder(open, windows.at(Fields.nameOf(day))));
    if (read.week.isEmpty()) {
      throw new InvalidValue(
          windows.pointer(), "NEVER_OPEN", "the week must have at least one window");
    }
    return new CallingHours(read.week);
  }

  private static Span span(Fields window) {
    LocalTime from = window.get("from", LocalTime::parse);
    LocalTime to = window.get("to", LocalTime::parse);
    if (from.equals(to) && !to.equals(LocalTime.MIDNIGHT)) {
      throw new InvalidValue(
          window.at("to"),
          "WINDOW_EMPTY",
          "a window must end after it begins; 00:00 ends it with the day");
    }
    return new Span(from, to);
  }

  private void add(DayOfWeek day, Span span) {
    if (span.runsPastMidnight()) {
      add(day, new Window(span.from(), LocalTime.MIDNIGHT));
      add(day.plus(1), new Window(LocalTime.MIDNIGHT, span.to()));
    } else {
      add(day, new Window(span.from(), span.to()));
    }
  }

  private void add(DayOfWeek day, Window window) {
    week.computeIfAbsent(day, d -> new ArrayList<>()).add(window);
  }

  private static void inOrder(List<Window> windows, String pointer) {
    windows.sort(Comparator.comparing(Window::from));
    for (int i = 1; i < windows.size(); i++) {
      if (!windows.get(i - 1).endsBy(windows.get(i).from())) {
        throw new InvalidValue(
            pointer,
            "WINDOWS_OVERLAP",
            "windows of a day must not overlap, nor with one that runs on from the day before");
      }
    }
  }
}
