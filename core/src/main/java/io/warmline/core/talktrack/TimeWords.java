package io.warmline.core.talktrack;

import io.warmline.core.time.DayPart;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** Days and times as they are spoken, in the zone that the values carry. */
final class TimeWords {

  private TimeWords() {}

  /** From the night to noon, from noon to 17:00, and later; each start is in. */
  static String greeting(LocalTime time) {
    return switch (DayPart.of(time)) {
      case MORNING -> "Good morning";
      case AFTERNOON -> "Good afternoon";
      case EVENING -> "Good evening";
    };
  }

  /** "this Thursday at 2 pm". */
  static String concreteTime(ZonedDateTime slot, LocalDate today, Voice voice) {
    return day(slot.toLocalDate(), today, voice) + " at " + voice.clock(slot.toLocalTime());
  }

  /** "Thursday 3 December at 2 pm". */
  static String exactTime(ZonedDateTime time, Voice voice) {
    return date(time.toLocalDate(), voice) + " at " + voice.clock(time.toLocalTime());
  }

  /**
   * "today", "tomorrow", "this Thursday" to the end of the week, "next Tuesday" in the one after
   * it, else the date. Weeks begin on Monday; on a Sunday, "this Thursday" is that of the coming
   * one.
   */
  static String day(LocalDate day, LocalDate today, Voice voice) {
    long days = ChronoUnit.DAYS.between(today, day);
    if (days < 2) {
      return days == 0 ? "today" : "tomorrow";
    }
    boolean sunday = today.getDayOfWeek() == DayOfWeek.SUNDAY;
    LocalDate monday =
        sunday ? today.plusDays(1) : today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    long week = ChronoUnit.DAYS.between(monday, day) / 7;
    if (week == 0 && days < 7) {
      return "this " + weekday(day);
    }
    return week <= 1 ? "next " + weekday(day) : date(day, voice);
  }

  /** "2 pm", "2:30 pm", "noon". */
  static String clock(LocalTime time) {
    if (time.getMinute() == 0 && time.getHour() % 12 == 0) {
      return time.getHour() == 0 ? "midnight" : "noon";
    }
    int hour = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
    String minutes = time.getMinute() == 0 ? "" : String.format(":%02d", time.getMinute());
    return hour + minutes + (time.getHour() < 12 ? " am" : " pm");
  }

  static String month(LocalDate date) {
    return date.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  private static String date(LocalDate date, Voice voice) {
    return voice.date(weekday(date), date.getDayOfMonth(), month(date));
  }

  private static String weekday(LocalDate date) {
    return date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }
}
