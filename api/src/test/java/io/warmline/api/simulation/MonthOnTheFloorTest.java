package io.warmline.api.simulation;

import static io.warmline.api.simulation.Answers.at;
import static io.warmline.api.simulation.Answers.buysElsewhere;
import static io.warmline.api.simulation.Answers.callMe;
import static io.warmline.api.simulation.Answers.callMeAt;
import static io.warmline.api.simulation.Answers.complains;
import static io.warmline.api.simulation.Answers.confirms;
import static io.warmline.api.simulation.Answers.declines;
import static io.warmline.api.simulation.Answers.declinesThoughInterested;
import static io.warmline.api.simulation.Answers.frontDesk;
import static io.warmline.api.simulation.Answers.isNotReady;
import static io.warmline.api.simulation.Answers.isWell;
import static io.warmline.api.simulation.Answers.lineFails;
import static io.warmline.api.simulation.Answers.meets;
import static io.warmline.api.simulation.Answers.movesTo;
import static io.warmline.api.simulation.Answers.nobody;
import static io.warmline.api.simulation.Answers.orders;
import static io.warmline.api.simulation.Answers.qualifies;
import static io.warmline.api.simulation.Answers.refusesCalls;
import static io.warmline.api.simulation.Answers.voicemail;
import static io.warmline.api.simulation.Answers.wrongNumber;
import static io.warmline.api.simulation.Contact.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.warmline.api.TestTenant;
import io.warmline.core.PostgresForTests;
import io.warmline.sdk.CallbackFilter;
import io.warmline.sdk.ClaimedLead;
import io.warmline.sdk.ComplaintFilter;
import io.warmline.sdk.FollowUpFilter;
import io.warmline.sdk.HandoffFilter;
import io.warmline.sdk.NotFoundException;
import io.warmline.sdk.PreconditionFailedException;
import io.warmline.sdk.ReportPeriod;
import io.warmline.sdk.Versioned;
import io.warmline.sdk.WarmlineClient;
import io.warmline.sdk.model.AcceptHandoff;
import io.warmline.sdk.model.Appointment;
import io.warmline.sdk.model.AttendanceOutcome;
import io.warmline.sdk.model.BulkKind;
import io.warmline.sdk.model.BulkOperation;
import io.warmline.sdk.model.CallAppointment;
import io.warmline.sdk.model.CallDirection;
import io.warmline.sdk.model.Callback;
import io.warmline.sdk.model.CallbackStatus;
import io.warmline.sdk.model.CampaignPolicy;
import io.warmline.sdk.model.CancelAppointment;
import io.warmline.sdk.model.CancelledBy;
import io.warmline.sdk.model.CloseComplaint;
import io.warmline.sdk.model.Complaint;
import io.warmline.sdk.model.ComplaintStatus;
import io.warmline.sdk.model.CorrectAttendance;
import io.warmline.sdk.model.CorrectOutcome;
import io.warmline.sdk.model.Deliverable;
import io.warmline.sdk.model.Disposition;
import io.warmline.sdk.model.FollowUp;
import io.warmline.sdk.model.FollowUpSent;
import io.warmline.sdk.model.FollowUpStatus;
import io.warmline.sdk.model.LeadHit;
import io.warmline.sdk.model.LeadStatus;
import io.warmline.sdk.model.LoggedCall;
import io.warmline.sdk.model.MeetingVerdict;
import io.warmline.sdk.model.NewAgent;
import io.warmline.sdk.model.NewApiKey;
import io.warmline.sdk.model.NewBulkOperation;
import io.warmline.sdk.model.NewCall;
import io.warmline.sdk.model.NewOutcome;
import io.warmline.sdk.model.NewProgramme;
import io.warmline.sdk.model.NewReview;
import io.warmline.sdk.model.NewSignal;
import io.warmline.sdk.model.Outcome;
import io.warmline.sdk.model.OutcomeKind;
import io.warmline.sdk.model.ProgrammeKind;
import io.warmline.sdk.model.RecordAttendance;
import io.warmline.sdk.model.Report;
import io.warmline.sdk.model.ReportFigure;
import io.warmline.sdk.model.ReportGrouping;
import io.warmline.sdk.model.ReportRow;
import io.warmline.sdk.model.ReturnHandoff;
import io.warmline.sdk.model.ReturnReason;
import io.warmline.sdk.model.Review;
import io.warmline.sdk.model.ReviewScore;
import io.warmline.sdk.model.RightOutcome;
import io.warmline.sdk.model.SignalType;
import io.warmline.sdk.model.StoryColleague;
import io.warmline.sdk.model.TaskKind;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * November 2026 of a firm in New York, through the SDK: three clients, three agents, twenty-one
 * people on three lists. Whatever is said on the phone is told below, next to who says it; whom an
 * agent calls, when and why is the product's to say. At the end every figure of every report has to
 * be what the firm has written down for itself.
 */
