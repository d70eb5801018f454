package io.warmline.core.simulation;

import io.warmline.core.compliance.CallingHours;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The hours of a campaign, as it is told them and as the wall clock shows them. */
record Hours(List<Span> weekdays, List<Span> saturday, List<Span> sunday) {

  /** Whole hours: from the first until before the second. */
  record Span(int from, int to) {}

  boolean isOpenAt(ZonedDateTime wall) {
    int hour = wall.getHour();
    return on(wall.getDayOfWeek()).stream().anyMatch(s -> s.from() <= hour && hour < s.to());
  }

  CallingHours told() {
    Map<DayOfWeek, List<CallingHours.Window>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(day, on(day).stream().map(Hours::window).toList());
    }
    return new CallingHours(week);
  }

  private List<Span> on(DayOfWeek day) {
    return switch (day) {
      case SATURDAY -> saturday;
      case SUNDAY -> sunday;
      default -> weekdays;
    };
  }

  private static CallingHours.Window window(Span span) {
    return new CallingHours.Window(LocalTime.of(span.from(), 0), LocalTime.of(span.to(), 0));
  }
}
