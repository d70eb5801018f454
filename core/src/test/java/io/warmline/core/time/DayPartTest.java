package io.warmline.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DayPartTest {

  @ParameterizedTest
  @CsvSource({
    "00:00, MORNING",
    "08:59:59.999999, MORNING",
    "09:00, MORNING",
    "11:59:59.999999999, MORNING",
    "12:00, AFTERNOON",
    "16:59:59.999999999, AFTERNOON",
    "17:00, EVENING",
    "19:59:59.999999, EVENING",
    "20:00, EVENING",
    "23:59:59.999999999, EVENING"
  })
  void everyTimeOfTheDayHasAPart(LocalTime time, DayPart part) {
    assertThat(DayPart.of(time)).isEqualTo(part);
  }

  @ParameterizedTest
  @CsvSource({"MORNING, AFTERNOON", "AFTERNOON, EVENING", "EVENING, MORNING"})
  void thePartsFollowEachOther(DayPart part, DayPart next) {
    assertThat(part.next()).isEqualTo(next);
  }

  @ParameterizedTest
  @EnumSource
  void aPartBeginsWithin(DayPart part) {
    assertThat(DayPart.of(part.start())).isEqualTo(part);
  }

  @Test
  void thePartsBeginAtNineNoonAndFive() {
    assertThat(DayPart.values())
        .extracting(DayPart::start)
        .containsExactly(LocalTime.of(9, 0), LocalTime.NOON, LocalTime.of(17, 0));
  }
}