@QuarkusTest
@TestProfile(YearProfile.class)
@QuarkusTestResource(PostgresForTests.class)
class MonthOnTheFloorTest implements MonthDesk.Neighbours {

  private static final LocalDate FIRST = LocalDate.of(2026, 11, 2);
  private static final LocalDate LAST = LocalDate.of(2026, 11, 30);
  private static final LocalDate THANKSGIVING = LocalDate.of(2026, 11, 26);
  private static final Instant CLOSES = at("2026-11-30T20:00").toInstant();

  @Inject TestTenant tenants;
  @Inject Upkeep upkeep;
  @TestHTTPResource URI server;

  private final Books books = new Books(new Period(LocalDate.of(2026, 11, 1), LAST, CLOSES));
  private final Map<UUID, Contact> everybody = new HashMap<>();
  private final Map<Contact, UUID> lastCalls = new HashMap<>();
  private final Map<Contact, UUID> outcomes = new HashMap<>();
  private final Map<LocalDate, Integer> dialsForHarbor = new HashMap<>();
  private Agenda agenda;
  private WarmlineClient warmline;
  private WarmlineClient harborsOwn;
  private Drive pumps;
  private Drive harbor;
  private Drive daughters;
  private MonthDesk ada;
  private MonthDesk ben;
  private MonthDesk cleo;

  // Northern Pumps wants meetings.
  private Contact james;
  private Contact rosa;
  private Contact sam;
  private Contact kim;
  private Contact paula;
  private Contact otto;
  private Contact quentin;
  private Contact lou;
  private Contact max;
  private Contact tess;
  private Contact nora;

  // Harbor Leasing wants warm leads, and has paid for three dials a day.
  private Contact ann;
  private Contact bob;
  private Contact cid;
  private Contact dee;
  private Contact eve;
  private Contact finn;

  // Fir & Daughters wants its customers asked how things are.
  private Contact ida;
  private Contact jan;
  private Contact kay;
  private Contact leo;

  @Test
  void theMonthEndsWithTheFiguresThatTheFirmHasCounted() {
    YearClock.set(at("2026-11-02T07:00").toInstant());
    agenda = new Agenda(upkeep, at("2026-11-02T07:00").toInstant());
    warmline = WarmlineClient.builder().baseUrl(server.toString()).apiKey(tenants.create()).build();
    threeClientsAreTakenOn();
    peopleAreHired();
    on("2026-11-02T08:00", this::theListsComeIn);
    for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
      aDayOnTheFloor(day);
    }
    quentinCallsBackBeforeHeIsCalled();
    benFallsIll();
    meetingsAreHeldMissedAndCalledOff();
    whatBecameOfThem();
    aSupervisorListens();
    janComplained();

    agenda.runUntil(CLOSES);

