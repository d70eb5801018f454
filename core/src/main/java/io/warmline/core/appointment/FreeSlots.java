package io.warmline.core.appointment;

import io.warmline.core.compliance.CallingHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The slots of a week in which somebody takes meetings, side by side from the beginning of each
 * window. Pure.
 *
 * @param hours by the clock of {@code zone}
 * @param length of each slot
 */
public record FreeSlots(CallingHours hours, ZoneId zone, Duration length) {

  /**
   * Slots within [from, to) that none of the taken ones overlaps, earliest first.
   *
   * @param most how many at most
   */
  public List<Slot> between(Instant from, Instant to, Collection<Slot> taken, int most) {
    List<Slot> free = new ArrayList<>();
    LocalDate last = to.atZone(zone).toLocalDate();
    for (LocalDate day = from.atZone(zone).toLocalDate(); !day.isAfter(last); ) {
      for (Slot slot : slotsOf(day)) {
        boolean inside = !slot.startsAt().isBefore(from) && !slot.endsAt().isAfter(to);
        if (free.size() < most && inside && taken.stream().noneMatch(slot::overlaps)) {
          free.add(slot);
        }
      }
      day = day.plusDays(1);
    }
    return List.copyOf(free);
  }

  private List<Slot> slotsOf(LocalDate day) {
    List<Slot> slots = new ArrayList<>();
    for (CallingHours.Window window : hours.on(day.getDayOfWeek())) {
      Instant closes = closing(day, window);
      Instant start = day.atTime(window.from()).atZone(zone).toInstant();
      while (!start.plus(length).isAfter(closes)) {
        slots.add(new Slot(start, start.plus(length)));
        start = start.plus(length);
      }
    }
    return slots;
  }

  private Instant closing(LocalDate day, CallingHours.Window window) {
    return window.toEndOfDay()
        ? day.plusDays(1).atStartOfDay(zone).toInstant()
        : day.atTime(window.to()).atZone(zone).toInstant();
  }
}
