package io.warmline.api.demo;

import io.warmline.core.appointment.ClientVerdict;
import io.warmline.core.call.LoggedCall;
import io.warmline.core.callback.CallWindow;
import io.warmline.core.callback.Callback;
import io.warmline.core.disposition.CallDetails;
import io.warmline.core.disposition.CheckIn;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.handoff.ReturnReason;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.AppointmentId;
import io.warmline.core.id.HandoffId;
import io.warmline.core.id.LeadId;
import io.warmline.core.outcome.OutcomeKind;
import io.warmline.core.outcome.Told;
import io.warmline.core.signal.SignalType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * Four weeks of the firm: promises kept, kept late and forgotten, meetings and what the clients
 * thought of them, hand-offs, clicks that were answered and others that were not.
 *
 * <p>Calls to America are between noon and five in New York, when the law of every state on the
 * list allows them.
 */
final class Story {

  private static final Duration PROMPTLY = Duration.ofMinutes(3);
  private static final Duration TOO_LATE = Duration.ofMinutes(80);
  private static final Duration SOON = Duration.ofMinutes(8);
  private static final Duration MEETING = Duration.ofMinutes(45);
  private static final Duration TWO_WEEKS = Duration.ofDays(14);
  private static final int SEASON_DAYS = 70;
  private static final Told OFFERED =
      new Told(OutcomeKind.PROPOSAL, new BigDecimal("9200"), "USD", null, null, null);

  private final Floor floor;
  private final Firm firm;
  private final Timeline timeline;
  private final Workdays days;
  private final ExampleIds ids;

  Story(Floor floor, Firm firm, Timeline timeline, Workdays days, ExampleIds ids) {
    this.floor = floor;
    this.firm = firm;
    this.timeline = timeline;
    this.days = days;
    this.ids = ids;
  }

  /** A call on a working day. */
  private void call(int daysAgo, int hour, int minute, int agent, LeadId lead, Talk talk) {
    timeline.at(days.ago(daysAgo, hour, minute), () -> floor.call(firm.agent(agent), lead, talk));
  }

  /**
   * Meetings are the business of this campaign.
   *
   * @param leads those of the autumn list, at least 45
   */
  void ofMeetings(List<LeadId> leads) {
    theOneOfTheExamples(leads.get(0));
    promises(leads.subList(4, 13));
    meetings(leads.subList(13, 21));
    meetingsAhead(leads.subList(21, 25));
    clicks(leads.subList(25, 29));
    patience(leads.subList(29, 35));
    endings(leads.subList(35, 45));
  }

  private void theOneOfTheExamples(LeadId lead) {
    timeline.at(
        days.ago(9, 14, 5),
        () -> {
          LoggedCall logged =
              floor.call(
                  firm.dave(),
                  lead,
                  Talk.promised(
                      "call me in a month", "Contract with Acme ends in spring.", firm.dave()));
          ids.call(logged.call().id());
          ids.callback(logged.callback().orElseThrow().id());
          ids.followUp(floor.owed(lead).id());
        });
  }

  /** Kept, kept late, put off, and one that was forgotten. */
  private void promises(List<LeadId> leads) {
    LocalDate inSpring = days.today().plusDays(SEASON_DAYS);
    List<Talk> then =
        List.of(
            Talk.brief(Disposition.NOT_INTERESTED, "Has just signed with somebody else."),
            Talk.nurtured(inSpring, "Budget is decided after New Year."),
            Talk.of(
                Disposition.INFORMATION_REQUESTED, "Wants the price list first.", CallDetails.NONE),
            Talk.promised("in two weeks", "Is moving the office.", firm.agent(1)),
            Talk.rang(Disposition.NO_ANSWER),
            Talk.unqualified("Three people, no server."),
            Talk.brief(Disposition.NOT_INTERESTED, "Too late, they said."),
            Talk.nurtured(inSpring, "Had waited for our call."));
    for (int i = 0; i < leads.size(); i++) {
      LeadId lead = leads.get(i);
      AgentId agent = firm.agent(i);
      Optional<Talk> kept = i < then.size() ? Optional.of(then.get(i)) : Optional.empty();
      boolean late = i >= 6;
      timeline.at(
          days.ago(18 - i % 4, 12 + i % 4, 10 + i),
          () -> promise(agent, lead, new Keeping(kept, late)));
    }
  }

