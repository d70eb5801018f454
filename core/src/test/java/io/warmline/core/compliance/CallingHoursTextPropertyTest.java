package io.warmline.core.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CallingHoursTextPropertyTest {

  @Property
  void whatIsWrittenIsReadBack(@ForAll("hours") CallingHours hours) {
    assertThat(CallingHoursText.parse(CallingHoursText.format(hours))).isEqualTo(hours);
  }

  @Example
  void theDaysAreInTheOrderOfTheWeek() {
    assertThat(CallingHoursText.format(CallingHours.DEFAULT))
        .startsWith("MONDAY 09:00-20:00;TUESDAY")
        .endsWith("FRIDAY 09:00-20:00;SATURDAY 10:00-17:00");
  }

  @Provide
  Arbitrary<CallingHours> hours() {
    Arbitrary<DayOfWeek> days = Arbitraries.of(DayOfWeek.class);
    return Arbitraries.maps(days, day()).ofMinSize(1).ofMaxSize(7).map(CallingHours::new);
  }

  /**
   * Some minutes of a day in order, taken in pairs; now and then the day ends with the last window.
   */
  private static Arbitrary<List<CallingHours.Window>> day() {
    Arbitrary<Integer> minutes = Arbitraries.integers().between(0, 24 * 60);
    return minutes
        .set()
        .ofMinSize(2)
        .ofMaxSize(8)
        .map(TreeSet::new)
        .map(CallingHoursTextPropertyTest::windows);
  }

  private static List<CallingHours.Window> windows(TreeSet<Integer> minutes) {
    List<Integer> inOrder = List.copyOf(minutes);
    List<CallingHours.Window> windows = new ArrayList<>();
    for (int i = 0; i + 1 < inOrder.size(); i += 2) {
      windows.add(new CallingHours.Window(time(inOrder.get(i)), time(inOrder.get(i + 1))));
    }
    return windows;
  }

  private static LocalTime time(int minute) {
    return LocalTime.MIDNIGHT.plusMinutes(minute);
  }
}
