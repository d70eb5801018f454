package io.warmline.core.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Fixture;
import io.warmline.core.OnPostgres;
import io.warmline.core.campaign.Approach;
import io.warmline.core.campaign.Deliverable;
import io.warmline.core.campaign.Objective;
import io.warmline.core.disposition.CallDetails;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.imports.ColumnMapping;
import io.warmline.core.imports.LeadFile;
import io.warmline.core.imports.ReceiveImport;
import io.warmline.core.imports.RunImports;
import io.warmline.core.lead.LeadPhone;
import io.warmline.core.lead.SaveLead;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.BlockCode;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What calls have shown of a number is known of it in leads that come later, too. */
@QuarkusTest
class KnownNumberTest extends OnPostgres {

  @Inject SaveLead saveLead;
  @Inject ReceiveImport receiveImport;
  @Inject RunImports runImports;
  @Inject AmendCall amendCall;
  @Inject LogCall logCall;

  private AgentId agent;
  private CampaignId campaign;

  @BeforeEach
  void anAgentAtWork() {
    agent = given.agent();
    campaign = given.campaign();
  }

  private PhoneNumber called(Disposition outcome) {
    PhoneNumber number = Fixture.number();
    LeadId lead = given.newLead(campaign).named("Ada", "Byron").numbers(number).create();
    desk.log(lead, agent, outcome);
    return number;
  }

  private static final Map<Disposition, Optional<BlockCode>> KNOWN = new LinkedHashMap<>();

  static {
    KNOWN.put(Disposition.CALLBACK_REQUESTED, Optional.of(BlockCode.NUMBER_PROMISED));
    KNOWN.put(Disposition.APPOINTMENT_SET, Optional.of(BlockCode.NUMBER_MET));
    KNOWN.put(Disposition.SALE, Optional.of(BlockCode.NUMBER_BOUGHT));
    KNOWN.put(Disposition.ALREADY_CUSTOMER, Optional.of(BlockCode.NUMBER_BOUGHT));
    KNOWN.put(Disposition.NOT_INTERESTED, Optional.of(BlockCode.NUMBER_REFUSED));
    KNOWN.put(Disposition.DO_NOT_CALL, Optional.of(BlockCode.DO_NOT_CALL));
    KNOWN.put(Disposition.DECEASED_OR_CLOSED, Optional.of(BlockCode.PERSON_DECEASED));
    KNOWN.put(Disposition.WRONG_NUMBER, Optional.of(BlockCode.NO_CALLABLE_NUMBER));
    KNOWN.put(Disposition.DISCONNECTED, Optional.of(BlockCode.NO_CALLABLE_NUMBER));
    KNOWN.put(Disposition.FAX_OR_MODEM, Optional.of(BlockCode.NO_CALLABLE_NUMBER));
    KNOWN.put(Disposition.INVALID_NUMBER, Optional.of(BlockCode.NO_CALLABLE_NUMBER));
  }

