package io.warmline.api.simulation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.warmline.api.simulation.Facts.Dial;
import io.warmline.api.simulation.Facts.Signal;
import io.warmline.sdk.model.CancelledBy;
import io.warmline.sdk.model.Disposition;
import io.warmline.sdk.model.ReportGrouping;
import io.warmline.sdk.model.ReturnReason;
import io.warmline.sdk.model.TaskKind;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What came of the work: promises, meetings, hand-offs, signals, as the firm has counted them. */
final class Outcomes {

  private static final Map<ReturnReason, String> RETURNED =
      Map.of(
          ReturnReason.DUPLICATE, "returnedDuplicate",
          ReturnReason.WRONG_PERSON, "returnedWrongPerson",
          ReturnReason.NO_NEED, "returnedNoNeed",
          ReturnReason.NOT_INTERESTED, "returnedNotInterested",
          ReturnReason.OUT_OF_AREA, "returnedOutOfArea",
          ReturnReason.NOT_READY, "returnedNotReady");

  private static final Map<CancelledBy, String> BY_WHOM =
      Map.of(
          CancelledBy.PROSPECT, "cancelledByProspect",
          CancelledBy.CLIENT, "cancelledByClient",
          CancelledBy.FIRM, "cancelledByFirm");

  private static final double SOON = 5;

  private final Books ledger;

  Outcomes(Books ledger) {
    this.ledger = ledger;
  }

  Sheet callbacks(ReportGrouping grouping) {
    Sheet sheet = new Sheet();
    List<Promise> due =
        ledger.promises().stream()
            .filter(promise -> promise.fellDue(ledger.period().closedAt()))
            .toList();
    new Cut(grouping, ledger.period())
        .of(due)
        .forEach(
            (group, of) -> {
              sheet.share(group, "keptRate", of, Promise::isKept, of.size());
              sheet.share(group, "punctuality", of, Promise::isPunctual, of.size());
              sheet.share(group, "reached", of, Promise::hasReached, of.size());
              sheet.quantile(group, "medianDelay", of, Promise::delay, 0.5);
            });
    return sheet;
  }

  Sheet meetings(ReportGrouping grouping) {
    Sheet sheet = new Sheet();
    List<Meeting> last =
        ledger.meetings().stream().filter(m -> !m.is(Meeting.State.MOVED)).toList();
    new Cut(grouping, ledger.period())
        .of(last)
        .forEach(
            (group, of) -> {
              long held = Sheet.count(of, m -> m.is(Meeting.State.HELD));
              long cancelled = Sheet.count(of, m -> m.is(Meeting.State.CANCELLED));
              long missed = Sheet.count(of, m -> m.is(Meeting.State.NO_SHOW));
              long ended = held + cancelled + missed;
              sheet.rate(group, "holdRate", held, ended);
              sheet.rate(group, "cancellationRate", cancelled, ended);
              sheet.rate(group, "noShowRate", missed, ended);
              sheet.rate(group, "showRate", held, held + missed);
              BY_WHOM.forEach(
                  (whom, name) -> sheet.share(group, name, of, m -> m.isCancelledBy(whom), ended));
              sheet.share(group, "cancelledAtShortNotice", of, m -> m.notice() < 24, cancelled);
              sheet.quantile(group, "cancellationNoticeP50", of, Meeting::notice, 0.5);
              sheet.share(group, "unqualifiedHeld", of, Meeting::isWasted, held);
              confirmations(sheet, group, of);
            });
    return sheet;
  }

  private static void confirmations(Sheet sheet, Map<String, String> group, List<Meeting> of) {
    sheet.share(
        group,
        "cancelledDuringConfirmation",
        of,
        Meeting::isCancelledInConfirmation,
        Sheet.count(of, Meeting::isConfirmationReached));
    sheet.rate(group, "confirmedOutOfPolicy", 0, Sheet.count(of, Meeting::isConfirmed));
    sheet.quantile(group, "confirmationLagP50", of, Meeting::confirmationLag, 0.5);
    sheet.quantile(group, "confirmationLagP90", of, Meeting::confirmationLag, 0.9);
  }

