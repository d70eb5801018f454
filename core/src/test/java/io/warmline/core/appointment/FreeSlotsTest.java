package io.warmline.core.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmline.core.compliance.CallingHoursText;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreeSlotsTest {

  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

  private static final FreeSlots MORNINGS =
      new FreeSlots(
          CallingHoursText.parse("WEDNESDAY 09:00-10:45;SUNDAY 01:00-04:00"),
          ZoneId.of("America/New_York"),
          HALF_AN_HOUR);

  @Test
  void slotsLieSideBySideFromTheBeginningOfTheHoursAndEndWithinThem() {
    assertThat(starts("2026-11-18T00:00:00Z", "2026-11-19T05:00:00Z"))
        .containsExactly(
            Instant.parse("2026-11-18T14:00:00Z"),
            Instant.parse("2026-11-18T14:30:00Z"),
            Instant.parse("2026-11-18T15:00:00Z"));
  }

  @Test
  void aSlotThatHasBegunOrEndsTooLateIsNotOffered() {
    assertThat(starts("2026-11-18T14:00:01Z", "2026-11-18T15:29:59Z"))
        .containsExactly(Instant.parse("2026-11-18T14:30:00Z"));
  }

  /** Three hours by the clock on the wall: two when it goes forward, four when it goes back. */
  @ParameterizedTest
  @CsvSource({
    "2026-03-08T00:00:00Z, 2026-03-09T00:00:00Z, 4",
    "2026-11-01T00:00:00Z, 2026-11-02T00:00:00Z, 8",
    "2026-11-08T00:00:00Z, 2026-11-09T00:00:00Z, 6"
  })
  void onTheDaysOfTheClockChangeSlotsStayAsLongAsTheyAre(Instant from, Instant to, int count) {
    List<Slot> slots = MORNINGS.between(from, to, List.of(), 100);

    assertThat(slots).hasSize(count).allMatch(slot -> slot.length().equals(HALF_AN_HOUR));
  }

  @ParameterizedTest
  @CsvSource({
    // a meeting,                                  slots left
    "2026-11-18T14:30:00Z, 2026-11-18T15:00:00Z, 2",
    "2026-11-18T14:29:59Z, 2026-11-18T15:00:01Z, 0",
    "2026-11-18T13:00:00Z, 2026-11-18T14:00:00Z, 3",
    "2026-11-18T14:45:00Z, 2026-11-18T14:50:00Z, 2"
  })
  void aMeetingTakesEverySlotItTouches(Instant from, Instant to, int left) {
    List<Slot> slots =
        MORNINGS.between(
            Instant.parse("2026-11-18T00:00:00Z"),
            Instant.parse("2026-11-19T00:00:00Z"),
            List.of(new Slot(from, to)),
            100);

    assertThat(slots).hasSize(left);
  }

  private static List<Instant> starts(String from, String to) {
    return MORNINGS.between(Instant.parse(from), Instant.parse(to), List.of(), 100).stream()
        .map(Slot::startsAt)
        .toList();
  }
}
