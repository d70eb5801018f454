package io.warmline.core.phrase;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneRules;
import java.util.List;

/** The prospect's clock, with the two days of the year on which it is changed. */
record LocalClock(ZonedDateTime now) {

  /** The first instant at which the clock shows it; the second if the first is past. */
  Instant instant(LocalDate date, LocalTime time) {
    ZonedDateTime first = ZonedDateTime.of(date, time, zone());
    return first.isBefore(now) ? first.withLaterOffsetAtOverlap().toInstant() : first.toInstant();
  }

  /** The time that the clock really shows: one in a gap is moved by what the clocks skip. */
  LocalTime shown(LocalDate date, LocalTime time) {
    LocalDateTime shown = ZonedDateTime.of(date, time, zone()).toLocalDateTime();
    return shown.toLocalDate().equals(date) ? shown.toLocalTime() : LocalTime.MAX;
  }

  /** What is odd about that time of that day. */
  Doubts doubts(LocalDate date, LocalTime time) {
    List<ZoneOffset> offsets = rules().getValidOffsets(date.atTime(time));
    if (offsets.isEmpty()) {
      return Doubts.NONE.with(
          new Warning(
              WarningCode.DST_GAP, "The clocks skip that time; it was moved past the gap."));
    }
    return offsets.size() == 1
        ? Doubts.NONE
        : Doubts.NONE.with(
            new Warning(
                WarningCode.DST_OVERLAP, "The clocks show that time twice; the first is meant."));
  }

  private ZoneRules rules() {
    return zone().getRules();
  }

  private ZoneId zone() {
    return now.getZone();
  }
}
