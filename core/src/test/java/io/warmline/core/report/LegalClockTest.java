package io.warmline.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmline.core.compliance.Audience;
import io.warmline.core.compliance.CallingHours;
import io.warmline.core.compliance.CallingRule;
import io.warmline.core.compliance.CallingRules;
import io.warmline.core.compliance.CallingVerdict.Allowed;
import io.warmline.core.compliance.Consent;
import io.warmline.core.compliance.Jurisdiction;
import io.warmline.core.compliance.Law;
import io.warmline.core.compliance.RuleSet;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A clock from Monday, 19 October 2026 to Friday, 13 November, in New York, by the safe default: 9
 * to 20 on weekdays, 10 to 17 on Saturdays.
 */
class LegalClockTest {

  private static final Instant FROM = Instant.parse("2026-10-19T04:00:00Z");
  private static final Instant UNTIL = Instant.parse("2026-11-13T20:00:00Z");
  private static final Law HOURS =
      new Law(
          new RuleSet(List.of(CallingRule.ofCampaign(CallingHours.DEFAULT))),
          Set.of(ZoneId.of("America/New_York")),
          Consent.NONE);
  private static final Law NONE =
      new Law(new RuleSet(List.of()), Set.of(ZoneId.of("America/New_York")), Consent.NONE);
  private static final LegalClock CLOCK = new LegalClock(HOURS, FROM, UNTIL);
  private static final LegalClock ALWAYS = new LegalClock(NONE, FROM, UNTIL);

  @ParameterizedTest(name = "from {0} until {1}: {2}")
  @CsvSource({
    // both ends of a day's opening
    "2026-10-19T12:59:59Z, 2026-10-19T13:00:00Z, PT0S",
    "2026-10-19T13:00:00Z, 2026-10-19T13:00:01Z, PT1S",
    "2026-10-19T23:59:59Z, 2026-10-20T00:00:00Z, PT1S",
    "2026-10-20T00:00:00Z, 2026-10-20T00:00:01Z, PT0S",
    // no time at all, within an opening and without
    "2026-10-19T15:00:00Z, 2026-10-19T15:00:00Z, PT0S",
    "2026-10-19T03:00:00Z, 2026-10-19T03:00:00Z, PT0S",
    // a night, a weekend, the weekend on which clocks are put back
    "2026-10-19T23:00:00Z, 2026-10-20T14:00:00Z, PT2H",
    "2026-10-23T23:00:00Z, 2026-10-26T14:00:00Z, PT9H",
    "2026-10-30T23:00:00Z, 2026-11-02T15:00:00Z, PT9H",
    // the first day and the last one, which the period cuts
    "2026-10-19T04:00:00Z, 2026-10-20T04:00:00Z, PT11H",
    "2026-11-13T13:00:00Z, 2026-11-13T20:00:00Z, PT6H"
  })
  void countsTheTimeInWhichCallsAreAllowed(Instant from, Instant until, Duration callable) {
    assertThat(CLOCK.between(from, until)).isEqualTo(callable);
  }

  @ParameterizedTest(name = "{1} in {0} has {2}")
  @CsvSource({
    "America/New_York, 2026-03-08, PT23H",
    "America/New_York, 2026-11-01, PT25H",
    "America/Phoenix, 2026-03-08, PT24H"
  })
  void aDayIsAsLongAsItIs(ZoneId zone, LocalDate day, Duration length) {
    Law law = new Law(new RuleSet(List.of()), Set.of(zone), Consent.NONE);
    Instant begins = day.atStartOfDay(zone).toInstant();
    Instant ends = day.plusDays(1).atStartOfDay(zone).toInstant();

    assertThat(new LegalClock(law, begins, ends).between(begins, ends)).isEqualTo(length);
  }

  @Property(tries = 60)
  void agreesWithTheLawMinuteByMinute(
      @ForAll @IntRange(max = 35_000) int start, @ForAll @IntRange(max = 3_000) int minutes) {
    Instant from = FROM.plus(Duration.ofMinutes(start));
    Instant until = earlier(from.plus(Duration.ofMinutes(minutes)), UNTIL);
    long allowed =
        LongStream.range(0, Math.max(0, Duration.between(from, until).toMinutes()))
            .filter(m -> HOURS.verdictAt(from.plus(Duration.ofMinutes(m))) instanceof Allowed)
            .count();

    assertThat(CLOCK.between(from, until)).isEqualTo(Duration.ofMinutes(allowed));
  }

  @Property
  void runsAsTheOneOnTheWallWhereNoRuleForbidsCalls(
      @ForAll @IntRange(max = 30_000) int start, @ForAll @IntRange(max = 6_000) int minutes) {
    Instant from = FROM.plus(Duration.ofMinutes(start));
    Instant until = earlier(from.plus(Duration.ofMinutes(minutes)), UNTIL);

    assertThat(ALWAYS.between(from, until)).isEqualTo(Duration.between(from, until));
  }

  /** Connecticut's consumers are not called without consent. */
  @Test
  void whereEveryCallIsForbiddenItStandsStill() {
    RuleSet rules = CallingRules.presets().of(Set.of(new Jurisdiction("US-CT")), Audience.B2C);
    Law never = new Law(rules, Set.of(ZoneId.of("America/New_York")), Consent.NONE);

    assertThat(new LegalClock(never, FROM, UNTIL).between(FROM, UNTIL)).isZero();
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
