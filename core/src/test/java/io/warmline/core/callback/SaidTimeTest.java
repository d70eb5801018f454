package io.warmline.core.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmline.core.callback.SaidTime.Given;
import io.warmline.core.phrase.CallbackPhrases;
import io.warmline.core.phrase.Interpretation.Resolved;
import io.warmline.core.phrase.PhraseContext;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words said on Wednesday 18 November 2026 at 10:15 in New York, and a time beside them. */
class SaidTimeTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 18);
  private static final ZonedDateTime SPOKEN = WEDNESDAY.atTime(10, 15).atZone(NEW_YORK);
  private static final Duration GRACE = Duration.ofMinutes(15);

  @ParameterizedTest(name = "\"{0}\" and {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tomorrow                    | 2026-11-19T09:00
          tomorrow                    | 2026-11-19T19:30
          the day after tomorrow      | 2026-11-20T10:00
          tomorrow at 3               | 2026-11-19T14:45
          tomorrow at 3               | 2026-11-19T15:15
          tomorrow morning            | 2026-11-19T12:45
          tomorrow after 3            | 2026-11-19T18:30
          tomorrow before noon        | 2026-11-19T08:15
          Thursday                    | 2026-11-19T10:00
          by Friday                   | 2026-11-18T15:00
          by Friday                   | 2026-11-20T16:00
          next week                   | 2026-11-25T10:00
          the middle of next week     | 2026-11-25T10:00
          after the holidays          | 2027-02-03T10:00
          after December 3            | 2027-01-20T10:00
          in two weeks                | 2026-12-01T10:00
          in a month                  | 2026-12-21T10:00
          in a few weeks              | 2026-12-03T10:00
          in a few days               | 2026-11-20T10:00
          in half an hour             | 2026-11-18T11:20
          in December                 | 2026-12-30T10:00
          in three days               | 2026-11-21T10:00
          """)
  void whatTheWordsNameFits(String words, LocalDateTime given) {
    assertThat(isRefused(words, at(given, given))).isFalse();
  }

  @ParameterizedTest(name = "\"{0}\" and {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tomorrow                    | 2026-11-20T10:00
          tomorrow                    | 2026-11-18T15:00
          the day after tomorrow      | 2026-11-19T10:00
          tomorrow at 3               | 2026-11-19T15:16
          tomorrow at 3               | 2026-11-19T14:44
          tomorrow morning            | 2026-11-19T16:00
          tomorrow after 3            | 2026-11-19T11:00
          tomorrow before noon        | 2026-11-19T15:00
          Thursday                    | 2026-11-23T10:00
          by Friday                   | 2026-11-23T10:00
          next week                   | 2026-12-01T10:00
          after the holidays          | 2026-12-10T10:00
          after December 3            | 2026-12-02T10:00
          in two weeks                | 2026-11-20T10:00
          in a month                  | 2026-11-19T10:00
          in a few weeks              | 2026-11-19T10:00
          in half an hour             | 2026-11-19T10:45
          in December                 | 2027-01-04T10:00
          December 3                  | 2026-12-04T10:00
          this afternoon              | 2026-11-19T14:00
          """)
  void whatTheWordsRuleOutIsRefused(String words, LocalDateTime given) {
    assertThat(isRefused(words, at(given, given))).isTrue();
  }

  @ParameterizedTest(name = "\"{0}\" and {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          some time                              | 2026-12-20T10:00
          once the budget is approved            | 2026-12-20T10:00
          this is the 5th call today             | 2026-12-20T10:00
          tomorrow unless it rains               | 2026-12-20T10:00
          call me then on my mobile              | 2026-12-20T10:00
          """)
  void wordsInDoubtLeaveItToTheTime(String words, LocalDateTime given) {
    assertThat(isRefused(words, at(given, given))).isFalse();
  }

  @Test
  void aWindowFitsWhereItsCallsWouldBeMadeWhenTheyWereAskedFor() {
    assertThat(isRefused("tomorrow at 3", at("2026-11-19T14:00", "2026-11-19T16:00"))).isFalse();
    assertThat(isRefused("tomorrow at 3", at("2026-11-19T16:00", "2026-11-19T18:00"))).isTrue();
    assertThat(isRefused("tomorrow", at("2026-11-19T09:00", "2026-11-20T17:00"))).isTrue();
    assertThat(isRefused("tomorrow", at("2026-11-18T12:00", "2026-11-19T17:00"))).isTrue();
    assertThat(isRefused("next week", at("2026-11-23T09:00", "2026-11-27T17:00"))).isFalse();
    assertThat(isRefused("tomorrow afternoon", at("2026-11-19T09:00", "2026-11-19T17:00")))
        .isTrue();
  }

  /**
   * At whatever hour of two years it was said, nights, weekends and both clock changes with them.
   */
  @ParameterizedTest(name = "\"{0}\" and {1}")
  @CsvSource({
    "give me half an hour, PT30M",
    "in a few hours, PT3H40M",
    "try me in two weeks, P14D",
    "try me in two weeks, P12D",
    "try me in two weeks, P16D"
  })
  void aDelayFitsTheTimeThatItNames(String words, Duration delay) {
    ZonedDateTime first = WEDNESDAY.atTime(0, 21).atZone(NEW_YORK);
    for (int hour = 0; hour < 2 * 365 * 24; hour += 5) {
      ZonedDateTime spoken = first.plusHours(hour);
      LocalDateTime due =
          spoken
              .plusDays(delay.toDaysPart())
              .plus(delay.minusDays(delay.toDaysPart()))
              .toLocalDateTime();
      assertThat(isRefused(words, spoken, at(due, due))).as("%s", spoken).isFalse();
    }
  }

  @Test
  void aPromiseForADayFallsDueInTheMorning() {
    assertThat(isRefused("tomorrow", on(19))).isFalse();
    assertThat(isRefused("tomorrow morning", on(19))).isFalse();
    assertThat(isRefused("tomorrow at 9", on(19))).isFalse();
    assertThat(isRefused("tomorrow at 3", on(19))).isTrue();
    assertThat(isRefused("tomorrow", on(20))).isTrue();
  }

  @Test
  void theRefusalNamesBothTimes() {
    SaidTime said = said("tomorrow at 3").orElseThrow();

    assertThat(said.refusal(at("2026-11-20T10:00", "2026-11-20T10:00")).violations())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.pointer()).isEqualTo("/dueAt");
              assertThat(fault.code()).isEqualTo("WORDS_SAY_OTHERWISE");
              assertThat(fault.message())
                  .contains("Friday 20 November 2026 at 10:00")
                  .contains("Thursday 19 November at 15:00")
                  .contains("note");
            });
  }

  private static boolean isRefused(String words, Given given) {
    return isRefused(words, SPOKEN, given);
  }

  private static boolean isRefused(String words, ZonedDateTime spoken, Given given) {
    return said(words, spoken)
        .filter(SaidTime::isSure)
        .filter(said -> !said.fits(given))
        .isPresent();
  }

  private static Optional<SaidTime> said(String words) {
    return said(words, SPOKEN);
  }

  private static Optional<SaidTime> said(String words, ZonedDateTime spoken) {
    PhraseContext context = PhraseContext.of(spoken.toInstant(), NEW_YORK);
    return CallbackPhrases.interpret(words, context) instanceof Resolved resolved
        ? Optional.of(new SaidTime(resolved, spoken.toLocalDate(), GRACE))
        : Optional.empty();
  }

  private static Given at(String from, String to) {
    return at(LocalDateTime.parse(from), LocalDateTime.parse(to));
  }

  private static Given at(LocalDateTime from, LocalDateTime to) {
    return new Given(from, to, false, "/dueAt");
  }

  private static Given on(int day) {
    LocalDate date = WEDNESDAY.withDayOfMonth(day);
    return new Given(date.atTime(9, 0), date.atTime(17, 0), true, "/dueOn");
  }
}
