package io.warmline.core.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmline.core.callback.Reading.Option;
import io.warmline.core.compliance.CallingHours;
import io.warmline.core.phrase.Precision;
import io.warmline.core.phrase.Window;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Monday to Friday 9:00 to 20:00, Saturday 10:00 to 17:00; 18 November 2026 is a Wednesday. */
class FittingTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");
  private static final Instant NOW = at("2026-11-18T10:15");

  @ParameterizedTest(name = "{0} to {1}, {2}-{3}: from {4} to {5}, moved {6}")
  @CsvSource({
    // a point within, at the first and after the last minute, and on a closed day
    "2026-11-19, 2026-11-19, 15:00, 15:00, 2026-11-19T15:00, 2026-11-19T15:00, false",
    "2026-11-19, 2026-11-19, 09:00, 09:00, 2026-11-19T09:00, 2026-11-19T09:00, false",
    "2026-11-19, 2026-11-19, 08:59, 08:59, 2026-11-19T09:00, 2026-11-19T09:15, true",
    "2026-11-19, 2026-11-19, 19:59, 19:59, 2026-11-19T19:59, 2026-11-19T19:59, false",
    "2026-11-19, 2026-11-19, 20:00, 20:00, 2026-11-20T09:00, 2026-11-20T09:15, true",
    "2026-11-22, 2026-11-22, 11:00, 11:00, 2026-11-23T09:00, 2026-11-23T09:15, true",
    // hours are cut at both ends
    "2026-11-19, 2026-11-19, 08:00, 12:00, 2026-11-19T09:00, 2026-11-19T12:00, false",
    "2026-11-19, 2026-11-19, 17:00, 21:00, 2026-11-19T17:00, 2026-11-19T20:00, false",
    "2026-11-21, 2026-11-21, 09:00, 20:00, 2026-11-21T10:00, 2026-11-21T17:00, false",
    // closed days at the ends of a range fall away
    "2026-11-22, 2026-11-24, 09:00, 17:00, 2026-11-23T09:00, 2026-11-24T17:00, false",
    "2026-11-20, 2026-11-22, 09:00, 17:00, 2026-11-20T09:00, 2026-11-21T17:00, false",
    // nothing before now
    "2026-11-18, 2026-11-18, 09:00, 17:00, 2026-11-18T10:15, 2026-11-18T17:00, false",
    "2026-11-16, 2026-11-20, 09:00, 17:00, 2026-11-18T10:15, 2026-11-20T17:00, false",
    "2026-11-17, 2026-11-17, 09:00, 17:00, 2026-11-18T10:15, 2026-11-18T10:30, true"
  })
  void aWindowIsCutDownToTheHoursThatAreLegal(
      LocalDate first,
      LocalDate last,
      LocalTime from,
      LocalTime to,
      String due,
      String latest,
      boolean moved) {
    Intent intent = intent(new Window(first, last, from, to), first.atTime(from));

    Fit fit = fitting(List.of(NEW_YORK)).fit(intent).orElseThrow();

    assertThat(fit.dueAt()).isEqualTo(at(due));
    assertThat(fit.latestAt()).isEqualTo(at(latest));
    assertThat(fit.moved()).isEqualTo(moved);
    assertThat(fit.preferredAt()).isBetween(fit.dueAt(), fit.latestAt());
  }

  @Test
  void aWindowIsLegalOnlyWhereItIsInEveryZone() {
    LocalDate day = LocalDate.of(2026, 11, 19);
    Intent intent = intent(day(day, "09:00", "17:00"), day.atTime(9, 0));

    Fit fit = fitting(List.of(NEW_YORK, LOS_ANGELES)).fit(intent).orElseThrow();

    assertThat(fit.dueAt()).isEqualTo(at("2026-11-19T12:00"));
    assertThat(fit.latestAt()).isEqualTo(at("2026-11-19T17:00"));
  }

  @Test
  void thePreferredTimeStaysIfItIsLegalAndElseIsTheNextThatIs() {
    Window range =
        new Window(
            LocalDate.of(2026, 11, 20),
            LocalDate.of(2026, 11, 24),
            LocalTime.of(9, 0),
            LocalTime.of(17, 0));

    Fit legal = fit(range, "2026-11-23T11:00");
    Fit sunday = fit(range, "2026-11-22T11:00");

    assertThat(legal.preferredAt()).isEqualTo(at("2026-11-23T11:00"));
    assertThat(sunday.preferredAt()).isEqualTo(at("2026-11-23T09:00"));
  }

  @Test
  void thePauseInTheMiddleOfADayIsNoCallingTime() {
    CallingHours french = hours("10:00", "13:00", "14:00", "20:00");
    LegalFitting fitting = new LegalFitting(i -> french.openingAt(List.of(NEW_YORK), i), NOW);
    LocalDate day = LocalDate.of(2026, 11, 19);

    Fit inPause = fitting.fit(intent(day(day, "13:30", "13:30"), day.atTime(13, 30))).orElseThrow();
    Fit around = fitting.fit(intent(day(day, "12:00", "16:00"), day.atTime(13, 30))).orElseThrow();

    assertThat(inPause.moved()).isTrue();
    assertThat(inPause.dueAt()).isEqualTo(at("2026-11-19T14:00"));
    assertThat(inPause.others()).extracting(Option::dueAt).containsExactly(at("2026-11-19T12:45"));
    assertThat(around.dueAt()).isEqualTo(at("2026-11-19T12:00"));
    assertThat(around.preferredAt()).isEqualTo(at("2026-11-19T14:00"));
    assertThat(around.latestAt()).isEqualTo(at("2026-11-19T16:00"));
  }

  @Test
  void theNearestLegalTimesAreOneBeforeAndOneAfter() {
    LegalFitting fitting = fitting(List.of(NEW_YORK));

    assertThat(fitting.nearest(at("2026-11-19T15:00"))).isEmpty();
    assertThat(fitting.nearest(at("2026-11-22T11:00")))
        .extracting(Option::dueAt)
        .containsExactly(at("2026-11-21T16:45"), at("2026-11-23T09:00"));
  }

  @Test
  void aTimeBeforeNowIsNoneToOffer() {
    LegalFitting fitting =
        new LegalFitting(
            i -> CallingHours.DEFAULT.openingAt(List.of(NEW_YORK), i), at("2026-11-18T21:00"));

    assertThat(fitting.nearest(at("2026-11-18T22:00")))
        .extracting(Option::dueAt)
        .containsExactly(at("2026-11-19T09:00"));
  }

  @Test
  void whereNoHoursComeNothingFits() {
    LegalFitting closed = new LegalFitting(i -> Optional.empty(), NOW);
    LocalDate day = LocalDate.of(2026, 11, 19);

    assertThat(closed.fit(intent(day(day, "09:00", "17:00"), day.atTime(9, 0)))).isEmpty();
    assertThat(closed.nearest(at("2026-11-19T09:00"))).isEmpty();
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    // the clocks go forward at 2:00 on 14 March 2027 and back at 2:00 on 7 November 2027
    "2027-03-14T02:30, 2027-03-14T07:30:00Z",
    "2027-11-07T01:30, 2027-11-07T05:30:00Z"
  })
  void aTimeThatTheClocksSkipMovesOnAndOneTheyRepeatIsTheFirst(LocalDateTime local, Instant due) {
    CallingHours always = hours("00:00", "00:00");
    LegalFitting fitting = new LegalFitting(i -> always.openingAt(List.of(NEW_YORK), i), NOW);
    Window point =
        new Window(
            local.toLocalDate(), local.toLocalDate(), local.toLocalTime(), local.toLocalTime());

    assertThat(fitting.fit(intent(point, local)).orElseThrow().dueAt()).isEqualTo(due);
  }

  private static Fit fit(Window window, String preferred) {
    return fitting(List.of(NEW_YORK))
        .fit(intent(window, LocalDateTime.parse(preferred)))
        .orElseThrow();
  }

  private static LegalFitting fitting(List<ZoneId> zones) {
    return new LegalFitting(i -> CallingHours.DEFAULT.openingAt(zones, i), NOW);
  }

  private static CallingHours hours(String... fromTo) {
    Map<DayOfWeek, List<CallingHours.Window>> week = new EnumMap<>(DayOfWeek.class);
    List<CallingHours.Window> windows = new ArrayList<>();
    for (int i = 0; i < fromTo.length; i += 2) {
      windows.add(
          new CallingHours.Window(LocalTime.parse(fromTo[i]), LocalTime.parse(fromTo[i + 1])));
    }
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(day, windows);
    }
    return new CallingHours(week);
  }

  private static Intent intent(Window window, LocalDateTime preferred) {
    return new Intent(NEW_YORK, window, preferred, Precision.DAY, Optional.empty());
  }

  private static Window day(LocalDate day, String from, String to) {
    return new Window(day, day, LocalTime.parse(from), LocalTime.parse(to));
  }

  private static Instant at(String newYork) {
    return LocalDateTime.parse(newYork).atZone(NEW_YORK).toInstant();
  }
}
