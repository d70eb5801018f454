package io.warmline.core.script;

import io.warmline.core.appointment.FreeSlots;
import io.warmline.core.appointment.Slot;
import io.warmline.core.compliance.CallingHours;
import io.warmline.core.compliance.HolidayCalendar;
import io.warmline.core.compliance.Jurisdiction;
import io.warmline.core.script.Background.MeetingCalendar;
import io.warmline.core.script.Background.Person;
import io.warmline.core.time.DayPart;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the one concrete time that an opener asks for. Pure.
 *
 * <p>A client that says when it takes meetings is offered by its own calendar: the first free slot
 * from the day after tomorrow on that is on a business day, 8:00 to 18:00, where the prospect is;
 * without such a one, the first free slot at all within {@value #DAYS_AHEAD} days; without that,
 * none, for nobody is promised a time that is taken.
 *
 * <p>Without a calendar a time is proposed: the second, else third, else fourth business day after
 * today, at the same part of the day as the call (10:00, 14:00 or 17:00), within the campaign's
 * hours. Weekends and the holidays of the prospect's place are no business days.
 */
final class Offers {

  static final int DAYS_AHEAD = 14;

  private static final int ANY_NUMBER = 10_000;
  private static final int FIRST_BUSINESS_DAY = 2;
  private static final int LAST_BUSINESS_DAY = 4;
  private static final LocalTime BEGIN = LocalTime.of(8, 0);
  private static final LocalTime END = LocalTime.of(18, 0);

  private final Person person;
  private final ZonedDateTime now;

  Offers(Person person, Instant now) {
    this.person = person;
    this.now = now.atZone(person.zone());
  }

  /** The time to ask for, if there is one. */
  Optional<Offer> find(Optional<MeetingCalendar> calendar, CallingHours campaign) {
    return calendar
        .map(c -> free(c).map(at -> new Offer(at, Offer.Source.FREE_SLOT)))
        .orElseGet(() -> proposed(campaign).map(at -> new Offer(at, Offer.Source.PROPOSED)));
  }

  private Optional<Instant> free(MeetingCalendar calendar) {
    List<Instant> slots = slots(calendar);
    LocalDate soonest = now.toLocalDate().plusDays(2);
    return slots.stream()
        .filter(slot -> isDecent(slot.atZone(person.zone()), soonest))
        .findFirst()
        .or(() -> slots.stream().findFirst());
  }

  private boolean isDecent(ZonedDateTime slot, LocalDate soonest) {
    LocalTime time = slot.toLocalTime();
    return !slot.toLocalDate().isBefore(soonest)
        && isBusinessDay(slot.toLocalDate())
        && !time.isBefore(BEGIN)
        && time.isBefore(END);
  }

  private List<Instant> slots(MeetingCalendar calendar) {
    Instant soonest = now.toInstant().plusSeconds(1);
    return new FreeSlots(calendar.hours(), calendar.zone(), calendar.length())
            .between(
                soonest, soonest.plus(Duration.ofDays(DAYS_AHEAD)), calendar.taken(), ANY_NUMBER)
            .stream()
            .map(Slot::startsAt)
            .toList();
  }

  private Optional<Instant> proposed(CallingHours campaign) {
    LocalTime time =
        switch (DayPart.of(now.toLocalTime())) {
          case MORNING -> LocalTime.of(10, 0);
          case AFTERNOON -> LocalTime.of(14, 0);
          case EVENING -> LocalTime.of(17, 0);
        };
    return businessDays()
        .filter(
            day ->
                campaign.on(day.getDayOfWeek()).stream().anyMatch(window -> window.contains(time)))
        .map(day -> day.atTime(time).atZone(person.zone()).toInstant())
        .findFirst();
  }

  private Stream<LocalDate> businessDays() {
    return Stream.iterate(now.toLocalDate().plusDays(1), day -> day.plusDays(1))
        .filter(this::isBusinessDay)
        .limit(LAST_BUSINESS_DAY)
        .skip(FIRST_BUSINESS_DAY - 1L);
  }

  private boolean isBusinessDay(LocalDate day) {
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    return !weekend && person.places().stream().noneMatch(place -> isHoliday(place, day));
  }

  private static boolean isHoliday(Jurisdiction place, LocalDate day) {
    return HolidayCalendar.of(place).flatMap(calendar -> calendar.on(day)).isPresent();
  }
}
