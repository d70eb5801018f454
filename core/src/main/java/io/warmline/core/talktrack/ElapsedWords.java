package io.warmline.core.talktrack;

import io.warmline.core.phrase.Hemisphere;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** How long ago a day was, in the words of a conversation ("talk tracks" of the domain). */
final class ElapsedWords {

  private static final List<String> NORTHERN = List.of("winter", "spring", "summer", "autumn");
  private static final List<String> SOUTHERN = List.of("summer", "autumn", "winter", "spring");
  private static final double DAYS_IN_MONTH = 365.25 / 12;

  /** The first day on which nobody says "N months ago" any more. */
  private static final long LONG_AGO = 321;

  private ElapsedWords() {}

  /**
   * @param then a day in the prospect's zone, not after {@code today}
   * @throws IllegalArgumentException if it is
   */
  static String of(LocalDate then, LocalDate today, Hemisphere hemisphere) {
    long days = ChronoUnit.DAYS.between(then, today);
    if (days < 0) {
      throw new IllegalArgumentException("a conversation cannot have been after the call");
    }
    return days < LONG_AGO ? recent(days) : longAgo(then, today, hemisphere);
  }

  private static String recent(long days) {
    if (days < 2) {
      return days == 0 ? "earlier today" : "yesterday";
    }
    if (days <= 6) {
      return "a few days ago";
    }
    if (days <= 11) {
      return "last week";
    }
    if (days <= 17) {
      return "a couple of weeks ago";
    }
    return days <= 34 ? "a few weeks ago" : months(days);
  }

  /** After "a couple" come three: 76 days are two months and a half. */
  private static String months(long days) {
    if (days <= 50) {
      return "about a month ago";
    }
    return days <= 75
        ? "a couple of months ago"
        : Math.max(3, Math.round(days / DAYS_IN_MONTH)) + " months ago";
  }

  /** "Last summer" is the latest summer that is over; before that, only years are left. */
  private static String longAgo(LocalDate then, LocalDate today, Hemisphere hemisphere) {
    if (seasons(today) - seasons(then) <= 4) {
      List<String> names = hemisphere == Hemisphere.NORTHERN ? NORTHERN : SOUTHERN;
      return "last " + names.get(seasons(then) % 4);
    }
    if (today.getYear() - then.getYear() == 1) {
      return "last year";
    }
    long years = Math.round(ChronoUnit.DAYS.between(then, today) / 365.25);
    return years < 2 ? "over a year ago" : years + " years ago";
  }

  /** Seasons are counted by whole months, the year of them from December. */
  private static int seasons(LocalDate date) {
    return (date.getYear() * 12 + date.getMonthValue()) / 3;
  }
}
