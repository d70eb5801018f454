package io.warmline.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** From 2020 on, when no zone skips or repeats the start of a part of the day. */
class RetryTimesPropertyTest {

  @Property
  void theNextAttemptIsAtTheStartOfTheNextPartOfTheNextDate(
      @ForAll("zones") ZoneId zone, @ForAll("instants") Instant attempt) {
    ZonedDateTime before = attempt.atZone(zone);
    LocalDate nextDate = before.toLocalDate().plusDays(1);
    DayPart nextPart = DayPart.of(before.toLocalTime()).next();

    ZonedDateTime next = RetryTimes.nextDayLeastTriedPart(attempt, List.of(), zone).atZone(zone);

    assertThat(next.toLocalDate()).isEqualTo(nextDate);
    assertThat(next.toLocalTime()).isEqualTo(nextPart.start());
    assertThat(next.toInstant()).isAfter(attempt);
  }

  @Provide
  Arbitrary<ZoneId> zones() {
    return Arbitraries.of(ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of).toList());
  }

  @Provide
  Arbitrary<Instant> instants() {
    return Arbitraries.longs()
        .between(
            Instant.parse("2020-01-01T00:00:00Z").getEpochSecond(),
            Instant.parse("2040-01-01T00:00:00Z").getEpochSecond())
        .map(Instant::ofEpochSecond);
  }
}
