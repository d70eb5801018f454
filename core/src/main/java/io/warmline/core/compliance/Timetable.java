package io.warmline.core.compliance;

import java.time.LocalDate;
import java.util.List;

/** Which hours of each day are open, by the clock on the prospect's wall. */
@FunctionalInterface
interface Timetable {

  /** The windows of a day, in order and apart from each other; empty if it is closed. */
  List<CallingHours.Window> on(LocalDate date);
}
