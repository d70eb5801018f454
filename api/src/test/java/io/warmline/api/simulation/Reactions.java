package io.warmline.api.simulation;

import io.warmline.sdk.model.Confirmation;
import io.warmline.sdk.model.Disposition;
import java.util.Map;
import java.util.TreeMap;

/**
 * How people react. The reactions to confirmation follow a randomised trial of day-before calls in
 * a clinic (PubMed 11355051), which cut no-shows from 26% to 19% and raised cancellations from 9.9%
 * to 17%, so that as many meetings were held: whoever is reached the day before rather calls off
 * than stays away.
 */
final class Reactions {

  /** Of all, so many call off of themselves. */
  static final double CALLS_OFF = 0.099;

  /** Of those who have not called off and were not called the day before. */
  private static final double STAYS_AWAY = 0.289;

  /** Of those whom a call reached the day before and who have not called off. */
  private static final double STAYS_AWAY_REMINDED = 0.20;

  private static final Map<Disposition, Integer> OF_APPOINTMENTS =
      new TreeMap<>(
          Map.of(
              Disposition.APPOINTMENT_SET, 34,
              Disposition.CALLBACK_REQUESTED, 22,
              Disposition.NOT_INTERESTED, 17,
              Disposition.NOT_NOW_NURTURE, 8,
              Disposition.WARM_INTERESTED, 6,
              Disposition.NOT_QUALIFIED, 4,
              Disposition.ALREADY_CUSTOMER, 3,
              Disposition.DO_NOT_CALL, 6));

  private static final Map<Disposition, Integer> OF_WARM_LEADS =
      new TreeMap<>(
          Map.of(
              Disposition.QUALIFIED, 28,
              Disposition.WARM_INTERESTED, 18,
              Disposition.NOT_NOW_NURTURE, 12,
              Disposition.CALLBACK_REQUESTED, 18,
              Disposition.NOT_INTERESTED, 13,
              Disposition.NOT_QUALIFIED, 6,
              Disposition.DO_NOT_CALL, 5));

  private static final Map<Disposition, Integer> OF_CUSTOMERS =
      new TreeMap<>(
          Map.of(
              Disposition.ALREADY_CUSTOMER, 65,
              Disposition.SALE, 15,
              Disposition.CALLBACK_REQUESTED, 10,
              Disposition.NOT_INTERESTED, 7,
              Disposition.DO_NOT_CALL, 3));

  private Reactions() {}

  static Map<Disposition, Integer> ofDecisionMaker(Prospect prospect) {
    return switch (prospect.drive().deliverable()) {
      case APPOINTMENT -> OF_APPOINTMENTS;
      case WARM_LEAD -> OF_WARM_LEADS;
      case CHECK_IN, UNKNOWN -> OF_CUSTOMERS;
    };
  }

  /** What somebody says who is asked whether the meeting stands. */
  static Disposition toConfirmation(Confirmation policy, Chance chance) {
    double callsOff = policy == Confirmation.DAY_BEFORE ? 0.12 : 0.02;
    if (chance.is(callsOff)) {
      return Disposition.APPOINTMENT_CANCELLED;
    }
    return chance.is(0.07)
        ? Disposition.APPOINTMENT_RESCHEDULED
        : Disposition.APPOINTMENT_CONFIRMED;
  }

  static boolean staysAway(Meeting meeting, Chance chance) {
    boolean reminded =
        meeting.drive().confirmation() == Confirmation.DAY_BEFORE
            && meeting.isConfirmationReached();
    return chance.is(reminded ? STAYS_AWAY_REMINDED : STAYS_AWAY);
  }
}