  /**
   * How a promise is kept.
   *
   * @param talk empty: it is forgotten
   * @param late whether only after the time for it is over
   */
  private record Keeping(Optional<Talk> talk, boolean late) {

    Instant at(CallWindow window) {
      return late ? window.latestAt().plus(TOO_LATE) : window.dueAt().plus(PROMPTLY);
    }
  }

  private void promise(AgentId agent, LeadId lead, Keeping keeping) {
    Callback made =
        floor
            .call(
                agent,
                lead,
                Talk.promised("call me next week", "In a meeting, sounded interested.", agent))
            .callback()
            .orElseThrow();
    keeping
        .talk()
        .ifPresent(
            talk -> timeline.at(keeping.at(made.window()), () -> floor.call(agent, lead, talk)));
  }

  /** Meetings that have been: held, missed and called off. */
  private void meetings(List<LeadId> leads) {
    List<ClientVerdict> verdicts =
        List.of(
            ClientVerdict.QUALIFIED,
            ClientVerdict.QUALIFIED,
            ClientVerdict.UNQUALIFIED,
            ClientVerdict.QUALIFIED,
            ClientVerdict.BAD_LEAD,
            ClientVerdict.QUALIFIED);
    for (int i = 0; i < leads.size(); i++) {
      LeadId lead = leads.get(i);
      int turn = i;
      Instant startsAt = days.ago(9 - i % 6, 13 + i % 3, i / 6 * 30);
      timeline.at(
          days.ago(16 - i % 5, 12 + i % 4, 20),
          () -> {
            AppointmentId meeting =
                meeting(turn, lead, startsAt, "A second look at the backup, 40 seats.");
            if (turn < verdicts.size()) {
              timeline.at(startsAt.plus(MEETING), () -> floor.held(meeting, verdicts.get(turn)));
              afterwards(turn, meeting, startsAt.plus(MEETING).plus(Duration.ofDays(2)));
            } else if (turn == verdicts.size()) {
              timeline.at(startsAt.plus(MEETING), () -> floor.missed(meeting));
            } else {
              timeline.at(
                  startsAt.minus(Duration.ofHours(22)),
                  () -> floor.cancel(meeting, "Is ill, will call when back."));
            }
          });
    }
  }

  /** Two have bought, one has an offer; of two others nothing is known yet. */
  private void afterwards(int turn, AppointmentId meeting, Instant later) {
    switch (turn) {
      case 0 -> timeline.at(later, () -> ids.outcome(floor.became(meeting, sold("12500"))));
      case 1 -> ids.appointmentHeld(meeting);
      case 2 -> timeline.at(later, () -> floor.became(meeting, sold("4800")));
      case 3 -> ids.appointmentMistaken(meeting);
      case 5 -> timeline.at(later, () -> floor.became(meeting, OFFERED));
      default -> {}
    }
  }

  private static Told sold(String dollars) {
    return new Told(OutcomeKind.WON, new BigDecimal(dollars), "USD", null, null, null);
  }

  /** Most are confirmed at once, as the campaign has it. */
  private AppointmentId meeting(int turn, LeadId lead, Instant startsAt, String need) {
    AgentId agent = firm.agent(turn);
    AppointmentId meeting = floor.setMeeting(agent, lead, Talk.meeting(startsAt, need));
    if (turn % 4 != 3) {
      timeline.in(
          SOON,
          () ->
              floor.call(
                  agent, lead, Talk.brief(Disposition.APPOINTMENT_CONFIRMED, "Looks forward.")));
    }
    return meeting;
  }

  /** Meetings that are to come, and one of which nobody has said yet how it went. */
  private void meetingsAhead(List<LeadId> leads) {
    timeline.at(
        days.ago(2, 13, 40),
        () -> meeting(0, leads.get(0), days.in(3, 11, 30), "Wants to see the dashboard."));
    timeline.at(
        days.ago(5, 15, 15),
        () ->
            ids.appointmentBegun(
                meeting(1, leads.get(1), days.ago(1, 15, 0), "Phones and network.")));
    timeline.at(
        days.ago(1, 16, 10),
        () ->
            ids.appointmentToCancel(
                meeting(3, leads.get(2), days.in(5, 14, 30), "A price for 12 seats.")));
    timeline.at(
        days.ago(3, 12, 30),
        () -> meeting(2, leads.get(3), days.in(8, 13, 30), "The lease of the servers ends."));
  }

