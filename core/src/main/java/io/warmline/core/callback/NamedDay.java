package io.warmline.core.callback;

import io.warmline.core.InvalidValue;
import io.warmline.core.phrase.Anchor;
import io.warmline.core.phrase.Precision;
import io.warmline.core.phrase.Window;
import io.warmline.core.time.Horizon;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A day at the prospect's place, at any time in business hours.
 *
 * @param tie what the day follows; empty: it was given
 */
record NamedDay(LocalDate date, Optional<Tie> tie) {

  private static final LocalTime OPENS = LocalTime.of(9, 0);
  private static final LocalTime CLOSES = LocalTime.of(17, 0);

  /**
   * The day that a wish names, or reckons from the end of the prospect's contract.
   *
   * @param pointer where the wish stands in the request, for refusals
   * @throws InvalidValue CALLBACK_IN_THE_PAST; CONTRACT_END_UNKNOWN if the lead has no such date
   */
  static NamedDay of(Wish wish, Prospect prospect, String pointer, Instant now) {
    LocalDate today = now.atZone(prospect.zones().get(0)).toLocalDate();
    if (wish.day().isPresent()) {
      requireNotPast(wish.day().get(), today, pointer + "/dueOn");
      Horizon.require(wish.day().get(), today, pointer + "/dueOn");
      return new NamedDay(wish.day().get(), Optional.empty());
    }
    LocalDate end =
        prospect
            .contractEnd()
            .orElseThrow(
                () ->
                    new InvalidValue(
                        pointer + "/anchor",
                        "CONTRACT_END_UNKNOWN",
                        "the lead has no contractEnd to reckon from"));
    NamedDay day = before(end, wish.contractOffsetDays().orElse(Tie.BEFORE_CONTRACT_END), today);
    requireNotPast(day.date(), today, pointer + "/anchor");
    Horizon.require(day.date(), today, pointer + "/anchor");
    return day;
  }

  /**
   * The day so many days from the end of a contract: a business day, and today if that day is past
   * while the contract is not.
   */
  static NamedDay before(LocalDate end, int offsetDays, LocalDate today) {
    LocalDate meant = end.plusDays(offsetDays);
    LocalDate day = meant.isBefore(today) && !end.isBefore(today) ? today : meant;
    Tie tie = new Tie(Anchor.CONTRACT_END, offsetDays, Optional.of(end));
    return new NamedDay(businessDay(day), Optional.of(tie));
  }

  private static LocalDate businessDay(LocalDate day) {
    LocalDate business = day;
    while (business.getDayOfWeek() == DayOfWeek.SATURDAY
        || business.getDayOfWeek() == DayOfWeek.SUNDAY) {
      business = business.plusDays(1);
    }
    return business;
  }

  private static void requireNotPast(LocalDate day, LocalDate today, String pointer) {
    if (day.isBefore(today)) {
      throw new InvalidValue(
          pointer, "CALLBACK_IN_THE_PAST", "must not be before today, " + today + "; it is " + day);
    }
  }

  /** What is promised by the clock of this zone. */
  Intent intent(ZoneId zone) {
    Window window = new Window(date, date, OPENS, CLOSES);
    return new Intent(zone, window, date.atTime(OPENS), Precision.DAY, tie);
  }

  CallbackResolution resolution() {
    return tie.isPresent() ? CallbackResolution.ANCHOR : CallbackResolution.GIVEN;
  }
}
