package io.warmline.core.callback;

import io.warmline.core.InvalidValue;
import io.warmline.core.phrase.Alternative;
import io.warmline.core.phrase.Anchor;
import io.warmline.core.phrase.Confidence;
import io.warmline.core.phrase.Interpretation.Resolved;
import io.warmline.core.phrase.Leeway;
import io.warmline.core.phrase.Precision;
import io.warmline.core.phrase.WarningCode;
import io.warmline.core.phrase.Window;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The time that a prospect's words name, beside one that was given with them. Where both are, the
 * given one counts and the words are repeated to the prospect, so they must not disagree. Pure.
 *
 * @param said what was understood by the clock of one of the prospect's zones
 * @param spokenOn the day on which it was said, by that clock
 * @param grace how late a call at an exact time may be
 */
record SaidTime(Resolved said, LocalDate spokenOn, Duration grace) {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu 'at' H:mm", Locale.ENGLISH);

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);

  /** "In the morning" ends at noon, but not to the minute; nor is "in an hour" counted by one. */
  private static final Duration VAGUE = Duration.ofHours(1);

  /** A day on which nobody works is passed over, with a weekend and the holidays around it. */
  private static final int LONGEST_ROLL = 4;

  /** Of four weeks that are counted one is as good as another day of it. */
  private static final int COUNTED_PART = 4;

  /** Where words are vague ("in a few weeks") half the time more or less is still meant. */
  private static final int VAGUE_PART = 2;

  /**
   * A time that was given, on the prospect's clock.
   *
   * @param to the end of its window; as {@code from} where none was given
   * @param allDay whether it is a day, at any time in business hours
   * @param pointer where it stands in the request
   */
  record Given(LocalDateTime from, LocalDateTime to, boolean allDay, String pointer) {

    static Given at(ZonedDateTime from, ZonedDateTime to, String pointer) {
      return new Given(from.toLocalDateTime(), to.toLocalDateTime(), false, pointer);
    }

    static Given on(Intent day, String pointer) {
      Window window = day.window();
      return new Given(
          window.firstDate().atTime(window.from()),
          window.lastDate().atTime(window.to()),
          true,
          pointer);
    }

    private String told() {
      return (allDay ? DAY : MOMENT).format(from);
    }
  }

  /**
   * Whether the words leave no doubt of what they name. Where they do, the given time decides; and
   * the end of a contract names no day at all but by our own custom.
   */
  boolean isSure() {
    return said.confidence() != Confidence.LOW
        && !said.needsConfirmation()
        && said.anchor() == Anchor.NONE;
  }

  /** Whether the call would be made at a time that the words name. */
  boolean fits(Given given) {
    return Stream.concat(
            Stream.of(said.window()), said.alternatives().stream().map(Alternative::window))
        .anyMatch(window -> fits(given, window));
  }

  private boolean fits(Given given, Window window) {
    LocalDate day = given.from().toLocalDate();
    int slack = slack(window);
    boolean early = day.isBefore(window.firstDate().minusDays(Math.max(slack, rolled())));
    LocalDate last = window.lastDate().plusDays(slack);
    boolean late = !leaves(Leeway.LATER_DAYS) && given.to().toLocalDate().isAfter(last);
    return !early && !late && fitsHours(given, window);
  }

  private int slack(Window window) {
    if (leaves(Leeway.LATER_DAYS)) {
      return 0;
    }
    long away = Math.max(0, ChronoUnit.DAYS.between(spokenOn, window.firstDate()));
    boolean vague = said.confidence() == Confidence.MEDIUM && said.precision() == Precision.DAYS;
    if (vague) {
      return (int) away / VAGUE_PART;
    }
    return leaves(Leeway.COUNTED) ? (int) away / COUNTED_PART : 0;
  }

  private int rolled() {
    return isWarned(WarningCode.ROLLED_FORWARD) ? LONGEST_ROLL : 0;
  }

  private boolean isWarned(WarningCode of) {
    return said.warnings().stream().anyMatch(warning -> warning.code() == of);
  }

  private boolean leaves(Leeway leeway) {
    return said.sense().leeway().contains(leeway);
  }

  /**
   * Hours count where the words name some at which calls are legal. A call falls due when its
   * window begins; only around a minute that was named it may begin earlier.
   */
  private boolean fitsHours(Given given, Window window) {
    boolean clipped = isWarned(WarningCode.OUTSIDE_CALLING_HOURS);
    boolean timed =
        said.precision() == Precision.EXACT_TIME || said.precision() == Precision.PART_OF_DAY;
    return !timed || clipped || (!isEarly(given, window) && !isLate(given, window));
  }

  private boolean isEarly(Given given, Window window) {
    boolean open =
        leaves(Leeway.EARLIER_HOURS)
            || (leaves(Leeway.LATER_HOURS)
                && given.from().toLocalDate().isAfter(window.firstDate()));
    boolean around = said.precision() == Precision.EXACT_TIME && !given.allDay();
    LocalDateTime at = around ? given.to() : given.from();
    LocalDateTime opens = at.toLocalDate().atTime(window.from());
    return !open && at.plus(tolerance()).isBefore(opens);
  }

  private boolean isLate(Given given, Window window) {
    boolean open =
        leaves(Leeway.LATER_HOURS)
            || (leaves(Leeway.EARLIER_HOURS)
                && given.from().toLocalDate().isBefore(window.lastDate()));
    LocalDateTime closes = given.from().toLocalDate().atTime(window.to());
    return !open && given.from().minus(tolerance()).isAfter(closes);
  }

  private Duration tolerance() {
    boolean exact = said.precision() == Precision.EXACT_TIME && !leaves(Leeway.COUNTED);
    return exact || grace.compareTo(VAGUE) > 0 ? grace : VAGUE;
  }

  /** The refusal of a time that does not fit. */
  InvalidValue refusal(Given given) {
    return new InvalidValue(
        given.pointer(),
        "WORDS_SAY_OTHERWISE",
        "is "
            + given.told()
            + " at the prospect's place, and the words mean "
            + said.explanation()
            + meantHours()
            + "; give one of the two, or what was said besides the time as note");
  }

  private String meantHours() {
    LocalTime from = said.window().from();
    boolean day = said.precision() == Precision.DAY;
    return day ? ", any time from " + from + " to " + said.window().to() : "";
  }
}
