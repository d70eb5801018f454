package io.warmline.api.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmline.sdk.AppointmentFilter;
import io.warmline.sdk.CallbackFilter;
import io.warmline.sdk.HandoffFilter;
import io.warmline.sdk.LeadFilter;
import io.warmline.sdk.ReportPeriod;
import io.warmline.sdk.Reports;
import io.warmline.sdk.RequestOption;
import io.warmline.sdk.WarmlineClient;
import io.warmline.sdk.WarmlineException;
import io.warmline.sdk.model.AppointmentStatus;
import io.warmline.sdk.model.Callback;
import io.warmline.sdk.model.CallbackStatus;
import io.warmline.sdk.model.Handoff;
import io.warmline.sdk.model.HandoffKind;
import io.warmline.sdk.model.HandoffStatus;
import io.warmline.sdk.model.Lead;
import io.warmline.sdk.model.Report;
import io.warmline.sdk.model.ReportGrouping;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;

/** Holds what the product says at the end of the year against the firm's own books. */
final class Audit {

  private static final Set<ReportGrouping> GENERAL =
      EnumSet.of(
          ReportGrouping.NONE,
          ReportGrouping.CAMPAIGN,
          ReportGrouping.AGENT,
          ReportGrouping.WEEK,
          ReportGrouping.MONTH,
          ReportGrouping.DELIVERABLE);

  private static final Set<ReportGrouping> OF_MEETINGS = EnumSet.copyOf(GENERAL);

  /** Whose promises are, the books do not say. */
  private static final Set<ReportGrouping> OF_NOBODY = EnumSet.copyOf(GENERAL);

  static {
    OF_MEETINGS.addAll(
        EnumSet.of(ReportGrouping.DAY, ReportGrouping.CONFIRMATION, ReportGrouping.LEAD_TIME));
    OF_NOBODY.remove(ReportGrouping.AGENT);
  }

  private final WarmlineClient warmline;
  private final Books ledger;

  Audit(WarmlineClient warmline, Books ledger) {
    this.warmline = warmline;
    this.ledger = ledger;
  }

  /** Every figure of every report, told apart in every way. @return how many there are */
  int everyFigureIsWhatWasCounted() {
    Activity activity = new Activity(ledger);
    Outcomes outcomes = new Outcomes(ledger);
    List<String> differences = new ArrayList<>();
    int figures = 0;
    Reports reports = warmline.reports();
    for (ReportGrouping by : GENERAL) {
      figures += compare(by, reports::getActivityReport, activity::by, differences);
      figures += compare(by, reports::getBestHoursReport, activity::bestHours, differences);
      figures += compare(by, reports::getQualityReport, activity::quality, differences);
      figures += compare(by, reports::getHandoffsReport, outcomes::handoffs, differences);
      figures += compare(by, reports::getQualificationReport, outcomes::qualification, differences);
      figures += compare(by, reports::getSpeedToLeadReport, outcomes::speed, differences);
    }
    for (ReportGrouping by : OF_MEETINGS) {
      figures += compare(by, reports::getAppointmentsReport, outcomes::meetings, differences);
      figures += compare(by, reports::getSalesReport, outcomes::sales, differences);
    }
    for (ReportGrouping by : OF_NOBODY) {
      figures += compare(by, reports::getCallbacksReport, outcomes::callbacks, differences);
    }
    assertThat(differences).as("figures that differ from what was counted").isEmpty();
    return figures;
  }

  private interface Asked {
    Report of(ReportPeriod period, RequestOption... options);
  }

  private int compare(
      ReportGrouping by,
      Asked report,
      Function<ReportGrouping, Sheet> counted,
      List<String> differences) {
    Report reported;
    try {
      reported = report.of(ledger.period().asked().groupBy(by));
    } catch (WarmlineException e) {
      differences.add("no report by " + by + ": " + e.getMessage());
      return 0;
    }
    Sheet expected = counted.apply(by);
    expected.differences(Sheet.of(reported)).stream()
        .map(difference -> reported.getName() + " by " + by + ": " + difference)
        .forEach(differences::add);
    return expected.size();
  }

