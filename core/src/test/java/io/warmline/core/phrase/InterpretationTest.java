package io.warmline.core.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmline.core.phrase.Interpretation.Resolved;
import io.warmline.core.phrase.Interpretation.Unresolved;
import io.warmline.core.phrase.WorkingTime.Hours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InterpretationTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final PhraseContext WEDNESDAY = spokenAt("2026-11-18T10:15");
  private static final WorkingTime AROUND_THE_CLOCK =
      new WorkingTime(
          EnumSet.allOf(DayOfWeek.class),
          Hours.of(9, 17),
          new Hours(LocalTime.MIN, LocalTime.MAX),
          date -> false);

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          once the budget is approved,   CONDITION
          after the board meeting,       CONDITION
          some other time,               VAGUE
          call me later,                 VAGUE
          I'm really busy right now,     BUSY
          when our contract is up,       CONTRACT_END_UNKNOWN
          yesterday,                     PAST
          today at 9,                    PAST
          2026-11-01,                    PAST
          every other day,               RECURRING
          in 500 years,                  TOO_FAR
          I like turtles,                NOTHING_FOUND
          '',                            NOTHING_FOUND
          """)
  void anUnresolvedPhraseSaysWhy(String phrase, UnresolvedReason reason) {
    assertThat(CallbackPhrases.interpret(phrase, WEDNESDAY)).isEqualTo(new Unresolved(reason));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          tomorrow at 3,          EXACT_TIME,  HIGH
          tomorrow morning,       PART_OF_DAY, HIGH
          Friday,                 DAY,         HIGH
          in a few days,          DAYS,        MEDIUM
          next week,              WEEK,        HIGH
          in December,            MONTH,       HIGH
          next quarter,           QUARTER,     HIGH
          in the spring,          SEASON,      HIGH
          next Thursday,          DAY,         LOW
          12/3,                   DAY,         LOW
          """)
  void aReadingSaysHowPreciseAndHowSureItIs(
      String phrase, Precision precision, Confidence confidence) {
    Resolved answer = resolved(phrase, WEDNESDAY);

    assertThat(answer.precision()).isEqualTo(precision);
    assertThat(answer.confidence()).isEqualTo(confidence);
    assertThat(answer.needsConfirmation()).isEqualTo(confidence == Confidence.LOW);
  }

  /** 26 November is one. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          the next business day,             2026-11-25, 2026-11-27
          on the following working day at 2, 2026-11-25, 2026-11-27
          in three working days,             2026-11-24, 2026-11-30
          the next business day,             2026-11-20, 2026-11-23
          """)
  void businessDaysPassOverHolidays(String phrase, LocalDate spoken, LocalDate meant) {
    PhraseContext there =
        PhraseContext.of(spoken.atTime(10, 15).atZone(NEW_YORK).toInstant(), NEW_YORK)
            .withHolidays(LocalDate.of(2026, 11, 26)::equals);

    assertThat(resolved(phrase, there).window().firstDate()).isEqualTo(meant);
  }

  @Test
  void nextThursdayOffersTheComingOne() {
    Resolved answer = resolved("next Thursday at 2", WEDNESDAY);

    assertThat(answer.alternatives())
        .extracting(other -> other.window().firstDate() + " " + other.window().from())
        .containsExactly("2026-11-19 14:00");
  }

  @Test
  void aDateThatCanBeReadTwoWaysIsToBeConfirmed() {
    Resolved american = resolved("12/3", WEDNESDAY);
    Resolved european = resolved("12/3", WEDNESDAY.withDateOrder(DateOrder.DAY_FIRST));

    assertThat(american.firstDate()).isEqualTo("2026-12-03");
    assertThat(european.firstDate()).isEqualTo("2027-03-12");
    assertThat(european.alternatives().get(0).window().firstDate()).isEqualTo("2026-12-03");
    assertThat(european.warnings())
        .extracting(Warning::code)
        .containsExactly(WarningCode.AMBIGUOUS_DATE);
    assertThat(resolved("12/14", WEDNESDAY).needsConfirmation()).isFalse();
  }

  @Test
  void aSkippedTimeMovesPastTheGap() {
    PhraseContext saturday = spokenAt("2027-03-13T10:00").withWorkingTime(AROUND_THE_CLOCK);

    Resolved answer = resolved("tomorrow at 2:30 am", saturday);

    assertThat(answer.from()).isEqualTo("03:30");
    assertThat(answer.preferred()).isEqualTo("2027-03-14T07:30:00Z");
    assertThat(answer.warnings()).extracting(Warning::code).containsExactly(WarningCode.DST_GAP);
  }

  @Test
  void aRepeatedTimeIsTheFirstOfTheTwo() {
    PhraseContext saturday = spokenAt("2026-10-31T10:00").withWorkingTime(AROUND_THE_CLOCK);

    Resolved answer = resolved("tomorrow at 1:30 am", saturday);

    assertThat(answer.preferred()).isEqualTo("2026-11-01T05:30:00Z");
    assertThat(answer.warnings())
        .extracting(Warning::code)
        .containsExactly(WarningCode.DST_OVERLAP);
  }

  @Test
  void hoursAreCountedOnTheClockAndDaysOnTheCalendar() {
    PhraseContext beforeChange = spokenAt("2026-10-31T12:00").withWorkingTime(AROUND_THE_CLOCK);
    Instant spoken = beforeChange.spokenAt().toInstant();

    assertThat(resolved("in 26 hours", beforeChange).preferred())
        .isEqualTo(spoken.plus(Duration.ofHours(26)));
    assertThat(resolved("same time tomorrow", beforeChange).preferred())
        .isEqualTo(spoken.plus(Duration.ofHours(25)));
  }

  @Test
  void aMonthAfterTheLastOfJanuaryIsTheLastOfFebruary() {
    PhraseContext january = spokenAt("2028-01-31T10:00");

    assertThat(resolved("in a month", january).firstDate()).isEqualTo("2028-02-29");
    assertThat(resolved("in two months", january).firstDate()).isEqualTo("2028-03-31");
  }

  @Test
  void aKnownContractEndIsCalledSomeDaysBefore() {
    LocalDate end = LocalDate.of(2027, 6, 30);

    Resolved answer = resolved("when our contract is up", WEDNESDAY.withContractEnd(end));

    assertThat(answer.firstDate()).isEqualTo("2027-05-03");
    assertThat(answer.anchor()).isEqualTo(Anchor.CONTRACT_END);
    assertThat(answer.warnings())
        .extracting(Warning::code)
        .containsExactly(WarningCode.ROLLED_FORWARD);
  }

  @Test
  void aYearIsTooMuchToPromise() {
    Resolved answer = resolved("next year", WEDNESDAY);

    assertThat(answer.confidence()).isEqualTo(Confidence.MEDIUM);
    assertThat(answer.needsConfirmation()).isTrue();
    assertThat(answer.warnings())
        .extracting(Warning::code)
        .containsExactly(WarningCode.UNCERTAIN_DATE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "he's out until Monday | until Monday",
        "I'm back on the 14th | on the 14th",
        "give us ten | give us ten",
        "around Easter | around Easter",
      })
  void whatWasConcludedAndNotSaidIsAskedAbout(String words, String from) {
    Resolved answer = resolved(words, WEDNESDAY);

    assertThat(answer.needsConfirmation()).isTrue();
    assertThat(answer.warnings())
        .filteredOn(warning -> warning.code() == WarningCode.INFERRED)
        .singleElement()
        .satisfies(warning -> assertThat(warning.sentence()).contains(from));
  }

  @Test
  void aMonthInWhichTheContractEndsIsAnchoredToo() {
    Resolved answer = resolved("when our contract expires in March", WEDNESDAY);

    assertThat(answer.anchor()).isEqualTo(Anchor.CONTRACT_END);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          the week of December 7     | the week of 7 December
          tomorrow at 3              | Thursday 19 November at 15:00
          tomorrow morning           | Thursday 19 November between 9:00 and 12:00
          in January                 | January 2027
          the beginning of Q2        | 1 April to 10 April 2027
          """)
  void theReadingCanBeRepeatedToTheProspect(String phrase, String explanation) {
    assertThat(resolved(phrase, WEDNESDAY).explanation()).isEqualTo(explanation);
  }

  @Test
  void sevenIsToBeConfirmed() {
    Resolved answer = resolved("tomorrow at 7", WEDNESDAY);

    assertThat(answer.from()).isEqualTo("19:00");
    assertThat(answer.needsConfirmation()).isTrue();
    assertThat(resolved("tomorrow evening at 7", WEDNESDAY).needsConfirmation()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "a ", "half past ", "9:30-", "tomorrow or ", "((((", "in 2 to 3 "})
  void aLongTextIsAnswered(String piece) {
    String text = piece.repeat(10_000 / piece.length());

    // Work that grows with a power of the length would take hours.
    Assertions.assertTimeoutPreemptively(
        Duration.ofMinutes(1), () -> CallbackPhrases.interpret(text, WEDNESDAY));
  }

  private static Resolved resolved(String phrase, PhraseContext context) {
    return (Resolved) CallbackPhrases.interpret(phrase, context);
  }

  private static PhraseContext spokenAt(String local) {
    return PhraseContext.of(LocalDateTime.parse(local).atZone(NEW_YORK).toInstant(), NEW_YORK);
  }
}
