package io.warmline.api.demo;

import io.warmline.core.Cursor;
import io.warmline.core.appointment.ChangeAppointment;
import io.warmline.core.appointment.ClientVerdict;
import io.warmline.core.appointment.RecordAttendance;
import io.warmline.core.call.LogCall;
import io.warmline.core.call.LoggedCall;
import io.warmline.core.call.ReportedCall;
import io.warmline.core.callback.CancelledBy;
import io.warmline.core.followup.FollowUp;
import io.warmline.core.followup.FollowUps;
import io.warmline.core.followup.MarkFollowUpSent;
import io.warmline.core.handoff.DecideHandoff;
import io.warmline.core.handoff.ReturnReason;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.AppointmentId;
import io.warmline.core.id.HandoffId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.OutcomeId;
import io.warmline.core.outcome.Outcome;
import io.warmline.core.outcome.OutcomeTeller;
import io.warmline.core.outcome.RecordOutcome;
import io.warmline.core.outcome.Told;
import io.warmline.core.signal.RecordSignals;
import io.warmline.core.signal.SignalReport;
import io.warmline.core.signal.SignalType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What people of the firm, its clients and its prospects do, by the use cases of the server. */
@ApplicationScoped
class Floor {

  private static final String PRICE_LIST = "https://www.chemel.example/price-list";
  private static final String BROWSER =
      "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

  private final LogCall logCall;
  private final ChangeAppointment changeAppointment;
  private final RecordAttendance attendance;
  private final RecordOutcome recordOutcome;
  private final DecideHandoff decideHandoff;
  private final RecordSignals signals;
  private final FollowUps followUps;
  private final MarkFollowUpSent markSent;

  Floor(
      LogCall logCall,
      ChangeAppointment changeAppointment,
      RecordAttendance attendance,
      RecordOutcome recordOutcome,
      DecideHandoff decideHandoff,
      RecordSignals signals,
      FollowUps followUps,
      MarkFollowUpSent markSent) {
    this.logCall = logCall;
    this.changeAppointment = changeAppointment;
    this.attendance = attendance;
    this.recordOutcome = recordOutcome;
    this.decideHandoff = decideHandoff;
    this.signals = signals;
    this.followUps = followUps;
    this.markSent = markSent;
  }

  LoggedCall call(AgentId agent, LeadId lead, Talk talk) {
    return logCall.log(
        new ReportedCall(
            Optional.empty(),
            Optional.of(lead),
            Optional.of(agent),
            Optional.empty(),
            talk.outcome(),
            Optional.empty(),
            talk.seconds(),
            talk.notes().orElse(null),
            talk.details()));
  }

  /** A call in which a meeting was set. */
  AppointmentId setMeeting(AgentId agent, LeadId lead, Talk talk) {
    return call(agent, lead, talk).appointment().orElseThrow().id();
  }

  /** A call in which a lead was found to be qualified. */
  HandoffId offer(AgentId agent, LeadId lead, Talk talk) {
    return Objects.requireNonNull(call(agent, lead, talk).call().links().handoff());
  }

  void held(AppointmentId meeting, ClientVerdict verdict) {
    Optional<String> evidence =
        verdict == ClientVerdict.BAD_LEAD
            ? Optional.of("The firm was closed in spring.")
            : Optional.empty();
    attendance.held(meeting, Optional.of(verdict), evidence);
  }

  /** What the client tells of a meeting that was held. */
  OutcomeId became(AppointmentId meeting, Told told) {
    return recordOutcome
        .ofMeeting(meeting, told, new Outcome.Teller(OutcomeTeller.CLIENT, null), Optional.empty())
        .id();
  }

  void missed(AppointmentId meeting) {
    attendance.missed(meeting);
  }

  void cancel(AppointmentId meeting, String reason) {
    changeAppointment.cancel(meeting, CancelledBy.PROSPECT, Optional.of(reason), Optional.empty());
  }

  void accept(HandoffId handoff) {
    decideHandoff.accept(handoff, Optional.empty(), "We call on Thursday.");
  }

  void giveBack(HandoffId handoff, ReturnReason reason, String comment) {
    decideHandoff.giveBack(
        handoff, Optional.empty(), new DecideHandoff.Return(reason, comment, Optional.empty()));
  }

  /** The prospect does something that calls for a call. */
  void signal(LeadId lead, SignalType type) {
    signals.record(
        List.of(
            new SignalReport(
                SignalReport.Who.lead(lead), type, Optional.empty(), PRICE_LIST, BROWSER, null)));
  }

  /** The message that is owed to a lead. */
  FollowUp owed(LeadId lead) {
    FollowUps.Filter filter =
        new FollowUps.Filter(
            Optional.of(FollowUp.Status.OWED),
            Optional.empty(),
            Optional.empty(),
            Optional.of(lead));
    return followUps.list(filter, new Cursor.Paging(1, null)).items().get(0);
  }

  void sendOwed(LeadId lead) {
    markSent.sent(owed(lead).id(), Optional.empty(), Set.of());
  }
}
