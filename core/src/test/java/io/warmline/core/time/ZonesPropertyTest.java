package io.warmline.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class ZonesPropertyTest {

  private static final Duration TWO_YEARS = Duration.ofDays(731);

  @Property
  void aRepresentativeShowsTheSameTimeForTwoYears(
      @ForAll("zones") ZoneId zone, @ForAll("instants") Instant now) {
    ZoneId representative = ProspectZones.representative(zone, now);

    for (Duration ahead = Duration.ZERO;
        ahead.compareTo(TWO_YEARS) <= 0;
        ahead = ahead.plusHours(5)) {
      Instant then = now.plus(ahead);
      assertThat(ZoneData.rules(representative).getOffset(then))
          .isEqualTo(ZoneData.rules(zone).getOffset(then));
    }
  }

  @Property
  void aRepresentativeRepresentsItself(
      @ForAll("zones") ZoneId zone, @ForAll("instants") Instant now) {
    ZoneId representative = ProspectZones.representative(zone, now);

    assertThat(ProspectZones.representative(representative, now)).isEqualTo(representative);
  }

  @Property
  void zonesThatDifferWithinTwoYearsHaveDifferentRepresentatives(
      @ForAll("zones") ZoneId one,
      @ForAll("zones") ZoneId other,
      @ForAll("instants") Instant now,
      @ForAll @LongRange(max = 731 * 24) long hoursAhead) {
    Instant then = now.plus(Duration.ofHours(hoursAhead));

    if (!ZoneData.rules(one).getOffset(then).equals(ZoneData.rules(other).getOffset(then))) {
      assertThat(ProspectZones.representative(one, now))
          .isNotEqualTo(ProspectZones.representative(other, now));
    }
  }

  @Provide
  Arbitrary<ZoneId> zones() {
    return Arbitraries.of(ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of).toList());
  }

  @Provide
  Arbitrary<Instant> instants() {
    return Arbitraries.longs()
        .between(
            Instant.parse("2000-01-01T00:00:00Z").getEpochSecond(),
            Instant.parse("2060-01-01T00:00:00Z").getEpochSecond())
        .map(Instant::ofEpochSecond);
  }
}
