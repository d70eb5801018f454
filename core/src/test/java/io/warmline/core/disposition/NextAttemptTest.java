package io.warmline.core.disposition;

import static io.warmline.core.disposition.Situations.FIRST;
import static io.warmline.core.disposition.Situations.NEW_YORK;
import static io.warmline.core.disposition.Situations.SECOND;
import static io.warmline.core.disposition.Situations.dialledAgainAt;
import static org.assertj.core.api.Assertions.assertThat;

import io.warmline.core.compliance.CallingHours;
import io.warmline.core.compliance.CallingHours.Window;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.phone.NumberType;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 2026-11-18 is a Wednesday. All times are those on the wall of the prospect, in New York. */
class NextAttemptTest {

  private static Instant local(String time) {
    return LocalDateTime.parse(time).atZone(NEW_YORK).toInstant();
  }

  private static Situations line(NumberType type) {
    return Situations.of(LeadStatus.ATTEMPTING).typed(FIRST, type);
  }

  private static String next(Situations before, String attempt) {
    return dialledAgainAt(before.decide(Disposition.NO_ANSWER, CallDetails.NONE, local(attempt)))
        .atZone(NEW_YORK)
        .toLocalDateTime()
        .toString();
  }

  private static CallingHours everyDay(String from, String to) {
    List<Window> windows = List.of(new Window(LocalTime.parse(from), LocalTime.parse(to)));
    return new CallingHours(
        Arrays.stream(DayOfWeek.values())
            .collect(Collectors.toMap(Function.identity(), day -> windows)));
  }

  @ParameterizedTest(name = "{0} after {1}: {2}")
  @CsvSource({
    "HOME,        2026-11-18T10:00, 2026-11-19T17:00",
    "HOME,        2026-11-18T18:00, 2026-11-19T17:00",
    "DIRECT,      2026-11-18T10:00, 2026-11-19T12:00",
    "DIRECT,      2026-11-18T13:00, 2026-11-19T09:00",
    "SWITCHBOARD, 2026-11-18T13:00, 2026-11-19T09:00",
    "SWITCHBOARD, 2026-11-18T18:00, 2026-11-19T09:00",
    "MOBILE,      2026-11-18T10:00, 2026-11-19T12:00",
    "MOBILE,      2026-11-18T13:00, 2026-11-19T17:00",
    "MOBILE,      2026-11-18T18:00, 2026-11-19T09:00"
  })
  void theKindOfLineSaysInWhichPartsItIsTried(NumberType type, String attempt, String again) {
    assertThat(next(line(type), attempt)).isEqualTo(again);
  }

  @Test
  void atWeekendsALineAtHomeIsTriedInAnyPart() {
    Situations home = line(NumberType.HOME).open(everyDay("09:00", "20:00"));

    assertThat(next(home, "2026-11-20T10:00")).isEqualTo("2026-11-21T12:00");
  }

  @Test
  void anHourInWhichItTwiceRangInVainIsLeftOut() {
    Situations home =
        line(NumberType.HOME)
            .dialled(FIRST, local("2026-11-16T17:05"), Disposition.NO_ANSWER)
            .dialled(FIRST, local("2026-11-17T17:40"), Disposition.VOICEMAIL_LEFT);

    assertThat(next(home, "2026-11-18T18:00")).isEqualTo("2026-11-19T18:00");
    assertThat(next(home, "2026-11-18T17:10")).isEqualTo("2026-11-19T18:00");
  }

  @Test
  void whereAllHoursOfItsPartsAreSilentAnotherPartIsTried() {
    Situations home = line(NumberType.HOME);
    for (int hour = 17; hour < 20; hour++) {
      for (int day = 10; day < 12; day++) {
        home.dialled(
            FIRST,
            local("2026-11-%dT%d:30".formatted(day, hour)),
            Disposition.VOICEMAIL_NO_MESSAGE);
      }
    }

    assertThat(next(home, "2026-11-18T18:00")).isEqualTo("2026-11-19T09:00");
  }

  @Test
  void aBusyLineIsNotSilent() {
    Situations home =
        line(NumberType.HOME)
            .dialled(FIRST, local("2026-11-16T17:05"), Disposition.BUSY)
            .dialled(FIRST, local("2026-11-17T17:40"), Disposition.TECHNICAL_FAILURE);

    assertThat(next(home, "2026-11-18T10:00")).isEqualTo("2026-11-19T17:00");
  }

  @Test
  void theHourInWhichItWasAnsweredComesFirst() {
    Situations mobile =
        line(NumberType.MOBILE)
            .dialled(FIRST, local("2026-11-13T18:20"), Disposition.INFORMATION_REQUESTED)
            .dialled(FIRST, local("2026-11-16T18:05"), Disposition.NO_ANSWER)
            .dialled(FIRST, local("2026-11-17T18:40"), Disposition.NO_ANSWER);

    assertThat(next(mobile, "2026-11-18T10:00")).isEqualTo("2026-11-19T12:00");
    assertThat(
            next(
                mobile.dialled(FIRST, local("2026-11-12T18:50"), Disposition.HUNG_UP),
                "2026-11-18T10:00"))
        .isEqualTo("2026-11-19T18:00");
  }

  @ParameterizedTest(name = "HOME, {0}-{1}: {2}")
  @CsvSource({
    "09:00, 17:00, 2026-11-19T12:00",
    "09:00, 18:30, 2026-11-19T17:00",
    "10:30, 13:00, 2026-11-19T12:00",
    "06:00, 08:00, 2026-11-19T17:00"
  })
  void whatTheCampaignLeavesOutIsNoTimeToTry(String from, String to, String again) {
    Situations home = line(NumberType.HOME).open(everyDay(from, to));

    assertThat(next(home, "2026-11-18T10:45")).isEqualTo(again);
  }

  @Test
  void aDayWithoutHoursCostsNoFurtherDay() {
    Situations work =
        line(NumberType.DIRECT)
            .open(
                new CallingHours(
                    Map.of(
                        DayOfWeek.FRIDAY,
                        List.of(new Window(LocalTime.of(9, 0), LocalTime.of(17, 0))))));

    assertThat(next(work, "2026-11-18T10:00")).isEqualTo("2026-11-19T12:00");
  }

  @Test
  void theNumberWhoseTurnItIsSaysWhen() {
    Situations two =
        Situations.of(LeadStatus.ATTEMPTING)
            .numbers(FIRST, SECOND)
            .typed(FIRST, NumberType.DIRECT)
            .typed(SECOND, NumberType.HOME);

    assertThat(next(two, "2026-11-18T10:00")).isEqualTo("2026-11-19T17:00");
    assertThat(
            next(
                two.dialled(SECOND, local("2026-11-17T17:00"), Disposition.NO_ANSWER),
                "2026-11-18T10:00"))
        .isEqualTo("2026-11-19T12:00");
    assertThat(next(two.suppressed(SECOND), "2026-11-18T13:00")).isEqualTo("2026-11-19T09:00");
  }

  /** The promise is to a person, who knows when it is to be kept. */
  @Test
  void aPromiseIsTriedAgainAsEver() {
    Situations promised = line(NumberType.HOME).promised(local("2026-11-18T10:00"));
    Decision decision =
        promised.decide(Disposition.NO_ANSWER, CallDetails.NONE, local("2026-11-18T10:00"));

    assertThat(dialledAgainAt(decision)).isNull();
    assertThat(decision.consequences())
        .anySatisfy(
            consequence ->
                assertThat(consequence.toString()).contains(local("2026-11-19T12:00").toString()));
  }
}