  private void importInto(CampaignId into, String csv) {
    try {
      ReceiveImport.Received received =
          receiveImport.receive(
              into,
              LeadFile.Format.CSV,
              ColumnMapping.automatic(),
              false,
              new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
      receiveImport.enqueue(received.id());
      assertThat(runImports.runNext()).isTrue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void nobodyIsCalledAgainBecauseTheNextFileHasNewIds() {
    Map<Disposition, PhoneNumber> numbers = new LinkedHashMap<>();
    KNOWN.keySet().forEach(outcome -> numbers.put(outcome, called(outcome)));
    CampaignId next = given.campaign();

    Map<Disposition, LeadId> created = new LinkedHashMap<>();
    numbers.forEach(
        (outcome, number) ->
            created.put(
                outcome,
                given
                    .newLead(next)
                    .externalId("new-" + outcome)
                    .named("Ada", "Byron")
                    .numbers(number)
                    .create()));
    CampaignId third = given.campaign();
    numbers.forEach(
        (outcome, number) ->
            saveLead.upsert(
                third,
                given
                    .newLead(third)
                    .externalId("up-" + outcome)
                    .named("Ada", "Byron")
                    .numbers(number)
                    .facts()));
    CampaignId fourth = given.campaign();
    StringBuilder csv = new StringBuilder("id,firstName,lastName,phone1\n");
    numbers.forEach(
        (outcome, number) -> csv.append("imp-" + outcome + ",Ada,Byron," + number.e164() + "\n"));
    importInto(fourth, csv.toString());

    assertThat(desk.claim(agent, Set.of(next, third, fourth))).isEmpty();
    KNOWN.forEach(
        (outcome, block) ->
            assertThat(outlook(created.get(outcome)).blockedBy())
                .as(outcome.name())
                .isEqualTo(block));
  }

  @Test
  void aColleagueAtTheSameNumberHasNeitherMetNorBoughtNorIsWrong() {
    CampaignId next = given.campaign();
    for (Disposition outcome :
        new Disposition[] {
          Disposition.APPOINTMENT_SET, Disposition.SALE, Disposition.WRONG_NUMBER
        }) {
      PhoneNumber number = called(outcome);

      LeadId colleague = given.newLead(next).named("Charles", "Babbage").numbers(number).create();

      assertThat(read(colleague).phones())
          .as(outcome.name())
          .extracting(LeadPhone::uncallable)
          .containsExactly(Optional.empty());
      assertThat(outlook(colleague).closed()).as(outcome.name()).isFalse();
    }
  }

  @Test
  void customersMayBeCheckedInOn() {
    PhoneNumber number = called(Disposition.SALE);
    CampaignId checkIns =
        given.campaign(
            terms ->
                Fixture.with(
                    terms,
                    new Approach(
                        Deliverable.CHECK_IN,
                        Objective.WARM_CHECK_IN,
                        Approach.DEFAULT.confirmation(),
                        Approach.DEFAULT.confirmWithinMinutes(),
                        0,
                        Approach.DEFAULT.maxUnqualifiedPercent(),
                        Approach.DEFAULT.hotMinutes(),
                        Approach.DEFAULT.handoffDecisionDays())));

    LeadId customer = given.newLead(checkIns).named("Ada", "Byron").numbers(number).create();

    assertThat(outlook(customer).closed()).isFalse();
  }

  @Test
  void aWrongNumberIsWrongInEveryLeadOfThePerson() {
    PhoneNumber number = Fixture.number();
    LeadId one = given.newLead(campaign).named("Ada", "Byron").numbers(number).create();
    LeadId same = given.newLead(given.campaign()).named("Ada", "Byron").numbers(number).create();
    LeadId other = given.newLead(given.campaign()).named("Bob", "Byron").numbers(number).create();

    LoggedCall logged = desk.log(one, agent, Disposition.WRONG_NUMBER);

    assertThat(read(same).phones().get(0).uncallable()).contains("WRONG_NUMBER");
    assertThat(read(other).phones().get(0).uncallable()).isEmpty();
    amend(logged, Disposition.NO_ANSWER);
    assertThat(read(same).phones().get(0).uncallable()).isEmpty();
    assertThat(read(one).phones().get(0).uncallable()).isEmpty();
  }

  @Test
  void aCorrectedCallGivesTheNumberBackToLeadsThatCameLater() {
    PhoneNumber number = Fixture.number();
    LeadId one = given.newLead(campaign).numbers(number).create();
    LoggedCall logged = desk.log(one, agent, Disposition.DISCONNECTED);
    LeadId later = given.newLead(given.campaign()).numbers(number).create();
    assertThat(read(later).phones().get(0).uncallable()).contains("DISCONNECTED");

    amend(logged, Disposition.NO_ANSWER);

    assertThat(read(later).phones().get(0).uncallable()).isEmpty();
    assertThat(outlook(later).closed()).isFalse();
  }

  @Test
  void aNumberThatAnsweredSinceIsNotDead() {
    PhoneNumber number = Fixture.number();
    LeadId one = given.newLead(campaign).numbers(number).create();
    desk.log(one, agent, Disposition.DISCONNECTED);
    clock.advance(Duration.ofDays(1));
    logCall.log(
        new ReportedCall(
            Optional.empty(),
            Optional.of(one),
            Optional.of(agent),
            Optional.of(number.e164()),
            Disposition.GATEKEEPER,
            Optional.empty(),
            null,
            null,
            CallDetails.NONE));

    LeadId later = given.newLead(given.campaign()).numbers(number).create();

    assertThat(read(later).phones().get(0).uncallable()).isEmpty();
  }

  @Test
  void whatIsLearntOfANumberIsWhatTheTableOfDispositionsSays() {
    for (Disposition outcome : Disposition.values()) {
      if (outcome.showsDead() || outcome.showsWrong()) {
        PhoneNumber number = called(outcome);

        LeadId later =
            given.newLead(given.campaign()).named("Ada", "Byron").numbers(number).create();

        assertThat(read(later).phones().get(0).uncallable()).contains(outcome.name());
      }
    }
  }

  private void amend(LoggedCall logged, Disposition right) {
    amendCall.amend(
        logged.call().id(),
        Optional.empty(),
        new AmendCall.Correction(Optional.of(right), null, null, CallDetails.NONE));
  }
}