  /** A voicemail, a message after it, a click, and how soon it was answered. */
  private void clicks(List<LeadId> leads) {
    List<Duration> answered =
        List.of(Duration.ofMinutes(4), Duration.ofMinutes(12), Duration.ofMinutes(95));
    for (int i = 0; i < leads.size(); i++) {
      LeadId lead = leads.get(i);
      int turn = i;
      call(12 - i, 12, 40, i, lead, Talk.rang(Disposition.VOICEMAIL_LEFT));
      timeline.at(days.ago(12 - i, 13, 5), () -> floor.sendOwed(lead));
      Instant click = days.ago(11 - i, 14, 20 + i);
      timeline.at(click, () -> floor.signal(lead, SignalType.LINK_CLICK));
      if (i < answered.size()) {
        timeline.at(
            click.plus(answered.get(i)),
            () ->
                floor.call(
                    firm.agent(turn),
                    lead,
                    Talk.of(
                        Disposition.WARM_INTERESTED,
                        "Had the price list open.",
                        CallDetails.NONE)));
      }
    }
  }

  /** Those who take several calls, at several hours. */
  private void patience(List<LeadId> leads) {
    for (int i = 0; i < leads.size(); i++) {
      LeadId lead = leads.get(i);
      call(17 - i, 12, 5 + i, i, lead, Talk.rang(Disposition.NO_ANSWER));
      call(13 - i, 16, 10 + i, i + 1, lead, Talk.rang(Disposition.VOICEMAIL_NO_MESSAGE));
      call(8 - i, 14, 30 + i, i, lead, lastOf(i));
    }
  }

  private static Talk lastOf(int turn) {
    return turn % 2 == 0
        ? Talk.brief(Disposition.GATEKEEPER, "Reception: mornings are best.")
        : Talk.rang(Disposition.NO_ANSWER);
  }

  private void endings(List<LeadId> leads) {
    List<Talk> talks =
        List.of(
            Talk.rang(Disposition.BUSY),
            Talk.brief(Disposition.WRONG_NUMBER, "A private line."),
            Talk.rang(Disposition.DISCONNECTED),
            Talk.brief(Disposition.DO_NOT_CALL, "Wants no calls."),
            Talk.brief(Disposition.NOT_INTERESTED, "All in-house."),
            Talk.unqualified("Uses no computers of its own."),
            Talk.brief(Disposition.LEFT_LIVE_MESSAGE, "Left word with the assistant."),
            Talk.nurtured(days.today().plusDays(SEASON_DAYS), "After the tax season."),
            Talk.rang(Disposition.HUNG_UP),
            Talk.promised("in a month", "Waits for the new budget.", firm.dave()));
    for (int i = 0; i < talks.size(); i++) {
      call(11 - i, 13 + i % 3, 50, i, leads.get(i), talks.get(i));
    }
  }

  /** Warm leads: the client accepts them, returns them, or lets them lie. */
  void ofWarmLeads(List<LeadId> leads) {
    for (int i = 0; i < 4; i++) {
      offered(13 - i, leads.get(i), days.ago(11 - i, 10, 30), floor::accept);
    }
    offered(
        10,
        leads.get(4),
        days.ago(8, 10, 45),
        handoff -> floor.giveBack(handoff, ReturnReason.NO_NEED, "Prints nothing any more."));
    offered(
        9,
        leads.get(5),
        days.ago(7, 11, 15),
        handoff -> floor.giveBack(handoff, ReturnReason.WRONG_PERSON, "The daughter decides now."));
    offered(12, leads.get(6), timeline.present().plusSeconds(1), handoff -> {});
    timeline.at(days.ago(2, 15, 20), () -> ids.handoff(offer(1, leads.get(7))));
    timeline.at(days.ago(1, 12, 50), () -> ids.handoffToReturn(offer(2, leads.get(8))));
    timeline.at(days.ago(1, 14, 25), () -> offer(0, leads.get(9)));
    call(6, 12, 45, 1, leads.get(10), Talk.rang(Disposition.NO_ANSWER));
    call(6, 13, 15, 1, leads.get(12), Talk.promised("next month", "Lease ends.", firm.agent(1)));
    call(4, 15, 5, 2, leads.get(13), Talk.brief(Disposition.NOT_INTERESTED, "Bought one."));
  }

