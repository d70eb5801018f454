package io.warmline.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Desk;
import io.warmline.core.Fixture;
import io.warmline.core.appointment.Appointment;
import io.warmline.core.appointment.Appointments;
import io.warmline.core.appointment.ChangeAppointment;
import io.warmline.core.appointment.ClientVerdict;
import io.warmline.core.appointment.MeetingArrangements;
import io.warmline.core.appointment.MeetingWish;
import io.warmline.core.appointment.RecordAttendance;
import io.warmline.core.call.LogCall;
import io.warmline.core.call.LoggedCall;
import io.warmline.core.call.ReportedCall;
import io.warmline.core.callback.CancelledBy;
import io.warmline.core.campaign.Approach;
import io.warmline.core.campaign.Deliverable;
import io.warmline.core.disposition.CallDetails;
import io.warmline.core.disposition.Conduct;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.handoff.DecideHandoff;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.HandoffId;
import io.warmline.core.id.LeadId;
import io.warmline.core.outcome.Outcome.Teller;
import io.warmline.core.outcome.OutcomeKind;
import io.warmline.core.outcome.OutcomeTeller;
import io.warmline.core.outcome.RecordOutcome;
import io.warmline.core.outcome.Told;
import io.warmline.core.presence.AttendWork;
import io.warmline.core.presence.PresenceState;
import io.warmline.core.quality.Criterion;
import io.warmline.core.quality.ReviewCall;
import io.warmline.core.report.Report.Row;
import io.warmline.core.signal.RecordSignals;
import io.warmline.core.signal.SignalReport;
import io.warmline.core.signal.SignalReport.Who;
import io.warmline.core.signal.SignalType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The ten calls of docs/reports.md are made, and every figure is what that page says. */
@QuarkusTest
class TenCallsTest extends Reporting {

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final Pattern TIME = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d) (\\d\\d:\\d\\d)");
  private static final Pattern CODE = Pattern.compile("`(\\w+)`");
  private static final Pattern RATE = Pattern.compile("(\\d+) / (\\d+)");
  private static final Pattern FIGURE = Pattern.compile("([\\d.]+) (\\w+) of (\\d+)");

  @Inject ActivityReport activity;
  @Inject CallbacksReport callbacks;
  @Inject AppointmentsReport appointments;
  @Inject QualificationReport qualification;
  @Inject HandoffsReport handoffs;
  @Inject SpeedToLeadReport speedToLead;
  @Inject BestHoursReport bestHours;
  @Inject RecordSignals recordSignals;
  @Inject RecordAttendance attendance;
  @Inject ChangeAppointment change;
  @Inject Appointments meetings;
  @Inject DecideHandoff decide;
  @Inject SalesReport sales;
  @Inject QualityReport quality;
  @Inject ReviewCall reviewCall;
  @Inject RecordOutcome record;
  @Inject LogCall logCall;
  @Inject AttendWork attendWork;

  private final Map<String, LeadId> leads = new HashMap<>();
  private final Map<String, AgentId> agents = new HashMap<>();
  private final Map<String, HandoffId> offers = new HashMap<>();
  private final Map<String, CallId> lastCalls = new HashMap<>();
  private List<String> page = List.of();
  private Appointment held;

  @Test
  void everyFigureIsWhatThePageSays() throws IOException {
    page = Files.readAllLines(Path.of("../docs/reports.md"));
    prepare();

    happen();

    Map<String, Report> reports = reports();
    List<String> told = new ArrayList<>();
    String report = "";
    for (String line : page) {
      if (line.startsWith("## ")) {
        report = "";
      } else if (line.startsWith("### ")) {
        report = line.substring(4).replaceAll("[:\\s].*", "");
      } else if (line.startsWith("| `") && reports.containsKey(report)) {
        told.addAll(check(reports.get(report), cells(line)));
      }
    }
    assertThat(told).containsExactlyInAnyOrderElementsOf(figuresOf(reports));
  }

  @Test
  void theMeetingsAreTheSettersWhoeverConfirmedOrMovedThem() throws IOException {
    page = Files.readAllLines(Path.of("../docs/reports.md"));
    prepare();
    happen();

    Row row = only(appointments.of(everything(Grouping.AGENT)));

    assertThat(row.group()).isEqualTo(Map.of("agentId", agents.get("Ben").toString()));
    assertThat(row.names()).isEqualTo(Map.of("agentId", "Ben"));
    assertThat(rate(row, "holdRate")).isEqualTo(new Rate(1, 2));
    assertThat(rate(row, "showRate")).isEqualTo(new Rate(1, 1));
  }

  private void prepare() {
    clock.set(at("09:00"));
    CampaignId warm = given.campaign(t -> Fixture.with(t, Approach.of(Deliverable.WARM_LEAD)));
    for (String name : List.of("Kim", "Lee", "Max", "Roy", "Sue", "Uma")) {
      leads.put(name, given.lead(campaign));
    }
    leads.put("Tim", given.lead(warm));
    for (String name : List.of("Ada", "Ben")) {
      agents.put(name, given.agentNamed(name));
    }
  }

  /** The calls and what else happened, by the clock. */
  private void happen() {
    NavigableMap<Instant, Runnable> day = new TreeMap<>();
    for (String line : page) {
      List<String> cells = cells(line);
      if (line.matches("\\| \\d+ \\| .*")) {
        day.put(at(cells.get(1)), () -> call(cells));
      } else if (line.matches("\\| \\d{4}-.*")) {
        day.put(timeIn(cells.get(0)), () -> happen(cells.get(1)));
      }
    }
    assertThat(day).hasSizeGreaterThanOrEqualTo(15);
    day.forEach(
        (at, what) -> {
          clock.set(at);
          what.run();
        });
    clock.advance(Duration.ofDays(3));
  }

  private void call(List<String> cells) {
    Disposition outcome = Disposition.valueOf(code(cells.get(4)));
    LoggedCall logged =
        logCall.log(
            new ReportedCall(
                Optional.empty(),
                Optional.of(leads.get(cells.get(3))),
                Optional.of(agents.get(cells.get(2))),
                Optional.empty(),
                outcome,
                Optional.empty(),
                cells.get(5).isEmpty() ? null : Integer.valueOf(cells.get(5)),
                null,
                besides(outcome, cells.get(6))));
    lastCalls.put(cells.get(3), logged.call().id());
    Optional.ofNullable(logged.call().links().handoff())
        .ifPresent(offer -> offers.put(cells.get(3), offer));
  }

  private CallDetails besides(Disposition outcome, String words) {
    return switch (outcome) {
      case CALLBACK_REQUESTED -> Desk.callback(timeIn(words));
      case APPOINTMENT_SET -> Desk.meeting(timeIn(words));
      case NOT_INTERESTED -> {
        assertThat(words).isEqualTo("interested, not asked for a meeting");
        yield CallDetails.NONE.toBuilder()
            .conduct(new Conduct(null, null, null, null, true, false))
            .build();
      }
      default -> desk.detailsFor(outcome);
    };
  }

  private void happen(String what) {
    if (what.equals("The client accepts Tim.")) {
      decide.accept(offers.get("Tim"), Optional.empty(), null);
    } else if (what.startsWith("Ada ")) {
      attend(agents.get("Ada"), what.substring(4));
    } else if (what.equals("Sue clicks a link.")) {
      recordSignals.record(
          List.of(
              new SignalReport(
                  Who.lead(leads.get("Sue")),
                  SignalType.LINK_CLICK,
                  Optional.empty(),
                  null,
                  null,
                  null)));
    } else if (what.startsWith("Sue's meeting is moved")) {
      MeetingWish wish =
          new MeetingWish(
              Optional.of(timeIn(what)), Optional.empty(), MeetingArrangements.NONE, false);
      change.reschedule(meeting("Sue").id(), wish, Optional.empty(), Optional.empty());
    } else if (what.equals("Max's meeting was held; the client judges it `QUALIFIED`.")) {
      held =
          attendance.held(
              meeting("Max").id(), Optional.of(ClientVerdict.QUALIFIED), Optional.empty());
    } else if (what.equals("Max buys for 12,500 USD.")) {
      record.ofMeeting(
          held.id(),
          new Told(OutcomeKind.WON, new BigDecimal("12500"), "USD", null, null, null),
          new Teller(OutcomeTeller.CLIENT, null),
          Optional.empty());
    } else if (what.equals("Tim decides against it.")) {
      record.ofHandoff(
          offers.get("Tim"),
          new Told(OutcomeKind.LOST, null, null, "Too dear", null, null),
          new Teller(OutcomeTeller.CLIENT, null),
          Optional.empty());
    } else if (what.equals(
        "A supervisor gives the call with Tim 80 for its opening, 60 for its end.")) {
      reviewCall.add(
          Objects.requireNonNull(lastCalls.get("Tim")),
          new io.warmline.core.quality.Verdict(
              Optional.empty(),
              List.of(new Criterion("Opening", 80), new Criterion("End", 60)),
              Optional.empty()));
    } else if (what.equals("The client calls Sue's meeting off.")) {
      change.cancel(meeting("Sue").id(), CancelledBy.CLIENT, Optional.empty(), Optional.empty());
    } else {
      throw new AssertionError("the test does not know how to do this: " + what);
    }
  }

  private void attend(AgentId agent, String what) {
    switch (what) {
      case "signs on." -> attendWork.signOn(agent, List.of(), Duration.ofHours(4));
      case "begins a break." -> attendWork.report(agent, Optional.of(PresenceState.BREAK));
      case "wraps up." -> attendWork.report(agent, Optional.of(PresenceState.WRAP_UP));
      case "is ready." -> attendWork.report(agent, Optional.of(PresenceState.READY));
      case "signs off." -> attendWork.signOff(agent);
      default -> throw new AssertionError("the test does not know how Ada " + what);
    }
  }

  private Appointment meeting(String with) {
    return transaction.call(() -> meetings.openOf(leads.get(with)).orElseThrow());
  }

  private Map<String, Report> reports() {
    ReportScope everything = everything(Grouping.NONE);
    return Map.of(
        "activity", activity.of(everything),
        "callbacks", callbacks.of(everything),
        "appointments", appointments.of(everything),
        "qualification", qualification.of(everything),
        "handoffs", handoffs.of(everything),
        "speed-to-lead", speedToLead.of(everything),
        "best-hours", bestHours.of(everything),
        "sales", sales.of(everything),
        "quality", quality.of(everything));
  }

  private ReportScope everything(Grouping by) {
    return new ReportScope(
        Optional.empty(), Optional.empty(), MONDAY, MONDAY.plusDays(6), NEW_YORK, by);
  }

  /** Holds a line of the page against the report; @return the figures that it names */
  private static List<String> check(Report report, List<String> cells) {
    List<String> names = CODE.matcher(cells.get(0)).results().map(m -> m.group(1)).toList();
    Matcher rate = RATE.matcher(cells.get(3));
    Matcher figure = FIGURE.matcher(cells.get(3));
    for (String name : names) {
      String where = report.name() + " " + name;
      Row row = rowWith(report, name);
      if (rate.matches()) {
        assertThat(rate(row, name))
            .as(where)
            .isEqualTo(new Rate(Long.parseLong(rate.group(1)), Long.parseLong(rate.group(2))));
      } else {
        assertThat(figure.matches()).as(where).isTrue();
        assertThat(figure(row, name).value().orElseThrow())
            .as(where)
            .isEqualTo(Double.parseDouble(figure.group(1)), within(1e-9));
        assertThat(figure(row, name).unit()).as(where).isEqualTo(figure.group(2));
        assertThat(figure(row, name).n()).as(where).isEqualTo(Long.parseLong(figure.group(3)));
      }
    }
    return names.stream().map(name -> report.name() + " " + name).toList();
  }

  /** Of several rows, the one that the page tells of: the first, or that of SECURE_MEETING. */
  private static Row rowWith(Report report, String name) {
    List<Row> those = report.rows().stream().filter(row -> names(row).contains(name)).toList();
    assertThat(those).as("%s of %s", name, report.name()).isNotEmpty();
    return those.stream()
        .filter(row -> "SECURE_MEETING".equals(row.group().get("objective")))
        .findFirst()
        .orElse(those.get(0));
  }

  private static List<String> names(Row row) {
    List<String> names = new ArrayList<>();
    row.metrics().forEach(metric -> names.add(metric.name()));
    row.figures().forEach(figure -> names.add(figure.name()));
    return names;
  }

  private static List<String> figuresOf(Map<String, Report> reports) {
    return reports.values().stream()
        .flatMap(
            report ->
                report.rows().stream()
                    .flatMap(row -> names(row).stream())
                    .distinct()
                    .map(name -> report.name() + " " + name))
        .toList();
  }

  private static List<String> cells(String line) {
    String[] cells = line.split("\\|", -1);
    List<String> inner = new ArrayList<>();
    for (int i = 1; i < cells.length - 1; i++) {
      inner.add(cells[i].strip());
    }
    return inner;
  }

  private static String code(String cell) {
    Matcher code = CODE.matcher(cell);
    assertThat(code.find()).as(cell).isTrue();
    return code.group(1);
  }

  private static Instant at(String time) {
    return MONDAY.atTime(LocalTime.parse(time)).atZone(NEW_YORK).toInstant();
  }

  private static Instant timeIn(String words) {
    Matcher time = TIME.matcher(words);
    assertThat(time.find()).as(words).isTrue();
    return LocalDateTime.parse(time.group(1) + "T" + time.group(2)).atZone(NEW_YORK).toInstant();
  }
}