    everybodyHasSaidTheirPiece();
    harborGotWhatItPaidFor();
    harborSeesItsOwnFiguresAndNobodyElses();
    theManagerReadsTheSheet();
    assertThat(new Audit(warmline, books).everyFigureIsWhatWasCounted()).isGreaterThan(500);
  }

  // Monday, before the phones ring.

  private void threeClientsAreTakenOn() {
    MonthFirm firm = firm();
    pumps =
        firm.drive(
            firm.client("Northern Pumps"),
            Deliverable.APPOINTMENT,
            new CampaignPolicy().oneCallPerCompany(true));
    harbor =
        firm.drive(
            firm.client("Harbor Leasing").dailyDials(3),
            Deliverable.WARM_LEAD,
            new CampaignPolicy());
    daughters =
        firm.drive(firm.client("Fir & Daughters"), Deliverable.CHECK_IN, new CampaignPolicy());
    warmline
        .programmes()
        .createProgramme(
            new NewProgramme().kind(ProgrammeKind.CUSTOMER_CHECK_IN).name("How is it?").days(14));
    harborsOwn =
        WarmlineClient.builder()
            .baseUrl(server.toString())
            .apiKey(warmline.keys().createApiKey(keyOf(harbor)).getSecret())
            .build();
  }

  private static NewApiKey keyOf(Drive drive) {
    return new NewApiKey()
        .name("The client's own")
        .clientId(drive.client())
        .scopes(
            List.of(
                "handoffs:read", "handoffs:write", "outcomes:write", "leads:read", "reports:read"));
  }

  private MonthFirm firm() {
    return new MonthFirm(warmline, books, upkeep);
  }

  /** Cleo is new, and works for the two clients with shorter talks. */
  private void peopleAreHired() {
    ada = desk(new NewAgent().name("Ada"));
    ben = desk(new NewAgent().name("Ben"));
    cleo = desk(new NewAgent().name("Cleo").campaignIds(List.of(harbor.id(), daughters.id())));
  }

  private MonthDesk desk(NewAgent agent) {
    UUID id = warmline.agents().createAgent(agent).value().getId();
    return new MonthDesk(warmline, agenda, books, this, id, agent.getName());
  }

  private void theListsComeIn() {
    james =
        named("James Benton", "Benton Law", "bentonlaw.com", 1)
            .says(voicemail(), callMe("Friday at 3pm"), meets("2026-11-12T10:00"), confirms());
    rosa =
        named("Rosa Diaz", "Delta Marine", "deltamarine.com", 2)
            .says(meets("2026-11-10T14:00"), confirms());
    sam =
        named("Sam Reed", "Delta Marine", "deltamarine.com", 3)
            .says(frontDesk(), declinesThoughInterested());
    kim =
        named("Kim Ode", "Ode Dental", "odedental.com", 4)
            .says(
                callMeAt("2026-11-11T10:00", ben.agent()),
                meets("2026-11-13T11:00"),
                confirms(),
                declines());
    paula =
        named("Paula Grant", "Grant Cold Storage", "grantcold.com", 5)
            .says(
                meets("2026-11-16T09:30"),
                confirms(),
                callMe("tomorrow at 2pm"),
                meets("2026-11-23T10:00"),
                confirms());
    otto =
        named("Otto Weiss", "Weiss Printing", "weissprinting.com", 6)
            .says(nobody(), meets("2026-11-18T15:00"), movesTo("2026-11-19T15:00"));
    quentin =
        named("Quentin Bell", "Bell Foundry", "bellfoundry.com", 7)
            .says(callMeAt("2026-11-09T11:00", ada.agent()), confirms());
    lou = named("Lou Park", "Park Bakery", "parkbakery.com", 8).says(wrongNumber());
    max = named("Max Stone", "Stone & Sons", "stonesons.com", 9).says(refusesCalls());
    tess = named("Tess Hall", "Hall Freight", "hallfreight.com", 10).says(lineFails(), declines());
    nora = named("Nora Quinn", "Quinn Optics", "quinnoptics.com", 11).says();
    enter(pumps, List.of(james, rosa, sam, kim, paula, otto, quentin, lou, max, tess, nora));

    ann =
        named("Ann Lee", "Lee Catering", "leecatering.com", 21)
            .says(qualifies("If it costs less than the lease, I am listening."));
    bob =
        named("Bob Ray", "Ray Glass", "rayglass.com", 22)
            .says(frontDesk(), qualifies("Ask my daughter."), qualifies("I decide."));
    cid = named("Cid Orr", "Orr Tiles", "orrtiles.com", 23).says(qualifies("Send somebody."));
    dee =
        named("Dee Kay", "Kay Motors", "kaymotors.com", 24)
            .says(qualifies("Why not."), isNotReady("Budget in spring", "2027-03-01"));
    eve = named("Eve Fox", "Fox Toys", "foxtoys.com", 25).says(nobody(), declines());
    finn = named("Finn Ash", "Ash Timber", "ashtimber.com", 26).says();
    enter(harbor, List.of(ann, bob, cid, dee, eve, finn));

    ida = named("Ida Noe", "Noe Flowers", "noeflowers.com", 31).says(isWell()).andThen(isWell());
    jan =
        named("Jan Ott", "Ott Garage", "ottgarage.com", 32)
            .says(complains("Two boxes came late."))
            .andThen(isWell());
    kay = named("Kay Orr", "Orr Shoes", "orrshoes.com", 33).says(orders()).andThen(isWell());
    leo = named("Leo Hart", "Hart Clinic", "hartclinic.com", 34).says(buysElsewhere());
    List<Contact> customers = List.of(ida, jan, kay, leo);
    firm().loadCustomers(daughters, customers);
    know(customers);

    assertThat(warmline.leads().searchLeads("Delta Marin"))
        .as("found by company, with a letter missing")
        .extracting(hit -> hit.getLead().getId())
        .contains(rosa.prospect().lead(), sam.prospect().lead());
  }

  private void enter(Drive drive, List<Contact> list) {
    firm().load(drive, list);
    know(list);
  }

  private void know(List<Contact> list) {
    list.forEach(contact -> everybody.put(contact.prospect().lead(), contact));
  }

  // Every day.

  private void aDayOnTheFloor(LocalDate day) {
    if (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0 || day.equals(THANKSGIVING)) {
      return;
    }
    for (MonthDesk desk : List.of(ada, ben, cleo)) {
      if (desk != ben || !benIsIll(day)) {
        on(day + "T09:00", desk::comes);
        on(day + "T12:00", desk::rests);
        on(day + "T12:30", desk::isBack);
        on(day + "T17:00", desk::goes);
      }
    }
    on(day + "T16:30", this::theMailGoesOut);
  }

  /** What was owed after voicemails and deferrals; James clicks on his link half an hour later. */
  private void theMailGoesOut() {
    var owed = FollowUpFilter.all().status(FollowUpStatus.OWED);
    for (FollowUp message : warmline.followUps().listFollowUps(owed).stream().toList()) {
      Contact contact = contact(message.getLeadId());
      assertThat(message.getText()).as("what %s is sent", contact).contains(contact.firstName());
      warmline.followUps().markFollowUpSent(message.getId(), new FollowUpSent());
      if (contact == james && books.signals().isEmpty()) {
        agenda.in(Duration.ofMinutes(10), this::jamesClicks);
      }
    }
  }

  private void jamesClicks() {
    NewSignal click =
        new NewSignal()
            .leadId(james.prospect().lead())
            .type(SignalType.LINK_CLICK)
            .userAgent("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
    warmline.signals().recordSignals(List.of(click));
    books.signalled(new Facts.Signal(james.prospect(), agenda.now(), TaskKind.HOT_SIGNAL));
    ring();
  }

  /** Whoever has nothing to do looks up. */
  private void ring() {
    Stream.of(ada, ben, cleo).forEach(MonthDesk::ask);
  }

  @Override
  public Contact contact(UUID lead) {
    return everybody.get(lead);
  }

  @Override
  public void logged(MonthDesk desk, Contact contact, ClaimedLead claim, LoggedCall answer) {
    lastCalls.put(contact, answer.getCall().getId());
    Drive drive = contact.prospect().drive();
    if (desk == cleo) {
      assertThat(drive).as("Cleo does not work for Northern Pumps").isNotEqualTo(pumps);
    }
    if (drive == harbor) {
      dialsForHarbor.merge(LocalDate.ofInstant(agenda.now(), Period.ZONE), 1, Integer::sum);
    }
    if (claim.callback().isPresent()) {
      assertThat(claim.talkTrack()).as("what to say to %s", contact).isPresent();
    }
    if (contact == sam && answer.getCall().getDisposition() == Disposition.NOT_INTERESTED) {
      assertThat(claim.story().orElseThrow().getColleagues())
          .as("whom of Delta Marine we have talked to")
          .extracting(StoryColleague::getFirstName)
          .contains("Rosa");
    }
    Callback promise = answer.getCallback();
    if (promise != null && contact.prospect().callback() != null) {
      agenda.at(promise.getDueAt().toInstant(), this::ring);
    }
    contact.prospect().offer().filter(Offer::isOpen).ifPresent(this::harborHears);
  }

  // Friday: a call comes in. Wednesday: somebody is ill.

  private void quentinCallsBackBeforeHeIsCalled() {
    on(
        "2026-11-06T14:00",
        () -> {
          LeadHit hit = warmline.leads().searchLeads(quentin.number()).get(0);
          assertThat(hit.getPromise()).as("what was promised to who is calling").isNotNull();
          NewCall call =
              new NewCall()
                  .leadId(hit.getLead().getId())
                  .agentId(ada.agent())
                  .direction(CallDirection.INBOUND)
                  .phone(quentin.number())
                  .durationSeconds(240)
                  .disposition(Disposition.APPOINTMENT_SET)
                  .appointment(new CallAppointment().startsAt(at("2026-11-17T13:00")));
          Instant now = agenda.now();
          LoggedCall answer = warmline.calls().logCall(call).value();
          books.calledIn(quentin.prospect(), ada.agent(), call, answer, now);
        });
  }

  private static boolean benIsIll(LocalDate day) {
    return !day.isBefore(LocalDate.of(2026, 11, 11)) && day.isBefore(LocalDate.of(2026, 11, 14));
  }

  /** He has promised to call Kim on Wednesday at ten; Ada does. */
  private void benFallsIll() {
    on(
        "2026-11-11T08:30",
        () -> {
          var hisOwn = CallbackFilter.all().agentId(ben.agent());
          NewBulkOperation handOver =
              new NewBulkOperation()
                  .kind(BulkKind.REASSIGN)
                  .fromAgentId(ben.agent())
                  .toAgentIds(List.of(ada.agent()));
          BulkOperation done = warmline.bulk().createBulkOperation(handOver);
          upkeep.round();
          assertThat(warmline.bulk().getBulkOperation(done.getId()).getChanged()).isEqualTo(1);
          assertThat(
                  warmline
                      .callbacks()
                      .listCallbacks(hisOwn.status(CallbackStatus.SCHEDULED))
                      .items())
              .isEmpty();
        });
    on(
        "2026-11-11T10:30",
        () -> {
          Facts.Dial promised = last(kim.prospect().dials());
          assertThat(promised.agent()).as("who called Kim").isEqualTo(ada.agent());
          assertThat(promised.at())
              .as("when: at ten, or as soon as she had hung up")
              .isBetween(at("2026-11-11T10:00").toInstant(), at("2026-11-11T10:15").toInstant());
        });
  }

  // Meetings.

  private void meetingsAreHeldMissedAndCalledOff() {
    on("2026-11-10T14:45", () -> nobodyCame(rosa));
    on("2026-11-11T09:05", () -> cameAfterAll(rosa, MeetingVerdict.QUALIFIED));
    on("2026-11-12T10:45", () -> wasHeld(james, MeetingVerdict.QUALIFIED));
    on("2026-11-12T15:00", this::theClientCallsKimOff);
    on("2026-11-16T10:15", () -> nobodyCame(paula));
    on("2026-11-17T13:45", () -> wasHeld(quentin, MeetingVerdict.QUALIFIED));
    on("2026-11-19T15:45", () -> wasHeld(otto, MeetingVerdict.UNQUALIFIED));
    on("2026-11-23T10:45", () -> wasHeld(paula, MeetingVerdict.QUALIFIED));
  }

  private void wasHeld(Contact contact, MeetingVerdict verdict) {
    Meeting meeting = contact.prospect().meeting();
    warmline
        .appointments()
        .recordAttendance(
            meeting.id(), new RecordAttendance().outcome(AttendanceOutcome.HELD).verdict(verdict));
    meeting.held(verdict);
    contact.prospect().become(meeting.isWasted() ? LeadStatus.DISQUALIFIED : LeadStatus.HANDED_OFF);
  }

  private void nobodyCame(Contact contact) {
    Prospect prospect = contact.prospect();
    Appointment missed =
        warmline
            .appointments()
            .recordAttendance(
                prospect.meeting().id(), new RecordAttendance().outcome(AttendanceOutcome.NO_SHOW))
            .value();
    prospect.meeting().missed();
    prospect.become(LeadStatus.CONTACTED);
    UUID callback = missed.getAttendance().getCallbackId();
    books.callBack(prospect, warmline.callbacks().getCallback(callback).value());
  }

  /** She was ten minutes late, and the client had looked at the clock too soon. */
  private void cameAfterAll(Contact contact, MeetingVerdict verdict) {
    Meeting meeting = contact.prospect().meeting();
    warmline
        .appointments()
        .correctAttendance(
            meeting.id(),
            new CorrectAttendance()
                .outcome(AttendanceOutcome.HELD)
                .verdict(verdict)
                .reason("She came ten minutes late."));
    meeting.held(verdict);
    contact.prospect().noCallback();
    contact.prospect().become(LeadStatus.HANDED_OFF);
    assertThat(warmline.leads().getLead(contact.prospect().lead()).value().getStatus())
        .as("the lead follows the correction")
        .isEqualTo(LeadStatus.HANDED_OFF);
  }

  private void theClientCallsKimOff() {
    Meeting meeting = kim.prospect().meeting();
    warmline
        .appointments()
        .cancelAppointment(
            meeting.id(),
            new CancelAppointment().cancelledBy(CancelledBy.CLIENT).reason("Two are ill."));
    meeting.cancel(CancelledBy.CLIENT, agenda.now());
    kim.prospect().become(LeadStatus.CONTACTED);
  }

  // What it was all for.

  private void whatBecameOfThem() {
    on("2026-11-13T16:00", () -> tell(james, new NewOutcome().outcome(OutcomeKind.PROPOSAL)));
    on("2026-11-20T11:00", () -> tell(james, sold("12500")));
    on("2026-11-23T09:30", this::jamesOrderWasSmaller);
    on(
        "2026-11-16T12:00",
        () ->
            tell(
                rosa, new NewOutcome().outcome(OutcomeKind.LOST).reason("They stay with theirs.")));
    on("2026-11-24T12:00", () -> tell(quentin, sold("4800")));
    on(
        "2026-11-24T15:00",
        () ->
            tell(
                paula,
                new NewOutcome()
                    .outcome(OutcomeKind.NO_DECISION)
                    .nextStep("They ask their board in January.")
                    .revisitOn(LocalDate.of(2027, 1, 18))));
  }

  private static NewOutcome sold(String dollars) {
    return new NewOutcome().outcome(OutcomeKind.WON).value(new BigDecimal(dollars)).currency("USD");
  }

  private void tell(Contact contact, NewOutcome outcome) {
    Meeting meeting = contact.prospect().meeting();
    Outcome told = warmline.outcomes().recordAppointmentOutcome(meeting.id(), outcome).value();
    outcomes.put(contact, told.getId());
    books.sales().became(meeting, outcome.getOutcome(), agenda.now(), dollars(outcome));
    LeadStatus expected =
        switch (outcome.getOutcome()) {
          case PROPOSAL -> LeadStatus.HANDED_OFF;
          case WON -> LeadStatus.CUSTOMER;
          default -> LeadStatus.NURTURE;
        };
    contact.prospect().become(expected);
    assertThat(warmline.leads().getLead(contact.prospect().lead()).value().getStatus())
        .as("where %s stands", contact)
        .isEqualTo(expected);
  }

  private static double dollars(NewOutcome outcome) {
    return outcome.getValue() == null ? 0 : outcome.getValue().doubleValue();
  }

  /** They wrote 12,500; the order says 11,800. */
  private void jamesOrderWasSmaller() {
    RightOutcome right =
        new RightOutcome().outcome(OutcomeKind.WON).value(new BigDecimal("11800")).currency("USD");
    warmline
        .outcomes()
        .correctOutcome(
            outcomes.get(james),
            new CorrectOutcome().reason("The order says 11,800.").right(right));
    books.sales().wasOf(james.prospect().meeting(), 11_800);
  }

  // Harbor Leasing decides for itself, with a key of its own.

  private void harborHears(Offer offer) {
    Instant decideBy = warmline.handOffs().getHandoff(offer.id()).value().getDecideBy().toInstant();
    offer.decideBy(decideBy);
    agenda.at(decideBy.plusSeconds(60), () -> lay(offer));
    agenda.in(Duration.ofHours(3), () -> harborDecides(offer));
  }

  /** Ann and Bob, once he is found, are taken; Cid has no need; Dee is left to lie. */
  private void harborDecides(Offer offer) {
    Contact contact = contact(offer.prospect().lead());
    boolean again =
        contact == bob
            && books.offers().stream().anyMatch(o -> o.prospect() == bob.prospect() && !o.isOpen());
    if (contact == ann || again) {
      harborsOwn.handOffs().acceptHandoff(offer.id(), new AcceptHandoff());
      offer.accept(agenda.now());
      agenda.in(Duration.ofDays(4), () -> harborTells(contact, offer));
    } else if (contact == bob) {
      giveBack(offer, ReturnReason.WRONG_PERSON, "The daughter decides now.");
      offer.prospect().become(LeadStatus.WARM);
    } else if (contact == cid) {
      giveBack(offer, ReturnReason.NO_NEED, "Prints nothing any more.");
      offer.prospect().become(LeadStatus.DISQUALIFIED);
    }
  }

  private void giveBack(Offer offer, ReturnReason reason, String comment) {
    harborsOwn
        .handOffs()
        .returnHandoff(offer.id(), new ReturnHandoff().reason(reason).comment(comment));
    offer.giveBack(reason, agenda.now());
    ring();
  }

  private void harborTells(Contact contact, Offer offer) {
    NewOutcome outcome =
        contact == ann
            ? sold("30000")
            : new NewOutcome().outcome(OutcomeKind.LOST).reason("Too dear.");
    harborsOwn.outcomes().recordHandoffOutcome(offer.id(), outcome);
    books.sales().became(offer, outcome.getOutcome(), agenda.now(), dollars(outcome));
    contact.prospect().become(contact == ann ? LeadStatus.CUSTOMER : LeadStatus.NURTURE);
  }

  /** Nobody has decided in time: the lead is ours again. */
  private void lay(Offer offer) {
    if (offer.isOpen()) {
      offer.end(agenda.now());
      if (offer.isQualified()) {
        offer.prospect().become(LeadStatus.QUALIFIED);
      }
    }
  }

  // A supervisor's work.

  private void aSupervisorListens() {
    on(
        "2026-11-09T15:00",
        () -> {
          Contact heard = james;
          UUID call = lastCalls.get(heard);
          Facts.Dial dial = last(heard.prospect().dials());
          Versioned<Review> review =
              warmline
                  .quality()
                  .createReview(
                      call,
                      new NewReview()
                          .scores(List.of(score("Opening", 80), score("End", 60)))
                          .note("Wait for the answer after the time is offered."));
          books.reviewed(dial, 70);
          agenda.in(Duration.ofHours(1), () -> thinksBetterOfIt(review, dial));
        });
  }

  private void thinksBetterOfIt(Versioned<Review> review, Facts.Dial dial) {
    warmline
        .quality()
        .correctReview(
            review, new NewReview().scores(List.of(score("Opening", 80), score("End", 90))));
    books.reviewed(dial, 85);
    assertThatThrownBy(() -> warmline.quality().deleteReview(review))
        .as("what was read before the correction")
        .isInstanceOf(PreconditionFailedException.class);
  }

  private static ReviewScore score(String criterion, int points) {
    return new ReviewScore().criterion(criterion).score(points);
  }

  /**
   * What is to be seen to is seen to on the next working day, and only then is Jan called again.
   */
  private void janComplained() {
    on(
        "2026-11-18T09:30",
        () -> {
          Complaint open =
              warmline
                  .complaints()
                  .listComplaints(ComplaintFilter.all().status(ComplaintStatus.OPEN))
                  .items()
                  .get(0);
          assertThat(open.getLeadId()).isEqualTo(jan.prospect().lead());
          warmline
              .complaints()
              .closeComplaint(open.getId(), new CloseComplaint().note("Credited, with a letter."));
        });
  }

  // The last day, in the evening.

  private void everybodyHasSaidTheirPiece() {
    assertThat(everybody.values())
        .as("all that was to be said was said")
        .allMatch(Contact::hasSaidAll);
  }

  private void harborGotWhatItPaidFor() {
    assertThat(dialsForHarbor.values()).as("dials a day").allMatch(dials -> dials <= 3).contains(3);
  }

  private void harborSeesItsOwnFiguresAndNobodyElses() {
    Report theirs =
        harborsOwn
            .reports()
            .getHandoffsReport(books.period().asked().groupBy(ReportGrouping.CAMPAIGN));
    assertThat(theirs.getRows())
        .singleElement()
        .satisfies(
            row -> assertThat(row.getGroup()).containsEntry("campaignId", harbor.id().toString()));
    assertThat(harborsOwn.handOffs().listHandoffs(HandoffFilter.all()).stream())
        .hasSize(books.offers().size());
    assertThatThrownBy(() -> harborsOwn.leads().getLead(james.prospect().lead()))
        .isInstanceOf(NotFoundException.class);
  }

  /** As anybody can count it on the fingers who has read down to here. */
  private void theManagerReadsTheSheet() {
    ReportPeriod november = books.period().asked();
    ReportPeriod ofPumps = november.campaign(pumps.id());
    assertThat(figures(warmline.reports().getAppointmentsReport(ofPumps)))
        .as(
            "James, Rosa, Paula at last, Otto and Quentin were met; Kim was called off, Paula missed")
        .containsEntry("holdRate", "5/7")
        .containsEntry("showRate", "5/6")
        .containsEntry("cancelledByClient", "1/7")
        .containsEntry("cancelledAtShortNotice", "1/1")
        .containsEntry("unqualifiedHeld", "1/5");
    assertThat(figures(warmline.reports().getSalesReport(ofPumps)))
        .as("James and Quentin bought, Rosa stays with theirs, Paula asks the board")
        .containsEntry("closeRate", "2/7")
        .containsEntry("closeRateOfTaken", "2/5")
        .containsEntry("lost", "1/5")
        .containsEntry("noDecision", "1/5")
        .containsEntry("outcomeKnown", "4/5")
        .containsEntry("value", "16600 USD of 2");
    assertThat(figures(harborsOwn.reports().getSalesReport(november.campaign(harbor.id()))))
        .containsEntry("value", "30000 USD of 1");
    assertThat(figures(warmline.reports().getHandoffsReport(november)))
        .as("Ann, and Bob at the second try; Bob at the first, and Cid; Dee twice")
        .containsEntry("acceptance", "2/6")
        .containsEntry("returned", "2/6")
        .containsEntry("returnedWrongPerson", "1/2")
        .containsEntry("expired", "2/6");
    assertThat(figures(warmline.reports().getCallbacksReport(november)))
        .as("James, Kim and Paula were called when they had asked for it; Quentin called us")
        .containsEntry("keptRate", "3/3")
        .containsEntry("reached", "3/3");
    assertThat(figures(warmline.reports().getQualityReport(november)))
        .containsEntry("score", "85 points of 1");
  }

  private static Map<String, String> figures(Report report) {
    Map<String, String> figures = new HashMap<>();
    assertThat(report.getRows()).as(report.getName()).hasSize(1);
    ReportRow row = report.getRows().get(0);
    row.getMetrics()
        .forEach(m -> figures.put(m.getName(), m.getNumerator() + "/" + m.getDenominator()));
    for (ReportFigure figure : row.getFigures()) {
      if (figure.getValue() != null) {
        String value = BigDecimal.valueOf(figure.getValue()).stripTrailingZeros().toPlainString();
        figures.put(figure.getName(), value + " " + figure.getUnit() + " of " + figure.getN());
      }
    }
    return figures;
  }

  private void on(String time, Runnable what) {
    agenda.at(at(time).toInstant(), what);
  }

  private static <T> T last(List<T> all) {
    return all.get(all.size() - 1);
  }
}