  private interface Decision {
    void on(HandoffId handoff);
  }

  private void offered(int daysAgo, LeadId lead, Instant decided, Decision decision) {
    timeline.at(
        days.ago(daysAgo, 12, 15),
        () -> {
          HandoffId handoff = offer(daysAgo, lead);
          timeline.at(decided, () -> decision.on(handoff));
        });
  }

  private HandoffId offer(int turn, LeadId lead) {
    return floor.offer(
        firm.agent(turn), lead, Talk.qualified("If it costs less than the lease, I am listening."));
  }

  /** Customers are asked how things are. */
  void ofCustomers(List<LeadId> leads) {
    List<Talk> talks =
        List.of(
            Talk.customer(CheckIn.SATISFIED, "All is well."),
            Talk.customer(CheckIn.SATISFIED, "Likes the new driver."),
            Talk.customer(CheckIn.COMPLAINT, "Two boxes came late."),
            Talk.customer(CheckIn.REORDER, "Toner, as last time."),
            Talk.brief(Disposition.SALE, "Took the yearly contract."),
            Talk.brief(Disposition.NOT_INTERESTED, "Buys from the sister firm now."),
            Talk.customer(CheckIn.SATISFIED, "Nothing new."),
            Talk.rang(Disposition.NO_ANSWER));
    for (int i = 0; i < talks.size(); i++) {
      call(15 - i, 12 + i % 4, 35, i, leads.get(i), talks.get(i));
    }
  }

  /**
   * What lies on the desks at present, with prospects who may be called at whatever hour.
   *
   * @param leads at least seven of them
   */
  void ofToday(List<LeadId> leads) {
    Instant now = timeline.present();
    twoWeeksBefore(
        now.minus(Duration.ofMinutes(1)),
        LocalTime.of(9, 30),
        leads.get(0),
        "try me in two weeks",
        "Compares offers for 25 seats; liked that we answer the phone ourselves.",
        Optional.of(firm.dave()));
    twoWeeksBefore(
        now.minus(Duration.ofHours(30)),
        LocalTime.of(9, 50),
        leads.get(6),
        "in two weeks, when the stock is counted",
        "Three branches; the present vendor takes days to answer.",
        Optional.empty());
    twoWeeksBefore(
        now.minus(Duration.ofHours(26)),
        LocalTime.of(9, 45),
        leads.get(1),
        "in two weeks, when the audit is over",
        "The audit takes all her time.",
        Optional.empty());
    timeline.at(
        now.minus(Duration.ofMinutes(4)),
        () ->
            floor.setMeeting(
                firm.agent(1),
                leads.get(2),
                Talk.meeting(days.in(4, 9, 30), "A quote for two sites.")));
    timeline.at(
        now.minus(Duration.ofMinutes(3)), () -> floor.signal(leads.get(3), SignalType.LINK_CLICK));
    timeline.at(
        now.minus(Duration.ofMinutes(15)),
        () ->
            floor.call(
                firm.dave(),
                leads.get(4),
                Talk.promisedFor(
                    now.plus(Duration.ofMinutes(15)),
                    "give me half an hour",
                    "Was on the other line.",
                    Optional.of(firm.dave()))));
    timeline.at(
        now.minus(Duration.ofMinutes(40)),
        () ->
            floor.call(
                firm.agent(2),
                leads.get(5),
                Talk.promisedFor(
                    now.plus(Duration.ofHours(3)),
                    "in a few hours",
                    "Asked who else uses it.",
                    Optional.empty())));
  }

  /** A call in which a call two weeks later was asked for. */
  private void twoWeeksBefore(
      Instant dueAt,
      LocalTime at,
      LeadId lead,
      String words,
      String notes,
      Optional<AgentId> promisedTo) {
    Talk talk = Talk.promisedFor(dueAt, words, notes, promisedTo);
    timeline.at(
        Workdays.near(dueAt.minus(TWO_WEEKS), at), () -> floor.call(firm.dave(), lead, talk));
  }
}
