package io.warmline.core.disposition;

import io.warmline.core.compliance.CallingHours;
import io.warmline.core.disposition.DialHistory.Dial;
import io.warmline.core.lead.LeadPhone;
import io.warmline.core.phone.NumberType;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.time.DayPart;
import io.warmline.core.time.RetryTimes;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * When a lead that was not reached is tried again: the next day, in another part of it, at an hour
 * that suits the number whose turn it is then. Never on a later day than without that.
 *
 * <ul>
 *   <li>A number at home is tried in the evening, on Saturdays and Sundays in any part; one at work
 *       in the morning or the afternoon; any other in any part.
 *   <li>Of these it is the part in which the lead was tried least. Where the number was answered
 *       counts for it: an answer outweighs two tries. Whoever keeps the gate is no answer.
 *   <li>An hour in which the number rang twice, and nobody ever answered, is left out. Of the
 *       others it is the one in which it was answered most, else the first.
 *   <li>What the campaign's own hours leave out on that day is left out, too.
 * </ul>
 *
 * <p>Where nothing is left, the kind of line gives way first, then the silent hours. Laws, caps and
 * gaps are applied later, by the queue.
 */
final class NextAttempt {

  private static final int TOO_OFTEN = 2;

  /** Its own try, and two others. */
  private static final int ANSWER_OUTWEIGHS = 3;

  private static final LocalTime END = LocalTime.of(20, 0);

  private final DialHistory history;
  private final CallingHours open;
  private final LeadPhone line;
  private final ZoneId zone;
  private final Instant attempt;

  private NextAttempt(Situation before, EndedCall call, LeadPhone line) {
    this.history = before.history();
    this.open = before.terms().hours();
    this.line = line;
    this.zone = before.zoneOf(line.number());
    this.attempt = call.startedAt();
  }

  /** When a lead that was not reached, or not for good, is due again: by the outcome alone. */
  static Instant afterDelay(Situation before, EndedCall call) {
    Disposition.Delay delay = call.disposition().delay();
    return switch (delay) {
      case AT_ONCE, NEVER -> call.startedAt();
      case OTHER_PART_OF_NEXT_DAY ->
          RetryTimes.nextDayLeastTriedPart(
              call.startedAt(), before.attemptsBefore(), before.zoneOf(call.number()));
      case NEXT_DAY,
          BUSY_LINE,
          TECHNICAL,
          VOICEMAIL,
          VOICEMAIL_MESSAGE,
          ABANDONED,
          RUNG_OFF,
          LIVE_MESSAGE,
          REFUSED ->
          call.startedAt().plus(Duration.ofMinutes(delay.minutes(before.terms().retries())));
    };
  }

  /** The same, at an hour that suits the number whose turn it is then. */
  static Instant at(Situation before, EndedCall call) {
    return call.disposition().delay() == Disposition.Delay.OTHER_PART_OF_NEXT_DAY
        ? after(before, call).orElseGet(() -> afterDelay(before, call))
        : afterDelay(before, call);
  }

  /** When the lead of the call is tried again; empty if no number is left to try it on. */
  private static Optional<Instant> after(Situation before, EndedCall call) {
    List<Dial> dials = new ArrayList<>(before.history().dials());
    dials.add(new Dial(call.number(), call.startedAt(), call.disposition(), true));
    return next(before, dials).map(line -> new NextAttempt(before, call, line).at(dials));
  }

  /**
   * The number whose turn it is, as the queue has it: the one that was dialled least since the
   * prospect was last reached on it, of several the one on which that was last, then one that is no
   * switchboard, then the one that stands first.
   */
  private static Optional<LeadPhone> next(Situation before, List<Dial> dials) {
    return before.lead().phones().stream()
        .filter(phone -> phone.uncallable().isEmpty())
        .filter(phone -> !before.suppressed().contains(phone.number()))
        .min(
            Comparator.comparingLong((LeadPhone phone) -> dialsSinceReached(phone.number(), dials))
                .thenComparing(
                    phone -> lastReached(phone.number(), dials), Comparator.reverseOrder())
                .thenComparing(
                    phone -> phone.stated().equals(Optional.of(NumberType.SWITCHBOARD))));
  }

  private static long dialsSinceReached(PhoneNumber number, List<Dial> dials) {
    Instant reached = lastReached(number, dials);
    return ofLead(number, dials).filter(dial -> dial.at().isAfter(reached)).count();
  }

