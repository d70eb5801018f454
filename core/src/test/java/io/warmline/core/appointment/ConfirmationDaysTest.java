package io.warmline.core.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmline.core.appointment.ConfirmationDays.Plan;
import io.warmline.core.campaign.Confirmation;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** When a meeting is confirmed, and when it must not be. */
class ConfirmationDaysTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

  /** The clocks of New York go forward on 2026-03-08 and back on 2026-11-01. */
  @ParameterizedTest
  @CsvSource({
    // an ordinary day: forbidden from the start of the day before to the end of the day
    "2026-11-25T19:00:00Z, 2026-11-24T04:59:59.999999Z, false",
    "2026-11-25T19:00:00Z, 2026-11-24T05:00:00Z,        true",
    "2026-11-25T19:00:00Z, 2026-11-25T12:00:00Z,        true",
    "2026-11-25T19:00:00Z, 2026-11-26T04:59:59.999999Z, true",
    "2026-11-25T19:00:00Z, 2026-11-26T05:00:00Z,        false",
    // a meeting late in the prospect's evening is on the next day elsewhere, not there
    "2026-11-26T03:30:00Z, 2026-11-24T04:59:59.999999Z, false",
    "2026-11-26T03:30:00Z, 2026-11-24T05:00:00Z,        true",
    // the day before has 23 hours
    "2026-03-09T19:00:00Z, 2026-03-08T04:59:59.999999Z, false",
    "2026-03-09T19:00:00Z, 2026-03-08T05:00:00Z,        true",
    "2026-03-09T19:00:00Z, 2026-03-10T03:59:59.999999Z, true",
    "2026-03-09T19:00:00Z, 2026-03-10T04:00:00Z,        false",
    // the day itself has 23 hours
    "2026-03-08T19:00:00Z, 2026-03-07T05:00:00Z,        true",
    "2026-03-08T19:00:00Z, 2026-03-09T03:59:59.999999Z, true",
    "2026-03-08T19:00:00Z, 2026-03-09T04:00:00Z,        false",
    // the day before has 25 hours
    "2026-11-02T19:00:00Z, 2026-11-01T03:59:59.999999Z, false",
    "2026-11-02T19:00:00Z, 2026-11-01T04:00:00Z,        true",
    "2026-11-02T19:00:00Z, 2026-11-03T04:59:59.999999Z, true",
    "2026-11-02T19:00:00Z, 2026-11-03T05:00:00Z,        false"
  })
  void noConfirmationOnTheDayOfTheMeetingOrTheDayBeforeByTheProspectsDates(
      Instant startsAt, Instant at, boolean forbidden) {
    Instant longBefore = startsAt.minus(Duration.ofDays(7));

    assertThat(ConfirmationDays.forbid(Confirmation.AT_ONCE, meeting(startsAt), longBefore, at))
        .isEqualTo(forbidden);
    assertThat(ConfirmationDays.forbid(Confirmation.NONE, meeting(startsAt), longBefore, at))
        .isEqualTo(forbidden);
  }

  @ParameterizedTest(name = "set at {0}, confirmed at {1}: forbidden {2}")
  @CsvSource({
    // set on the day before, and on the day itself
    "2026-11-24T15:00:00Z, 2026-11-24T15:05:00Z,        false",
    "2026-11-24T15:00:00Z, 2026-11-24T15:59:59.999999Z, false",
    "2026-11-24T15:00:00Z, 2026-11-24T16:00:00Z,        true",
    "2026-11-24T15:00:00Z, 2026-11-25T15:00:00Z,        true",
    "2026-11-25T17:00:00Z, 2026-11-25T17:10:00Z,        false",
    "2026-11-25T17:00:00Z, 2026-11-25T18:00:00Z,        true",
    // set just before the day before begins
    "2026-11-24T04:55:00Z, 2026-11-24T05:10:00Z,        false",
    "2026-11-24T04:55:00Z, 2026-11-24T05:55:00Z,        true"
  })
  void theCallAboutTheSettingIsNoReminder(Instant setAt, Instant at, boolean forbidden) {
    Meeting meeting = meeting(Instant.parse("2026-11-25T19:00:00Z"));

    assertThat(ConfirmationDays.forbid(Confirmation.AT_ONCE, meeting, setAt, at))
        .isEqualTo(forbidden);
  }

  @ParameterizedTest
  @EnumSource(names = {"DAY_BEFORE", "SAME_DAY"})
  void whereMeetingsAreConfirmedLaterTheDaysAreNotForbidden(Confirmation policy) {
    Instant start = Instant.parse("2026-11-25T19:00:00Z");

    assertThat(ConfirmationDays.forbid(policy, meeting(start), start, start)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    // meeting,            now,                         due,                  latest,
    // expires
    "2026-11-25T19:00:00Z, 2026-11-18T18:00:00Z, 2026-11-18T18:00:00Z, 2026-11-18T18:10:00Z,"
        + " 2026-11-24T05:00:00Z",
    // the day before has 23 hours, or 25
    "2026-03-09T19:00:00Z, 2026-03-02T18:00:00Z, 2026-03-02T18:00:00Z, 2026-03-02T18:10:00Z,"
        + " 2026-03-08T05:00:00Z",
    "2026-11-02T19:00:00Z, 2026-10-26T18:00:00Z, 2026-10-26T18:00:00Z, 2026-10-26T18:10:00Z,"
        + " 2026-11-01T04:00:00Z",
    // five minutes before the day before begins
    "2026-11-25T19:00:00Z, 2026-11-24T04:55:00Z, 2026-11-24T04:55:00Z, 2026-11-24T05:05:00Z,"
        + " 2026-11-24T05:55:00Z",
    // for tomorrow, for today, and for in half an hour
    "2026-11-25T19:00:00Z, 2026-11-24T15:00:00Z, 2026-11-24T15:00:00Z, 2026-11-24T15:10:00Z,"
        + " 2026-11-24T16:00:00Z",
    "2026-11-25T19:00:00Z, 2026-11-25T15:00:00Z, 2026-11-25T15:00:00Z, 2026-11-25T15:10:00Z,"
        + " 2026-11-25T16:00:00Z",
    "2026-11-25T19:00:00Z, 2026-11-25T18:30:00Z, 2026-11-25T18:30:00Z, 2026-11-25T18:40:00Z,"
        + " 2026-11-25T19:00:00Z"
  })
  void atOnceMeansWithinMinutesOfTheSettingAndIsNeverAReminder(
      Instant startsAt, Instant now, Instant due, Instant latest, Instant expires) {
    assertThat(plan(Confirmation.AT_ONCE, startsAt, now)).contains(new Plan(due, latest, expires));
  }

  @ParameterizedTest
  @CsvSource({
    "AT_ONCE,    2026-11-25T19:00:00Z, 2026-11-25T19:00:00Z",
    "DAY_BEFORE, 2026-11-25T19:00:00Z, 2026-11-25T05:00:00Z",
    "SAME_DAY,   2026-11-25T19:00:00Z, 2026-11-25T19:00:00Z",
    "NONE,       2026-11-25T19:00:00Z, 2026-11-18T18:00:00Z"
  })
  void whereNoTimeIsLeftNoneIsMade(Confirmation policy, Instant startsAt, Instant now) {
    assertThat(plan(policy, startsAt, now)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "DAY_BEFORE, 2026-11-25T19:00:00Z, 2026-11-24T05:00:00Z, 2026-11-25T05:00:00Z,"
        + " 2026-11-25T05:00:00Z",
    "SAME_DAY,   2026-11-25T19:00:00Z, 2026-11-25T05:00:00Z, 2026-11-25T19:00:00Z,"
        + " 2026-11-25T19:00:00Z",
    "DAY_BEFORE, 2027-03-15T19:00:00Z, 2027-03-14T05:00:00Z, 2027-03-15T04:00:00Z,"
        + " 2027-03-15T04:00:00Z"
  })
  void theDayBeforeAndTheSameDayBeginWithTheProspectsDay(
      Confirmation policy, Instant startsAt, Instant due, Instant latest, Instant expires) {
    assertThat(plan(policy, startsAt, Instant.parse("2026-11-18T18:00:00Z")))
        .contains(new Plan(due, latest, expires));
  }

  @Test
  void aConfirmationOfTheDayBeforeThatIsSetOnThatDayIsDueNow() {
    Instant now = Instant.parse("2026-11-24T15:00:00Z");

    assertThat(plan(Confirmation.DAY_BEFORE, Instant.parse("2026-11-25T19:00:00Z"), now))
        .map(Plan::dueAt)
        .contains(now);
  }

  private static Optional<Plan> plan(Confirmation policy, Instant startsAt, Instant now) {
    return ConfirmationDays.plan(policy, meeting(startsAt), now, TEN_MINUTES, now);
  }

  private static Meeting meeting(Instant startsAt) {
    Slot slot = new Slot(startsAt, startsAt.plus(Duration.ofMinutes(30)));
    return new Meeting(slot, NEW_YORK, false, MeetingArrangements.NONE);
  }
}
