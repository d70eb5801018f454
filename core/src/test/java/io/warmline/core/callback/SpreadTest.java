package io.warmline.core.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmline.core.compliance.CallingHours;
import io.warmline.core.compliance.HolidayCalendar;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.phrase.Customs;
import io.warmline.core.phrase.Interpretation.Resolved;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Wednesday 18 November 2026, 10:15 in New York; Monday to Friday 9:00 to 20:00, Saturday to 17:00.
 */
class SpreadTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final Instant NOW = Instant.parse("2026-11-18T15:15:00Z");
  private static final HolidayCalendar HOLIDAYS = HolidayCalendar.named("US");
  private static final int LEADS = 300;

  @ParameterizedTest
  @CsvSource({
    "next week, 4",
    "by Friday, 2",
    "in the next two weeks, 9",
    "before Christmas, 24",
    "in January, 18"
  })
  void promisesOfSeveralDaysAreSpreadOverThemAndNoneIsDueAtOnce(String words, int days) {
    List<LocalDateTime> due = promised(words);

    assertThat(due.stream().map(LocalDateTime::toLocalDate).distinct().count())
        .isGreaterThanOrEqualTo(days);
    assertThat(due).allMatch(at -> at.toLocalDate().isAfter(LocalDate.of(2026, 11, 18)));
    assertThat(due.stream().map(LocalDateTime::toLocalTime).distinct().count()).isGreaterThan(10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"next week", "in January", "before Christmas", "over the holidays"})
  void noPromiseFallsOnAHolidayOrOnAWeekend(String words) {
    assertThat(promised(words))
        .noneMatch(at -> HOLIDAYS.on(at.toLocalDate()).isPresent())
        .noneMatch(at -> at.getDayOfWeek() == DayOfWeek.SATURDAY)
        .noneMatch(at -> at.getDayOfWeek() == DayOfWeek.SUNDAY);
  }

  /** As the leads of a list are made: one after the other within a millisecond. */
  @Test
  void leadsWhoseIdsFollowOneAnotherHaveTheirTurnAtDifferentTimes() {
    List<LocalDateTime> due =
        IntStream.range(0, LEADS)
            .mapToObj(i -> new LeadId(new UUID(0x0198f1a000037000L, 0x8000000000000000L + i)))
            .map(lead -> promised("next week", lead))
            .toList();

    assertThat(due.stream().map(LocalDateTime::toLocalTime).distinct().count()).isEqualTo(24);
    assertThat(due.stream().distinct().count()).isGreaterThan(80);
  }

  @Test
  void aLeadIsAlwaysGivenTheSameDay() {
    LeadId lead = LeadId.next();

    assertThat(promised("next week", lead)).isEqualTo(promised("next week", lead));
  }

  @ParameterizedTest
  @CsvSource({
    "tomorrow, 2026-11-19T09:00",
    "Friday at 3, 2026-11-20T15:00",
    "on Saturday, 2026-11-21T10:00",
    "Saturday at 11, 2026-11-21T11:00",
    "over the weekend, 2026-11-21T10:00",
    "in about 10 days, 2026-11-27T09:00"
  })
  void aDayThatWasNamedIsKept(String words, LocalDateTime due) {
    assertThat(promised(words)).containsOnly(due);
  }

  @Test
  void aPartOfTheDayIsKeptOnEveryDay() {
    assertThat(promised("next week in the afternoon"))
        .extracting(LocalDateTime::toLocalTime)
        .allMatch(
            time -> !time.isBefore(LocalTime.of(13, 0)) && time.isBefore(LocalTime.of(17, 0)));
  }

  /** A server that starts anew reckons all promises, also on the day itself. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "next week",
        "by Friday",
        "in January",
        "next week in the afternoon",
        "this week",
        "tomorrow",
        "Friday at 3",
        "over the weekend"
      })
  void aPromiseStaysWhereItIsUntilItIsDueHoweverOftenItIsReckoned(String words) {
    for (int i = 0; i < LEADS / 10; i++) {
      Prospect prospect = prospect(LeadId.next());
      Intent intent = understood(words, prospect).intent();
      Instant due = fitting(prospect, NOW).fit(intent).orElseThrow().dueAt();
      for (Duration before :
          List.of(
              Duration.ofDays(2),
              Duration.ofHours(2),
              Duration.ofMinutes(40),
              Duration.ofSeconds(1))) {
        Instant later = due.minus(before);
        if (!later.isBefore(NOW)) {
          assertThat(fitting(prospect, later).fit(intent).orElseThrow().dueAt())
              .as("%s, reckoned %s before", words, before)
              .isEqualTo(due);
        }
      }
    }
  }

  private static List<LocalDateTime> promised(String words) {
    Supplier<LocalDateTime> next = () -> promised(words, LeadId.next());
    return Stream.generate(next).limit(LEADS).toList();
  }

  private static LocalDateTime promised(String words, LeadId lead) {
    Instant due = understood(words, prospect(lead)).fit().orElseThrow().dueAt();
    return due.atZone(NEW_YORK).toLocalDateTime();
  }

  private static Candidate understood(String words, Prospect prospect) {
    Understanding understanding =
        new Understanding(prospect, NOW, fitting(prospect, NOW), Set.of(DayOfWeek.SATURDAY));
    Resolved meant = (Resolved) understanding.interpret(words, NEW_YORK);
    return understanding.candidate(meant, NEW_YORK);
  }

  private static LegalFitting fitting(Prospect prospect, Instant now) {
    return new LegalFitting(
        i -> CallingHours.DEFAULT.openingAt(List.of(NEW_YORK), i), now, Spread.of(prospect));
  }

  private static Prospect prospect(LeadId lead) {
    return new Prospect(
        lead,
        CampaignId.next(),
        Optional.empty(),
        List.of(NEW_YORK),
        Set.of(NEW_YORK),
        Customs.DEFAULT,
        HOLIDAYS::in,
        Optional.empty(),
        Optional.empty());
  }
}