  private static Instant lastReached(PhoneNumber number, List<Dial> dials) {
    return ofLead(number, dials)
        .filter(Dial::answered)
        .map(Dial::at)
        .max(Comparator.naturalOrder())
        .orElse(Instant.MIN);
  }

  private static Stream<Dial> ofLead(PhoneNumber number, List<Dial> dials) {
    return dials.stream().filter(dial -> dial.ofLead() && dial.number().equals(number));
  }

  private Instant at(List<Dial> dials) {
    List<Dial> its = dials.stream().filter(d -> d.number().equals(line.number())).toList();
    Map<Integer, Integer> answers = byHour(its, Dial::answered);
    Map<Integer, Integer> silences = byHour(its, Dial::unanswered);
    LocalDate day = attempt.atZone(zone).toLocalDate().plusDays(1);

    Set<DayPart> suited = suited(day);
    Predicate<Integer> inHours = hour -> isOpen(day, hour);
    Predicate<Integer> promising =
        hour -> answers.containsKey(hour) || silences.getOrDefault(hour, 0) < TOO_OFTEN;
    Predicate<Integer> suits = hour -> suited.contains(partOf(hour));
    List<Integer> hours =
        first(
            List.of(
                suits.and(inHours).and(promising),
                inHours.and(promising),
                suits.and(inHours),
                inHours,
                suits));

    DayPart part = leastTried(hours, answers);
    int hour =
        hours.stream()
            .filter(one -> partOf(one) == part)
            .min(
                Comparator.comparing((Integer one) -> -answers.getOrDefault(one, 0))
                    .thenComparing(Comparator.naturalOrder()))
            .orElseThrow();
    return day.atTime(hour, 0).atZone(zone).toInstant();
  }

  private Map<Integer, Integer> byHour(List<Dial> dials, Predicate<Dial> which) {
    Map<Integer, Integer> hours = new HashMap<>();
    dials.stream()
        .filter(which)
        .forEach(dial -> hours.merge(dial.at().atZone(zone).getHour(), 1, Integer::sum));
    return hours;
  }

  private Set<DayPart> suited(LocalDate day) {
    return switch (line.type()) {
      case HOME -> isWeekend(day) ? EnumSet.allOf(DayPart.class) : EnumSet.of(DayPart.EVENING);
      case DIRECT, SWITCHBOARD -> EnumSet.of(DayPart.MORNING, DayPart.AFTERNOON);
      case MOBILE, TOLL_FREE, UNDETERMINED -> EnumSet.allOf(DayPart.class);
    };
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  /** Whether the campaign calls at some time of the hour. */
  private boolean isOpen(LocalDate day, int hour) {
    LocalTime from = LocalTime.of(hour, 0);
    return open.on(day.getDayOfWeek()).stream()
        .anyMatch(
            window ->
                window.contains(from)
                    || (!window.from().isBefore(from)
                        && window.from().isBefore(from.plusHours(1))));
  }

  private static List<Integer> first(List<Predicate<Integer>> conditions) {
    return conditions.stream()
        .map(condition -> hours().filter(condition).toList())
        .filter(hours -> !hours.isEmpty())
        .findFirst()
        .orElseThrow();
  }

  /** The hours of all parts of the day. */
  private static Stream<Integer> hours() {
    return IntStream.range(DayPart.MORNING.start().getHour(), END.getHour()).boxed();
  }

  private static DayPart partOf(int hour) {
    return DayPart.of(LocalTime.of(hour, 0));
  }

  /** Of several it is the one that comes first after the attempt's own; that is the last. */
  private DayPart leastTried(Collection<Integer> hours, Map<Integer, Integer> answers) {
    Map<DayPart, Integer> tries = new EnumMap<>(DayPart.class);
    Set<Instant> attempts = new HashSet<>(history.attempts());
    attempts.add(attempt);
    attempts.forEach(at -> tries.merge(partOf(at.atZone(zone)), 1, Integer::sum));
    answers.forEach(
        (hour, times) -> tries.merge(partOf(hour), -ANSWER_OUTWEIGHS * times, Integer::sum));

    DayPart second = partOf(attempt.atZone(zone)).next();
    return Stream.of(second, second.next(), second.next().next())
        .filter(part -> hours.stream().anyMatch(hour -> partOf(hour) == part))
        .min(Comparator.comparing(part -> tries.getOrDefault(part, 0)))
        .orElseThrow();
  }

  private static DayPart partOf(ZonedDateTime at) {
    return DayPart.of(at.toLocalTime());
  }
}