  /** Each lead is on its list and on no other. */
  void everyLeadIsInOnePlace(List<Drive> drives) {
    Map<UUID, UUID> found = new HashMap<>();
    for (Drive drive : drives) {
      for (Lead lead :
          warmline.leads().listLeads(LeadFilter.all().campaignId(drive.id()).limit(200))) {
        assertThat(found.put(lead.getId(), drive.id())).as("%s is on two lists", lead).isNull();
      }
    }
    assertThat(found).as("leads on their lists").hasSize(ledger.prospects().size());
    for (Prospect prospect : ledger.prospects()) {
      assertThat(found).containsEntry(prospect.lead(), prospect.drive().id());
    }
  }

  /**
   * A lead waits for a callback, a meeting or a client, but not for two of them. One that is not
   * ready stays ours: the client is told of it.
   */
  void nobodyWaitsForTwoThings() {
    Set<UUID> waiting = new HashSet<>();
    for (AppointmentStatus status : List.of(AppointmentStatus.SET, AppointmentStatus.CONFIRMED)) {
      var filter = AppointmentFilter.all().status(status).limit(200);
      warmline
          .appointments()
          .listAppointments(filter)
          .forEach(open -> addOnce(waiting, open.getLeadId()));
    }
    openCallbacks().forEach(open -> addOnce(waiting, open.getLeadId()));
    var offers = HandoffFilter.all().status(HandoffStatus.OFFERED).limit(200);
    for (Handoff open : warmline.handOffs().listHandoffs(offers)) {
      if (open.getKind() == HandoffKind.QUALIFIED) {
        addOnce(waiting, open.getLeadId());
      }
    }
  }

  private static void addOnce(Set<UUID> waiting, UUID lead) {
    assertThat(waiting.add(lead)).as("the lead %s is in two places", lead).isTrue();
  }

  private List<Callback> openCallbacks() {
    List<Callback> open = new ArrayList<>();
    for (CallbackStatus status :
        List.of(CallbackStatus.SCHEDULED, CallbackStatus.DUE, CallbackStatus.CLAIMED)) {
      var filter = CallbackFilter.all().status(status).limit(200);
      warmline.callbacks().listCallbacks(filter).forEach(open::add);
    }
    return open;
  }

  /** What is open in the books is open, and nothing else; what was due was dialled. */
  void noCallbackIsLost() {
    Set<UUID> expected = new TreeSet<>();
    ledger.prospects().stream()
        .map(Prospect::callback)
        .filter(Objects::nonNull)
        .forEach(expected::add);
    Set<UUID> open = new TreeSet<>();
    openCallbacks().forEach(callback -> open.add(callback.getId()));
    assertThat(open).as("callbacks that are open").isEqualTo(expected);
    Instant lately = Year.CLOSES.minus(Duration.ofDays(7));
    assertThat(ledger.promises())
        .as("promises of which nobody took care")
        .noneMatch(p -> p.isOpen() && !p.isDialled() && p.at().isBefore(lately));
  }

  /** No hand-off of a lead that was not found to be a good prospect that fits and understands. */
  void everyHandoffIsQualified() {
    Set<UUID> found = new HashSet<>();
    for (Handoff handoff : warmline.handOffs().listHandoffs(HandoffFilter.all().limit(200))) {
      found.add(handoff.getId());
      if (handoff.getKind() == HandoffKind.QUALIFIED) {
        var known = handoff.getQualification();
        assertThat(known).as("what is known of %s", handoff).isNotNull();
        assertThat(known.getGoodProspect() && known.getFits() && known.getUnderstandsOffer())
            .as("the pre-qualification of %s", handoff)
            .isTrue();
      }
    }
    assertThat(found).as("hand-offs").hasSize(ledger.offers().size());
  }
}
