package io.warmline.api.resource;

import io.warmline.api.contract.model.CallingHoursDto;
import io.warmline.api.contract.model.TimeWindowDto;
import io.warmline.core.Faults;
import io.warmline.core.InvalidValue;
import io.warmline.core.WarmlineException;
import io.warmline.core.compliance.CallingHours;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hours of a week between the contract and the domain. */
final class HoursMapper {

  private static final String END_OF_DAY = "24:00";

  private HoursMapper() {}

  /**
   * @param pointer where they stand in the request
   */
  static CallingHours hours(CallingHoursDto dto, String pointer) {
    Map<DayOfWeek, List<CallingHours.Window>> week = new EnumMap<>(DayOfWeek.class);
    Faults faults = new Faults();
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(day, windows(day, on(dto, day), pointer, faults));
    }
    faults.refuse();
    try {
      return new CallingHours(week);
    } catch (WarmlineException e) {
      WarmlineException.Violation violation = e.violations().get(0);
      throw new InvalidValue(
          pointer + violation.pointer().toLowerCase(Locale.ROOT),
          violation.code(),
          violation.message());
    }
  }

  private static List<CallingHours.Window> windows(
      DayOfWeek day, @Nullable List<TimeWindowDto> dtos, String pointer, Faults faults) {
    List<CallingHours.Window> windows = new ArrayList<>();
    if (dtos != null) {
      for (int i = 0; i < dtos.size(); i++) {
        TimeWindowDto dto = dtos.get(i);
        String at = pointer + "/" + day.name().toLowerCase(Locale.ROOT) + "/" + i;
        faults.find(() -> window(dto, at)).ifPresent(windows::add);
      }
    }
    return windows;
  }

  private static CallingHours.Window window(TimeWindowDto dto, String pointer) {
    LocalTime to =
        dto.getTo().equals(END_OF_DAY) ? LocalTime.MIDNIGHT : LocalTime.parse(dto.getTo());
    if (to.equals(LocalTime.MIDNIGHT) && !dto.getTo().equals(END_OF_DAY)) {
      throw new InvalidValue(
          pointer + "/to", "WINDOW_EMPTY", "must be after from; the end of the day is 24:00");
    }
    try {
      return new CallingHours.Window(LocalTime.parse(dto.getFrom()), to);
    } catch (WarmlineException e) {
      WarmlineException.Violation violation = e.violations().get(0);
      throw new InvalidValue(pointer + violation.pointer(), violation.code(), violation.message());
    }
  }

  private static @Nullable List<TimeWindowDto> on(CallingHoursDto dto, DayOfWeek day) {
    return switch (day) {
      case MONDAY -> dto.getMonday();
      case TUESDAY -> dto.getTuesday();
      case WEDNESDAY -> dto.getWednesday();
      case THURSDAY -> dto.getThursday();
      case FRIDAY -> dto.getFriday();
      case SATURDAY -> dto.getSaturday();
      case SUNDAY -> dto.getSunday();
    };
  }

  static CallingHoursDto hours(CallingHours hours) {
    return new CallingHoursDto()
        .monday(windows(hours.on(DayOfWeek.MONDAY)))
        .tuesday(windows(hours.on(DayOfWeek.TUESDAY)))
        .wednesday(windows(hours.on(DayOfWeek.WEDNESDAY)))
        .thursday(windows(hours.on(DayOfWeek.THURSDAY)))
        .friday(windows(hours.on(DayOfWeek.FRIDAY)))
        .saturday(windows(hours.on(DayOfWeek.SATURDAY)))
        .sunday(windows(hours.on(DayOfWeek.SUNDAY)));
  }

  private static @Nullable List<TimeWindowDto> windows(List<CallingHours.Window> windows) {
    return windows.isEmpty()
        ? null
        : windows.stream()
            .map(
                w ->
                    new TimeWindowDto()
                        .from(w.from().toString())
                        .to(w.toEndOfDay() ? END_OF_DAY : w.to().toString()))
            .toList();
  }
}
