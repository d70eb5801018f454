package io.warmline.core.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmline.core.time.ProspectZones;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BucketZonesTest {

  private static final Instant NOW = Instant.parse("2026-11-18T18:00:00Z");

  private static BucketZones bucket(String made, String leads) {
    return new BucketZones(7, ProspectZones.representatives(zones(made), NOW), zones(leads));
  }

  private static Set<ZoneId> zones(String names) {
    return Arrays.stream(names.split(" ")).map(ZoneId::of).collect(Collectors.toSet());
  }

  @ParameterizedTest
  @CsvSource({
    "America/New_York, America/New_York, false",
    "America/New_York, America/New_York America/Detroit America/Toronto, false",
    "America/New_York, America/New_York America/Chicago, true",
    "America/New_York, America/Chicago, true",
    "America/New_York America/Chicago, America/Detroit America/Winnipeg, false",
    "America/New_York America/Chicago, America/New_York America/Detroit, true"
  })
  void aBucketIsTornWhenItsLeadsHaveOtherClocks(String made, String leads, boolean torn) {
    assertThat(bucket(made, leads).isTorn(NOW)).isEqualTo(torn);
  }

  @ParameterizedTest
  @CsvSource({
    "America/New_York, America/Detroit America/Chicago, America/Detroit",
    "America/New_York, America/Chicago, ''",
    "America/New_York America/Chicago, America/New_York America/Detroit, ''"
  })
  void whatIsLeftAreTheZonesOfThoseWhoBelongThere(String made, String leads, String left) {
    assertThat(String.join(" ", bucket(made, leads).remaining(NOW))).isEqualTo(left);
  }
}