  Sheet handoffs(ReportGrouping grouping) {
    Sheet sheet = new Sheet();
    new Cut(grouping, ledger.period())
        .of(ledger.offers())
        .forEach(
            (group, of) -> {
              long decided = Sheet.count(of, Offer::isDecided);
              long returned = Sheet.count(of, offer -> offer.is(Offer.State.RETURNED));
              sheet.share(group, "acceptance", of, o -> o.is(Offer.State.ACCEPTED), decided);
              sheet.rate(group, "returned", returned, decided);
              sheet.share(group, "expired", of, o -> o.is(Offer.State.EXPIRED), decided);
              RETURNED.forEach(
                  (why, name) -> sheet.share(group, name, of, o -> o.isReturnedAs(why), returned));
              sheet.quantile(group, "timeToDecisionP50", of, Offer::timeToDecision, 0.5);
              sheet.quantile(group, "timeToDecisionP90", of, Offer::timeToDecision, 0.9);
            });
    return sheet;
  }

  Sheet sales(ReportGrouping grouping) {
    return ledger.sales().by(grouping, ledger);
  }

  Sheet speed(ReportGrouping grouping) {
    Sheet sheet = new Sheet();
    new Cut(grouping, ledger.period())
        .of(ledger.signals())
        .forEach(
            (group, of) -> {
              long n = of.size();
              sheet.share(group, "dialled", of, s -> s.firstDial().isPresent(), n);
              sheet.share(group, "within5Minutes", of, s -> wallClock(s) <= SOON, n);
              sheet.share(group, "within5CallableMinutes", of, s -> legalClock(s) <= SOON, n);
              sheet.quantile(group, "wallClockP50", of, Outcomes::wallClock, 0.5);
              sheet.quantile(group, "wallClockP90", of, Outcomes::wallClock, 0.9);
              sheet.quantile(group, "legalClockP50", of, Outcomes::legalClock, 0.5);
              sheet.quantile(group, "legalClockP90", of, Outcomes::legalClock, 0.9);
            });
    return sheet;
  }

  private static double wallClock(Signal signal) {
    return signal
        .firstDial()
        .map(first -> Facts.minutes(signal.at(), first.at()))
        .orElse(Double.NaN);
  }

  private static double legalClock(Signal signal) {
    return signal
        .firstDial()
        .map(first -> callable(signal, first).toSeconds() / 60.0)
        .orElse(Double.NaN);
  }

  private static Duration callable(Signal signal, Dial first) {
    return Hours.OF_CALLS.within(signal.at(), first.at(), signal.prospect().zone());
  }

  Sheet qualification(ReportGrouping grouping) {
    Sheet sheet = new Sheet();
    Cut cut = new Cut(grouping, ledger.period());
    List<Dial> talks =
        ledger.dials().stream().filter(d -> Trade.isWithDecisionMaker(d.outcome())).toList();
    cut.of(talks).forEach((group, of) -> talks(sheet, group, of));
    List<Meeting> held = ledger.meetings().stream().filter(m -> m.is(Meeting.State.HELD)).toList();
    cut.of(held)
        .forEach(
            (group, of) -> sheet.share(group, "unqualifiedHeld", of, Meeting::isWasted, of.size()));
    List<Hot> hot =
        ledger.signals().stream()
            .filter(s -> s.kind() == TaskKind.HOT_SIGNAL)
            .map(Hot::new)
            .toList();
    cut.of(hot)
        .forEach(
            (group, of) ->
                sheet.share(group, "hotLeadsPastTheirTime", of, Hot::isPastItsTime, of.size()));
    return sheet;
  }

  private static void talks(Sheet sheet, Map<String, String> group, List<Dial> of) {
    sheet.share(
        group,
        "interestedNotAsked",
        of,
        d -> d.isInterested() && !d.asked() && d.outcome() != Disposition.APPOINTMENT_SET,
        Sheet.count(of, Dial::isInterested));
    of.stream()
        .collect(groupingBy(d -> d.objective().name(), LinkedHashMap::new, toList()))
        .forEach(
            (objective, calls) ->
                sheet.share(
                    Cut.with(group, Map.of("objective", objective)),
                    "objectiveAttained",
                    calls,
                    d -> Boolean.TRUE.equals(d.attained()),
                    calls.size()));
  }

  /** A hot lead; it belongs to nobody until it is dialled. */
  private record Hot(Signal signal) implements Facts.Fact {

    @Override
    public Drive drive() {
      return signal.drive();
    }

    @Override
    public @Nullable UUID agent() {
      return null;
    }

    @Override
    public Instant at() {
      return signal.at();
    }

    boolean isPastItsTime() {
      Instant cools = at().plus(Duration.ofMinutes(Drive.HOT_MINUTES));
      return signal.firstDial().filter(first -> !first.at().isAfter(cools)).isEmpty();
    }
  }
}
